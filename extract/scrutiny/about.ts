import type { MoneyToken } from '../text/text-tokens.ts';
import type { AuthorityMention } from './authorities.ts';
import { clauseOf, ownPartOf, partiesIn, partOf } from './clauses.ts';
import { isDeterminer, within } from './mood.ts';
import type { PairList } from './pair-list.ts';
import { type DealPair, type Party, pairsAmong, pairsFor } from './pairs.ts';
import { aboutConduct, type Place } from './place.ts';
import { readStages, type Stage } from './stages.ts';
import { hasDealNoun, namesOf, type Whole } from './whole.ts';

/** What the reader of the text has in mind when he comes to a sentence. */
export interface Spoken {
  /** Authority that is still the subject. */
  near: AuthorityMention | null;
  /** Pairs spoken of last. */
  focus: readonly DealPair[];
  /** All pairs spoken of, in order. */
  spoken: PairList;
  /** Steps of the last sentence that had any; for "did the same". */
  last: readonly Stage[];
  /** Pairs that some authority has been said to look at. */
  watched: PairList;
  /** A step about deals in general was told: what follows is about that. */
  general: boolean;
  /** The firm that heads a table row or a paragraph of its own. */
  topic: readonly Party[];
}

const GENERAL: ReadonlySet<string> = new Set(['examine', 'investigate', 'concern', 'ask', 'probe', 'open']);

/**
 * Takes a step and what was spoken of before; gives the pairs that it is about, null among them for deals in general:
 * those named in its clause or sentence, else those that "the deal", "its probe" or "the three partnerships" refer to.
 */
export function pairsOf(whole: Whole, place: Place, stage: Stage, before: Spoken): readonly (DealPair | null)[] {
  if (looksAtKind(whole, place, stage) || inGeneral(whole, place, stage)) return isAboutAi(whole) ? [null] : [];
  if (meansBoth(whole, place, before)) return [...before.focus];
  if (speaksOfParties(whole, place, stage) && before.focus.length === 1) return [...before.focus];
  const sets = circles(whole, place, stage);
  const asked = stage.cue === 'ask' ? pairsAsked(place, whole) : [];
  if (asked.length > 1) return asked;
  for (const parties of sets) {
    const joined = pairsAmong([...before.topic, ...parties], whole.known);
    if (joined.length) return ofOwnClause(joined, whole, place, stage);
  }
  if (aboutConduct(place)) return [];
  for (const parties of sets) {
    const meant = pairsFor(namesOf(parties), whole.known, before.spoken, before.focus);
    if (meant.length && parties.some((p) => p.named))
      return saysWhich(whole, place, parties, meant) || goesOn(stage, meant, before) ? meant : [];
  }
  if (before.topic.length) return topicPair(whole, before);
  if (namesOther(whole, place, before)) return [];
  return generalOrFocus(whole, place, stage, before);
}

/**
 * "A's deal with B did not qualify, while the hiring of C's staff was cleared": of the pairs that a sentence joins, those
 * with a firm that the clause of the step names; all of them where it names none.
 */
function ofOwnClause(joined: readonly DealPair[], whole: Whole, place: Place, stage: Stage): readonly DealPair[] {
  const names = new Set(namesOf(inClauseOf(whole, place, stage).filter((p) => p.named)));
  const bought = joined.filter((pair) => names.has(pair.target));
  const own = bought.length ? bought : joined.filter((pair) => names.has(pair.acquirer));
  return own.length ? own : joined;
}

/** "orders to Microsoft, Amazon, Google, OpenAI and Anthropic": who is asked stands in one list, each with its partner. */
function pairsAsked(place: Place, whole: Whole): DealPair[] {
  const names = new Set(place.parties.filter((p) => p.named).map((p) => p.name));
  return names.size < 4 ? [] : whole.known.among(names);
}

/** "The parties had to answer; Arm, owned by SoftBank, …": a clause of its own about those just spoken of. */
function speaksOfParties(whole: Whole, place: Place, stage: Stage): boolean {
  const { from, to } = clauseOf(whole, place, stage);
  if (from === place.from && to === place.to) return false;
  const [start, end] = [(whole.tokens[from] as MoneyToken).start, (whole.tokens[to - 1] as MoneyToken).end];
  if (place.parties.some((p) => p.named && p.start >= start && p.end <= end)) return false;
  return place.hits.some((h) => h.cue === 'parties' && h.first >= from && h.next <= stage.first);
}

/** "both investors", "the two deals", where two pairs were just spoken of and no name stands in the sentence. */
function meansBoth(whole: Whole, place: Place, before: Spoken): boolean {
  if (before.focus.length !== 2 || place.parties.some((p) => p.named)) return false;
  return place.hits.some((h) => h.cue === 'number' && NUMBERS[whole.tokens[h.first]?.lower ?? ''] === 2);
}

