import type { ReportWish } from '../../db/going-out/report-snapshots.ts';
import { EXTRACTOR_VERSION } from '../../extract/version.ts';
import { addDays, type Day, dayOf, type Instant, parseDay } from '../../model/day.ts';
import { InvalidInput } from '../../model/errors.ts';
import { REPORT_KINDS, type ReportKind } from '../../model/report.ts';
import { filterWords, usualTitle } from '../../model/report-words.ts';
import { PROGRAM_VERSION } from '../../model/version.ts';
import { RULES_VERSION } from '../../rules/index.ts';
import { t } from '../../words/speak.ts';

const LONGEST_TITLE = 160;

/** Takes the form of the Reports page; gives what is wanted. Throws InvalidInput that names each field. */
export function reportWishIn(form: URLSearchParams, now: Instant, userId: number | null): ReportWish {
  const problems: Record<string, string> = {};
  const kind = REPORT_KINDS.find((known) => known === form.get('kind'));
  if (!kind) problems.kind = t('reports.choose-a-kind-of-report');
  const { pairId, query } = whatOf(kind, form, problems);
  const [from, to] = [dayIn('from', form, problems), dayIn('to', form, problems)];
  if (from && to && to < from) problems.to = t('reports.the-period-ends-before-it');
  if (Object.keys(problems).length) throw new InvalidInput(t('reports.something-to-correct'), problems);
  const title = (form.get('title') ?? '').trim().slice(0, LONGEST_TITLE);
  const end = from ? (to ?? dayOf(now)) : null;
  return {
    kind: kind as ReportKind,
    title: title || usualTitle(kind as ReportKind, pairId, from, end),
    filter: filterWords(pairId, query),
    query,
    from,
    to: end,
    screens: RULES_VERSION,
    reader: EXTRACTOR_VERSION,
    program: PROGRAM_VERSION,
    sections: [],
    cover: '',
    pairId,
    createdBy: userId,
    logo: null,
    now,
  };
}

/** What a report is of, as the form says it: one deal's address or the address of the Deals page with its filters. */
export function whatOf(
  kind: ReportKind | undefined,
  form: URLSearchParams,
  problems: Record<string, string>,
): { pairId: string | null; query: string } {
  const value = (form.get('value') ?? '').trim().slice(0, 1000);
  if (kind !== 'dossier') return { pairId: null, query: queryOf(value) };
  const pairId = lastPart(value);
  if (!pairId) problems.value = t('reports.copy-the-address-of-the');
  return { pairId, query: '' };
}

function dayIn(field: string, form: URLSearchParams, problems: Record<string, string>): Day | null {
  const text = form.get(field)?.trim();
  if (!text) return null;
  const day = parseDay(text);
  if (!day || addDays(day, 0) !== day) problems[field] = t('reports.write-the-day-as-2026');
  return day;
}

/** The last part of a deal's address, decoded; what cannot be decoded stays as it is. */
function lastPart(value: string): string {
  const text =
    value
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The query of an address of the Deals page; a bare query is taken as it is. */
function queryOf(value: string): string {
  const text = value.replace(/^[^?]*\?/, '').replace(/#.*$/, '');
  return text.includes('=') ? new URLSearchParams(text).toString() : '';
}
