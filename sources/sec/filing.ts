import { type PartialDay, parsePartialDay } from '../../model/day.ts';
import { SourceBlocked, SourceChanged, Unreadable } from '../../model/errors.ts';
import { looksBlocked } from '../fetching/blocked.ts';
import { decode } from '../parsing/decode.ts';
import { plainText } from '../parsing/html.ts';
import { scanMarkup } from '../parsing/scan.ts';
import { tidyText } from '../parsing/tidy.ts';
import type { Fetched, FoundItem, ReadPage, SourceSettings } from '../source.ts';
import { companyOf } from './companies.ts';
import { formDText, issuerOf } from './form-d.ts';
import { itemNames } from './items.ts';
import { readSubmission, type Submission, type SubmittedDocument } from './submission.ts';

/** Reads a filing: the items of an 8-K with the text of its releases, or what a Form D states. */

/** Exhibits that people write for people; agreements (EX-2, EX-10) are long, and their opening names the parties. */
const RELEASE = /^EX-99/i;
const AGREEMENT = /^EX-(2|10)\b/i;
const LONGEST_AGREEMENT = 6_000;
const LONGEST_TEXT = 300_000;

/**
 * Takes a submission file, or the main document alone, and the item under which it was listed; gives the document.
 * Throws Unreadable when there is no text in it.
 */
export function readFiling(page: Fetched | null, item: FoundItem, settings: SourceSettings): ReadPage {
  if (!page) throw new Unreadable('A filing is read from its own page, and there is none.');
  const { text, warnings } = decode(page.body, page.contentType);
  const isWhole = /^\s*(-----BEGIN|<SEC-|<DOCUMENT>)/.test(text);
  const submission = isWhole ? readSubmission(text) : alone(text, item);
  const body = filingText(submission).slice(0, LONGEST_TEXT);
  if (!body) throw new Unreadable('The filing has no text that can be read.');
  if (!isWhole && !isFormD(text)) {
    warnings.push('The filing is too large to be fetched whole: its exhibits were not read.');
  }
  const title = titleOf(submission, item);
  return {
    document: {
      url: item.url,
      canonicalUrl: item.url,
      publisher: settings.publisher,
      sourceClass: settings.sourceClass,
      title,
      byline: filerOf(submission, item),
      published: filedOn(submission) ?? item.published,
      language: 'en',
      text: body,
    },
    events: [],
    warnings,
  };
}

/** A Form D is one document of XML and has no exhibits. */
const isFormD = (text: string) => /<edgarSubmission\b/.test(text.slice(0, 2_000));

/** The main document alone. A page of refusal or maintenance in its place is said, and never read as a filing. */
function alone(text: string, item: FoundItem): Submission {
  if (looksBlocked(text)) throw new SourceBlocked('The SEC answered with a refusal instead of the filing.');
  if (!/\bitem\s+\d\.\d\d\b|commission\s+file\s+number|<edgarSubmission\b/i.test(text)) {
    throw new SourceChanged('The SEC answered with something else than the filing.');
  }
  const form = item.fields.form ?? (isFormD(text) ? 'D' : '8-K');
  return {
    form,
    filer: item.fields.filer ?? (isFormD(text) ? issuerOf(text) : null),
    filed: null,
    documents: [{ type: form, filename: '', description: '', content: text }],
  };
}

function filedOn({ filed }: Submission): PartialDay | null {
  const m = /^(\d{4})(\d{2})(\d{2})$/.exec(filed ?? '');
  return m ? parsePartialDay(`${m[1]}-${m[2]}-${m[3]}`) : null;
}

function filerOf({ filer }: Submission, item: FoundItem): string | null {
  return (item.fields.cik && companyOf(item.fields.cik)) || filer || (item.fields.filer ?? null);
}

function titleOf(submission: Submission, item: FoundItem): string {
  const form = submission.form ?? item.fields.form ?? 'filing';
  const items = itemNames((item.fields.items ?? '').split(',').filter(Boolean));
  const about = items || (/^D(\/A)?$/.test(form) ? 'Notice of Exempt Offering of Securities' : '');
  return `${filerOf(submission, item) ?? 'A company'}, Form ${form}${about ? `: ${about}` : ''}`.slice(0, 500);
}

function filingText({ documents }: Submission): string {
  const [main, ...others] = documents;
  if (!main) return '';
  const parts = [mainText(main), ...others.map(exhibitText)];
  return parts.filter(Boolean).join('\n\n');
}

function mainText(main: SubmittedDocument): string {
  if (isFormD(main.content)) return formDText(main.content);
  return reportPart(textOf(main.content));
}

function exhibitText({ type, content }: SubmittedDocument): string {
  if (RELEASE.test(type)) return `Exhibit ${type.slice(3)}\n\n${textOf(content)}`;
  if (AGREEMENT.test(type))
    return `Exhibit ${type.slice(3)} (opening)\n\n${textOf(content).slice(0, LONGEST_AGREEMENT)}`;
  return '';
}

/** Text of one document: hidden XBRL facts and page numbers are not part of what people read. */
function textOf(content: string): string {
  if (/^\s*<PDF>|^begin \d{3} /m.test(content.slice(0, 200))) return '';
  const markup = content.replace(/<ix:header\b[\s\S]*?<\/ix:header>/gi, '');
  if (!/<[a-z!/?][^>]*>/i.test(markup.slice(0, 5_000))) return tidyText(markup);
  scanMarkup(markup, 'html');
  return plainText(markup)
    .split('\n\n')
    .filter((paragraph) => !/^(\d{1,3}|table of contents|-\s?\d+\s?-)$/i.test(paragraph))
    .join('\n\n');
}

/** From the first item to the signature: before it stands the cover of the form, the same in every filing. */
function reportPart(text: string): string {
  const start = /^item\s+\d\.\d\d\b/im.exec(text)?.index ?? 0;
  const rest = text.slice(start);
  const end = /^signatures?\b[\s:]*$/im.exec(rest)?.index ?? rest.length;
  return rest.slice(0, end).trim();
}
