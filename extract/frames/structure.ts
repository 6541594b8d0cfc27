import type { Language } from '../lexicon/index.ts';
import type { Prep } from '../lexicon/lexicon.ts';
import { CALENDAR, PLACES } from '../lexicon/names.ts';
import type { Mention } from '../names/mention.ts';
import { describedFrom } from '../names/name-signs.ts';
import { tierOf } from '../names/party.ts';
import type { Token } from '../text/tokens.ts';
import { asidesIn } from './asides.ts';

/** How far a descriptor before a name may reach: "in the young artificial intelligence company Anthropic". */
const DESCRIPTOR = 9;

/** Gives each mention of a sentence its preposition, its possessive mark and the list it is in. Works in place. */
export function structure(
  mentions: readonly Mention[],
  language: Language,
  isTrigger: (token: number) => boolean,
): void {
  let list = 0;
  /** Mentions that come after the "and" of their list: a comma behind them opens something new. */
  const ended = new Set<Mention>();
  mentions.forEach((mention, n) => {
    const previous = mentions[n - 1];
    if (!mention.poss) mention.poss = isOwner(mention, language);
    const link =
      previous && !beginsPair(previous, mention, mentions.slice(n + 1, n + 1 + MOST_HOLDERS), language)
        ? linkOf(previous, mention, language, isTrigger)
        : null;
    const closed = previous ? ended.has(previous) : false;
    if (previous && link && !closed) {
      if (previous.list < 0) previous.list = list++;
      mention.list = previous.list;
      mention.prep = previous.prep;
      const resumed = language.prepositions.at(mention.unit.tokens, mention.from - 1)?.to === mention.from;
      if (link === 'and' && !resumed) ended.add(mention);
    } else if (previous && isSameName(previous, mention)) {
      mention.prep = previous.prep;
      mention.list = previous.list;
    } else mention.prep = prepositionOf(mention, previous, language, isTrigger);
  });
  shareOwnership(mentions);
  markGroups(mentions);
}

/** "AWS Trainium", "Google TPUs": a firm and its brand side by side. */
const isSameName = (a: Mention, b: Mention) =>
  a.to === b.from && a.candidates[0] !== undefined && a.candidates[0].name === b.candidates[0]?.name;

/** Notes which firms are told in one breath with large groups. */
function markGroups(mentions: readonly Mention[]): void {
  const lists = new Set(
    mentions.filter((m) => m.list >= 0 && tierOf(m.candidates[0]?.name ?? '') === 2).map((m) => m.list),
  );
  for (const m of mentions) m.inGroups = lists.has(m.list) && tierOf(m.candidates[0]?.name ?? '') < 2;
}

/** "Microsoft and Nvidia's stakes": the last of a list carries the mark for all. */
function shareOwnership(mentions: readonly Mention[]): void {
  for (const m of mentions) {
    if (m.poss && m.list >= 0)
      for (const other of mentions) if (other.list === m.list && other.from < m.from) other.poss = true;
  }
}

/** "OpenAI's start-up fund" acts for OpenAI. */
function armFollows(tokens: readonly Token[], from: number, language: Language): boolean {
  return [0, 1, 2].some((n) => language.nouns.at(tokens, from + n)?.value === 'arm');
}

function isOwner(mention: Mention, language: Language): boolean {
  const { tokens } = mention.unit;
  const mark = tokens[mention.to];
  if (mark?.text !== "'") return false;
  const next = tokens[mention.to + 1];
  if (armFollows(tokens, mention.to + 2, language)) return false;
  return next === undefined || next.lower === 's' || next.start > mark.end;
}

const SKIP = 7;

