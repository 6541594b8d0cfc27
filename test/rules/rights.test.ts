import { describe, expect, it } from 'vitest';
import type { Term } from '../../model/deal.ts';
import type { DealTerm, Pair } from '../../model/ledger.ts';
import { ledgerView } from '../../rules/ledger-view.ts';
import { neighboursOf } from '../../rules/neighbours.ts';
import { exclusivity } from '../../rules/screens/exclusivity.ts';
import { governanceRights } from '../../rules/screens/governance-rights.ts';
import { endOf } from '../../rules/time.ts';
import { aDeal, aPair, aTerm, day } from '../helpers/build.ts';

const context = (pair: Pair) => ({ pairs: [pair], today: day('2026-06-01') });
const having = (...terms: DealTerm[]) =>
  aPair({ acquirer: 'Microsoft', target: 'OpenAI', deals: [aDeal('investment', { terms })] });

describe('exclusivity', () => {
  it('says from when a right was told, and asks only for its end', () => {
    const since = { ...aTerm('primary-provider'), since: day('2023-09-25') };
    const pair = aPair({ deals: [aDeal('cloud', { terms: [since] })] });
    const flag = exclusivity.check(pair, context(pair));
    expect(flag?.for.map((told) => told.text)).toEqual(['Primary provider, told from 25 Sep 2023 on.']);
    expect(flag?.missing).toContain('Until when does the right hold?');
  });

  const check = (pair: Pair) => exclusivity.check(pair, context(pair));

  it.each<[Term, string, number, string]>([
    ['exclusive-provider', 'exclusive cloud provider', 3, 'Microsoft: exclusive provider of OpenAI'],
    ['primary-provider', 'primary cloud partner (from Apr 2026)', 2, 'Microsoft: primary provider of OpenAI'],
    ['first-refusal', 'new compute', 2, 'Microsoft: has first refusal on OpenAI'],
    ['preferred-provider', 'preferred', 1, 'Microsoft: preferred provider of OpenAI'],
    ['licence', 'exclusive IP licence', 3, 'Microsoft: holds an exclusive licence of OpenAI'],
  ])('must flag %s', (term, detail, severity, why) => {
    expect(check(having(aTerm(term, detail)))).toMatchObject({ rule: 'exclusivity', severity, why });
  });

  it('must flag a right of which no detail is known', () => {
    expect(check(having(aTerm('exclusive-provider')))?.severity).toBe(3);
  });

  it('counts rights in force only and shows those that are over', () => {
    const flag = check(
      having(
        aTerm('exclusive-provider', 'exclusive cloud (2019 - Jan 2025)'),
        aTerm('preferred-provider', 'preferred'),
      ),
    );
    expect(flag).toMatchObject({ severity: 1, against: [{ text: 'Over: exclusive cloud (2019 - Jan 2025).' }] });
  });

  describe('beside other pairs', () => {
    const supplied = (
      acquirer: string,
      target = 'OpenAI',
      certainty: 'done' | 'reported' = 'done',
      ...terms: DealTerm[]
    ) => aPair({ acquirer, target, deals: [aDeal('cloud', { certainty, terms, factIds: [`${acquirer} supplies`] })] });
    const own = having(aTerm('primary-provider'));
    const beside = (...others: Pair[]) => exclusivity.check(own, { pairs: [own, ...others], today: day('2026-06-01') });

    it('names the rivals of the provider from which the firm buys as well, and does not ask what they answer', () => {
      const flag = beside(supplied('Oracle'), supplied('CoreWeave'));
      expect(flag?.against).toMatchObject([
        { text: 'OpenAI also buys from CoreWeave and Oracle.', factIds: ['CoreWeave supplies', 'Oracle supplies'] },
      ]);
      expect(flag?.missing).not.toContain('May OpenAI use other providers?');
    });

    it('is assessed anew when another provider comes, whatever kind of deal the right stands in', () => {
      const oracle = supplied('Oracle');
      expect(own.deals.map(({ kind }) => kind)).toEqual(['investment']);
      expect(neighboursOf(oracle, ledgerView([own, oracle]), 14)).toContain(own.id);
    });

    it.each([
      ['who sells something else', supplied('Salesforce')],
      ['who is only talked of', supplied('Oracle', 'OpenAI', 'reported')],
      ['who supplies another firm', supplied('Oracle', 'Cohere')],
      ['who only lists the models for sale', supplied('Oracle', 'OpenAI', 'done', aTerm('marketplace-listing'))],
    ])('does not name somebody %s', (_, other) => {
      expect(beside(other)?.against).toEqual([]);
      expect(beside(other)?.missing).toContain('May OpenAI use other providers?');
    });
  });

  it('shows that there are other providers', () => {
    expect(check(having(aTerm('primary-provider'), aTerm('several-providers')))?.against).toMatchObject([
      { key: 'term several-providers' },
    ]);
  });

  it.each([
    ['rights that are over', having(aTerm('exclusive-provider', 'to Apr 2026'))],
    ['a non-exclusive licence', having(aTerm('licence', 'non-exclusive licence'), aTerm('licence', 'nonexclusive'))],
    ['a stake without such rights', having(aTerm('non-voting'))],
    ['several providers', having(aTerm('several-providers'))],
    [
      'a deal that was called off',
      aPair({ deals: [aDeal('cloud', { certainty: 'ended', terms: [aTerm('exclusive-provider')] })] }),
    ],
  ])('must stay quiet on %s', (_, pair) => expect(check(pair)).toBeNull());
});

