import { hsrThreshold } from '../model/hsr-thresholds.ts';
import type { JurisdictionCheck } from '../model/jurisdiction.ts';
import { type Asked, money, outcomeOf, test, valueTest } from './asked.ts';
import { valueAbove } from './figures.ts';

/** The HSR Act (15 U.S.C. 18a): value, persons and form. */
export function hsr(asked: Asked): JurisdictionCheck {
  const { pair, on, form } = asked;
  const limit = { value: hsrThreshold(on), currency: 'USD' };
  const size = valueTest(asked, 'size-of-transaction', `Value above ${money(limit)}`, limit);
  const large = { value: Math.round((limit.value * 4) / 100_000) * 100_000, currency: 'USD' };
  const person = valueAbove(pair, large, on, asked.input);
  const persons = test(
    'size-of-person',
    `Size of the persons, unless the value is above ${money(large)}`,
    person === 'met' ? 'met' : 'unknown',
    person === 'met' ? 'The value alone is enough.' : 'The size of the parties counts.',
    `Turnover or assets of ${pair.acquirer} and of ${pair.target}`,
  );
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
