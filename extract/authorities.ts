import {
  AUTHORITIES,
  type AuthorityWords,
  COUNTRIES,
  GENERIC_NOUNS,
  OTHER_BODIES,
  PLURAL_NOUNS,
} from './lexicon/authorities.ts';
import { indexPhrases, type MoneyToken, type PhraseIndex, phraseAt } from './money-tokens.ts';

/** Words of a text that mean an authority. */
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

/** What has been spoken of so far. */
interface Memory {
  last: Placed | null;
  byKind: Map<string, Placed>;
  codes: Map<string, Placed>;
}

/**
 * Takes a text and its tokens; gives its authorities in order: named, described by country ("the British watchdog"),
 * or referred back to ("the regulator"). A word that comes before any name takes the first name after it.
 */
export function findAuthorities(text: string, tokens: readonly MoneyToken[]): AuthorityMention[] {
  const names = findNamed(tokens);
  const mentions: AuthorityMention[] = [];
  const memory: Memory = { last: null, byKind: new Map(), codes: new Map() };
  let at = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (at < names.length && (names[at] as Placed).first < i) at++;
    const name = names[at]?.first === i ? (names[at] as Placed) : null;
    const mention = name ?? describedAt(text, tokens, i, memory, names[at]);
    if (!mention) continue;
    remember(memory, mention);
    mentions.push({ first: mention.first, next: mention.next, code: mention.code, form: mention.form });
    i = mention.next - 1;
  }
  return mentions;
}

/** Courts, parliaments and seats are never what "the regulator" refers back to. */
function remember(memory: Memory, mention: Placed): void {
  if (mention.form === 'seat' || (mention.code === null && mention.words?.kinds)) return;
  memory.last = mention;
  for (const kind of mention.words?.kinds ?? []) memory.byKind.set(kind, mention);
  if (mention.code) memory.codes.set(mention.code, mention);
}

interface Placed extends AuthorityMention {
  /** Where it ends in the text. */
  end: number;
  words: AuthorityWords | null;
}

function findNamed(tokens: readonly MoneyToken[]): Placed[] {
  const found: Placed[] = [];
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
    const { words, form } = hit.value;
    // "l'autorité de la concurrence du Royaume-Uni" is not the French one.
    const place = words.code === 'AdlC' ? countryAfter(tokens, hit.next - 1) : null;
    if (place && place !== words.country) continue;
    found.push({
      first: i,
      next: hit.next,
      words,
      code: words.code,
      form: form === 'seat' ? 'seat' : 'name',
      end: (tokens[hit.next - 1] as MoneyToken).end,
    });
    i = hit.next - 1;
  }
  return found;
}

/** "the UK's competition watchdog", "le gendarme américain de la concurrence", "die Bonner Behörde", "the regulator". */
function describedAt(
  text: string,
  tokens: readonly MoneyToken[],
  at: number,
  memory: Memory,
  coming: Placed | undefined,
): Placed | null {
  const token = tokens[at] as MoneyToken;
  if (token.kind !== 'word') return null;
  if (PLURAL_NOUNS.has(token.lower)) return pluralAt(tokens, at, memory, coming);
  const kind = kinds.has(token.lower);
  if (!kind && !GENERIC_NOUNS.has(token.lower)) return null;
  if (plainCommission(tokens, at, token) || nearby(tokens, at).some((word) => OTHER_BODIES.has(word))) return null;
  const country = countryNear(tokens, at);
  if (country !== null && !kind) return byPlace(country, at, memory, coming);
  const meant = kind ? lastOfKind(text, token, memory) : memory.last;
  const name =
    meant ?? (coming?.form === 'name' && (!kind || coming.words?.kinds?.includes(token.lower)) ? coming : null);
  return name ? { first: at, next: at + 1, end: token.end, code: name.code, form: 'back', words: name.words } : null;
}

/** "EU antitrust regulators" are the Commission; "regulators in the US, UK and EU" are nobody in particular. */
function pluralAt(
  tokens: readonly MoneyToken[],
  at: number,
  memory: Memory,
  coming: Placed | undefined,
): Placed | null {
  if (nearby(tokens, at).some((word) => OTHER_BODIES.has(word))) return null;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const token = tokens[i] as MoneyToken;
    if (token.kind !== 'word') return null;
    const country = COUNTRIES[token.lower];
    const several = /^(and|et|und|y|e|or)$/.test(tokens[i - 1]?.lower ?? '');
    if (country && countryWord(token)) return several ? null : byPlace(country, at, memory, coming);
  }
  return null;
}

/** "the Commission" with a capital letter is the European one, unless another was spoken of in the same paragraph. */
function lastOfKind(text: string, token: MoneyToken, memory: Memory): Placed | null {
  const last = memory.byKind.get(token.lower) ?? null;
  if (!isEuropean(token) || last?.code === 'EC') return last;
  const here = last !== null && token.start - last.end < FAR && !text.slice(last.end, token.start).includes('\n\n');
  const european = memory.codes.get('EC');
  if (european && !here) return european;
  const words = byCountry.get('eu') ?? null;
  return last ?? { first: 0, next: 0, end: 0, code: 'EC', form: 'name', words };
}

/** Further away than this nothing is in the same paragraph, in characters. */
const FAR = 3000;

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

/** Words that may stand between "regulator" and its country: "gendarme de la concurrence britannique". */
const BETWEEN =
  /^(de|la|le|les|del|della|dello|di|d|'|’|the|in|of|for|du|des|dei|concurrence|competencia|concorrenza|competition|antitrust|marchés)$/;

/** Country word up to five words before, with no comma between, or after it with only small words between. */
function countryNear(tokens: readonly MoneyToken[], at: number): string | null {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const token = tokens[i] as MoneyToken;
    if (/^[.;:!?,()]$/.test(token.text)) break;
    const country = COUNTRIES[token.lower];
    if (country && countryWord(token)) return country;
  }
  return countryAfter(tokens, at);
}

/** A country after the noun, with only small words between. */
function countryAfter(tokens: readonly MoneyToken[], at: number): string | null {
  for (let i = at + 1; i < Math.min(tokens.length, at + 7); i++) {
    const token = tokens[i] as MoneyToken;
    const country = COUNTRIES[token.lower];
    if (country && countryWord(token)) return country;
    if (!BETWEEN.test(token.lower)) break;
  }
  return null;
}

/** "us" and "in" are countries only in capitals. */
function countryWord(token: MoneyToken): boolean {
  return token.lower.length > 2 || /^\p{Lu}{2}$/u.test(token.text);
}

/** The country's own authority; for the United States whichever of its two was named last, or comes next. */
function byPlace(country: string, at: number, memory: Memory, coming: Placed | undefined): Placed | null {
  const words = byCountry.get(country);
  if (words) return { first: at, next: at + 1, end: 0, code: words.code, form: 'country', words };
  if (country !== 'us') return null;
  const before = [memory.codes.get('FTC'), memory.codes.get('DOJ')].filter((m) => m !== undefined);
  const after = coming && /^(FTC|DOJ)$/.test(coming.code ?? '') ? coming : undefined;
  const american = before.sort((a, b) => b.end - a.end)[0] ?? after;
  return american
    ? { first: at, next: at + 1, end: 0, code: american.code, form: 'country', words: american.words }
    : null;
}
