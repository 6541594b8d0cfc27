import { formatMoney } from '../model/amount.ts';
import { comparePartial, type Day, formatDay, type PartialDay } from '../model/day.ts';
import type { JurisdictionTest, TestOutcome } from '../model/jurisdiction.ts';
import type { DealEvent, Pair } from '../model/ledger.ts';
import { allOf, figureOf, type JurisdictionInput, type Sum, turnoverAbove, valueAbove, worthOf } from './figures.ts';

/** What is asked of each regime. */
export interface Asked {
  pair: Pair;
  input: JurisdictionInput;
  date: PartialDay | null;
  on: Day;
  form: Form;
}

/** What kind of change the deal is, as far as control goes. */
export interface Form {
  control: TestOutcome;
  /** UK: at least material influence. */
  influence: TestOutcome;
  because: string;
  /** The form itself is outside the HSR Act: a licence, a hiring, a note before conversion. */
  outsideHsr: string | null;
}

/**
 * The closing is what counts for thresholds: the last payment that is done, else the last day of the deal. A payment without
 * a date counts from its news; a total looks back and has no day of its own but the stated one.
 */
export function dateOf(pair: Pair): PartialDay | null {
  const deals = pair.deals.filter(({ kind }) => kind !== 'cloud' && kind !== 'partnership');
  const events = deals.flatMap((deal) => deal.events);
  const paid = events.filter(({ role }) => role === 'tranche' || role === 'total' || role === 'fee');
  const dayOf = ({ date, reportedOn, role }: DealEvent) => date ?? (role === 'total' ? null : reportedOn) ?? null;
  const dates = (paid.some(dayOf) ? paid : events).flatMap((event) => dayOf(event) ?? []);
  return dates.sort(comparePartial).at(-1) ?? deals[0]?.knownSince ?? null;
}

/** What kind of change a pair's deals make. */
export function formOf(pair: Pair): Form {
  const has = (kind: string) => pair.deals.some((deal) => deal.kind === kind);
  const terms = new Set(pair.deals.flatMap((deal) => deal.terms.map(({ term }) => term)));
  if (has('acquisition')) return { control: 'met', influence: 'met', because: 'A full purchase.', outsideHsr: null };
  if (has('acquihire')) {
    const outside = 'A non-exclusive licence and hiring are not an acquisition of shares or assets.';
    return {
      control: 'unknown',
      influence: 'unknown',
      because: 'Team and licence, no purchase: an authority may see an enterprise in them.',
      outsideHsr: outside,
    };
  }
  if (!has('investment'))
    return {
      control: 'not_met',
      influence: 'unknown',
      because: 'No shares and no assets change hands.',
      outsideHsr: 'No shares and no assets change hands.',
    };
  const rights = terms.has('board-seat') || terms.has('veto') || terms.has('consultation');
  const convertible = terms.has('convertible') || terms.has('warrants') || terms.has('non-voting');
  return {
    control: rights ? 'unknown' : 'not_met',
    influence: rights || !terms.has('no-governance-rights') ? 'unknown' : 'not_met',
    because: rights ? 'A minority stake with rights.' : 'A minority stake; no right of control is known.',
    outsideHsr: convertible
      ? 'Non-voting securities, and convertibles and warrants until conversion, need no filing.'
      : null,
  };
}

/** Millions of a currency. */
export const m = (value: number, currency: string): Sum => ({ value: value * 1_000_000, currency });
/** For people. */
export const money = (sum: Sum) => formatMoney(sum);

/** One test; what is missing is said only while it is open. */
export function test(
  id: string,
  title: string,
  outcome: TestOutcome,
  because: string,
  ...missing: (string | null)[]
): JurisdictionTest {
  return { id, title, outcome, because, missing: outcome === 'unknown' ? missing.filter((one) => one !== null) : [] };
}

/** A test of the deal's value. */
export function valueTest({ pair, input, on }: Asked, id: string, title: string, limit: Sum): JurisdictionTest {
  const { known, most } = worthOf(pair);
  const outcome = valueAbove(pair, limit, on, input);
  const because = known
    ? `${money(known)} known${most && most.value > known.value ? `, up to ${money(most)}` : ''}.`
    : most
      ? `Up to ${money(most)}; what is paid is not known.`
      : 'No sum is known.';
  const rate = known && known.currency !== limit.currency && outcome === 'unknown';
  return test(
    id,
    title,
    outcome,
    because,
    rate ? `The reference rate of ${known.currency} on ${formatDay(on)}` : 'What the deal is worth',
  );
}

/** A test of one company's turnover in a place. */
export function turnoverTest(
  { input, on }: Asked,
  id: string,
  title: string,
  who: string,
  where: Parameters<typeof turnoverAbove>[2],
  limit: Sum,
): JurisdictionTest {
  const outcome = turnoverAbove(input, who, where, limit, on);
  const figure = figureOf(input, who, 'turnover', where, on);
  const because = figure?.currency
    ? `${who}: ${money({ value: figure.value, currency: figure.currency })} (${formatDay(figure.asOf)}).`
    : `No turnover of ${who} has been entered.`;
  return test(
    id,
    title,
    outcome,
    because,
    figure ? `The reference rate on ${formatDay(on)}` : `Turnover of ${who}: ${where}`,
  );
}

/** All tests of one way in together, with the value of each. */
export const outcomeOf = (...tests: JurisdictionTest[]) => allOf(...tests.map(({ outcome }) => outcome));
