import { z } from 'zod';
import { type Day, type PartialDay, parseDay } from '../../model/day.ts';

/**
 * A competition case of the Commission, out of the open-data dump or the search of its register. Both write every
 * value as a list of strings, some of them JSON once more; they differ in names, dates and vocabulary.
 */
export interface EcCase {
  number: string;
  title: string | null;
  /** Other titles of the same case; in spite of its name, `caseCompanies` holds titles. */
  otherTitles: string[];
  instrument: string | null;
  regulation: string | null;
  /** Raw, in either vocabulary. */
  procedure: string | null;
  /** Raw phase code of the search; the dump has none. */
  phase: string | null;
  sectors: string[];
  initiated: PartialDay | null;
  notified: PartialDay | null;
  renotified: PartialDay | null;
  deadline: Day | null;
  lastDecision: PartialDay | null;
  timeline: { date: PartialDay | null; what: string }[];
  decisions: EcDecision[];
  documents: { name: string; link: string }[];
  press: string[];
}

export interface EcDecision {
  number: string | null;
  adopted: PartialDay | null;
  /** Labels such as "Art. 6(1)(b)", as published. */
  types: string[];
  press: string[];
}

/** The least that metadata must be: lists, mostly of strings; a bare value is taken as a list of one. */
export const Metadata = z.record(z.string(), z.unknown());
export type Metadata = z.infer<typeof Metadata>;

const Entry = z.object({ metadata: Metadata }).loose();
const DecisionEntry = Entry.extend({ decisionAttachments: z.array(Entry).nullish() });

/** One case of the dump. */
export const DumpCase = z
  .object({
    metadata: Metadata,
    decisions: z.array(DecisionEntry).nullish(),
    caseAttachments: z.array(Entry).nullish(),
  })
  .loose();
export type DumpCase = z.infer<typeof DumpCase>;

/** Takes the values of one field; gives them as strings, the empty ones left out. */
export function values(metadata: Metadata, name: string): string[] {
  return [metadata[name]]
    .flat()
    .filter((value) => value !== null && value !== undefined)
    .map((value) => String(value).trim())
    .filter(Boolean);
}

const first = (metadata: Metadata, name: string) => values(metadata, name)[0] ?? null;
const day = (metadata: Metadata, name: string) => brusselsDay(first(metadata, name));

/** A full day, which is a partial day that leaves nothing open. */
type FullDay = Day & PartialDay;

const BRUSSELS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' });

/**
 * Takes a date of either kind: a day of the dump (`2022-09-30`), or midnight in Brussels written in UTC
 * (`2026-07-15T22:00:00.000+0000` is 16 July). Gives the day in Brussels, or null.
 */
export function brusselsDay(written: string | null | undefined): FullDay | null {
  const text = written?.trim() ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseDay(text) as FullDay | null;
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return /^\d{12,13}$/.test(text) ? dayOfMs(Number(text)) : null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : dayOfMs(time);
}

function dayOfMs(time: number): FullDay | null {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : (parseDay(BRUSSELS.format(date)) as FullDay | null);
}

/** Takes one field whose values are JSON in a string; gives the labels (or codes) in them, or the plain strings. */
export function labels(metadata: Metadata, name: string): string[] {
  return values(metadata, name).map((value) => {
    const parsed = jsonIn(value);
    const { label, code } = (parsed ?? {}) as { label?: unknown; code?: unknown };
    return String(label ?? code ?? value);
  });
}

function jsonIn(value: string): unknown {
  if (!/^\s*[{[]/.test(value)) return null;
  try {
    return JSON.parse(value);
  } catch {
    // Some values are cut off in the middle; then the string itself is all there is.
    return null;
  }
}

/** Takes a field that holds `{"items": [...]}` in a string; gives the items. */
function items(metadata: Metadata, name: string): Record<string, unknown>[] {
  return values(metadata, name).flatMap((value) => {
    const found = (jsonIn(value) as { items?: unknown } | null)?.items;
    return Array.isArray(found) ? found.filter((item) => typeof item === 'object' && item !== null) : [];
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Takes the metadata of a case, from dump or search; gives the case without its decisions. */
export function readCase(metadata: Metadata, number: string): EcCase {
  const title = first(metadata, 'caseTitle');
  return {
    number: first(metadata, 'caseNumber') ?? number,
    title,
    otherTitles: values(metadata, 'caseCompanies').filter((other) => other !== title),
    instrument: first(metadata, 'caseInstrument'),
    regulation: first(metadata, 'caseRegulation'),
    procedure: first(metadata, 'caseSimplified'),
    phase: first(metadata, 'caseInvestigationPhase'),
    sectors: labels(metadata, 'caseSectors'),
    initiated: day(metadata, 'caseInitiationDate'),
    notified: day(metadata, 'caseNotificationDate'),
    renotified: day(metadata, 'caseRenotificationDate'),
    deadline: day(metadata, 'caseDeadlineDate'),
    lastDecision: day(metadata, 'caseLastDecisionDate'),
    timeline: items(metadata, 'caseTimelineEvents').map((item) => ({
      date: brusselsDay(text(item.date)),
      what: text(item.description) || text(item.type),
    })),
    decisions: [],
    documents: [],
    press: [],
  };
}

/** Takes the metadata of a decision; gives the decision. */
export function readDecision(metadata: Metadata): EcDecision {
  return {
    number: first(metadata, 'decisionNumber'),
    adopted: day(metadata, 'decisionAdoptionDate'),
    types: labels(metadata, 'decisionTypes'),
    press: items(metadata, 'decisionPressReleases')
      .map((item) => text(item.reference))
      .filter(Boolean),
  };
}

/** Takes a case of the dump; gives it whole, with its decisions and documents. */
export function readDumpCase(entry: DumpCase, number: string): EcCase {
  const decisions = entry.decisions ?? [];
  const attached = [...decisions.flatMap((one) => one.decisionAttachments ?? []), ...(entry.caseAttachments ?? [])];
  const read = decisions.map(({ metadata }) => readDecision(metadata));
  return {
    ...readCase(entry.metadata, number),
    decisions: read.sort((a, b) => ((a.adopted ?? '') < (b.adopted ?? '') ? -1 : 1)),
    documents: documentsOf(attached.map(({ metadata }) => metadata)),
    press: [...new Set(read.flatMap(({ press }) => press))],
  };
}

/** The same attachment appears under several references; its address tells. */
function documentsOf(attachments: Metadata[]): EcCase['documents'] {
  const byLink = new Map<string, string>();
  for (const metadata of attachments) {
    const link = first(metadata, 'attachmentLink');
    if (link && !byLink.has(link)) byLink.set(link, first(metadata, 'attachmentName') ?? link);
  }
  return [...byLink].map(([link, name]) => ({ name, link }));
}
