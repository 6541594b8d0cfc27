import { join } from 'node:path';
import ejs from 'ejs';
import { formatDay, formatInstant, type Instant } from '../model/day.ts';
import { RULE_LABELS, SEVERITY_LABELS, SOURCE_CLASS_LABELS } from '../model/labels.ts';
import { webLink } from '../model/link.ts';
import { paths } from '../model/paths.ts';
import { type CitedDocument, documentsBehind, factIdsOf, type ReportEntry, type ReportedFlag } from './report.ts';

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** A sentence that proves the flag, as it stands in a document. */
export interface Passage {
  quote: string;
  documentId: string;
}

export interface AlertInput {
  entry: ReportEntry;
  flag: ReportedFlag;
  /** The strongest passage first; the mail shows two. */
  passages: Passage[];
  /** Where links lead, from PUBLIC_URL; never from a request. */
  baseUrl: string;
  /** Folder that holds views/. */
  root: string;
  now: Instant;
}

/** Takes a flag that is new; gives the mail that tells of it: subject, plain text and HTML saying the same. */
export async function alertMail(input: AlertInput): Promise<MailText> {
  const data = alertData(input);
  const render = (part: string) => ejs.renderFile(join(input.root, 'views/mail', `alert.${part}.ejs`), { mail: data });
  const [subject, text, html] = await Promise.all([render('subject'), render('text'), render('html')]);
  return { subject: oneLine(subject), text: `${text.trim()}\n`, html };
}

/** A header is one line, whatever a page put into a name. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function alertData({ entry, flag, passages, baseUrl, now }: AlertInput) {
  const documents = documentsBehind(entry, factIdsOf(flag));
  const cited = passages.slice(0, 2).flatMap(({ quote, documentId }) => {
    const document = entry.documents.get(documentId);
    return document ? [{ quote, ...citation(document) }] : [];
  });
  return {
    pair: `${entry.pair.acquirer} → ${entry.pair.target}`,
    screen: RULE_LABELS[flag.rule],
    severity: SEVERITY_LABELS[flag.severity],
    why: flag.why,
    score: entry.score,
    band: entry.band,
    for: flag.for.map((f) => f.text),
    against: flag.against.map((f) => f.text),
    missing: flag.missing,
    passages: cited,
    sources: documents.map(citation),
    link: `${baseUrl}${paths.flag(flag.pairId, flag.rule)}`,
    settings: `${baseUrl}${paths.alerts()}`,
    raised: formatInstant(flag.raisedAt),
    now: formatInstant(now),
  };
}

function citation(document: CitedDocument) {
  const day = document.published ? formatDay(document.published) : 'undated';
  return {
    title: document.title,
    source: `${document.publisher}, ${SOURCE_CLASS_LABELS[document.sourceClass]}, ${day}`,
    url: webLink(document.url),
  };
}
