import { formatDay } from '../../model/day.ts';
import type { FlagFact, Severity } from '../../model/flag.ts';
import type { StructuralPresumption } from '../../model/market.ts';
import { presumptionOn } from '../../model/structural-presumption.ts';
import { type Concentration, concentrations } from '../concentration.ts';
import { dealDay, sayInFirm } from '../pair-facts.ts';
import type { Rule } from '../rule.ts';
import { fact, fitting, flagOf } from '../saying.ts';

/** A market in which the deal meets the presumption, and by which of its two tests. */
interface Presumed {
  in: Concentration;
  byHhi: boolean;
  byShare: boolean;
}

/** Screens deals between firms whose shares of one market, as analysts entered them, meet the structural presumption. */
export const marketShare: Rule = {
  id: 'market-share',
  title: 'Market share',
  description:
    'Detects a deal between firms that both have a share of one market, when the Herfindahl–Hirschman index after it and ' +
    'its rise, or the share of both together, pass the thresholds of the US Merger Guidelines of the time. Shares are ' +
    'entered by analysts with source and date; they are never inferred from news. Without shares nothing is assessed.',
  references: [
    {
      title: 'US Department of Justice and FTC, Merger Guidelines 2023, guideline 1',
      url: 'https://www.justice.gov/atr/2023-merger-guidelines',
    },
    {
      title: 'US Department of Justice and FTC, Horizontal Merger Guidelines 2010, section 5.3',
      url: 'https://www.justice.gov/atr/horizontal-merger-guidelines-08192010',
    },
  ],
  falsePositives: [
    'Shares of another market, wider or narrower than the one in which the firms meet.',
    'A share of the world used for one country.',
    'Shares of revenue beside shares of units.',
    'A minority stake: the index for a merger overstates what it changes.',
  ],
  weight: 25,
  thresholds: {},
  trust: 'trial',
  check(pair, { shares = [] }) {
    const deal = sayInFirm(pair);
    if (!deal || !shares.length) return null;
    const rule = presumptionOn(dealDay(deal));
    const found = concentrations(pair.acquirer, pair.target, shares)
      .map((one) => presumed(one, rule))
      .filter(({ byHhi, byShare }) => byHhi || byShare)
      .sort((a, b) => severityOf(b) - severityOf(a) || b.in.delta - a.in.delta);
    const [worst] = found;
    if (!worst) return null;
    return flagOf('market-share', pair, {
      severity: severityOf(worst),
      why: whyOf(worst),
      for: found.flatMap((one) => factsFor(one, rule)),
      against: deal.kind === 'acquisition' ? [] : [fact('No full purchase.', 'no purchase', deal.factIds)],
      missing: missingFrom(worst),
    });
  },
};

function presumed(one: Concentration, rule: StructuralPresumption): Presumed {
  const together = one.acquirer + one.target;
  return {
    in: one,
    byHhi: one.hhiAfter > rule.hhi && one.delta > rule.delta,
    byShare: rule.share !== null && together > rule.share && one.delta > rule.shareDelta,
  };
}

/** Both tests: strong; one: clear (handbook 1.1). */
const severityOf = ({ byHhi, byShare }: Presumed): Severity => (byHhi && byShare ? 3 : 2);

const points = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 0 });

function whyOf({ in: one }: Presumed): string {
  return fitting(
    `${one.market}: HHI ${points(one.hhiAfter)}, up ${points(one.delta)}`,
    `HHI ${points(one.hhiAfter)}, up ${points(one.delta)}`,
  );
}

function factsFor({ in: one, byHhi, byShare }: Presumed, rule: StructuralPresumption): FlagFact[] {
  const place = `${one.market}, ${one.territory}`;
  const own = one.shares.filter(({ share }) => share > 0).slice(0, 5);
  return [
    fact(
      `${place}: HHI at least ${points(one.hhiAfter)} after, ${points(one.delta)} more than before (${rule.title}: ${points(rule.hhi)} and ${rule.delta}).`,
      `hhi ${byHhi ? 'met' : 'not met'} ${one.market} ${one.territory}`,
    ),
    ...(byShare
      ? [
          fact(
            `${place}: ${one.acquirer + one.target}% together, above ${rule.share}%.`,
            `share ${one.market} ${one.territory}`,
          ),
        ]
      : []),
    ...own.map(({ company, share, asOf, source }) =>
      fact(
        `${company}: ${share}% (${formatDay(asOf)}; ${source}).`,
        `entered ${company} ${share} ${one.market} ${one.territory}`,
      ),
    ),
  ];
}

function missingFrom({ in: one }: Presumed): string[] {
  return [
    one.open > 0 ? `Who holds the other ${one.open}% of ${one.market}?` : null,
    'Is this the market in which the firms meet?',
    new Set(one.shares.map(({ asOf }) => asOf.slice(0, 4))).size > 1 ? 'The shares are of different years.' : null,
  ].filter((question) => question !== null);
}
