import { Unreadable } from '../model/errors.ts';

const SENTENCES: Record<string, string> = {
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read: its permissions forbid it.',
  EPERM: 'The file may not be read: its permissions forbid it.',
  EISDIR: 'It is a folder, not a file.',
};

/** Takes what the system said of a file that could not be opened; gives it in a sentence. */
export function fileTrouble(cause: Error & { code?: string }): Unreadable {
  return new Unreadable(SENTENCES[cause.code ?? ''] ?? `The file cannot be opened: ${cause.message}.`, { cause });
}
