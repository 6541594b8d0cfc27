import { PassThrough, type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { SourceChanged, Unreadable } from '../../model/errors.ts';

const DECODERS = new Map<string, () => Transform>([
  ['identity', () => new PassThrough()],
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['br', () => createBrotliDecompress()],
  ['deflate', () => createInflate()],
]);

/** What is asked for; zstd would need a newer Node. */
export const ACCEPTED_ENCODINGS = 'gzip, br, deflate';

/**
 * Takes a body as it streams in and its Content-Encoding; gives the bytes after decompression. Stops the stream as
 * soon as `maxBytes` decoded bytes are passed (bombs, endless bodies). Throws Unreadable when it is too large or
 * broken, SourceChanged when it is packed in a way that is not known.
 */
export async function readBody(stream: Readable, encoding: string | null, maxBytes: number): Promise<Uint8Array> {
  const decode = DECODERS.get(encoding?.trim().toLowerCase() || 'identity');
  if (!decode) {
    // A body that is thrown away says so as an error; heard by nobody, that would end the program.
    stream.on('error', () => undefined).destroy();
    throw new SourceChanged(`The site sent its page packed as “${encoding}”, which was not asked for.`);
  }
  const chunks: Buffer[] = [];
  await pipeline(stream, decode(), collector(chunks, maxBytes)).catch((cause: NodeJS.ErrnoException) => {
    if (!cause.code?.startsWith('Z_') && !cause.code?.startsWith('ERR_BROTLI')) throw cause;
    throw new Unreadable('The page is packed wrongly and cannot be unpacked.', { cause });
  });
  return Buffer.concat(chunks);
}

function collector(chunks: Buffer[], maxBytes: number): Writable {
  let size = 0;
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(tooLarge(maxBytes));
      chunks.push(chunk);
      done();
    },
  });
}

function tooLarge(maxBytes: number): Unreadable {
  const mb = maxBytes / 1024 / 1024;
  const limit = mb >= 1 ? `${Math.round(mb * 10) / 10} MB` : `${Math.ceil(maxBytes / 1024)} KB`;
  return new Unreadable(`The page is larger than ${limit}, the most that is taken; nothing of it was kept.`);
}
