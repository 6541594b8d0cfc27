import { SEATS } from '../lexicon/epithets.ts';
import type { Language } from '../lexicon/index.ts';
import type { Token } from '../text/tokens.ts';
import type { Unit } from '../unit.ts';
import { base, type Landmark, type Mention } from './mention.ts';
import { canAcquire } from './party.ts';

/** Chiefs who also put their own money into start-ups: their name is not their firm's. */
const OWN_PURSE =
  /^(?:bill gates|jeff bezos|bezos|elon musk|sam altman|altman|larry ellison|ellison|pony ma|joe tsai)$/;
/** How surely the chief's name, or the seat's, means the firm. */
const LIKELY = 0.78;

/** "Nadella has pumped $10 billion into …", "Redmond is buying …": a chief or a seat in place of the firm. */
export function findStandIns(
  unit: Unit,
  language: Language,
  landmarks: readonly Landmark[],
  taken: readonly boolean[],
  fullNames: ReadonlySet<string>,
): Mention[] {
  const found: Mention[] = [];
  const { tokens } = unit;
  for (const { from, to, entry } of landmarks) {
    if (entry.kind !== 'person' || !canAcquire(entry.company) || !acts(tokens, from, to, language)) continue;
    if (!OWN_PURSE.test(wordsOf(tokens, from, to))) found.push(standIn(unit, from, to, entry.company));
  }
  for (let i = 0; i < tokens.length; i++) {
    const seat = taken[i] ? null : seatAt(tokens, i);
    if (!seat || !fullNames.has(seat.company) || !acts(tokens, i, seat.to, language)) continue;
    found.push(standIn(unit, i, seat.to, seat.company));
  }
  if (language.lexicon.freeOrder) found.push(...findTownsfolk(unit, language, fullNames));
  return found;
}

/** German "die Redmonder": the people of the town are the firm. */
function findTownsfolk(unit: Unit, language: Language, fullNames: ReadonlySet<string>): Mention[] {
  return unit.tokens.flatMap((token, i) => {
    const firms = /^\p{Lu}\p{L}+er$/u.test(token.text) ? SEATS[token.text.slice(0, -2)] : undefined;
    const company = firms?.length === 1 ? firms[0] : undefined;
    if (!company || !fullNames.has(company) || unit.tokens[i + 1]?.cap) return [];
    return language.articles.has(unit.tokens[i - 1]?.lower ?? '') ? [standIn(unit, i - 1, i + 1, company)] : [];
  });
}

const standIn = (unit: Unit, from: number, to: number, company: string): Mention => ({
  ...base(unit, from, to, 'person'),
  candidates: [{ name: company, weight: LIKELY }],
});

const wordsOf = (tokens: readonly Token[], from: number, to: number) =>
  tokens
    .slice(from, to)
    .map((t) => t.lower)
    .join(' ');

/** A town that is the seat of one firm only. */
function seatAt(tokens: readonly Token[], i: number): { company: string; to: number } | null {
  if (!tokens[i]?.cap) return null;
  for (const to of [i + 2, i + 1]) {
    const name = tokens.slice(i, to).map((t) => t.text);
    const firms = SEATS[name.join(' ')];
    const lone = firms?.length === 1 && name.every((word) => /^\p{Lu}/u.test(word));
    if (lone && firms?.[0]) return { company: firms[0], to };
  }
  return null;
}

/** True when the words do something: a verb of deals comes right after them, and no place or office is meant. */
function acts(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  const before = tokens[from - 1];
  if (before?.cap || before?.joined || before?.text === "'") return false;
  if (before && (language.prepositions.at(tokens, from - 1) || language.articles.has(before.lower))) return false;
  const next = tokens[to]?.lower ?? '';
  if (language.perfect.has(next) || language.passive.has(next)) return true;
  return language.triggers.some((index) => index.at(tokens, to) !== null);
}

/** "its new shareholder", "son bailleur de fonds": whoever funds the firm spoken of. */
export function findBackers(unit: Unit, language: Language, taken: boolean[]): Mention[] {
  const found: Mention[] = [];
  const { tokens } = unit;
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i] || !language.possessives.has((tokens[i] as Token).lower)) continue;
    let at = i + 1;
    while (at < i + 4 && language.adjectives.has(tokens[at]?.lower ?? '')) at++;
    const noun = language.backers.at(tokens, at);
    if (!noun) continue;
    found.push({ ...base(unit, i, noun.to, 'definite'), want: 'backer' });
    taken.fill(true, i, noun.to);
  }
  return found;
}
