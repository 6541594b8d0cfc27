import { randomBytes, randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import compression from 'compression';
import type { Request, RequestHandler, Response } from 'express';

/** What there is to win, without the time that the last per cent costs. */
const PAGE_LEVEL = 3;
/** Brotli at this quality packs smaller than gzip at its sixth level, in 40 % of the time. */
const PAGE_QUALITY = 3;
/** Browsers keep static files for a year: they are sent rarely, and may take longer. */
const FILE_LEVEL = 9;
/** Below this many bytes the envelope is larger than what it saves. */
const SMALLEST = 1024;
/** A page longer than this is packed in a thread: it would hold up others for too long. */
const LONGEST_AT_ONCE = 400_000;
const LONGEST_PAD = 32;

/** Sends styles and scripts compressed to browsers that take it. */
export function compressFiles(): RequestHandler {
  return compression({ level: FILE_LEVEL, threshold: SMALLEST });
}

/**
 * Sends pages compressed to browsers that take it. A page holds its reader's form token beside words from its address; a
 * header of random length hides how well the two compress together (BREACH, 2013).
 */
export function compressPages(): RequestHandler[] {
  return [compression({ level: PAGE_LEVEL, threshold: SMALLEST }), pad];
}

/**
 * Packs a page for whoever asks for it. In one go: a page takes less than a millisecond, and handing it to a thread took
 * more than that; a long one would hold up others and goes to a thread.
 */
export async function packed(req: Request, html: string): Promise<PackedPage> {
  const bytes = Buffer.from(html);
  const packing = bytes.length < SMALLEST ? null : packingFor(req);
  if (!packing) return { encoding: null, bytes };
  const isLong = bytes.length > LONGEST_AT_ONCE;
  return { encoding: packing.name, bytes: isLong ? await packing.packBeside(bytes) : packing.pack(bytes) };
}

/** A page as it goes out. */
export interface PackedPage {
  encoding: string | null;
  bytes: Buffer;
}

/** Sets the headers of a page for somebody who takes what it is packed with. */
export function describePage(res: Response, { encoding, bytes }: PackedPage): void {
  res.vary('Accept-Encoding');
  if (encoding) res.setHeader('Content-Encoding', encoding);
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Content-Length', bytes.length);
}

interface Packing {
  name: string;
  pack(bytes: Buffer): Buffer;
  packBeside(bytes: Buffer): Promise<Buffer>;
}

const brotli = (bytes: Buffer) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: PAGE_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
});
const GZIP = { level: PAGE_LEVEL };

const PACKINGS: readonly Packing[] = [
  {
    name: 'br',
    pack: (bytes) => brotliCompressSync(bytes, brotli(bytes)),
    packBeside: (bytes) => promisify(brotliCompress)(bytes, brotli(bytes)),
  },
  {
    name: 'gzip',
    pack: (bytes) => gzipSync(bytes, GZIP),
    packBeside: (bytes) => promisify<Buffer, typeof GZIP, Buffer>(gzip)(bytes, GZIP),
  },
];

/** The best of what a browser takes; null when it takes none. */
function packingFor(req: Request): Packing | null {
  const accepted = req.acceptsEncodings(...PACKINGS.map(({ name }) => name));
  return PACKINGS.find(({ name }) => name === accepted) ?? null;
}

const pad: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Pad', padding());
  next();
};

const PADS = randomBytes(8 * 1024).toString('hex');

/** A text of random length, hardly ever the same, so that no proxy that remembers headers makes it short. */
export function padding(): string {
  const at = randomInt(PADS.length - 2 * LONGEST_PAD);
  return PADS.slice(at, at + 2 * randomInt(1, LONGEST_PAD));
}
