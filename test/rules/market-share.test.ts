import { describe, expect, it } from 'vitest';
import type { DealKind } from '../../model/deal.ts';
import type { StatedShare } from '../../model/market.ts';
import { concentrations } from '../../rules/concentration.ts';
import { marketShare } from '../../rules/screens/market-share.ts';
import { aDeal, anEvent, aPair, day } from '../helpers/build.ts';

const share = (company: string, percent: number, given: Partial<StatedShare> = {}): StatedShare => ({
  company,
  market: 'AI accelerators',
  territory: 'World',
  share: percent,
  asOf: day('2025'),
  source: 'Annual report, p. 12',
  ...given,
});
const check = (shares: StatedShare[], date = '2025-12-24', kind: DealKind = 'acquisition') =>
  marketShare.check(
    aPair({ acquirer: 'Nvidia', target: 'Groq', deals: [aDeal(kind, { events: [anEvent(null, 'total', { date })] })] }),
    { pairs: [], today: day('2026-06-01'), shares },
  );

describe('the index of concentration', () => {
  it('counts each share once, squared, and twice the product as the rise', () => {
    const [one] = concentrations('Nvidia', 'Groq', [share('Nvidia', 40), share('Groq', 10), share('AMD', 20)]);
    expect(one).toMatchObject({ hhiBefore: 2100, hhiAfter: 2900, delta: 800, open: 30 });
  });

  it('takes the latest share of each firm and keeps places apart', () => {
    const shares = [
      share('Nvidia', 90, { asOf: day('2023') }),
      share('Nvidia', 40),
      share('Groq', 10),
      share('Groq', 50, { territory: 'United Kingdom' }),
    ];
    expect(concentrations('Nvidia', 'Groq', shares)).toHaveLength(1);
    expect(concentrations('Nvidia', 'Groq', shares)[0]).toMatchObject({ acquirer: 40, target: 10 });
  });
});

describe('market-share must flag', () => {
  it('both tests as strong, with who said so', () => {
    const flag = check([share('Nvidia', 85), share('Groq', 1)]);
    expect(flag).toMatchObject({ severity: 3, why: 'AI accelerators: HHI 7,396, up 170' });
    expect(flag?.for.some(({ text }) => text.includes('Annual report, p. 12'))).toBe(true);
    expect(flag?.missing).toContain('Who holds the other 14% of AI accelerators?');
  });

  it('one test alone as clear: a third together in a market of many', () => {
    expect(check([share('Nvidia', 29), share('Groq', 2)])).toMatchObject({ severity: 2 });
  });

  it('an index over 1,800 without a third together', () => {
    const others = ['AMD', 'Intel', 'Cerebras'].map((name) => share(name, 24));
    expect(check([share('Nvidia', 15), share('Groq', 13), ...others])).toMatchObject({ severity: 2 });
  });
});

describe('market-share must stay quiet', () => {
  it('without shares: not assessed', () => expect(check([])).toBeNull());
  it('when only one of the two has a share', () => expect(check([share('Nvidia', 90)])).toBeNull());
  it('when the rise is too small', () => expect(check([share('Nvidia', 90), share('Groq', 0.5)])).toBeNull());
  it('on shares of different markets', () =>
    expect(check([share('Nvidia', 90), share('Groq', 20, { market: 'Inference services' })])).toBeNull());
  it('on an investment without a say', () =>
    expect(check([share('Nvidia', 85), share('Groq', 5)], '2025-12-24', 'investment')).toBeNull());
  it('by the thresholds of its time: 2,500 and 200 before December 2023', () => {
    const shares = ['AMD', 'Intel', 'Cerebras'].map((name) => share(name, 24));
    expect(check([share('Nvidia', 12), share('Groq', 12), ...shares], '2022-01-01')).toBeNull();
  });
});
