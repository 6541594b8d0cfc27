import * as errors from '../model/errors.ts';
import type { ReadInput, Reading } from '../model/reading.ts';
import type { ReturnedMail } from '../model/returned-mail.ts';
import type { Article, ArticlePage } from '../sources/article/article.ts';
import type { FileText, GivenFile } from '../sources/files/file.ts';
import type { OutlinedFeed } from '../sources/lists/opml.ts';
import type { Fetched, FoundItem, Listing, ReadPage, SourceSettings } from '../sources/source.ts';

/** What passes between the pool and its threads. */
export type Task =
  | { do: 'list'; sourceId: string; page: Fetched; settings: SourceSettings }
  | { do: 'read'; sourceId: string; page: Fetched | null; item: FoundItem; settings: SourceSettings }
  | { do: 'article'; page: ArticlePage }
  | { do: 'file'; file: GivenFile }
  | { do: 'opml'; bytes: Uint8Array }
  | { do: 'returned'; bytes: Uint8Array }
  | { do: 'understand'; input: ReadInput };

export interface Results {
  list: Listing;
  read: ReadPage;
  article: Article;
  file: FileText;
  opml: OutlinedFeed[];
  returned: ReturnedMail | null;
  understand: Reading;
}

/** An error class does not survive the way between threads; its name and words do. */
export interface Failure {
  name: string;
  message: string;
  stack: string;
}

export type Outcome = { ok: true; value: Results[keyof Results] } | { ok: false; failure: Failure };

/** Takes whatever a task threw; gives what can be sent. */
export function describeFailure(thrown: unknown): Failure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}

type Named = new (message: string, options?: ErrorOptions) => errors.DealwatchError;
const NAMED: Record<string, Named> = {
  DealwatchError: errors.DealwatchError,
  NotFound: errors.NotFound,
  SourceChanged: errors.SourceChanged,
  SourceBlocked: errors.SourceBlocked,
  SourceUnavailable: errors.SourceUnavailable,
  AddressRefused: errors.AddressRefused,
  Unreadable: errors.Unreadable,
};

/** Gives the error again under its own class; an unforeseen one becomes Unreadable and keeps its stack as cause. */
export function revive({ name, message, stack }: Failure): errors.DealwatchError {
  const cause = Object.assign(new Error(message), { stack });
  const Known = NAMED[name];
  return Known
    ? new Known(message, { cause })
    : new errors.Unreadable(`The reader failed on this page (${message}).`, { cause });
}
