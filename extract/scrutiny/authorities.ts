import {
  AUTHORITIES,
  type AuthorityWords,
  COUNTRIES,
  GENERIC_NOUNS,
  OTHER_BODIES,
  PLURAL_NOUNS,
} from '../lexicon/authorities.ts';
import { indexPhrases, type MoneyToken, type PhraseIndex, phraseAt } from '../text/text-tokens.ts';

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
  /** `shared`: other countries' authorities bear the name too. */
  form: 'name' | 'capital' | 'seat' | 'shared';
}

function named(words: AuthorityWords, form: Named['form'], names: string[]): (readonly [string, Named])[] {
  return names.map((name) => [name, { words, form }] as const);
}

const index: PhraseIndex<Named> = indexPhrases<Named>(
  AUTHORITIES.flatMap((words) => [
    ...named(words, 'name', words.names),
    ...named(words, 'shared', words.shared ?? []),
    // "Mundts Haus": a German genitive.
    ...named(
      words,
      'capital',
      (words.heads ?? []).flatMap((head) => [head, `${head}s`]),
    ),
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
  const names = findNamed(text, tokens);
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

/** Characters behind a seat that tell whether it owns a name. */
const OWNED = 8;

/** "France's Mistral AI": whose start-up it is. */
const OWNS_A_NAME = /^['’]s\s+\p{Lu}/u;

function findNamed(text: string, tokens: readonly MoneyToken[]): Placed[] {
  const found: Placed[] = [];
  const seen: AuthorityWords[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const hit = phraseAt(tokens, i, index);
    if (!hit || !isWritten(tokens, i, hit.next, hit.value.form)) continue;
    const words = hit.value.form === 'shared' ? bearerOf(tokens, i, hit.next, seen) : hit.value.words;
    if (!words) continue;
    const { end } = tokens[hit.next - 1] as MoneyToken;
    if (hit.value.form === 'seat' && OWNS_A_NAME.test(text.slice(end, end + OWNED))) continue;
    if (hit.value.form !== 'seat') seen.push(words);
    found.push({
      first: i,
      next: hit.next,
      words,
      code: words.code,
      form: hit.value.form === 'seat' ? 'seat' : 'name',
      end,
    });
    i = hit.next - 1;
  }
  return found;
}

/** Short names written with one capital, as Italian papers do: "Ftc"; others, such as "Sec" or "Ico", may be words. */
const MIXED = /^(Ftc|Cma|Doj|Cnmc|Agcm|Kftc|Jftc|Samr|Accc|Bwb|Adlc|Bkarta|Cade|Weko|Comco|Ccpc)$/;
/** The same in the lower case of forums. */
const CASUAL = /^(ftc|cma|doj|cnmc|agcm|kftc|jftc|samr|accc|bkarta)$/;

/** True when the words are written as a name of that form is: short names in capitals, seats with a capital. */
function isWritten(tokens: readonly MoneyToken[], at: number, next: number, form: Named['form']): boolean {
  const { text, lower } = tokens[at] as MoneyToken;
  const short = next === at + 1 && lower.length <= 5 && form === 'name';
  if (short) return /^\p{Lu}{2,}$/u.test(text) || MIXED.test(text) || CASUAL.test(text);
  return /^\p{Lu}/u.test(text) || form === 'name' || form === 'shared';
}

/** Whose name it is: that of the country beside it, else of the one spoken of before, else of the first that bears it. */
function bearerOf(
  tokens: readonly MoneyToken[],
  at: number,
  next: number,
  seen: readonly AuthorityWords[],
): AuthorityWords | null {
  const phrase = tokens
    .slice(at, next)
    .filter((t) => t.kind === 'word')
    .map((t) => t.lower)
    .join(' ');
  const bearers = AUTHORITIES.filter((words) => words.shared?.includes(phrase));
  const french = bearers[0]?.code === 'AdlC';
  const country = french
    ? countryAfter(tokens, next - 1)
    : (countryAfter(tokens, next - 1) ?? countryBefore(tokens, at));
  if (country) return byCountry.get(country) ?? null;
  return seen.findLast((words) => bearers.includes(words)) ?? bearers[0] ?? null;
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
  if (isItalianAntitrust(tokens, at) && (!memory.last || memory.codes.has('AGCM')))
    return byPlace('it', at, memory, coming);
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
  return pluralBehind(tokens, at, memory, coming);
}

/** "les gendarmes européens", "los reguladores británicos": the country follows, and no other one is joined to it. */
function pluralBehind(
  tokens: readonly MoneyToken[],
  at: number,
  memory: Memory,
  coming: Placed | undefined,
): Placed | null {
  const behind = tokens.slice(at + 1, at + 9).filter((t) => COUNTRIES[t.lower] && countryWord(t));
  const countries = new Set(behind.map((t) => COUNTRIES[t.lower]));
  const country = countryAfter(tokens, at);
  return country && countries.size === 1 ? byPlace(country, at, memory, coming) : null;
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

/** "L'Antitrust", "dell'Antitrust", with a capital and no country: in an Italian text, Italy's own. */
function isItalianAntitrust(tokens: readonly MoneyToken[], at: number): boolean {
  const article = tokens[at - 2]?.lower ?? '';
  return (
    tokens[at]?.text === 'Antitrust' &&
    /^['’]$/.test(tokens[at - 1]?.text ?? '') &&
    /^(l|dell|all|dall|nell|sull)$/.test(article)
  );
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
  return countryBefore(tokens, at) ?? countryAfter(tokens, at);
}

function countryBefore(tokens: readonly MoneyToken[], at: number): string | null {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--) {
    const token = tokens[i] as MoneyToken;
    if (/^[.;:!?,()]$/.test(token.text)) break;
    const country = COUNTRIES[token.lower];
    if (country && countryWord(token)) return country;
  }
  return null;
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

/** "us", "in" and Italian "usa" are countries only in capitals. */
function countryWord(token: MoneyToken): boolean {
  return (token.lower.length > 2 && token.lower !== 'usa') || /^\p{Lu}{2,}$/u.test(token.text);
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
