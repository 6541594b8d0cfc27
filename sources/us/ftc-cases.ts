import type { Element } from 'domhandler';
import type { PartialDay } from '../../model/day.ts';
import { SourceChanged } from '../../model/errors.ts';
import { type Card, listCards } from '../cases/case-cards.ts';
import { type CaseStep, eventsOf, inOrder, stepLine } from '../cases/case-document.ts';
import { caseRecord } from '../cases/case-record.ts';
import { isWatched } from '../cases/parties.ts';
import { unsigned } from '../cases/unsigned.ts';
import { companiesNamed } from '../cases/watched.ts';
import { lookAgainMark } from '../look-again.ts';
import { webLink } from '../parsing/canonical.ts';
import { readDate } from '../parsing/date.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import { all, blockText, one, type Page, text } from '../parsing/html.ts';
import { htmlOf } from '../parsing/html-page.ts';
import type { Fetched, FoundItem, Listing, ReadPage, Source, SourceSettings } from '../source.ts';
import { partiesOfCaption } from './captions.ts';
import { statusOfWords, stepOfHeadline } from './ftc-steps.ts';

/**
 * Cases and proceedings of the FTC in its legal library, competition only. The pages are large and the site asks for
 * five seconds between two of them, so that one page of the list is read a day; the cases on it by date of change.
 */
const LIST =
  'https://www.ftc.gov/legal-library/browse/cases-proceedings?sort_by=field_date&items_per_page=20&field_mission%5B29%5D=29';

const LOOK_EVERY_DAYS = 7;

/** Pages that collect many matters and are no case. */
const NO_CASE = /closing letters?|banned|premerger|advisory opinions?|petitions?/i;

const FIELDS = [
  'field-matter-number',
  'field-docket-number',
  'field-civil-action-number',
  'field-case-status',
  'field-enforcement-type',
  'field-case-action-type',
  'field-long-title',
] as const;

function fieldsOf(tree: Page, scope: Element): Record<string, string | null> {
  return Object.fromEntries(
    FIELDS.map((name) => {
      const items = all(tree, `.field--name-${name} .field__item`, 0, scope).map(text);
      const whole = all(tree, `.field--name-${name}`, 0, scope).map(text);
      return [name, (items.length ? items : whole).filter(Boolean).join('; ') || null];
    }),
  );
}

/** "222 3002" and "222-3002" are matter 2223002. */
export function matterNumber(written: string | null | undefined): string | null {
  return (
    /(?<!\d)(\d{3})[\s-]?(\d{4})(?!\d)/
      .exec(written ?? '')
      ?.slice(1, 3)
      .join('') ?? null
  );
}

function listCases(page: Fetched): Listing {
  const tree = htmlOf(page);
  const found = listCards(
    page,
    tree,
    { cards: 'article.node--type-case:not(.node--view-mode-full)', link: '.node-title a, h3 a' },
    (card) => (NO_CASE.test(card.title) ? null : toItem(tree, card, lookAgainMark(page.fetchedAt, LOOK_EVERY_DAYS))),
  );
  const number = Number(new URL(page.url).searchParams.get('page') ?? 0);
  const more = number > 0 && found.listed > 0 && number < 400 ? [`${LIST}&page=${number + 1}`] : [];
  return { ...found, more };
}

function toItem(tree: Page, { element: card, title, url }: Card, look: string): FoundItem {
  const fields = fieldsOf(tree, card);
  const changed = dayIn(tree, card, '.field--name-field-date time');
  const summary = all(tree, '.field--name-body', 0, card).map(text).join(' ');
  const slug = new URL(url).pathname.split('/').at(-1) ?? url;
  const parties = partiesOfCaption(title);
  const isFollowed = parties ? isWatched(parties) : companiesNamed(title).length > 0;
  const isOpen = !/closed|dismissed|final/i.test(fields['field-case-status'] ?? '');
  const caseRef = matterNumber(fields['field-matter-number']) ?? matterNumber(slug) ?? slug;
  return {
    key: slug,
    url,
    title,
    published: changed,
    updatedAt: null,
    fingerprint: fingerprint([title, changed, summary, ...Object.values(fields), isFollowed && isOpen ? look : null]),
    fields,
    page: isFollowed ? url : null,
    document: null,
    case: caseRecord({
      authority: 'FTC',
      caseRef,
      parties: parties ? [parties.acquirer, parties.target] : [],
      acquirer: parties?.acquirer ?? null,
      target: parties?.target ?? null,
      state: fields['field-case-status'] ?? null,
      outcome: fields['field-enforcement-type'] ?? fields['field-case-action-type'] ?? null,
      opened: null,
      closed: null,
      deadline: null,
      about: [title, summary, fields['field-long-title']].filter(Boolean).join('\n'),
      page: url,
    }),
  };
}

/** The date in a `<time>` of the article itself; the page around it has dates of other things. */
function dayIn(tree: Page, scope: Element, selector: string): PartialDay | null {
  const time = all(tree, selector, 0, scope)[0];
  return time ? (readDate(time.attribs.datetime) ?? readDate(text(time))) : null;
}

/** What enforcement begins with, by the FTC's own type. */
const BEGINNINGS: readonly [RegExp, CaseStep['status']][] = [
  [/part 2 consents?/i, 'remedies'],
  [/part 3|administrative complaint|federal injunction|federal court/i, 'challenged'],
];