/** How two names are joined when only commas, "and", articles, descriptors and places stand between them, else null. */
function linkOf(
  a: Mention,
  b: Mention,
  language: Language,
  isTrigger: (token: number) => boolean,
): 'and' | 'comma' | null {
  if (b.form === 'relative' || a.form === 'relative' || a.form === 'pronoun' || b.form === 'pronoun') return null;
  // "with Anthropic and Microsoft's hiring": an owner begins something new.
  if (b.poss && !a.poss && a.prep !== null) return null;
  const { tokens } = a.unit;
  if (b.from <= a.to || b.from - a.to > SKIP + 30 || opensGap(a, b, language)) return null;
  let words = 0;
  let joint: 'and' | 'comma' | null = null;
  let plain = 0;
  let commas = 0;
  for (let i = a.to; i < b.from; i++) {
    const token = tokens[i] as Token;
    const closing = token.text === '(' ? closingBracket(tokens, i, b.from) : 0;
    if (closing) {
      i = closing;
      continue;
    }
    if (++words > SKIP + 4) return null;
    const and = language.conjunctions.at(tokens, i);
    if (and && and.to <= b.from) {
      joint = 'and';
      i = and.to - 1;
    } else if (token.text === ',') {
      joint ??= 'comma';
      commas++;
    } else if (token.text === "'" || (token.lower === 's' && tokens[i - 1]?.text === "'")) {
      if (i < a.to + 2 && !joint) return null;
    } else if (isTicker(tokens, i)) continue;
    else if (!token.word) return null;
    else if (isTrigger(i) || language.breakers.has(token.lower) || language.relatives.has(token.lower)) return null;
    else if (isDated(tokens, i, language)) continue;
    else if (isNewPreposition(tokens, i, a, language)) return null;
    else if (!language.articles.has(token.lower) && !language.adjectives.has(token.lower) && ++plain > SKIP)
      return null;
  }
  if (joint === 'comma' && (plain > 2 || commas > 1)) return null;
  if (commas > 0 && beginsClause(a, b, language, isTrigger)) return null;
  if (joint === 'comma' && a.prep !== null && goesOnPlainly(b, language)) return null;
  return plain <= 1 || b.form === 'name' || b.form === 'supply-brand' ? joint : null;
}

/** "in OpenAI, Amazon $8 billion in Anthropic", "for Inflection and Amazon for Adept": a new subject with its verb left out. */
function opensGap(a: Mention, b: Mention, language: Language): boolean {
  if (a.prep === null || a.poss) return false;
  const { tokens, money, implied } = b.unit;
  if (language.prepositions.at(tokens, b.to)?.value === a.prep) return true;
  let at = b.to;
  while (at - b.to < LONGEST_HEDGE && HEDGE.test(tokens[at]?.lower ?? '')) at++;
  const [next, after] = [tokens[at], tokens[at + 1] ?? tokens[at]];
  if (!next || !after) return false;
  return [...money, ...implied].some((m) => m.start >= next.start && m.start <= after.start);
}

