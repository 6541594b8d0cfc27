import { type Day, formatDay, type PartialDay } from '../../model/day.ts';
import type { NewDocument } from '../../model/document.ts';
import { type CaseStep, eventsOf, inOrder, stepLine } from '../cases/case-document.ts';
import { caseRecord } from '../cases/case-record.ts';
import { type Parties, partiesOf, partiesOfList } from '../cases/parties.ts';
import { companiesNamed, followedName } from '../cases/watched.ts';
import { fingerprint } from '../parsing/fingerprint.ts';
import type { CaseDetails, CaseRecord, FoundItem, ReadPage } from '../source.ts';
import type { EcCase } from './record.ts';
import { phaseOf, statusOfDecision } from './steps.ts';

/** From a case of the Commission's registers to an entry of its list, to its text and to its steps. */

const PAGES: Readonly<Record<string, string>> = { DMA: 'https://digital-markets-act-cases.ec.europa.eu/cases/' };

/** The page of a case for people; it is put together by a script and holds no data. */
export function casePage(number: string): string {
  return `${PAGES[number.split('.', 1)[0] ?? ''] ?? 'https://competition-cases.ec.europa.eu/cases/'}${number}`;
}

const NO_PARTY = /^(jv|joint venture|newco|target|assets?|\d+)$/i;

/** The parties whom the title of a case names, the target last; empty when it names fewer than two. */
export function partiesInTitle({ title, otherTitles }: EcCase): string[] {
  for (const written of [title, ...otherTitles]) {
    const names = (written ?? '')
      .slice(0, 500)
      .replace(/\(see [^)]*\)/gi, '')
      .split(/\s+\/\s+|(?<=\S)\/(?=\s)|(?<=\s)\/(?=\S)|(?<=\p{L}{2})\/(?=\p{L}{2})/u)
      .map((name) => name.trim())
      .filter((name) => name && !NO_PARTY.test(name));
    if (names.length >= 2) return names.slice(0, 20);
  }
  return [];
}

function pairOf(found: EcCase): Parties | null {
  const names = partiesInTitle(found);
  return partiesOfList(names) ?? (found.title ? partiesOf(found.title) : null);
}

/** True when one of the parties, or a title that names no two parties, is of a company that is followed. */
function isFollowed(found: EcCase): boolean {
  const parties = partiesInTitle(found);
  if (parties.length > 0) return parties.some((name) => followedName(name.replace(/\s*\([^)]*\)/g, '')) !== null);
  return companiesNamed([found.title, ...found.otherTitles].join('\n')).length > 0;
}

/** Merger control, the rules for gatekeepers and those on foreign subsidies are reviews of their own. */
export function authorityOf(number: string): string {
  return { DMA: 'EC DMA', FS: 'EC FSR' }[number.split('.', 1)[0] ?? ''] ?? 'EC';
}

/**
 * Takes a case and who publishes it; gives its entry. The whole case is in the list, so that there is no page
 * to fetch; it is read when one of its parties is followed, and compared at every visit in any case.
 */
export function caseItem(found: EcCase, settings: { publisher: string }): FoundItem {
  const url = casePage(found.number);
  const reads = isFollowed(found);
  const record = JSON.stringify(found);
  return {
    key: found.number,
    url,
    title: titleOf(found),
    published: found.notified ?? found.initiated,
    updatedAt: null,
    fingerprint: fingerprint([record]),
    fields: reads ? { record } : {},
    page: null,
    document: reads ? caseDocument(found, settings.publisher) : null,
    case: recordOf(found),
  };
}

const titleOf = ({ number, title }: EcCase) => (title ? `${number} ${title}` : number);

function recordOf(found: EcCase): CaseRecord {
  const pair = pairOf(found);
  const ended = found.decisions.findLast((one) => isFinal(one.types, found.regulation));
  return caseRecord({
    authority: authorityOf(found.number),
    caseRef: found.number,
    parties: partiesInTitle(found),
    acquirer: pair?.acquirer ?? null,
    target: pair?.target ?? null,
    state: found.phase ?? (ended ? 'decided' : null),
    outcome: ended?.types.join('; ') ?? null,
    opened: found.initiated ?? found.notified,
    closed: ended?.adopted ?? null,
    deadline: found.deadline && !ended ? provisional(found.deadline) : null,
    about: [found.title, ...found.otherTitles, ...found.sectors, ...found.timeline.map(({ what }) => what)].join('\n'),
    page: null,
  });
}

const DEADLINE = 'Provisional deadline';
const provisional = (date: Day) => ({ date, what: DEADLINE });

/** Later decisions waive or amend; the one that ended the review is of these kinds. */
function isFinal(types: readonly string[], regulation: string | null): boolean {
  return types.some((type) => {
    const status = statusOfDecision(type, regulation);
    return status !== undefined && status !== null && status !== 'phase2' && status !== 'information_request';
  });
}

