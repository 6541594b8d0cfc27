import { AUTHORITIES, type AuthorityWords, COUNTRIES, GENERIC_NOUNS, OTHER_BODIES } from './lexicon/authorities.ts';
import { indexPhrases, type MoneyToken, type PhraseIndex, phraseAt } from './money-tokens.ts';

export interface AuthorityMention {
  /** Index of the first token and index after the last one. */
  first: number;
  next: number;
  /** Short name; null for a body that is no competition authority, or when nobody can tell which one is meant. */
  code: string | null;
  /** How it is named: by name, by its country, or by a word that refers back. */
  form: 'name' | 'country' | 'back' | 'seat';
}

interface Named {
  words: AuthorityWords;
  form: 'name' | 'capital' | 'seat';
}

function named(words: AuthorityWords, form: Named['form'], names: string[]): (readonly [string, Named])[] {
  return names.map((name) => [name, { words, form }] as const);
}

const index: PhraseIndex<Named> = indexPhrases<Named>(
  AUTHORITIES.flatMap((words) => [
    ...named(words, 'name', [...words.names, ...(words.heads ?? [])]),
    ...named(words, 'capital', words.capital ?? []),
    ...named(words, 'seat', words.seats ?? []),
  ]),
);

const byCountry = new Map(AUTHORITIES.flatMap((words) => (words.country ? [[words.country, words] as const] : [])));
const kinds = new Set(AUTHORITIES.flatMap((words) => words.kinds ?? []));

/**
 * Takes the tokens of a whole text; gives its authorities in order: named, described by country ("the British
 * watchdog"), or referred back to ("the regulator"). A word that comes before any name takes the first name after it.
 */
export function findAuthorities(tokens: readonly MoneyToken[]): AuthorityMention[] {
  const named = findNamed(tokens);
  const present = new Set(named.flatMap((m) => (m.form === 'name' && m.words ? [m.words] : [])));
  const believed = named.filter((m) => m.form !== 'seat' || present.has(m.words));
  const mentions: (AuthorityMention & { words: AuthorityWords | null })[] = [];
  let at = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (at < believed.length && (believed[at] as Described).first < i) at++;
    const name = believed[at];
    if (name?.first === i) {
      mentions.push({ first: i, next: name.next, code: name.words.code, form: name.form, words: name.words });
      i = name.next - 1;
      continue;
    }
    const described = describedAt(tokens, i, mentions, believed.slice(at, at + 1));
    if (described) mentions.push(described);
  }
  return mentions.map(({ first, next, code, form }) => ({ first, next, code, form }));
}

interface Described {
  first: number;
  next: number;
  words: AuthorityWords;
  form: 'name' | 'seat';
}

function findNamed(tokens: readonly MoneyToken[]): Described[] {
  const found: Described[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const hit = phraseAt(tokens, i, index);
    if (!hit) continue;
    const token = tokens[i] as MoneyToken;
    const capital = /^\p{Lu}/u.test(token.text);
    const short = hit.next === i + 1 && token.lower.length <= 5;
    if (!capital && (short || hit.value.form !== 'name')) continue;
    // "Sec" and "ICO" are short names; "Cade" is a verb in French and a name in other texts.
    if (
      short &&
      !/^\p{Lu}{2,}$/u.test(token.text) &&
      hit.value.form === 'name' &&
      !/^(Cade|Weko|Comco)$/.test(token.text)
    )
      continue;
    found.push({ first: i, next: hit.next, words: hit.value.words, form: hit.value.form === 'seat' ? 'seat' : 'name' });
    i = hit.next - 1;
  }
  return found;
}

type Placed = AuthorityMention & { words: AuthorityWords | null };

/** "the UK's competition watchdog", "le gendarme américain de la concurrence", "die Bonner Behörde", "the regulator". */
function describedAt(
  tokens: readonly MoneyToken[],
  at: number,
  before: readonly Placed[],
  after: readonly Described[],
): Placed | null {
  const token = tokens[at] as MoneyToken;
  if (token.kind !== 'word') return null;
  const kind = kinds.has(token.lower);
  if (!kind && !GENERIC_NOUNS.has(token.lower)) return null;
  if (plainCommission(tokens, at, token) || nearby(tokens, at).some((word) => OTHER_BODIES.has(word))) return null;
  const country = countryNear(tokens, at);
  if (country !== null && !kind) return byPlace(country, at, before);
  const last = lastFitting(before, kind ? token.lower : null);
  if (last) return { first: at, next: at + 1, code: last.code, form: 'back', words: last.words };
  const coming = after.find((m) => m.form === 'name' && (!kind || m.words.kinds?.includes(token.lower)));
  if (coming) return { first: at, next: at + 1, code: coming.words.code, form: 'back', words: coming.words };
  return isEuropean(token)
    ? { first: at, next: at + 1, code: 'EC', form: 'back', words: byCountry.get('eu') ?? null }
    : null;
}

/** A "commission" that opens or closes a longer name, or has an indefinite article, is not one spoken of. */
function plainCommission(tokens: readonly MoneyToken[], at: number, token: MoneyToken): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  if (/^(a|an|no|any|each|every|another|une|un|eine|einer|ein|una|uno|other|independent)$/.test(before)) return true;
  return (
    token.lower === 'antitrust' &&
    !/^(l|dell|all|il|la|el|the)$/.test(before === "'" || before === '’' ? (tokens[at - 2]?.lower ?? '') : before)
  );
}

/** With a capital letter and no name before it, "the Commission" is the European one. */
function isEuropean(token: MoneyToken): boolean {
  return /^(Commission|Kommission|Comisión|Commissione)$/.test(token.text);
}

function nearby(tokens: readonly MoneyToken[], at: number): string[] {
  return [tokens[at - 3], tokens[at - 2], tokens[at - 1], tokens[at + 1], tokens[at + 2], tokens[at + 3]].map(
    (t) => t?.lower ?? '',
  );
}

/** Country word up to five words before or three after the noun, with no other noun of a body between. */
function countryNear(tokens: readonly MoneyToken[], at: number): string | null {
  for (const step of [-1, -2, -3, -4, -5, 1, 2, 3]) {
    const token = tokens[at + step];
    if (token === undefined || /^[.;:!?,]$/.test(token.text)) {
      if (step < 0) continue;
      break;
    }
    const country = COUNTRIES[token.lower];
    if (country && countryWord(token)) return country;
  }
  return null;
}

/** "us" and "in" are countries only in capitals. */
function countryWord(token: MoneyToken): boolean {
  return token.lower.length > 2 || /^\p{Lu}{2}$/u.test(token.text);
}

function byPlace(country: string, at: number, before: readonly Placed[]): Placed | null {
  const words = byCountry.get(country);
  if (words) return { first: at, next: at + 1, code: words.code, form: 'country', words };
  if (country !== 'us') return null;
  const american = before.findLast((m) => m.code === 'FTC' || m.code === 'DOJ');
  return american ? { first: at, next: at + 1, code: american.code, form: 'country', words: american.words } : null;
}

function lastFitting(before: readonly Placed[], kind: string | null): Placed | null {
  const last = before.at(-1);
  if (kind === null) return last ?? null;
  return before.findLast((m) => m.words?.kinds?.includes(kind) || m.words?.code === null) ?? null;
}