/** Words between a name and its sum: "Nvidia up to $10 billion". */
const HEDGE =
  /^(?:up|to|as|much|about|around|some|another|nearly|almost|over|jusqu|'|à|environ|près|de|quelque|encore|bis|zu|rund|etwa|knapp|weitere|hasta|unos|casi|otros|fino|a|circa|altri|quasi|oltre|más|mehr|als|plus|più|di|than|more)$/;
const LONGEST_HEDGE = 4;

/** No more groups are told to hold one firm, after the first of them. */
const MOST_HOLDERS = 3;

/** "Microsoft in OpenAI, Amazon and Google in Anthropic": behind the first pair comes a list that another pair begins with. */
function beginsPair(a: Mention, b: Mention, rest: readonly Mention[], language: Language): boolean {
  if (a.prep === null || a.poss || b.from <= a.to) return false;
  const { tokens } = b.unit;
  if (tokens[a.to]?.text !== ',' && tokens[a.to]?.text !== ';') return false;
  let end = b.to;
  for (const next of rest) {
    const joined = tokens[end]?.text === ',' ? end + 1 : (language.conjunctions.at(tokens, end)?.to ?? -1);
    if (joined !== next.from) return false;
    end = next.to;
    if (language.prepositions.at(tokens, end)?.value === a.prep) return true;
  }
  return false;
}

/** The dot of "NVDA.O". */
function isTicker(tokens: readonly Token[], i: number): boolean {
  const [before, dot, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  return dot?.text === '.' && before?.end === dot.start && after?.start === dot.end;
}

/** "With the money from Google, Anthropic has …": after a preposition and a comma comes the subject. */
function beginsClause(a: Mention, b: Mention, language: Language, isTrigger: (token: number) => boolean): boolean {
  const { tokens } = b.unit;

  const verb = (at: number) =>
    isTrigger(at) || language.perfect.has(tokens[at]?.lower ?? '') || language.passive.has(tokens[at]?.lower ?? '');
  if (a.prep === null) return false;
  // "with Anthropic, and Microsoft – a backer of OpenAI – invests": the verb stands behind the aside.
  const aside = asidesIn(tokens).find((one) => one.from === b.to + 1);
  if (aside && verb(aside.to + 1)) return true;
  const and = language.conjunctions.at(tokens, b.to);
  const second = and && tokens[and.to]?.cap ? and.to + 1 : -1;
  return isFronted(a, b, language, isTrigger) || verb(b.to) || (second > 0 && verb(second));
}

/** "After a step by Amazon, Google said": a list that ends without "and" goes on with no plain word. */
function goesOnPlainly(b: Mention, language: Language): boolean {
  const { tokens } = b.unit;
  const next = tokens[b.to];
  return (
    next?.word === true &&
    /^\p{Ll}/u.test(next.text) &&
    !language.conjunctions.at(tokens, b.to) &&
    !language.prepositions.at(tokens, b.to)
  );
}

/** "Backed by Nvidia, Halden builds": a participle opens the sentence, and no list goes on behind the second name. */
function isFronted(a: Mention, b: Mention, language: Language, isTrigger: (token: number) => boolean): boolean {
  const next = b.unit.tokens[b.to];
  const goesOn = !next?.word || language.conjunctions.at(b.unit.tokens, b.to) !== null;
  return a.from <= 4 && isTrigger(0) && !goesOn;
}

/** Where a bracket closes again: what stands in "Microsoft (€15m), Nvidia" does not break the list. */
function closingBracket(tokens: readonly Token[], open: number, stop: number): number {
  for (let i = open + 1; i < Math.min(stop, open + 26); i++) if ((tokens[i] as Token).text === ')') return i;
  return 0;
}

/** "Gretel in March, CentML in June": when each came does not break the list. */
function isDated(tokens: readonly Token[], i: number, language: Language): boolean {
  const next = tokens[i + 1];
  return next !== undefined && language.prepositions.at(tokens, i)?.to === i + 1 && CALENDAR.has(next.lower);
}

/** "in Zhipu and in MiniMax" is one list; "in Zhipu and with MiniMax" is not; "X of Paris" says where X is. */
function isNewPreposition(tokens: readonly Token[], i: number, a: Mention, language: Language): boolean {
  const match = language.prepositions.at(tokens, i);
  if (!match || PLACES.has(tokens[i + 1]?.lower ?? '')) return false;
  return match.value !== a.prep;
}

function prepositionOf(
  mention: Mention,
  previous: Mention | undefined,
  language: Language,
  isTrigger: (token: number) => boolean,
): Prep | null {
  const { tokens } = mention.unit;
  // French "dont" is "of which".
  if (mention.form === 'relative' && tokens[mention.from]?.lower === 'dont') return 'of';
  // German "des Entwicklers" is "of the developer".
  if (language.lexicon.freeOrder && mention.form !== 'name' && tokens[mention.from]?.lower === 'des') return 'of';
  const stop = Math.max(0, mention.from - DESCRIPTOR, previous ? previous.to : 0);
  const first = mention.form === 'name' ? describedFrom(tokens, mention.from, stop, language) : mention.from;
  for (let i = first - 1; i >= stop; i--) {
    const token = tokens[i] as Token;
    if (isTrigger(i) && !isTrigger(i + 1)) return null;
    const prep = endingAt(tokens, i, stop, language);
    if (prep === 'of' && armEndsAt(tokens, i, language)) continue;
    if (
      prep === 'of' &&
      mention.from - i >= 2 &&
      (nounEndsAt(tokens, i, language) || nounEndsAt(tokens, i - 1, language))
    )
      continue;
    if (prep) return isAdverbial(mention, i, language, isTrigger) ? null : prep;
    if (token.text === "'") continue;
    // "In March 2024 Microsoft": the preposition is the date's.
    if (/^\d/.test(token.text) || CALENDAR.has(token.lower)) return null;
    if (token.text === ',' && tokens[i + 1]?.cap === true && tokens[i - 1]?.cap === true) {
      // "from Bain Capital, Nvidia and others": an unknown name does not end the list.
      while (i - 1 >= stop && tokens[i - 1]?.cap === true) i--;
      continue;
    }
    if (/^[(:]$/.test(token.text) && FIRMS.test(tokens[i - 1]?.lower ?? '') && isListed(mention, language)) continue;
    if (token.text === ',' || !token.word) {
      if (token.text === '"' || token.text === '“' || token.text === '«') continue;
      return null;
    }
    if (
      isTrigger(i) ||
      language.breakers.has(token.lower) ||
      language.passive.has(token.lower) ||
      language.perfect.has(token.lower)
    )
      return null;
    if (language.relatives.has(token.lower)) return null;
  }
  return null;
}

const FIRMS =
  /^(?:startups|ups|companies|firms|labs|pousses|entreprises|sociétés|unternehmen|firmen|empresas|compañías|aziende|imprese|società)$/;

/** "in three start-ups (Mistral AI, Cohere)": a name of a list, or the only one in its brackets. */
function isListed({ unit: { tokens }, to }: Mention, language: Language): boolean {
  return /^[,)]$/.test(tokens[to]?.text ?? '') || language.conjunctions.at(tokens, to) !== null;
}

/** "By the report's count Microsoft has invested": the words before the subject are complete without it. */
function isAdverbial(mention: Mention, at: number, language: Language, isTrigger: (token: number) => boolean): boolean {
  const { tokens } = mention.unit;
  const next = tokens[mention.to];
  if (at > 0 || mention.from - at < 3 || !next || mention.form !== 'name') return false;
  const before = tokens[mention.from - 1] as Token;
  if (
    before.cap ||
    language.articles.has(before.lower) ||
    language.adjectives.has(before.lower) ||
    nounEndsAt(tokens, mention.from, language)
  )
    return false;
  return isTrigger(mention.to) || language.perfect.has(next.lower) || language.passive.has(next.lower);
}

/** "la start-up d'intelligence artificielle Perplexity": the complement belongs to the descriptor, not to the name. */
function armEndsAt(tokens: readonly Token[], to: number, language: Language): boolean {
  return [1, 2, 3, 4].some((n) => {
    const match = language.nouns.at(tokens, to - n);
    return match?.value === 'arm' && match.to === to;
  });
}

function nounEndsAt(tokens: readonly Token[], to: number, language: Language): boolean {
  return [1, 2, 3].some((n) => language.nouns.at(tokens, to - n)?.to === to);
}

/** German "der" is an article before a subject and "of the" behind a noun. */
function isArticle(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'der' && tokens[at - 1]?.cap !== true;
}

/** The longest preposition that ends at a token. */
function endingAt(tokens: readonly Token[], at: number, stop: number, language: Language): Prep | null {
  for (let i = Math.max(0, stop, at - 4); i <= at; i++) {
    const match = language.prepositions.at(tokens, i);
    if (match && match.to === at + 1) return isArticle(tokens, at) ? null : match.value;
    // "d'" and "l'": the apostrophe belongs to the word before.
    if (match && match.to === at && (tokens[at] as Token).text === "'") return match.value;
  }
  return null;
}