function caseDocument(found: EcCase, publisher: string): NewDocument {
  const url = casePage(found.number);
  return {
    url,
    canonicalUrl: url,
    publisher,
    sourceClass: 'official',
    title: titleOf(found),
    byline: null,
    published: found.notified ?? found.initiated,
    language: 'en',
    text: caseText(found),
  };
}

/** The case as lines: what it is, what happened when, and its documents. */
function caseText(found: EcCase): string {
  const facts = [
    `Case ${found.number}`,
    found.title,
    ...found.otherTitles,
    said('Instrument', found.instrument),
    said('Regulation', found.regulation),
    said('Procedure', found.procedure),
    said('Phase', found.phase && (phaseOf(found.phase)?.label ?? found.phase)),
    said('Sectors', found.sectors.join('; ')),
    said('Provisional deadline', found.deadline && formatDay(found.deadline)),
  ];
  const documents = found.documents.slice(0, 200).map(({ name, link }) => `${name} ${link}`);
  const parts = [facts, chronology(found), documents.length ? ['Documents', ...documents] : [], pressLines(found)];
  return parts
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

const said = (name: string, value: string | null | undefined) => (value ? `${name}: ${value}` : null);
const pressLines = ({ press }: EcCase) => (press.length ? [`Press releases: ${press.join(', ')}`] : []);

/** Every dated line of the case, oldest first; opening, notification, decisions, and what its timeline tells. */
function chronology(found: EcCase): string[] {
  const dated: [PartialDay | null, string][] = [
    ...openings(found).map(({ date, stage }): [PartialDay | null, string] => [date, stage]),
    ...found.decisions.flatMap(({ adopted, types }) =>
      types.map((type): [PartialDay | null, string] => [adopted, type]),
    ),
    ...found.timeline.map(({ date, what }): [PartialDay | null, string] => [date, what]),
  ];
  const lines = dated.filter(([, what]) => what).sort(([a], [b]) => ((a ?? '9') < (b ?? '9') ? -1 : 1));
  return [...new Set(lines.map(([date, what]) => stepLine(date, what)))];
}

/** How a case began. A first date before the notification is that of the contacts before it. */
function openings({ instrument, initiated, notified, renotified, phase }: EcCase): CaseStep[] {
  const isMerger = /^(m|merger)$/i.test(instrument ?? 'M');
  const steps: CaseStep[] = [];
  const add = (date: PartialDay | null, status: CaseStep['status'], stage: string) => {
    if (date) steps.push({ date, status, stage, line: stepLine(date, stage) });
  };
  if (initiated && (!notified || initiated < notified)) {
    add(initiated, 'monitoring', isMerger ? 'Case opened before notification' : 'Case opened');
  }
  add(notified, 'phase1', 'Notification');
  add(renotified, 'phase1', 'Notified again');
  const known = phase ? phaseOf(phase) : undefined;
  if (known && !steps.some(({ status }) => status === known.status)) {
    steps.push({ date: null, status: known.status, stage: known.label, line: `Phase: ${known.label}` });
  }
  return steps;
}

/** Takes the entry of a case; gives its document and its steps. */
export function readCaseItem(item: FoundItem): ReadPage {
  const found = JSON.parse(item.fields.record ?? 'null') as EcCase | null;
  if (!found || !item.document) throw new TypeError(`The entry ${item.key} holds no case.`);
  const warnings: string[] = [];
  if (found.phase && !phaseOf(found.phase)) warnings.push(unknown('phase', found.phase));
  const steps = [...openings(found), ...decided(found, warnings)];
  const about = {
    authority: authorityOf(found.number),
    caseRef: found.number,
    title: titleOf(found),
    parties: pairOf(found),
  };
  return {
    document: item.document,
    events: eventsOf(inOrder(steps), about, item.document.text, warnings),
    warnings,
    details: detailsOf(found),
  };
}

function detailsOf(found: EcCase): CaseDetails {
  const deadlines = found.deadline ? [{ date: found.deadline as Day & PartialDay, what: DEADLINE }] : [];
  const timeline = [
    ...openings(found).flatMap(({ date, stage }) => (date ? [{ date, what: stage }] : [])),
    ...found.decisions.flatMap(({ adopted, types }) => types.map((what) => ({ date: adopted, what }))),
    ...found.timeline,
  ];
  const documents = found.documents.map(({ name, link }) => ({ name, url: link }));
  return { authority: authorityOf(found.number), caseRef: found.number, deadlines, timeline, documents };
}

const unknown = (what: string, value: string) => `The Commission uses a ${what} that is not known here: ${value}.`;

function decided(found: EcCase, warnings: string[]): CaseStep[] {
  return found.decisions.flatMap(({ adopted, types }) =>
    types.flatMap((type) => {
      const status = statusOfDecision(type, found.regulation);
      if (status === undefined) warnings.push(unknown('type of decision', type));
      return status ? [{ date: adopted, status, stage: type, line: stepLine(adopted, type) }] : [];
    }),
  );
}
