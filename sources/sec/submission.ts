import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { looksBlocked } from '../fetching/blocked.ts';

/** A submission as EDGAR keeps it: one text file with a header and each document between tags of its own (SGML). */
export interface Submission {
  /** Form of record, such as `8-K` or `D/A`. */
  form: string | null;
  filer: string | null;
  /** `20260128` */
  filed: string | null;
  documents: SubmittedDocument[];
}

export interface SubmittedDocument {
  /** `8-K`, `EX-99.1`, `GRAPHIC` … */
  type: string;
  filename: string;
  description: string;
  /** What stands between <TEXT> and </TEXT>. */
  content: string;
}

/** More documents than this are data files of the same filing. */
const MOST_DOCUMENTS = 200;

/** Takes the text of a submission file; gives its parts. Throws SourceBlocked or SourceChanged when it is none. */
export function readSubmission(text: string): Submission {
  if (!/<(SEC-DOCUMENT|SEC-HEADER|DOCUMENT)>/.test(text.slice(0, 5_000))) {
    if (looksBlocked(text)) throw new SourceBlocked('The SEC answered with a refusal instead of the filing.');
    throw new SourceChanged('The SEC answered with something else than a submission file.');
  }
  const headEnd = text.indexOf('<DOCUMENT>');
  const head = text.slice(0, headEnd < 0 ? 20_000 : Math.min(headEnd, 200_000));
  return {
    form: headerField(head, 'CONFORMED SUBMISSION TYPE'),
    filer: headerField(head, 'COMPANY CONFORMED NAME'),
    filed: headerField(head, 'FILED AS OF DATE'),
    documents: documentsIn(text),
  };
}

function headerField(head: string, name: string): string | null {
  const at = head.indexOf(`${name}:`);
  if (at < 0) return null;
  const end = head.indexOf('\n', at);
  return head.slice(at + name.length + 1, end < 0 ? undefined : end).trim() || null;
}

function documentsIn(text: string): SubmittedDocument[] {
  const found: SubmittedDocument[] = [];
  let at = text.indexOf('<DOCUMENT>');
  while (at >= 0 && found.length < MOST_DOCUMENTS) {
    const end = text.indexOf('</DOCUMENT>', at);
    const part = text.slice(at, end < 0 ? undefined : end);
    found.push(documentIn(part));
    at = end < 0 ? -1 : text.indexOf('<DOCUMENT>', end);
  }
  return found;
}

function documentIn(part: string): SubmittedDocument {
  const begin = part.indexOf('<TEXT>');
  const end = part.lastIndexOf('</TEXT>');
  const head = part.slice(0, begin < 0 ? 2_000 : begin);
  const field = (name: string) => new RegExp(`<${name}>([^\\n<]{0,500})`).exec(head)?.[1]?.trim() ?? '';
  return {
    type: field('TYPE'),
    filename: field('FILENAME'),
    description: field('DESCRIPTION'),
    content: begin < 0 ? '' : part.slice(begin + '<TEXT>'.length, end < begin ? undefined : end).trim(),
  };
}
