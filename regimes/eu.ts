import { formatDay } from '../model/day.ts';
import type { JurisdictionCheck, TestOutcome } from '../model/jurisdiction.ts';
import { type Asked, m, outcomeOf, test } from './asked.ts';
import { isGatekeeper } from './designations.ts';
import { allOf, anyOf, type Sum, turnoverAbove } from './figures.ts';

/** The Merger Regulation: control and turnover. */
export function eu(asked: Asked): JurisdictionCheck {
  const { pair, input, on, form } = asked;
  const both = (where: 'world' | 'eu', limit: Sum) =>
    allOf(...[pair.acquirer, pair.target].map((who) => turnoverAbove(input, who, where, limit, on)));
  const missing = [pair.acquirer, pair.target].map((who) => `Turnover of ${who} worldwide and in the EU`);
  const control = test(
    'control',
    'Control on a lasting basis (Art. 3)',
    form.control,
    form.because,
    'Votes, vetoes and who appoints whom',
  );
  const world = together(asked, 'world', m(5000, 'EUR'));
  const main = test(
    'turnover',
    'Together above €5bn worldwide, each of two above €250m in the EU',
    allOf(world, both('eu', m(250, 'EUR'))),
    'Article 1(2).',
    ...missing,
  );
  const low = allOf(together(asked, 'world', m(2500, 'EUR')), both('eu', m(100, 'EUR')));
  const second = test(
    'turnover-lower',
    'Together above €2.5bn worldwide, each of two above €100m in the EU and in three Member States',
    low === 'met' ? 'unknown' : low,
    'Article 1(3).',
    ...missing,
    'Turnover in each Member State',
  );
  return {
    regime: 'eu',
    title: 'European Union: Merger Regulation',
    authority: 'EC',
    date: asked.date,
    outcome: allOf(form.control, anyOf(main.outcome, second.outcome)),
    tests: [control, main, second],
    notes: [
      on >= '2024-09-03'
        ? 'Since Illumina/Grail (3 September 2024) a Member State may refer under Art. 22 only what it has jurisdiction over itself: the way in is a national call-in (Denmark, Hungary, Ireland, Italy, Latvia, Lithuania, Slovenia, Sweden).'
        : 'Until 3 September 2024 the Commission took referrals under Art. 22 from Member States without jurisdiction of their own.',
      'Not when each party has more than two thirds of its EU turnover in one and the same Member State.',
    ],
    references: [{ title: 'Regulation (EC) 139/2004', url: 'https://eur-lex.europa.eu/eli/reg/2004/139/oj' }],
  };
}

/** Both parties' turnover together; one that alone passes is enough. */
function together({ pair, input, on }: Asked, where: 'world' | 'eu', limit: Sum): TestOutcome {
  return anyOf(...[pair.acquirer, pair.target].map((who) => turnoverAbove(input, who, where, limit, on))) === 'met'
    ? 'met'
    : 'unknown';
}

/** The duty of gatekeepers to inform (Digital Markets Act, Art. 14). */
export function dma(asked: Asked): JurisdictionCheck {
  const { pair, on, form } = asked;
  const keeper = isGatekeeper(pair.acquirer, on);
  const designated = test(
    'gatekeeper',
    `${pair.acquirer} is a gatekeeper`,
    keeper ? 'met' : 'not_met',
    keeper ? 'Designated by the Commission.' : `Not designated on ${formatDay(on)}.`,
  );
  const concentration = test(
    'concentration',
    'A concentration under Art. 3 of the Merger Regulation',
    form.control,
    form.because,
    'Votes, vetoes and who appoints whom',
  );
  return {
    regime: 'eu-dma-14',
    title: 'European Union: Digital Markets Act, Art. 14',
    authority: 'EC',
    date: asked.date,
    outcome: outcomeOf(designated, concentration),
    tests: [designated, concentration],
    notes: [
      'A duty to inform, whether or not the deal must be notified anywhere; Member States may use it to ask for a referral.',
    ],
    references: [{ title: 'Regulation (EU) 2022/1925', url: 'https://eur-lex.europa.eu/eli/reg/2022/1925/oj' }],
  };
}
