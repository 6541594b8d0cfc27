import type { Request, RequestHandler, Response } from 'express';
import { readForm } from './form.ts';

/** Fields into which people write sentences; the reason of a dismissal is a word to choose, that of a correction a sentence. */
const WRITTEN = ['note', 'reason', 'text', 'words', 'cover'];
const CHOSEN = /^[a-z_]*$/;
const MOST_BYTES = 64 * 1024;

/**
 * What somebody wrote into a form of ours that was refused, so that nobody loses a note because they were signed out in the
 * meantime. Only for browsers that vouch that one of our own pages sent it: another site could else put its words on ours.
 */
export async function writtenIn(req: Request, res: Response): Promise<string[]> {
  if (req.method !== 'POST' || req.headers['sec-fetch-site'] !== 'same-origin') return [];
  const form = (res.locals.form as URLSearchParams | undefined) ?? (await unreadForm(req, res));
  const told = WRITTEN.map((name) => form?.get(name)?.trim() ?? '');
  return told.filter((words, at) => words !== '' && !(WRITTEN[at] === 'reason' && CHOSEN.test(words)));
}

/** A form that was refused before its body was taken in; null when it is large, of another kind or read already. */
async function unreadForm(req: Request, res: Response): Promise<URLSearchParams | null> {
  const isSmall = Number(req.headers['content-length'] ?? Number.NaN) <= MOST_BYTES;
  if (!isSmall || req.readableEnded || req.readableDidRead) return null;
  for (const step of readForm()) if (await stops(step, req, res)) return null;
  return (res.locals.form as URLSearchParams | undefined) ?? null;
}

/** Runs one step of reading a form; true when it refuses. */
function stops(step: RequestHandler, req: Request, res: Response): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      step(req, res, (error?: unknown) => resolve(Boolean(error)));
    } catch {
      // Refused in its own words already: what cannot be read is not shown.
      resolve(true);
    }
  });
}
