import type { JurisdictionCheck } from '../model/jurisdiction.ts';
import { type Asked, m, outcomeOf, test, turnoverTest, valueTest } from './asked.ts';
import { allOf, anyOf } from './figures.ts';

/** Germany: turnover, or the value of the deal in place of the second domestic turnover. */
export function germany(asked: Asked): JurisdictionCheck {
  const { pair } = asked;
  const [world, own, its] = [
    turnoverTest(asked, 'world', 'Together above €500m worldwide', pair.acquirer, 'world', m(500, 'EUR')),
    turnoverTest(
      asked,
      'domestic-acquirer',
      `${pair.acquirer} above €50m in Germany`,
      pair.acquirer,
      'germany',
      m(50, 'EUR'),
    ),
    turnoverTest(
      asked,
      'domestic-target',
      `${pair.target} above €17.5m in Germany`,
      pair.target,
      'germany',
      m(17.5, 'EUR'),
    ),
  ];
  const value = valueTest(asked, 'transaction-value', 'Value above €400m (s. 35(1a))', m(400, 'EUR'));
  const operations = test(
    'operations',
    `Substantial operations of ${pair.target} in Germany`,
    'unknown',
    'A question of fact.',
    `Users, staff and research of ${pair.target} in Germany`,
  );
  const byTurnover = outcomeOf(world, own, its);
  const byValue = allOf(world.outcome, own.outcome, value.outcome, operations.outcome);
  return {
    regime: 'germany',
    title: 'Germany: GWB s. 35',
    authority: 'BKartA',
    date: asked.date,
    outcome: allOf(asked.form.control === 'not_met' ? 'unknown' : asked.form.control, anyOf(byTurnover, byValue)),
    tests: [world, own, its, value, operations],
    notes: [
      'A concentration here begins at 25% and at competitively significant influence; team and licence can be one (Microsoft / Inflection, 29 November 2024).',
      'The transaction value takes the place of the second domestic turnover.',
    ],
    references: [
      {
        title: 'Bundeskartellamt and BWB, guidance on transaction value thresholds',
        url: 'https://www.bundeskartellamt.de/EN/Topics/Mergercontrol/mergercontrol_node.html',
      },
    ],
  };
}

/** Austria: turnover, or the value of the deal. */
export function austria(asked: Asked): JurisdictionCheck {
  const { pair } = asked;
  const world = turnoverTest(asked, 'world', 'Together above €300m worldwide', pair.acquirer, 'world', m(300, 'EUR'));
  const home = turnoverTest(
    asked,
    'domestic',
    'Together above €30m in Austria',
    pair.acquirer,
    'austria',
    m(30, 'EUR'),
  );
  const both = turnoverTest(
    asked,
    'domestic-target',
    `${pair.target} above €1m in Austria and €5m worldwide`,
    pair.target,
    'austria',
    m(1, 'EUR'),
  );
  const value = valueTest(asked, 'transaction-value', 'Value above €200m (s. 9(4))', m(200, 'EUR'));
  const smaller = turnoverTest(
    asked,
    'domestic-value',
    'Together above €15m in Austria',
    pair.acquirer,
    'austria',
    m(15, 'EUR'),
  );
  const active = test(
    'activity',
    `Significant activity of ${pair.target} in Austria`,
    'unknown',
    'A question of fact.',
    `Users, staff and places of ${pair.target} in Austria`,
  );
  return {
    regime: 'austria',
    title: 'Austria: KartG s. 9',
    authority: 'BWB',
    date: asked.date,
    outcome: allOf(
      asked.form.control === 'not_met' ? 'unknown' : asked.form.control,
      anyOf(outcomeOf(world, home, both), allOf(world.outcome, smaller.outcome, value.outcome, active.outcome)),
    ),
    tests: [world, home, both, value, smaller, active],
    notes: ['A concentration here begins at 25% of the shares.'],
    references: [{ title: 'BWB, merger control', url: 'https://www.bwb.gv.at/en/merger_control' }],
  };
}
