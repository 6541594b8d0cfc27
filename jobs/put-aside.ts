import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pair } from '../model/ledger.ts';

/**
 * Pairs assembled and not yet assessed. Few stay in memory; of many the rest waits in a file of its own, since a whole ledger
 * is assembled before any of it is assessed, and all of its pairs at once take a gigabyte.
 */
export interface PutAside {
  put(pair: Pair): void;
  /** The pair with its text, or null when it was not put here. */
  take(id: string): { pair: Pair; body: string } | null;
  /** Removes the file. */
  clear(): void;
}

/** Pairs kept in memory: what a day brings never needs the file. */
const IN_MEMORY = 2_000;
/** Text gathered before it is written. */
const AT_ONCE = 1 << 20;

/** Where a pair lies in the file. */
interface Place {
  at: number;
  length: number;
}

/** Takes how many pairs may stay in memory; gives a place for any number. */
export function putAside(inMemory = IN_MEMORY): PutAside {
  const kept = new Map<string, Pair>();
  const places = new Map<string, Place>();
  let file: number | null = null;
  let end = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const flush = () => {
    if (waitingBytes === 0) return;
    file ??= unnamedFile();
    writeAll(file, Buffer.concat(waiting), end - waitingBytes);
    [waiting, waitingBytes] = [[], 0];
  };
  return {
    put(pair) {
      if (kept.size < inMemory || kept.has(pair.id)) {
        kept.set(pair.id, pair);
        return;
      }
      const bytes = Buffer.from(JSON.stringify(pair));
      places.set(pair.id, { at: end, length: bytes.length });
      waiting.push(bytes);
      waitingBytes += bytes.length;
      end += bytes.length;
      if (waitingBytes >= AT_ONCE) flush();
    },
    take(id) {
      const pair = kept.get(id);
      if (pair) return { pair, body: JSON.stringify(pair) };
      const place = places.get(id);
      if (!place) return null;
      flush();
      const body = textAt(file as number, place);
      return { pair: JSON.parse(body) as Pair, body };
    },
    clear() {
      if (file !== null) closeSync(file);
      [file, end, waiting, waitingBytes] = [null, 0, [], 0];
      kept.clear();
      places.clear();
    },
  };
}

/** A file that is gone when it is closed, also should the program be killed. */
function unnamedFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'dealwatch-pairs-'));
  const file = openSync(join(folder, 'pairs'), 'w+', 0o600);
  rmSync(folder, { recursive: true, force: true });
  return file;
}

/** A write may take less than it is given. */
function writeAll(file: number, bytes: Buffer, at: number): void {
  for (let written = 0; written < bytes.length; )
    written += writeSync(file, bytes, written, bytes.length - written, at + written);
}

function textAt(file: number, { at, length }: Place): string {
  const bytes = Buffer.allocUnsafe(length);
  for (let read = 0; read < length; ) {
    const more = readSync(file, bytes, read, length - read, at + read);
    if (more === 0) throw new Error('A pair that was put aside cannot be read back.');
    read += more;
  }
  return bytes.toString();
}
