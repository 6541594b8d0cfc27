import type { Instant, PartialDay } from '../../model/day.ts';

/** A file as somebody hands it in: on a page, in a folder, on the command line. */
export interface GivenFile {
  /** Its name, without folders; the ending helps to tell what it is. */
  name: string;
  bytes: Uint8Array;
  /** Dates later than this are not believed. */
  fetchedAt: Instant;
}

/** What is in a file, before it becomes a document. */
export interface FileText {
  title: string;
  byline: string | null;
  published: PartialDay | null;
  /** ISO 639-1 as the file states it, or null. */
  language: string | null;
  /** The web address that the file itself calls its own, or null. */
  url: string | null;
  /** Who published it, when the file says so. */
  publisher: string | null;
  /** Plain text, paragraphs separated by a blank line. */
  text: string;
  warnings: string[];
}

/** Larger files are no documents that one person reads. */
export const LARGEST_FILE = 30 * 1024 * 1024;
/** Longest text that is kept of a file, in characters: a long annual report. */
export const LONGEST_TEXT = 500_000;
/** Endings of the files that can be read. */
export const FILE_ENDINGS: readonly string[] = ['.pdf', '.docx', '.html', '.htm', '.xhtml', '.eml', '.txt'];

/** The name of a file without its folder and ending: the last resort for a title. */
export function bareName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? name;
  return (
    last
      .replace(/\.\w{1,5}$/, '')
      .replace(/[_-]+/g, ' ')
      .trim() || 'Untitled'
  );
}