const ANSWERS: ReadonlySet<string> = new Set([
  'outside',
  'qualify',
  'clear',
  'harm',
  'close',
  'further',
  'goOn',
  'abandon',
]);

/** An answer that names the buyer only is about the deal just spoken of. */
function goesOn(stage: Stage, pairs: readonly DealPair[], before: Spoken): boolean {
  return ANSWERS.has(stage.cue) && pairs.every((pair) => before.focus.some((f) => samePair(f, pair)));
}

/** "would not comment on this deal, but is looking at acqui-hires": a clause of its own on deals in general. */
function looksAtKind(whole: Whole, place: Place, stage: Stage): boolean {
  if (!GENERAL.has(stage.cue)) return false;
  const clause = clauseOf(whole, place, stage);
  if (clause.from === place.from) return false;
  const [start, end] = [
    (whole.tokens[clause.from] as MoneyToken).start,
    (whole.tokens[clause.to - 1] as MoneyToken).end,
  ];
  if (place.parties.some((p) => p.named && p.start >= start && p.end <= end)) return false;
  return place.hits.some(
    (h) => h.cue === 'deals' && within(stage.next, h.first, 3) && h.next <= clause.to && !pointsBack(whole, h.first),
  );
}

/** "at these structures in general", "ganz allgemein, ohne Namen zu nennen": no deal in particular. */
function inGeneral(whole: Whole, place: Place, stage: Stage): boolean {
  if (!GENERAL.has(stage.cue) || place.parties.some((p) => p.named)) return false;
  for (let i = place.from + 1; i < place.to; i++) {
    const [before, word] = [whole.tokens[i - 1]?.lower ?? '', whole.tokens[i]?.lower ?? ''];
    if (/^(general|général|generale|allgemein|allgemeinen)$/.test(word) && /^(in|ganz|im|en|más)$/.test(before))
      return true;
  }
  return false;
}

/** "these deals", "both partnerships". */
function pointsBack(whole: Whole, at: number): boolean {
  return [1, 2].some((n) => POINTERS.has(whole.tokens[at - n]?.lower ?? ''));
}

const POINTERS = new Set(
  `these those both its their two three the ces les deux leurs ses diese diesen beide beiden die estos estas ambos ambas los las queste questi entrambe entrambi le gli`.split(
    ' ',
  ),
);

/** "sued Apple over its grip on phones" names a buyer and no deal; with a target, or a word for a deal, it is one. */
function saysWhich(whole: Whole, place: Place, parties: readonly Party[], pairs: readonly DealPair[]): boolean {
  const target = parties.some((p) => pairs.some((pair) => pair.target === p.name));
  return target || hasDealNoun(whole.tokens, place);
}

/** The firms named in the clause, those of the whole sentence, then those only described. */
function circles(whole: Whole, place: Place, stage: Stage): Party[][] {
  const inClause = inClauseOf(whole, place, stage);
  const names = (parties: Party[]) => parties.filter((p) => p.named);
  return [names(inClause), names(place.parties), inClause, place.parties].filter((parties) => parties.length > 0);
}

/** The parties in the clause of a step; a list after a colon belongs to what announces it. */
function inClauseOf(whole: Whole, place: Place, stage: Stage): Party[] {
  const own = ownPartOf(whole, place, stage);
  const announces =
    whole.tokens[own.to]?.text === ':' &&
    !readStages(
      whole.tokens,
      place.hits.filter((h) => h.first >= own.to),
    ).length;
  return partiesIn(whole, announces ? { ...own, to: place.to } : own, place.parties);
}

/** Names a firm that is in no deal spoken of, and no deal: "investigates Nvidia's distributors". */
function namesOther(whole: Whole, place: Place, before: Spoken): boolean {
  const spokenOf = new Set([...before.focus, ...whole.first].flatMap((pair) => [pair.acquirer, pair.target]));
  return place.parties.some((p) => p.named && !spokenOf.has(p.name)) && !hasDealNoun(whole.tokens, place);
}

/** A row about one firm and nobody else speaks of its first partner. */
function topicPair(whole: Whole, before: Spoken): DealPair[] {
  const name = before.topic[0]?.name ?? '';
  const pair = before.focus.find((p) => p.target === name) ?? whole.known.firstOf(name);
  return pair ? [pair] : [];
}

