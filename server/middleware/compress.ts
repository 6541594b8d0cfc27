import { randomBytes, randomInt } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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
/** A page longer than this is packed piece by piece beside other work: it would hold up others for too long. */
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
 * Sends a page, packed in one go: a page takes less than a millisecond, and handing it to a thread in pieces took more
 * than that. What is too short or too long for it goes the way of everything else.
 */
export function sendPage(req: Request, res: Response, html: string): void {
  const bytes = Buffer.from(html);
  const packing = bytes.length < SMALLEST || bytes.length > LONGEST_AT_ONCE ? null : packingFor(req);
  if (!packing) return void res.type('html').send(bytes);
  res.vary('Accept-Encoding');
  res.set('Content-Encoding', packing.name).type('html').send(packing.pack(bytes));
}

interface Packing {
  name: string;
  pack(bytes: Buffer): Buffer;
}

const PACKINGS: readonly Packing[] = [
  {
    name: 'br',
    pack: (bytes) =>
      brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: PAGE_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  { name: 'gzip', pack: (bytes) => gzipSync(bytes, { level: PAGE_LEVEL }) },
];

/** The best of what a browser takes; null when it takes none. */
function packingFor(req: Request): Packing | null {
  const accepted = req.acceptsEncodings(...PACKINGS.map(({ name }) => name));
  return PACKINGS.find(({ name }) => name === accepted) ?? null;
}

const pad: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Pad', randomBytes(randomInt(1, LONGEST_PAD)).toString('hex'));
  next();
};
