import { randomBytes, randomInt } from 'node:crypto';
import compression from 'compression';
import type { RequestHandler } from 'express';

/** What there is to win, without the time that the last per cent costs. */
const PAGE_LEVEL = 6;
/** Browsers keep static files for a year: they are sent rarely, and may take longer. */
const FILE_LEVEL = 9;
/** Below this many bytes the envelope is larger than what it saves. */
const SMALLEST = 1024;
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

const pad: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Pad', randomBytes(randomInt(1, LONGEST_PAD)).toString('hex'));
  next();
};
