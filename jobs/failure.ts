import { DealwatchError } from '../model/errors.ts';

/** Takes whatever was thrown; gives one sentence for people. A failure that nobody foresaw is named with its kind. */
export function sentenceOf(cause: unknown): string {
  if (cause instanceof DealwatchError) return cause.message;
  if (cause instanceof Error) return `Something unforeseen went wrong (${cause.name}: ${firstLine(cause.message)}).`;
  return `Something unforeseen went wrong (${firstLine(String(cause))}).`;
}

const firstLine = (text: string) => (text.split('\n')[0] ?? '').slice(0, 300);
