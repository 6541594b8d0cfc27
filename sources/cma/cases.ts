import { z } from 'zod';
import { type Day, dayOf, firstDay, formatDay, parsePartialDay } from '../../model/day.ts';
import { SourceChanged } from '../../model/errors.ts';
import { type CaseStep, eventsOf, inOrder } from '../cases/case-document.ts';
import { partiesOf } from '../cases/parties.ts';
import { unsigned } from '../cases/unsigned.ts';
import { webLink } from '../parsing/canonical.ts';
import { readDate } from '../parsing/date.ts';
import { blockText, parseHtml } from '../parsing/html.ts';
import { readJson } from '../parsing/json.ts';
import type { CaseDetails, Fetched, FoundItem, ReadPage, Source } from '../source.ts';
import { GOVUK_BODY, GOVUK_CHANGES, GOVUK_PAGE } from './govuk-content.ts';
import { listCases, searchAddress } from './search.ts';
import { OUTCOMES, statusOfStep } from './steps.ts';
import { namesTimetable, readTimetable } from './timetable.ts';

/** Merger cases of the Competition and Markets Authority: the register by search, each case by the content API. */

const SHAPE = GOVUK_PAGE.extend({
  details: z.looseObject({
    body: GOVUK_BODY,
    metadata: z.looseObject({
      case_type: z.union([z.string(), z.array(z.string())]).nullish(),
      case_state: z.string().nullish(),
      outcome_type: z.string().nullish(),
      opened_date: z.string().nullish(),
      closed_date: z.string().nullish(),
    }),
    change_history: GOVUK_CHANGES.nullish(),
    attachments: z.array(z.looseObject({ title: z.string().nullish(), url: z.string().nullish() })).nullish(),
  }),
});
type Case = z.infer<typeof SHAPE>;

function readCase(page: Fetched | null, item: FoundItem): ReadPage {
  if (!page) throw new SourceChanged(`The page of the case “${item.title}” could not be had.`);
  const found = readJson(page, SHAPE);
  if (found.document_type !== 'cma_case') {
    throw new SourceChanged(`${found.base_path} is no longer a case page but of type ${found.document_type}.`);
  }
  const warnings: string[] = [];
  const text = caseText(found);
  const url = `https://www.gov.uk${found.base_path}`;
  const document = unsigned(
    { url, title: found.title, published: readDate(found.first_published_at), language: found.locale ?? 'en', text },
    source,
  );
  if (found.withdrawn_notice?.explanation) warnings.push('The CMA has withdrawn the page of this case.');
  const details = detailsOf(found);
  if (!isMerger(found)) return { document, events: [], warnings, details };
  const steps = stepsOf(found, dayOf(page.fetchedAt), warnings);
  const about = { authority: 'CMA', caseRef: slugOf(found), title: found.title, parties: partiesOf(found.title) };
  return { document, events: eventsOf(steps, about, text, warnings), warnings, details };
}

