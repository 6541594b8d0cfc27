import type { FoundAmount } from './amounts.ts';

/** So far a sum may be from that of its parts: figures of news are rounded. */
const ROUNDING = 0.01;

/**
 * Takes the sums of a document; gives them without those that several put in together where it is also told how much each
 * did: of "Nvidia and Microsoft put in $15 billion; Nvidia $10 billion, Microsoft $5 billion" the first is nobody's own.
 */
export function withoutJoint(amounts: readonly FoundAmount[]): FoundAmount[] {
  const least = new Map<string, Map<string, number>>();
  for (const amount of amounts) {
    const own = least.get(likeness(amount)) ?? new Map<string, number>();
    const { acquirer } = amount.frame;
    least.set(likeness(amount), own.set(acquirer, Math.min(amount.money.value, own.get(acquirer) ?? Infinity)));
  }
  return amounts.filter((amount) => !isJoint(amount, least.get(likeness(amount)) ?? new Map()));
}

/** Sums for the same target, of one currency and in deals of one kind. */
const likeness = ({ frame, money }: FoundAmount) => `${frame.kind}|${money.currency}|${frame.target}`;

/** Takes a sum and the least that each acquirer put in: true when its own payer and another one both fit into it. */
function isJoint(whole: FoundAmount, least: ReadonlyMap<string, number>): boolean {
  const part = least.get(whole.frame.acquirer) ?? Infinity;
  if (least.size < 2 || part >= whole.money.value) return false;
  return [...least].some(
    ([acquirer, other]) =>
      acquirer !== whole.frame.acquirer &&
      part + other <= whole.money.value * (1 + ROUNDING) &&
      areListed(whole, acquirer),
  );
}

/** The sentence of a sum names its payer and another firm in one list: "Nvidia and Microsoft". */
function areListed({ frame }: FoundAmount, other: string): boolean {
  const named = (name: string) => frame.sentence.mentions.filter((m) => m.candidates[0]?.name === name);
  return named(frame.acquirer).some((a) => named(other).some((b) => a.list === b.list));
}
