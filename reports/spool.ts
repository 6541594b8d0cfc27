import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a line lies in a spool. */
export interface Place {
  at: number;
  length: number;
}

/** Bytes gathered before they are written, and read at once. */
const BLOCK = 256 * 1024;

/**
 * Lines that wait on the disk instead of in memory until their turn comes: a file of its own in a folder that only this account may
 * open, gone once it is closed.
 */
export class Spool {
  readonly #folder = mkdtempSync(join(tmpdir(), 'dealwatch-spool-'));
  readonly #file = openSync(join(this.#folder, 'lines'), 'w+', 0o600);
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #written = 0;

  /** Takes a line without line feeds; gives its place. */
  add(line: string): Place {
    const bytes = Buffer.from(`${line}\n`);
    const place = { at: this.#written + this.#waitingBytes, length: bytes.length - 1 };
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= BLOCK) this.#flush();
    return place;
  }

  /** Every line, in the order in which they were added. */
  *lines(): Generator<string> {
    this.#flush();
    let rest: Buffer = Buffer.alloc(0);
    for (let at = 0; at < this.#written; ) {
      const block = this.#read({ at, length: Math.min(BLOCK, this.#written - at) });
      at += block.length;
      rest = rest.length ? Buffer.concat([rest, block]) : block;
      for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
        yield rest.toString('utf8', 0, end);
        rest = rest.subarray(end + 1);
      }
    }
  }

  /** The line at a place. */
  line(place: Place): string {
    this.#flush();
    return this.#read(place).toString('utf8');
  }

  /** Ends it and removes its file. */
  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    const bytes = Buffer.concat(this.#waiting);
    for (let done = 0; done < bytes.length; )
      done += writeSync(this.#file, bytes, done, bytes.length - done, this.#written + done);
    this.#written += bytes.length;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  #read({ at, length }: Place): Buffer {
    const bytes = Buffer.alloc(length);
    const got = readSync(this.#file, bytes, 0, length, at);
    return bytes.subarray(0, got);
  }
}

const LINE_FEED = 10;
