import { DealwatchError } from '../model/errors.ts';

/** Takes whatever was thrown; gives one sentence for people. A failure that nobody foresaw is named with its kind. */
export function sentenceOf(cause: unknown): string {
  if (cause instanceof DealwatchError) return cause.message;
  if (isDiskFull(cause))
    return 'The disk is full: nothing more can be stored until there is room. What is stored is safe.';
  if (cause instanceof Error) return `Something unforeseen went wrong (${cause.name}: ${firstLine(cause.message)}).`;
  return `Something unforeseen went wrong (${firstLine(String(cause))}).`;
}

/** True when the database could not grow. */
export function isDiskFull(cause: unknown): boolean {
  return (cause as { code?: string } | null)?.code === 'SQLITE_FULL';
}

const firstLine = (text: string) => (text.split('\n')[0] ?? '').slice(0, 300);
