import type { FoundAmount } from './amounts.ts';

/** So far a sum may be from that of its parts: figures of news are rounded. */
const ROUNDING = 0.01;

/**
 * Takes the sums of a document; gives them without those that several put in together where it is also told how much each
 * did: of "Nvidia and Microsoft put in $15 billion; Nvidia $10 billion, Microsoft $5 billion" the first is nobody's own.
 */
export function withoutJoint(amounts: readonly FoundAmount[]): FoundAmount[] {
  return amounts.filter((amount) => !isJoint(amount, amounts));
}

function isJoint(whole: FoundAmount, amounts: readonly FoundAmount[]): boolean {
  const like = amounts.filter(
    (a) =>
      a.frame.target === whole.frame.target &&
      a.money.currency === whole.money.currency &&
      a.frame.kind === whole.frame.kind,
  );
  const isOwn = (a: FoundAmount) => a.frame.acquirer === whole.frame.acquirer;
  const parts = like.filter((a) => isOwn(a) && a.money.value < whole.money.value);
  const others = like.filter((a) => !isOwn(a) && areListed(whole, a.frame.acquirer));
  return parts.some((part) => others.some((other) => holds(whole, part, other)));
}

/** Both parts, and maybe those of others beside them, fit into the whole. */
const holds = (whole: FoundAmount, one: FoundAmount, other: FoundAmount) =>
  one.money.value + other.money.value <= whole.money.value * (1 + ROUNDING);

/** The sentence of a sum names its payer and another firm in one list: "Nvidia and Microsoft". */
function areListed({ frame }: FoundAmount, other: string): boolean {
  const named = (name: string) => frame.sentence.mentions.filter((m) => m.candidates[0]?.name === name);
  return named(frame.acquirer).some((a) => named(other).some((b) => a.list === b.list));
}
