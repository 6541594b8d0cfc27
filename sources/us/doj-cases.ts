import type { Element } from 'domhandler';
import { type PartialDay, parsePartialDay } from '../../model/day.ts';
import type { ScrutinyStatus } from '../../model/scrutiny.ts';
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

/**
 * Civil merger cases that the Antitrust Division has filed in court. The pages stand behind a gatekeeper that may put a
 * challenge in their place: that is a refusal, and never a list without cases.
 */
const LIST =
  'https://www.justice.gov/atr/antitrust-case-filings?field_case_type_target_id%5B0%5D=28&f%5B0%5D=cases_index_list_case_type%3Acivil_merger';

/** Documents are added to the page of a case without a word in the list. */
const LOOK_EVERY_DAYS = 7;

function listCases(page: Fetched): Listing {
  const tree = htmlOf(page);
  const found = listCards(page, tree, { cards: '.views-row article', link: 'h2 a, h3 a' }, (card) =>
    toItem(tree, card, lookAgainMark(page.fetchedAt, LOOK_EVERY_DAYS)),
  );
  const next = all(tree, 'a[rel="next"]')[0]?.attribs.href;
  const more = isFirst(page.url) ? [] : [webLink(next, page.finalUrl)].filter((url) => url !== null);
  return { ...found, more };
}

/** The first page holds what is new; only a run that goes back in time follows the others. */
const isFirst = (address: string) => !new URL(address).searchParams.has('page');

function toItem(tree: Page, { element: card, title, url }: Card, look: string): FoundItem {
  const field = (name: string) => all(tree, `.${name}, .${name.replaceAll('_', '-')}`, 0, card)[0];
  const [filed, closed] = [dayIn(tree, field('field_date')), dayIn(tree, field('field_closed_date'))];
  const court = wordsOf(field('field_federal_court'));
  const kind = wordsOf(field('field_case_type'));
  const parties = partiesOfCaption(title);
  const followed = parties ? isWatched(parties) : companiesNamed(title).length > 0;
  const documents = all(tree, '.node-documents a', 0, card).map(text);
  return {
    key: new URL(url).pathname.split('/').at(-1) ?? url,
    url,
    title,
    published: filed,
    updatedAt: null,
    fingerprint: fingerprint([title, url, filed, closed, court, kind, ...documents, followed && !closed ? look : null]),
    fields: { filed, closed, court, kind },
    page: followed ? url : null,
    document: null,
    case: caseRecord({
      authority: 'DOJ',
      caseRef: new URL(url).pathname.split('/').at(-1) ?? url,
      parties: parties ? [parties.acquirer, parties.target] : [],
      acquirer: parties?.acquirer ?? null,
      target: parties?.target ?? null,
      state: closed ? 'closed' : 'open',
      outcome: null,
      opened: filed,
      closed,
      deadline: null,
      about: [title, kind, ...documents].filter(Boolean).join('\n'),
      page: url,
    }),
  };
}

const wordsOf = (element: Element | undefined) => (element ? text(element) || null : null);

function dayIn(tree: Page, element: Element | undefined): PartialDay | null {
  if (!element) return null;
  const time = all(tree, 'time[datetime]', 0, element)[0];
  return readDate(time?.attribs.datetime) ?? readDate(text(element));
}

/** What a document filed in court is, by its name. Data; first match counts. */
const FILINGS: readonly [RegExp, ScrutinyStatus | null][] = [
  [/\b(notice of (voluntary )?dismissal|stipulation of dismissal|voluntary dismissal)\b/i, 'abandoned'],
  [/\b(final judgment|consent decree)\b/i, 'remedies'],
  [/\bcomplaint\b/i, 'challenged'],
  [/.*/, null],
];

