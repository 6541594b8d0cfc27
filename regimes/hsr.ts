import { type HsrThresholds, hsrThresholds } from '../model/hsr-thresholds.ts';
import type { JurisdictionCheck, JurisdictionTest } from '../model/jurisdiction.ts';
import { type Asked, money, outcomeOf, test, valueTest } from './asked.ts';
import { allOf, anyOf, turnoverAbove, valueAbove } from './figures.ts';

/** The HSR Act (15 U.S.C. 18a): value, persons and form. */
export function hsr(asked: Asked): JurisdictionCheck {
  const { on, form } = asked;
  const limits = hsrThresholds(on);
  const limit = { value: limits.transaction, currency: 'USD' };
  const size = valueTest(asked, 'size-of-transaction', `Value above ${money(limit)}`, limit);
  const persons = personTest(asked, limits);
  const formal = test(
    'form',
    'Voting securities or assets change hands',
    form.outsideHsr ? (form.control === 'unknown' ? 'unknown' : 'not_met') : 'met',
    form.outsideHsr ?? form.because,
    'Whether the licence is exclusive, and what votes go with the securities',
  );
  return {
    regime: 'us-hsr',
    title: 'United States: HSR Act',
    authority: 'FTC',
    date: asked.date,
    outcome: outcomeOf(size, persons, formal),
    tests: [size, persons, formal],
    notes: [
      'Exempt may be: up to 10% solely for investment (802.9), intraperson deals (802.30), convertibles and warrants until conversion (802.31). Devices to avoid filing are disregarded (801.90).',
      'Clayton Act s. 7 applies below the thresholds and has no time limit.',
    ],
    references: [
      {
        title: 'FTC, current and earlier thresholds',
        url: 'https://www.ftc.gov/enforcement/premerger-notification-program/current-thresholds',
      },
    ],
  };
}

/**
 * One party of the larger size and one of the smaller. Sales that were entered can meet it; that they do not says nothing,
 * since assets count as well.
 */
function personTest(asked: Asked, { larger, smaller, anySize }: HsrThresholds): JurisdictionTest {
  const { pair, on, input } = asked;
  const dollars = (value: number) => ({ value, currency: 'USD' });
  const above = (company: string, value: number) => turnoverAbove(input, company, 'world', dollars(value), on);
  const sized = (a: string, b: string) => allOf(above(a, larger), above(b, smaller));
  const byValue = valueAbove(pair, dollars(anySize), on, input) === 'met';
  const bySales = anyOf(sized(pair.acquirer, pair.target), sized(pair.target, pair.acquirer)) === 'met';
  const because = byValue
    ? 'The value alone is enough.'
    : bySales
      ? `One party sells for more than ${money(dollars(larger))} a year, the other for more than ${money(dollars(smaller))}.`
      : 'The size of the parties counts.';
  return test(
    'size-of-person',
    `Size of the persons, unless the value is above ${money(dollars(anySize))}`,
    byValue || bySales ? 'met' : 'unknown',
    because,
    `Turnover or assets of ${pair.acquirer} and of ${pair.target}`,
  );
}
