import type { JurisdictionCheck, TestOutcome } from '../../model/jurisdiction.ts';
import { webLink } from '../../model/link.ts';
import { formatDay } from '../../words/format.ts';
import { labels, t } from '../../words/speak.ts';

export const OUTCOME_LABELS: Record<TestOutcome, string> = labels('test-outcome');

/** A regime's tests as a dossier lists them. */
export interface RegimeRows {
  title: string;
  authority: string;
  outcome: TestOutcome;
  word: string;
  on: string;
  tests: { title: string; outcome: TestOutcome; word: string; because: string; missing: string }[];
  notes: string[];
  references: { title: string; link: string | null }[];
}

/** Takes what was checked; gives its words, with the day whose rules were applied. */
export function regimeRows(checks: readonly JurisdictionCheck[]): RegimeRows[] {
  return checks.map(({ title, authority, outcome, date, tests, notes, references }) => ({
    title,
    authority,
    outcome,
    word: OUTCOME_LABELS[outcome],
    on: date ? t('dossier.rules-of', { date: formatDay(date) }) : t('dossier.the-latest-rules-the-deal'),
    tests: tests.map((test) => ({ ...test, word: OUTCOME_LABELS[test.outcome], missing: test.missing.join(' ') })),
    notes,
    references: references.map((reference) => ({ title: reference.title, link: webLink(reference.url) })),
  }));
}
