import { join } from 'node:path';
import ejs from 'ejs';
import type { Band } from '../model/flag.ts';
import { BAND_LABELS, STATUS_LABELS } from '../model/labels.ts';
import { type Pair, shownStatus } from '../model/ledger.ts';
import type { AlertEvent, EventPassage } from '../model/subscription.ts';
import { loopPicture, loopWords } from './loop-picture.ts';

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** What happened to one pair or one source, and how it stands now. */
export interface NewsGroup {
  /** `Amazon → Anthropic`. */
  title: string;
  path: string;
  events: readonly AlertEvent[];
  /** Null for a source, and for a pair that is gone. */
  pair: { pair: Pair; score: number; band: Band } | null;
}

export interface NewsMail {
  groups: readonly NewsGroup[];
  /** True for a digest: everything that waited, in one. */
  gathered: boolean;
  /** What the person asked for that brought it, in sentences. */
  wishes: readonly string[];
  /** Sources that are not being read: what they published is missing. */
  notRead: readonly string[];
  unsubscribe: string;
  settings: string;
  /** Where links lead, from PUBLIC_URL; never from a request. */
  baseUrl: string;
  /** When it was written, on the reader's clock. */
  written: string;
  /** Folder that holds views/. */
  root: string;
}

/** The picture that a mail shows is sent along under this name. */
export const PICTURE_CID = 'money-flow@dealwatch';
const MOST_GROUPS = 25;
const MOST_LINES = 12;
/** Changes told in one mail: mail programs cut what is longer than some 100 KB, with its end that says how to stop it. */
const MOST_IN_ALL = 30;
const LONGEST_SUBJECT = 200;
const MOST_WISHES = 3;

/** Takes what happened; gives the mail that tells of it: subject, plain text and HTML saying the same, counts computed. */
export async function newsMail(news: NewsMail): Promise<MailText> {
  const mail = dataOf(news);
  const render = (part: string) =>
    ejs.renderFile(join(news.root, 'views/mail', `news.${part}.ejs`), { mail }, { cache: true });
  const [text, html] = await Promise.all([render('text'), render('html')]);
  return { subject: oneLine(mail.subject), text: `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`, html };
}

/** A header is one line, whatever a page put into a name. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_SUBJECT);
}

function dataOf(news: NewsMail) {
  const { groups, gathered } = news;
  const single = gathered ? null : (groups[0] ?? null);
  const picture = single?.pair && loopPicture(single.pair.pair) ? loopWords(single.pair.pair) : null;
  const shown = groups.slice(0, MOST_GROUPS);
  const quoted = new Set<string>();
  return {
    subject: single ? singleSubject(single) : digestSubject(groups),
    gathered,
    written: news.written,
    notRead: news.notRead,
    wishes: wishWords(news.wishes),
    groups: shown.map((group) => groupWords(group, news.baseUrl, linesOfEach(shown.length), quoted)),
    left: groups.length - shown.length,
    all: `${news.baseUrl}/`,
    picture: picture && { cid: PICTURE_CID, words: picture },
    unsubscribe: news.unsubscribe,
    settings: news.settings,
  };
}

/** The change itself: "Amazon → Anthropic: $5bn put in; Score 63 (High), was 47 (Medium)". */
function singleSubject({ title, events }: NewsGroup): string {
  const [first, ...others] = events;
  if (!first) return title;
  const more = others.length > 1 ? ` and ${others.length} more` : others.length === 1 ? ' and 1 more' : '';
  return `${title}: ${first.headline}${more}`;
}

function digestSubject(groups: readonly NewsGroup[]): string {
  const events = groups.reduce((sum, group) => sum + group.events.length, 0);
  const changes = events === 1 ? '1 change' : `${events} changes`;
  const names = groups.slice(0, 2).map((group) => group.title);
  const rest = groups.length - names.length;
  return `${changes}: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** All of them have the same room. */
const linesOfEach = (groups: number) => Math.max(1, Math.min(MOST_LINES, Math.floor(MOST_IN_ALL / groups)));

/** Why somebody gets a mail. Whoever asked for many things is told the first. */
function wishWords(wishes: readonly string[]): string {
  const shown = wishes.slice(0, MOST_WISHES).map((wish) => `“${wish}”`);
  const more = wishes.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

function groupWords({ title, path, events, pair }: NewsGroup, baseUrl: string, most: number, quoted: Set<string>) {
  const shown = events.slice(0, most);
  return {
    title,
    link: `${baseUrl}${path}`,
    standing: pair ? `score ${pair.score}, band ${BAND_LABELS[pair.band]}` : '',
    scrutiny: pair ? scrutinyWords(pair.pair) : '',
    lines: shown.map(({ headline, details, passages, path: where }) => ({
      headline,
      details,
      ...quotedOnce(passages, quoted),
      link: `${baseUrl}${where}`,
    })),
    left: events.length - shown.length,
  };
}

/** A sentence that proves several things stands in the mail once. */
function quotedOnce(passages: readonly EventPassage[], quoted: Set<string>) {
  const fresh = passages.filter(({ quote }) => !quoted.has(quote));
  for (const { quote } of fresh) quoted.add(quote);
  return { passages: fresh, isQuotedAbove: passages.length > 0 && fresh.length === 0 };
}

/** Who has looked; without a step, only that none is on record here, never that there is none. */
function scrutinyWords(pair: Pair): string {
  const steps = pair.scrutiny.flatMap((cell) => {
    const status = shownStatus(cell);
    return status ? [`${cell.authority}: ${STATUS_LABELS[status]}`] : [];
  });
  return steps.length ? steps.join('; ') : 'No step by an authority on record here';
}
