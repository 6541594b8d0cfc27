import type { JurisdictionCheck, JurisdictionTest } from '../model/jurisdiction.ts';
import { type Asked, m, money, test, turnoverTest, valueTest } from './asked.ts';
import { hasStrategicMarketStatus } from './designations.ts';
import { allOf, anyOf, figureOf, turnoverAbove } from './figures.ts';

/** The day on which the Digital Markets, Competition and Consumers Act changed the tests. */
const DMCC = '2025-01-01';

/** The UK tests, before and since 1 January 2025. */
export function uk(asked: Asked): JurisdictionCheck {
  const { pair, on, form, input } = asked;
  const since2025 = on >= DMCC;
  const limit = m(since2025 ? 100 : 70, 'GBP');
  const distinct = test(
    'enterprises',
    'Enterprises cease to be distinct (material influence or more)',
    form.influence,
    form.because,
    'Stake, rights and who decides what',
  );
  const turnover = turnoverTest(
    asked,
    'turnover',
    `UK turnover of ${pair.target} above ${money(limit)}`,
    pair.target,
    'uk',
    limit,
  );
  const supply = shareOfSupply(asked, since2025);
  const hybrid = since2025 ? [hybridTest(asked)] : [];
  const ways = anyOf(...[turnover, supply, ...hybrid].map(({ outcome }) => outcome));
  const status = hasStrategicMarketStatus(pair.acquirer, on);
  const reporting = status
    ? [
        valueTest(
          asked,
          'sms-report',
          `${pair.acquirer} has strategic market status: report from £25m at 15, 25 or 50%`,
          m(25, 'GBP'),
        ),
      ]
    : [];
  const known = input.figures.some(({ territory }) => territory === 'uk');
  return {
    regime: 'uk',
    title: 'United Kingdom: Enterprise Act 2002',
    authority: 'CMA',
    date: asked.date,
    outcome: allOf(form.influence, ways),
    tests: [distinct, turnover, supply, ...hybrid, ...reporting],
    notes: [
      'The CMA may refer up to four months after completion or after material facts became public, whichever is later.',
      known
        ? 'Filing is voluntary; the CMA may open a case of its own.'
        : 'Filing is voluntary. No UK figure has been entered.',
    ],
    references: [
      {
        title: 'CMA2: guidance on jurisdiction and procedure',
        url: 'https://www.gov.uk/government/publications/mergers-guidance-on-the-cmas-jurisdiction-and-procedure',
      },
    ],
  };
}

function shareOfSupply({ pair, input, on }: Asked, since2025: boolean): JurisdictionTest {
  const [own, its] = [pair.acquirer, pair.target].map(
    (who) => figureOf(input, who, 'share-of-supply', 'uk', on)?.value ?? null,
  );
  const title = since2025
    ? 'Share of supply of 25% with an increment; one party above £10m in the UK'
    : 'Share of supply of 25% with an increment';
  if (own === undefined || own === null || its === undefined || its === null)
    return test(
      'share-of-supply',
      title,
      'unknown',
      'No shares of supply in the UK have been entered.',
      `Shares of supply of ${pair.acquirer} and ${pair.target} in the UK`,
    );
  const shares = own + its >= 25 && its > 0 && own > 0 ? 'met' : 'not_met';
  const nexus = since2025
    ? anyOf(...[pair.acquirer, pair.target].map((who) => turnoverAbove(input, who, 'uk', m(10, 'GBP'), on)))
    : 'met';
  return test(
    'share-of-supply',
    title,
    allOf(shares, nexus),
    `${own}% and ${its}%.`,
    `UK turnover of ${pair.acquirer} or ${pair.target}`,
  );
}

function hybridTest({ pair, input, on }: Asked): JurisdictionTest {
  const parties = [pair.acquirer, pair.target].map((who) => {
    const share = figureOf(input, who, 'share-of-supply', 'uk', on)?.value ?? null;
    return allOf(
      share === null ? 'unknown' : share >= 33 ? 'met' : 'not_met',
      turnoverAbove(input, who, 'uk', m(350, 'GBP'), on),
    );
  });
  return test(
    'hybrid',
    'One party with 33% of supply and £350m in the UK, the other with a UK nexus',
    allOf(anyOf(...parties), 'unknown'),
    'No overlap is needed; the nexus of the other party is a question of fact.',
    `Share of supply and turnover of ${pair.acquirer} in the UK`,
    `What ${pair.target} does in the UK`,
  );
}