function generalOrFocus(whole: Whole, place: Place, stage: Stage, before: Spoken): readonly (DealPair | null)[] {
  const has = (cue: string) => place.hits.some((h) => h.cue === cue);
  const counted = countedPairs(whole, place, before.spoken);
  if (counted.length) return counted;
  const nth = nthPair(whole, place, before.spoken);
  if (nth) return [nth];
  const general = GENERAL.has(stage.cue) && !place.parties.some((p) => p.named);
  if (general && isTold(whole, place) && speaksOfDeals(whole, place, before.focus.length > 0))
    return isAboutAi(whole) ? [null] : [];
  if (stage.needs === 'authority-first' && place.hits.some((h) => h.cue === 'deals' && within(stage.next, h.first, 3)))
    return [];
  const pointed = pointedAt(whole, place, stage);
  if (pointed) return pointed === 'latter' ? before.focus.slice(-1) : before.focus.slice(0, 1);
  if (!has('deal') && stage.cue === 'examine') return [];
  if (!before.focus.length) return before.general ? [] : whole.first;
  const ofCase = OF_CASE.has(stage.cue) && before.watched.all.length > 0 && speaksOfCase(whole, place);
  return ofCase ? caseSpokenOf(before) : ofTitle(whole, place, underReview(before));
}

/** "cleared the former", "nobody looked at the latter": which of two deals the words of a step point at; "the former staff" points at none. */
function pointedAt(whole: Whole, place: Place, stage: Stage): 'former' | 'latter' | null {
  const { from, to } = partOf(whole, place, stage);
  const hit = place.hits.find((h) => (h.cue === 'former' || h.cue === 'latter') && h.first >= from && h.next <= to);
  if (!hit) return null;
  if (hit.cue === 'latter') return 'latter';
  const behind = whole.tokens[hit.next];
  return behind && (/^\p{Lu}/u.test(behind.text) || OFFICE.test(behind.lower)) ? null : 'former';
}

/** Whoever once held an office is no first of two deals. */
const OFFICE =
  /^(?:ceo|chief|boss|head|employees?|staff|executives?|team|founders?|researchers?|engineers?|colleagues?|ministers?|presidents?|officials?|directors?|managers?|commissioners?|chair\w*|partners?|prosecutors?|lawyers?|enforcers?|regulators?)$/;

/** "The deal" at the start of a paragraph, where another buyer of the same firm was named last: the deal of the title. */
function ofTitle(whole: Whole, place: Place, pairs: DealPair[]): DealPair[] {
  const [meant] = pairs;
  if (pairs.length !== 1 || !meant || !whole.titled) return pairs;
  const { titled } = whole;
  const apart = titled.target === meant.target && titled.acquirer !== meant.acquirer;
  return apart && !place.parties.some((p) => p.name === meant.acquirer) ? [titled] : pairs;
}

const OF_CASE: ReadonlySet<string> = new Set(['probe', 'close', 'further', 'investigate', 'examine', 'goOn']);

/** A step about deals in general is told by naming the authority, or by a pronoun right at the start. */
function isTold(whole: Whole, place: Place): boolean {
  if (place.authorities.some((m) => m.code !== null)) return true;
  return /^(elle|il|it|she|he|sie|er|es|ella|él|essa|esso|lei|they|this|that)$/.test(
    whole.tokens[place.from]?.lower ?? '',
  );
}

/** "the probe", "its investigation": one that was spoken of. */
function speaksOfCase(whole: Whole, place: Place): boolean {
  return place.hits.some((h) => (h.cue === 'probe' || h.cue === 'case') && isDeterminer(whole.tokens[h.first - 1]));
}

/** "its investigation" is the one spoken of, even where other deals were named since. */
function caseSpokenOf(before: Spoken): DealPair[] {
  const here = before.focus.filter((pair) => before.watched.has(pair));
  const last = before.watched.last();
  return here.length || !last ? here : [last];
}

function samePair(a: DealPair, b: DealPair): boolean {
  return a.acquirer === b.acquirer && a.target === b.target;
}

/** The pairs spoken of last; where they share a firm with the one under review, that one ("Arm's owner SoftBank"). */
function underReview({ focus, watched }: Spoken): DealPair[] {
  const [first] = focus;
  if (!first || focus.some((pair) => watched.has(pair))) return [...focus];
  const akin = focus.every((pair) => pair.target === first.target) ? watched.last('target', first.target) : null;
  return akin ? [akin] : [...focus];
}

/** "partnerships", but not "the control of mergers". */
function speaksOfDeals(whole: Whole, place: Place, spokenOf: boolean): boolean {
  return place.hits.some((h) => {
    if (h.cue !== 'deals') return false;
    const before = [1, 2, 3].map((n) => whole.tokens[h.first - n]?.lower ?? '');
    const mergerReview = /^(merger|key|star)$/.test(whole.tokens[h.first]?.lower ?? '');
    if (spokenOf && mergerReview) return false;
    return !before.some((word) => /^(contrôle|control|controllo|kontrolle|droit|law|sulle)$/.test(word));
  });
}

