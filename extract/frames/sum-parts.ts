import type { MoneyMention } from '../money/money.ts';
import type { Token } from '../text/tokens.ts';
import type { ParsedSentence } from './sentence.ts';
import type { Place } from './sum-place.ts';

/** Words that part a sum: "$260 million, of which $60 million", "davon", "consisting of". */
const PARTING =
  /(?:^| )(?:of which|of that|of it|including|consist(?:s|ing) of|comprising|made up of|split into|dont|soit|compos[ée]e?s? de|davon|darunter|bestehend aus|aufgeteilt in|di cui|compost[oaie] d[ai]|suddivis[oaie] in|de l[oa]s (?:que|cuales)|incluid[oa]s?|compuest[oa]s? (?:de|por)|dividid[oa]s? en)(?: |$)/;

/** What a price is paid in. */
const IN_KIND =
  /^(?:(?:are |is |were |was )?(?:paid )?in |en |in )?(?:its |their |own |eigenen |neuen |neue |actions |acciones )?(?:cash|stock|shares|equity|bar|aktien|anteilen|numéraire|espèces|liquide|titres|actions|efectivo|metálico|acciones|títulos|contanti|azioni|titoli)(?: |$)/;

/** "Of the $50 billion", "von den 50 Milliarden", "de ces 50 milliards": a sum named before is parted now. */
const OF_THE =
  /(?:^| )(?:of (?:the|those|that|this)|von (?:den|diesen|der)|de (?:ces|los|esos|estos)|des|dei|di (?:questi|quei)|degli)(?: \S+)?$/;

const words = (tokens: readonly Token[]) => tokens.map((t) => t.lower).join(' ');

/** The larger sum of the same currency before a place in its sentence, where words between part it. */
export function wholeBefore(s: ParsedSentence, { money, from }: Place): MoneyMention | null {
  const larger = s.unit.money.filter(
    (m) => m.start < money.start && m.currency === money.currency && m.value > money.value && m.conversionOf === null,
  );
  const between = (m: MoneyMention) => words(s.unit.tokens.filter((t, i) => t.start >= m.end && i < from));
  return larger.find((m) => !between(m).includes(';') && PARTING.test(between(m))) ?? null;
}

/**
 * True for what a price is made of: of "$260 million, consisting of $200 million in cash and $60 million in shares" only
 * the first is paid, and the others say in what.
 */
export function isKindOfPayment(s: ParsedSentence, place: Place): boolean {
  return IN_KIND.test(words(s.unit.tokens.slice(place.to, place.to + 5))) && wholeBefore(s, place) !== null;
}

/** True where a sum that was named before is parted: "of the 50 billion only 15 …". */
export function isParted(s: ParsedSentence, { money, from }: Place): boolean {
  const smaller = [...s.unit.money, ...s.unit.implied].some((m) => m.start > money.end && m.value < money.value);
  return smaller && OF_THE.test(words(s.unit.tokens.slice(Math.max(0, from - 3), from)));
}