const slugOf = (found: Case) => found.base_path.replace(/^\/cma-cases\//, '');

/** The statuses are those of merger control; other cases are read, and make no step of a review. */
function isMerger({ details: { metadata } }: Case): boolean {
  const types = [metadata.case_type].flat().filter(Boolean);
  return types.length === 0 || types.includes('mergers');
}

/** Every dated row and update, the dates that bind, and the documents. */
function detailsOf(found: Case): CaseDetails {
  const rows = readTimetable(bodyOf(found));
  const updates = found.details.change_history ?? [];
  const timeline = [
    ...rows.map(({ date, action }) => ({ date, what: action })),
    ...updates.map(({ note, public_timestamp }) => ({ date: readDate(public_timestamp), what: note.trim() })),
  ];
  const deadlines = rows.flatMap(({ date, action }) => (date && DEADLINE.test(action) ? [{ date, what: action }] : []));
  return { authority: 'CMA', caseRef: slugOf(found), deadlines, timeline, documents: documentsOf(found) };
}

const DEADLINE = /deadline|target date|expected|closing date|due\b/i;

function documentsOf(found: Case): CaseDetails['documents'] {
  const attached = (found.details.attachments ?? []).map(({ title, url }) => ({ name: title ?? '', url }));
  return attached.flatMap(({ name, url }) => {
    const link = webLink(url, 'https://www.gov.uk/');
    return link ? [{ name: name || link, url: link }] : [];
  });
}

/** The case as the public page shows it: description, the facts at its head, the body, and its updates. */
function caseText(found: Case): string {
  const updates = (found.details.change_history ?? []).map(updateLine);
  const documents = documentsOf(found).map(({ name }) => name);
  const parts = [
    found.description?.trim(),
    factLines(found).join('\n'),
    blockText(bodyOf(found).root().contents().toArray()),
    documents.length ? ['Documents', ...documents].join('\n') : null,
    updates.length ? ['Updates to this page', ...updates].join('\n\n') : null,
  ];
  return parts.filter(Boolean).join('\n\n');
}

function bodyOf(found: Case) {
  const { body } = found.details;
  const html = typeof body === 'string' ? body : body.find((part) => part.content_type === 'text/html')?.content;
  return parseHtml(html ?? '');
}

function factLines({ details: { metadata } }: Case): string[] {
  const outcome = metadata.outcome_type;
  return [
    metadata.case_state ? `Case state: ${metadata.case_state}` : null,
    outcome ? outcomeLine(outcome) : null,
    metadata.opened_date ? dateLine('Opened', metadata.opened_date) : null,
    metadata.closed_date ? dateLine('Closed', metadata.closed_date) : null,
  ].filter((line) => line !== null);
}

const outcomeLine = (outcome: string) => `Outcome: ${OUTCOMES[outcome]?.label ?? outcome}`;
const updateLine = ({ note, public_timestamp }: { note: string; public_timestamp: string }) =>
  `${dateText(public_timestamp.slice(0, 10))}: ${note.trim()}`;
const dateLine = (name: string, date: string) => `${name}: ${dateText(date)}`;

function dateText(date: string): string {
  const day = parsePartialDay(date);
  return day ? formatDay(day) : date;
}

/** Timetable first, then updates that add a status, then the outcome; a case with none of these is merely open. */
function stepsOf(found: Case, today: Day, warnings: string[]): CaseStep[] {
  const steps = timetableSteps(found, today, warnings);
  const add = (step: CaseStep | null) => {
    if (step && !steps.some(({ status }) => status === step.status)) steps.push(step);
  };
  for (const update of found.details.change_history ?? []) add(updateStep(update));
  add(outcomeStep(found, warnings));
  if (!steps.length) add(openedStep(found));
  return inOrder(steps);
}

function timetableSteps(found: Case, today: Day, warnings: string[]): CaseStep[] {
  const steps: CaseStep[] = [];
  const body = bodyOf(found);
  const rows = readTimetable(body);
  if (rows.length === 0 && namesTimetable(body)) {
    warnings.push('The page has a timetable that cannot be read; its steps are missing.');
  }
  for (const { date, action, line } of rows) {
    const status = statusOfStep(action);
    if (status === undefined) warnings.push(`A step of the timetable is not understood: “${action.slice(0, 100)}”.`);
    if (!date && status !== null)
      warnings.push(`A row of the timetable has no date that can be read: “${line.slice(0, 100)}”.`);
    // A date ahead is a plan; it becomes a step when it has come.
    if (status && date && firstDay(date) <= today) steps.push({ status, stage: action, date, line });
  }
  return steps;
}

function updateStep(update: { note: string; public_timestamp: string }): CaseStep | null {
  const status = statusOfStep(update.note);
  const date = readDate(update.public_timestamp);
  return status ? { status, stage: update.note.trim(), date, line: updateLine(update) } : null;
}

function outcomeStep({ details: { metadata } }: Case, warnings: string[]): CaseStep | null {
  const outcome = metadata.outcome_type;
  if (!outcome) {
    if (metadata.case_state === 'closed') warnings.push('The case is closed, but the page does not say how it ended.');
    return null;
  }
  const known = OUTCOMES[outcome];
  if (!known) warnings.push(`The CMA uses an outcome that is not known here: ${outcome}.`);
  if (!known?.status) return null;
  return { status: known.status, stage: known.label, date: readDate(metadata.closed_date), line: outcomeLine(outcome) };
}

function openedStep({ details: { metadata } }: Case): CaseStep | null {
  const opened = metadata.opened_date;
  if (!opened || metadata.case_state !== 'open') return null;
  return { status: 'monitoring', stage: 'Case opened', date: readDate(opened), line: dateLine('Opened', opened) };
}

const source: Source = {
  id: 'cma-cases',
  title: 'CMA merger cases',
  publisher: 'Competition and Markets Authority',
  sourceClass: 'official',
  authority: 'CMA',
  home: 'https://www.gov.uk/cma-cases?case_type%5B%5D=mergers',
  start: [searchAddress(0)],
  everyMinutes: 60,
  expectsAtLeast: 1000,
  expectsAtMost: 1500,
  list: listCases,
  read: readCase,
};

export const cmaCases = source;