const NUMBERS: Record<string, number> = Object.fromEntries(
  [
    'both deux beide beiden ambas ambos dos due entrambi entrambe two zwei',
    'three trois drei tres tre',
    'four quatre vier cuatro quattro',
    'five cinq fünf cinco cinque',
    'six sechs seis sei',
    'seven sept sieben siete sette',
    'eight huit acht ocho otto',
    'nine neuf neun nueve nove',
  ].flatMap((words, i) => words.split(' ').map((word) => [word, i + 2] as const)),
);

/**
 * "the three deals", "the five companies": all pairs spoken of so far, or in the whole text, when there are as many;
 * "both deals" are the last two.
 */
export function countedPairs(whole: Whole, place: Place, spoken: PairList): readonly DealPair[] {
  const numbers = place.hits.filter((h) => h.cue === 'number');
  if (numbers.length === 0) return [];
  const sets = [spoken.all, whole.named];
  for (const hit of numbers) {
    const count = NUMBERS[whole.tokens[hit.first]?.lower ?? ''] ?? 0;
    const counts = (cue: string) => place.hits.some((h) => h.cue === cue && within(hit.next, h.first, 2));
    const ties = whole.tokens.slice(hit.next, hit.next + 3).some((t) => TIES.test(t.lower));
    const deals = counts('deals') || counts('deal') || ties;
    const fits = sets.find(
      (pairs) => (deals && pairs.length === count) || (counts('parties') && areFirms(pairs, count)),
    );
    if (fits) return fits;
    if (deals && count === 2 && (sets[0]?.length ?? 0) > 2) return sets[0]?.slice(-2) ?? [];
  }
  return [];
}

const ORDINALS: Record<string, number> = Object.fromEntries(
  [
    'first premier première erste ersten ersteren primero primera primo prima',
    'second deuxième second seconde zweite zweiten segundo segunda secondo seconda',
    'third troisième dritte dritten tercero tercera terzo terza',
    'fourth quatrième vierte vierten cuarto cuarta quarto quarta',
  ].flatMap((words, i) => words.split(' ').map((word) => [word, i] as const)),
);
const ARTICLES = /^(?:the|that|le|la|les|der|die|das|den|dem|el|lo|il)$/;
/** What may follow an ordinal that stands alone. */
const ALONE = /^(?:and|but|or|one|et|mais|ou|und|aber|oder|y|pero|o|e|ma|was|is|had|has|[,.;:–—)])$/;

/** "looked at the first and found no problem": that of the deals spoken of, in their order; "the first step" counts something else. */
function nthPair(whole: Whole, place: Place, spoken: PairList): DealPair | null {
  const pairs = spoken.all;
  for (let i = place.from + 1; i < place.to && pairs.length > 1; i++) {
    const nth = ORDINALS[whole.tokens[i]?.lower ?? ''];
    if (nth === undefined || !ARTICLES.test(whole.tokens[i - 1]?.lower ?? '')) continue;
    const next = i + 1 < place.to ? (whole.tokens[i + 1]?.text ?? '.') : '.';
    if (ALONE.test(next.toLowerCase())) return pairs[nth] ?? null;
  }
  return null;
}

/** Words for what holds two firms together, which are too common to count as deals without a number. */
const TIES =
  /^(?:stakes|ties|relationships|links|pacts|holdings|cases|rapporti|relazioni|legami|sodalizi|alleanze|casi|vínculos|relaciones|alianzas|casos|liens|relations|alliances|cas|beteiligungen|beziehungen|bündnisse|fälle|fällen|partnerschaften)$/;

/** True when pairs are made of so many firms: no more than their square. */
function areFirms(pairs: readonly DealPair[], count: number): boolean {
  return pairs.length <= count * count && new Set(pairs.flatMap((p) => [p.acquirer, p.target])).size === count;
}

const aboutAi = new WeakMap<Whole, boolean>();

function isAboutAi(whole: Whole): boolean {
  const known = aboutAi.get(whole) ?? speaksOfAi(whole);
  aboutAi.set(whole, known);
  return known;
}

function speaksOfAi(whole: Whole): boolean {
  return /\b(AI|A\.I\.|IA|KI|LLM|LLMs|GPU|chatbots?|language models?|makers? of (?:AI )?models|modèles|Modell\p{L}*|modelos|modelli|artificial intelligence|intelligence artificielle|Künstliche[rn]? Intelligenz|inteligencia artificial|intelligenza artificiale)(?!\p{L})/iu.test(
    whole.text,
  );
}