describe('governance-rights', () => {
  const check = (pair: Pair) => governanceRights.check(pair, context(pair));

  it.each<[string, DealTerm[], number, string]>([
    ['a board seat', [aTerm('board-seat')], 3, 'Microsoft at OpenAI: board seat'],
    ['a veto', [aTerm('veto')], 3, 'Microsoft at OpenAI: veto right'],
    ['an observer', [aTerm('board-observer', 'observer')], 2, 'Microsoft at OpenAI: board observer'],
    ['a right to be consulted', [aTerm('consultation')], 2, 'Microsoft at OpenAI: consultation right'],
    [
      'an executive on the board',
      [aTerm('board-seat', 'Meta executive sits on the board')],
      2,
      'Microsoft at OpenAI: board seat',
    ],
    ['a quarter', [aTerm('stake', 'c.27%')], 2, 'Microsoft holds 27% of OpenAI'],
    ['information', [aTerm('information-rights')], 1, 'Microsoft at OpenAI: information rights'],
    [
      'the strongest of several',
      [aTerm('information-rights'), aTerm('board-seat')],
      3,
      'Microsoft at OpenAI: board seat',
    ],
  ])('must flag %s', (_, terms, severity, why) => {
    expect(check(having(...terms))).toMatchObject({ rule: 'governance-rights', severity, why });
  });

  it('shows that a page denies votes, and rights that are over', () => {
    const flag = check(
      having(aTerm('stake', '49%'), aTerm('non-voting'), aTerm('board-observer', 'Nov 2023 - Jul 2024')),
    );
    expect(flag?.against.map((f) => f.key)).toEqual(['term non-voting', 'over board-observer']);
    expect(flag?.missing).toEqual(['Which votes go with the stake?']);
  });

  it.each([
    ['no seat, vote or observer', having(aTerm('no-governance-rights'))],
    ['a small stake', having(aTerm('stake', '14%'))],
    ['a stake whose size no one tells', having(aTerm('stake', 'minority'))],
    ['an observer who has left', having(aTerm('board-observer', 'Nov 2023 - Jul 2024'))],
    ['a purchase', aPair({ deals: [aDeal('acquisition', { terms: [aTerm('board-seat')] })] })],
  ])('must stay quiet on %s', (_, pair) => expect(check(pair)).toBeNull());
});

describe('the end of a right', () => {
  it.each([
    ['exclusive cloud provider (2019 - Jan 2025)', '2025-01-31'],
    ['exclusive IP licence (to Apr 2026)', '2026-04-30'],
    ['until 2030', '2030-12-31'],
    ['Nov 2023 – July 2024', '2024-07-31'],
    ['from Apr 2026', null],
    ['primary cloud provider (2023)', null],
    ['c.60-80%', null],
  ])('in "%s" is %s', (detail, end) => expect(endOf(detail)).toBe(end));
});
