import { formatDay } from '../../model/day.ts';
import type { FlagFact, Severity } from '../../model/flag.ts';
import { TERM_LABELS } from '../../model/labels.ts';
import type { Pair } from '../../model/ledger.ts';
import { AS_SHIPPED, type RuleSettings } from '../../model/rule-settings.ts';
import { inView, viewOf } from '../ledger-view.ts';
import { type Leg, ownTie, vehicleFor } from '../loops/legs.ts';
import { loopsThrough, type MoneyLoop } from '../loops/money-loops.ts';
import { tiesOf } from '../loops/ties.ts';
import { termOf } from '../pair-facts.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { fact, fitting, flagOf, sumsText } from '../saying.ts';

const thresholds = {
  days: { value: 14, about: 'Days within which two deals count as announced together' },
  largeLeg: { value: 1_000_000_000, about: 'Money on a tied leg, in dollars, from which a loop is strong' },
};

/** Days within which two deals count as announced together, under some settings. */
export function tieDays(settings: RuleSettings = AS_SHIPPED): number {
  return settings.thresholds['circular-financing']?.days ?? thresholds.days.value;
}

/** Screens pairs through which money returns to where it came from by way of two others or more. */
export const circularFinancing: Rule = {
  id: 'circular-financing',
  title: 'Circular financing',
  description:
    'Detects money that returns to its origin through two or more other firms, over investments and purchases, when the ' +
    'legs are tied: one is a condition of the other, a vehicle leases the supplier’s goods, the investor buys capacity ' +
    'back, or both were announced together. Loops of ordinary trade are left alone: every cloud buys accelerators. There ' +
    'is press and analysts’ work on this, no settled source in competition law.',
  references: [
    {
      title: 'AMD, Form 8-K of 6 October 2025: warrants issued to a customer',
      url: 'https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0000002488&type=8-K',
    },
    {
      title: 'CMA, AI Foundation Models: update paper, 11 April 2024',
      url: 'https://www.gov.uk/government/publications/ai-foundation-models-update-paper',
    },
  ],
  falsePositives: [
    'A loop that nothing ties: every cloud buys chips from the same makers.',
    'Totals of capital spending, which name no payee.',
    'Comment on the sector that names ten firms at once.',
    'Two unrelated deals of one firm that happen to fall into the same fortnight.',
  ],
  weight: 15,
  thresholds,
  trust: 'trial',
  check(pair, context) {
    const own = inView(pair, context.pairs);
    const loops = loopsThrough(own, context.pairs, { days: thresholds.days.value });
    const [shortest] = [...loops].sort((a, b) => a.legs.length - b.legs.length || worth(b) - worth(a));
    if (!shortest) return null;
    return flagOf('circular-financing', pair, {
      severity: severityOf(shortest),
      why: whyOf(shortest),
      for: [...shortest.legs.map((leg) => legFact(leg, own)), ...tieFacts(own, context)],
      against: shortest.legs.filter((leg) => leg.kind === 'standing').map(standingFact),
      missing: missingFrom(shortest),
    });
  },
};

const worth = ({ legs }: MoneyLoop) => Math.max(0, ...legs.map((leg) => leg.dollars ?? 0));

function severityOf(loop: MoneyLoop): Severity {
  const told = loop.legs.filter((leg) => leg.kind !== 'standing');
  if (worth(loop) >= thresholds.largeLeg.value) return 3;
  return told.some((leg) => leg.dollars === null) ? 2 : 1;
}

function whyOf({ legs }: MoneyLoop): string {
  const firms = legs.map((leg) => leg.from);
  const origin = firms[0] as string;
  return fitting(
    `${[...firms, origin].join(' → ')}`,
    `${origin} → ${firms.length - 1} others → ${origin}`,
    `Money returns through ${firms.length - 1} others`,
  );
}

/** Of another pair's leg one fact is named: it can be looked up, and more reports of it change nothing here. */
function behind(leg: Leg, pair: Pair): readonly string[] {
  return leg.pair === pair ? leg.factIds : leg.factIds.slice(0, 1);
}

/** What goes into a vehicle is told; what it passes on is the goods, of which no document tells the price. */
function wayOf(leg: Leg): string {
  if (leg.from === vehicleFor(leg.to)) return 'buys for';
  return leg.kind === 'finance' ? 'funds' : 'buys from';
}

/** In the currency in which it was told. */
function sumOf({ sums, atMost }: Leg): string {
  const sum = sumsText(sums);
  return sum && `: ${atMost ? 'up to ' : ''}${sum}`;
}

function legFact(leg: Leg, pair: Pair): FlagFact {
  const since = leg.days[0] ? `, ${formatDay(leg.days[0])}` : '';
  const note = leg.kind === 'standing' ? ' (assumed of every cloud)' : '';
  return fact(
    `${leg.from} ${wayOf(leg)} ${leg.to}${leg.from === vehicleFor(leg.to) ? '' : sumOf(leg)}${since}${note}.`,
    `leg ${leg.from} ${leg.to} ${leg.kind}`,
    behind(leg, pair),
  );
}

function tieFacts(pair: Pair, context: RuleContext): FlagFact[] {
  const own = ownTie(pair);
  const contract = own ? [fact(`${TERM_LABELS[own]}.`, `tie ${own}`, termOf(pair, own)?.factIds)] : [];
  const together = tiesOf(pair, viewOf(context.pairs), thresholds.days.value).map(({ at, into, out }) =>
    fact(`Announced together: ${into.from} to ${at}, ${at} to ${out.to}.`, `together ${into.from} ${at} ${out.to}`, [
      ...behind(into, pair),
      ...behind(out, pair),
    ]),
  );
  const once = new Map([...contract, ...together].map((said) => [said.key, said]));
  return [...once.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function standingFact(leg: Leg): FlagFact {
  return fact(`No document says what ${leg.from} buys from ${leg.to} for this.`, `standing ${leg.from} ${leg.to}`);
}

function missingFrom({ legs }: MoneyLoop): string[] {
  const open = legs.filter((leg) => leg.dollars === null && leg.kind !== 'standing');
  const assumed = legs.filter((leg) => leg.kind === 'standing');
  return [
    'Would each leg have been agreed without the others?',
    ...open.map((leg) => `How much goes from ${leg.from} to ${leg.to}?`),
    ...assumed.map((leg) => `Does ${leg.from} buy from ${leg.to} for this contract?`),
  ];
}
