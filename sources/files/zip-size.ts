import { Unreadable } from '../../model/errors.ts';

/** A packed file says in its directory how large its parts are unpacked; one that lies is stopped by the thread's limits. */

const MOST_UNPACKED = 150 * 1024 * 1024;
const MOST_PARTS = 5_000;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;

/** Takes a ZIP file; throws Unreadable when it would unpack to more than a document can hold, or has no directory. */
export function refuseHugeZip(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = buffer.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end + 20 > buffer.length) throw new Unreadable('The packed file is cut off or broken.');
  let at = buffer.readUInt32LE(end + 16);
  let [parts, unpacked] = [0, 0];
  while (at + ENTRY_BYTES <= buffer.length && buffer.readUInt32LE(at) === ENTRY) {
    parts += 1;
    unpacked += buffer.readUInt32LE(at + 24);
    if (parts > MOST_PARTS || unpacked > MOST_UNPACKED) {
      throw new Unreadable('The file unpacks to more than a document can hold; it was not opened.');
    }
    at += ENTRY_BYTES + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
}