function readCase(page: Fetched | null, item: FoundItem, settings: SourceSettings): ReadPage {
  const warnings: string[] = [];
  if (!page) throw new TypeError('A case of the Antitrust Division is read from its page.');
  const tree = htmlOf(page);
  const main = all(tree, 'main article, article.node-case, main', 1)[0] as Element;
  const title = wordsOf(all(tree, 'h1', 0)[0]) ?? item.title ?? '';
  const filings = filingsOf(tree, main);
  const facts = [
    title,
    line('Case type', item.fields.kind),
    line('Federal court', item.fields.court),
    line('Case opened', item.fields.filed),
    line('Case closed', item.fields.closed),
  ].filter((one) => one !== null);
  const steps = stepsOf(filings, item, warnings);
  const chronology = filings.map(({ date, name }) => stepLine(date, name));
  const body = blockText([main]);
  const document = unsigned(
    {
      url: page.finalUrl,
      title,
      published: item.published,
      text: [facts.join('\n'), chronology.join('\n'), body].filter(Boolean).join('\n\n'),
    },
    settings,
  );
  const about = { authority: 'DOJ', caseRef: item.key, title, parties: partiesOfCaption(title) };
  const timeline = filings.map(({ date, name }) => ({ date, what: name }));
  const details = { authority: 'DOJ', caseRef: item.key, deadlines: [], timeline, documents: linksOf(filings) };
  return { document, events: eventsOf(inOrder(steps), about, document.text, warnings), warnings, details };
}

const linksOf = (filings: Filing[]) => filings.flatMap(({ name, url }) => (url ? [{ name, url }] : []));
const line = (name: string, value: string | null | undefined) => (value ? `${name}: ${value}` : null);

interface Filing {
  name: string;
  date: PartialDay | null;
  url: string | null;
}

/** Documents of the case: rows of a table or entries of a list, each with a link and mostly a date. */
function filingsOf(tree: Page, main: Element): Filing[] {
  const rows = all(tree, 'tr, li, .views-row', 0, main).filter((row) => all(tree, 'a[href]', 0, row).length === 1);
  const filings = rows.flatMap((row) => {
    const link = one(tree, 'a[href]', row);
    const name = text(link);
    const time = all(tree, 'time[datetime]', 0, row)[0];
    const date = readDate(time?.attribs.datetime) ?? dateIn(text(row));
    const url = webLink(link.attribs.href, 'https://www.justice.gov/');
    return name && date ? [{ name, date, url }] : [];
  });
  return [...new Map(filings.map((filing) => [`${filing.date} ${filing.name}`, filing])).values()];
}

function dateIn(words: string): PartialDay | null {
  const american = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(words);
  if (american)
    return parsePartialDay(`${american[3]}-${american[1]?.padStart(2, '0')}-${american[2]?.padStart(2, '0')}`);
  return readDate(/\b[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b/.exec(words)?.[0]);
}

/** The first complaint begins the case; a case that was opened in court without one named is a complaint too. */
function stepsOf(filings: Filing[], item: FoundItem, warnings: string[]): CaseStep[] {
  const steps: CaseStep[] = [];
  for (const { name, date } of [...filings].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))) {
    const status = FILINGS.find(([pattern]) => pattern.test(name))?.[1];
    const isFirstOfKind = status && !steps.some((step) => step.status === status);
    if (isFirstOfKind && !/\bproposed\b/i.test(name))
      steps.push({ status, stage: name, date, line: stepLine(date, name) });
  }
  const filed = item.fields.filed;
  if (!steps.some(({ status }) => status === 'challenged') && filed) {
    steps.unshift({ status: 'challenged', stage: 'Case opened', date: readDate(filed), line: `Case opened: ${filed}` });
  }
  if (item.fields.closed && steps.every(({ status }) => status === 'challenged')) {
    warnings.push('The case is closed, but its page does not say how it ended.');
  }
  return steps;
}

export const dojCases: Source = {
  id: 'doj-cases',
  title: 'DOJ civil merger cases',
  publisher: 'Department of Justice',
  sourceClass: 'official',
  authority: 'DOJ',
  home: 'https://www.justice.gov/atr/antitrust-case-filings',
  start: [LIST],
  everyMinutes: 1440,
  expectsAtLeast: 5,
  expectsAtMost: 100,
  holdsNewest: true,
  list: listCases,
  read: readCase,
  back: () => [`${LIST}&page=1`],
};
