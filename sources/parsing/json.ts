import type { z } from 'zod';
import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { looksBlocked } from '../fetching/blocked.ts';
import type { Fetched } from '../source.ts';
import { decode } from './decode.ts';

/**
 * Takes a fetched page that should be JSON, and the least shape that it must have. Throws SourceBlocked for a
 * challenge page, SourceChanged when it is not JSON or of another shape.
 */
export function readJson<T>(page: Fetched, shape: z.ZodType<T>): T {
  const { text } = decode(page.body, page.contentType);
  const { hostname } = new URL(page.finalUrl);
  if (/^\s*</.test(text)) {
    if (looksBlocked(text)) throw new SourceBlocked(`${hostname} answered with a challenge page instead of its data.`);
    throw new SourceChanged(`${hostname} answered with a web page instead of its data.`);
  }
  const result = shape.safeParse(parse(text, hostname));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new SourceChanged(
    `The data of ${hostname} has another shape than before (${issue?.path.join('.') || 'top'}: ${issue?.message}).`,
  );
}

function parse(text: string, hostname: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SourceChanged(`What ${hostname} answered is not JSON.`, { cause });
  }
}
