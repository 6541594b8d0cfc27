import { TROUBLE_SENTENCES, troubleIn } from '../db/trouble.ts';
import { DealwatchError } from '../model/errors.ts';

/** Takes whatever was thrown; gives one sentence for people. A failure that nobody foresaw is named with its kind. */
export function sentenceOf(cause: unknown): string {
  if (cause instanceof DealwatchError) return cause.message;
  const trouble = troubleIn(cause);
  if (trouble) return TROUBLE_SENTENCES[trouble];
  if (cause instanceof Error) return `Something unforeseen went wrong (${cause.name}: ${firstLine(cause.message)}).`;
  return `Something unforeseen went wrong (${firstLine(String(cause))}).`;
}

/** True when the database could not grow. */
export function isDiskFull(cause: unknown): boolean {
  return troubleIn(cause) === 'full';
}

const firstLine = (text: string) => (text.split('\n')[0] ?? '').slice(0, 300);