function readCase(page: Fetched | null, item: FoundItem, settings: SourceSettings): ReadPage {
  if (!page) throw new TypeError('A case of the legal library is read from its page.');
  const tree = htmlOf(page);
  const article = one(tree, 'article.node--type-case');
  const title = all(tree, 'h1', 0).map(text).find(Boolean) ?? item.title ?? '';
  if (!title) throw new SourceChanged('The page of the case has no title.');
  const fields = fieldsOf(tree, article);
  const updated = dayIn(tree, article, '.field--name-field-date time');
  const entries = timelineOf(tree, article);
  const document = unsigned(
    {
      url: page.finalUrl,
      title,
      published: updated ?? item.published,
      text: caseText(tree, article, { title, fields, entries }),
    },
    settings,
  );
  const warnings: string[] = [];
  const steps = stepsOf(entries, fields, warnings);
  const caseRef = matterNumber(fields['field-matter-number']) ?? item.key;
  const headline = entries.map(({ what }) => stepOfHeadline(what)).find(Boolean);
  const about = { authority: 'FTC', caseRef, title, parties: partiesOfCaption(title) ?? headline ?? null };
  const details = {
    authority: 'FTC',
    caseRef,
    deadlines: [],
    timeline: entries,
    documents: all(tree, '.field--name-field-media-document a', 0, article).flatMap((link) => {
      const url = webLink(link.attribs.href, page.finalUrl);
      return url ? [{ name: text(link), url }] : [];
    }),
  };
  return { document, events: eventsOf(inOrder(steps), about, document.text, warnings), warnings, details };
}

interface Entry {
  date: PartialDay | null;
  what: string;
}

const TIMELINE = '[class*="timeline__item"], [class*="timeline-item"], .field--name-field-case-timeline .field__item';

/** The timeline of the case, and its releases and documents that carry a date in their address. */
function timelineOf(tree: Page, article: Element): Entry[] {
  const items = all(tree, TIMELINE, 0, article);
  const entries = items.flatMap((item): Entry[] => {
    const heading = all(tree, 'a, h3, h4, [class*="title"]', 0, item).map(text).find(Boolean);
    const date = dayIn(tree, item, 'time') ?? readDate(/\b[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b/.exec(text(item))?.[0]);
    return heading ? [{ date, what: heading }] : [];
  });
  const releases = all(tree, '.field--name-field-press-releases a', 0, article).map((link): Entry => {
    const [, year, month] = /\/press-releases\/(\d{4})\/(\d{2})\//.exec(link.attribs.href ?? '') ?? [];
    return { date: readDate(year && month ? `${year}-${month}` : null), what: text(link) };
  });
  const known = new Set(entries.map(({ what }) => what));
  return [...entries, ...releases.filter(({ what }) => what && !known.has(what))];
}

function caseText(
  tree: Page,
  article: Element,
  { title, fields, entries }: { title: string; fields: Record<string, string | null>; entries: Entry[] },
): string {
  const facts = [
    title,
    fields['field-long-title'],
    said('Matter number', fields['field-matter-number']),
    said('Docket number', fields['field-docket-number']),
    said('Civil action number', fields['field-civil-action-number']),
    said('Enforcement type', fields['field-enforcement-type']),
    said('Case status', fields['field-case-status']),
  ].filter((line) => line !== null && line !== undefined);
  const body = blockText(all(tree, '.field--name-body', 0, article));
  const chronology = entries.map(({ date, what }) => stepLine(date, what));
  const documents = all(tree, '.field--name-field-media-document a', 0, article).map(text);
  const parts = [facts, [body], chronology, documents.length ? ['Documents', ...documents] : []];
  return parts
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

const said = (name: string, value: string | null | undefined) => (value ? `${name}: ${value}` : null);

/** A month without a day stands behind the days of that month: what is dated exactly is told by that date. */
const sortKey = ({ date }: Entry) => `${date ?? '9'}-99`;

/** Dated entries whose words stand for a step, first of each kind; else what the type of enforcement says. */
function stepsOf(entries: Entry[], fields: Record<string, string | null>, warnings: string[]): CaseStep[] {
  const steps: CaseStep[] = [];
  for (const { date, what } of [...entries].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))) {
    const status = statusOfWords(what);
    if (status && date && !steps.some((step) => step.status === status)) {
      steps.push({ status, stage: what, date, line: stepLine(date, what) });
    }
  }
  const type = fields['field-enforcement-type'];
  if (steps.length > 0 || !type) return steps;
  const status = BEGINNINGS.find(([pattern]) => pattern.test(type))?.[1];
  if (!status) warnings.push(`The FTC uses a type of enforcement that is not known here: ${type}.`);
  return status ? [{ status, stage: type, date: null, line: `Enforcement type: ${type}` }] : [];
}

export const ftcCases: Source = {
  id: 'ftc-cases',
  title: 'FTC competition cases (legal library)',
  publisher: 'Federal Trade Commission',
  sourceClass: 'official',
  authority: 'FTC',
  home: 'https://www.ftc.gov/legal-library/browse/cases-proceedings',
  start: [LIST],
  everyMinutes: 1440,
  expectsAtLeast: 5,
  expectsAtMost: 100,
  holdsNewest: true,
  list: listCases,
  read: readCase,
  back: () => [`${LIST}&page=1`],
};
