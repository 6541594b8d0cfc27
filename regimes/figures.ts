import { sameGroup } from '../model/company.ts';
import { type Day, firstDay, lastDay, type PartialDay } from '../model/day.ts';
import type { CompanyFigure, Measure, Territory, TestOutcome } from '../model/jurisdiction.ts';
import type { Pair } from '../model/ledger.ts';
import { convert, type RateLookup } from '../model/rate.ts';

/** What the checks are given beside the pair. */
export interface JurisdictionInput {
  /** Figures that analysts entered; without any most turnover tests stay unknown. */
  figures: readonly CompanyFigure[];
  /** Reference rates; null rates leave a test in another currency unknown. */
  rates: RateLookup;
  today: Day;
}

export interface Sum {
  value: number;
  currency: string;
}

/** The last figure of a company up to a day; null when none was entered. */
export function figureOf(
  input: JurisdictionInput,
  company: string,
  measure: Measure,
  territory: Territory,
  day: Day,
): CompanyFigure | null {
  const own = input.figures.filter(
    (one) =>
      one.measure === measure &&
      one.territory === territory &&
      firstDay(one.asOf) <= day &&
      sameGroup(one.company, company),
  );
  return own.sort((a, b) => (lastDay(a.asOf) < lastDay(b.asOf) ? 1 : -1))[0] ?? null;
}

/** A sum at the reference rate of a day, in another currency; null when a rate is missing. */
export function inCurrency(sum: Sum, currency: string, day: Day, input: JurisdictionInput): number | null {
  if (sum.currency === currency) return sum.value;
  return convert(sum, currency, day, input.rates)?.value ?? null;
}

/** Whether a company's turnover in a place passes a limit on a day; `met` means above. */
export function turnoverAbove(
  input: JurisdictionInput,
  company: string,
  territory: Territory,
  limit: Sum,
  day: Day,
): TestOutcome {
  const figure = figureOf(input, company, 'turnover', territory, day);
  if (!figure?.currency) return 'unknown';
  const value = inCurrency({ value: figure.value, currency: figure.currency }, limit.currency, day, input);
  return value === null ? 'unknown' : value > limit.value ? 'met' : 'not_met';
}

/** All of several conditions: one that fails settles it, one that is open leaves it open. */
export function allOf(...outcomes: TestOutcome[]): TestOutcome {
  if (outcomes.includes('not_met')) return 'not_met';
  return outcomes.includes('unknown') ? 'unknown' : 'met';
}

/** One of several ways in. */
export function anyOf(...outcomes: TestOutcome[]): TestOutcome {
  if (outcomes.includes('met')) return 'met';
  return outcomes.includes('unknown') ? 'unknown' : 'not_met';
}

/**
 * What a deal is worth as far as the ledger tells: the largest of what its deals have paid, their totals, and, as the
 * most it can be, their ceilings. A round's size is nobody's payment and says nothing here.
 */
export function worthOf(pair: Pair): { known: Sum | null; most: Sum | null } {
  const deals = pair.deals.filter(
    ({ kind, certainty }) => kind !== 'cloud' && kind !== 'partnership' && certainty !== 'ended',
  );
  const ended = pair.deals.filter(({ kind }) => kind === 'acquisition');
  const events = (deals.length ? deals : ended).flatMap((deal) => deal.events);
  const sums = (roles: readonly string[]) =>
    events.flatMap(({ role, value, currency }): Sum[] =>
      value && currency && roles.includes(role) ? [{ value, currency }] : [],
    );
  const paid = Object.entries(pair.sums.paid).map(([currency, value]): Sum => ({ currency, value }));
  return {
    known: largest([...paid, ...sums(['total', 'fee', 'tranche'])]),
    most: largest(sums(['ceiling', 'future'])),
  };
}

/** The largest by number: sums in one currency in almost every pair; in two the dearer number is a fair stand-in. */
function largest(sums: readonly Sum[]): Sum | null {
  return [...sums].sort((a, b) => b.value - a.value)[0] ?? null;
}

/** Whether the deal's value passes a limit: `met` above it, `not_met` when even the most it can be is not. */
export function valueAbove(pair: Pair, limit: Sum, day: Day, input: JurisdictionInput): TestOutcome {
  const { known, most } = worthOf(pair);
  const value = known && inCurrency(known, limit.currency, day, input);
  if (value === null) return 'unknown';
  if (value > limit.value) return 'met';
  const ceiling = most && inCurrency(most, limit.currency, day, input);
  return ceiling !== null && ceiling > limit.value ? 'unknown' : 'not_met';
}

/** The day whose rules apply, from a partial one: the last it can mean, since thresholds only rise. */
export function dayOfRules(date: PartialDay | null, today: Day): Day {
  return date === null ? today : lastDay(date);
}
