import { againstPayment, dealSums, type FoundAmount, isCumulative, roleOf } from '../frames/amounts.ts';
import { FRAMES } from '../frames/frame-classes.ts';
import { bordersBetween, type ParsedSentence } from '../frames/sentence.ts';
import { dateOf } from '../frames/sum-dates.ts';
import { isParted, wholeBefore } from '../frames/sum-parts.ts';
import type { Cue } from '../lexicon/index.ts';
import type { MoneyMention } from '../money/money.ts';
import { tierOf } from '../names/party.ts';
import type { ToldSentence } from '../survey.ts';
import { bucket, type Feature, f, nameOf } from './feature.ts';
import { keyOfFrame, type SumCandidate } from './sum-candidates.ts';

const GAPS = [1, 2, 4, 7, 11, 18, 30];
const CUES: readonly Cue[] = [
  'valuation',
  'otherMoney',
  'compute',
  'roundNouns',
  'reported',
  'ended',
  'negation',
  'totalRole',
  'ceilingRole',
  'futureRole',
  'feeRole',
  'trancheRole',
  'commitmentRole',
  'roundRole',
  'combinedRole',
  'eachRole',
  'sinceRole',
  'inAll',
  'dealNoun',
  'totalWord',
  'ceilingWord',
  'futureWord',
  'feeWord',
  'trancheWord',
  'commitmentWord',
  'eachWord',
  'sinceWord',
  'respectively',
];

/** Takes a sum near a deal; gives what speaks for and against its being paid in it, and for one role or another, as features. */
export function sumFeaturesOf(c: SumCandidate, told: ToldSentence, page: SumPage): Feature[] {
  return [
    f`kind|${c.frame.kind}`,
    ...grammarFeatures(c),
    ...placeFeatures(c),
    ...cueFeatures(c),
    ...neighbourFeatures(c, told),
    ...valueFeatures(c),
    ...tenseFeatures(c),
    ...inTurnFeatures(c, told),
    ...arithmeticFeatures(c),
    ...(c.distance === 0
      ? []
      : [...awayFeatures(c), ...awayFeatures(c).map((away) => f`${nameOf(away)}|d${Math.sign(c.distance)}`)]),
    ...pageFeatures(c, page),
    ...partyFeatures(c, page),
    ...figureFeatures(c),
  ];
}

/** What the whole document says of its sums, for all candidates together. */
export interface SumPage {
  /** For each sentence that tells of deals, which ones, in order. */
  told: readonly { index: number; deals: ReadonlySet<string> }[];
  /** How many deals there are, six at most. */
  dealsInAll: number;
  /** How often each sum is named, by currency and value. */
  named: ReadonlyMap<string, number>;
  /** Sums of which some words name a part, and those parts. */
  wholes: ReadonlySet<string>;
  parts: ReadonlySet<MoneyMention>;
  /** The two largest sums of each currency. */
  values: ReadonlyMap<string, readonly number[]>;
  /** Where parties of the deals that are told are named, in order. */
  parties: readonly PartyNamed[];
  targets: ReadonlySet<string>;
  /** For each pair the kinds of deal that are told of it, in order of the alphabet. */
  kinds: ReadonlyMap<string, string>;
  /** For each deal how many sums the grammar gives it. */
  given: ReadonlyMap<string, number>;
}

interface PartyNamed {
  index: number;
  from: number;
  name: string;
}

const moneyKey = ({ value, currency }: { value: number; currency: string | null }) => `${value}|${currency}`;

/** Takes the sentences of a document with the claims that hold, and the sums that the grammar gives them; gives what the features of its sums ask of the whole. */
export function sumPageOf(sentences: readonly ToldSentence[], found: readonly FoundAmount[]): SumPage {
  const named = new Map<string, number>();
  const values = new Map<string, number[]>();
  const told = sentences.flatMap(({ sentence, claims }) => {
    for (const m of sentence.unit.money) {
      named.set(moneyKey(m), (named.get(moneyKey(m)) ?? 0) + 1);
      const known = values.get(m.currency ?? '') ?? [];
      if (!known.includes(m.value)) values.set(m.currency ?? '', [...known, m.value].sort((a, b) => b - a).slice(0, 2));
    }
    const deals = new Set(claims.map((c) => keyOfFrame(c.frame)));
    return deals.size ? [{ index: sentence.unit.index, deals }] : [];
  });
  const dealsInAll = Math.min(6, new Set(told.slice(0, 200).flatMap((t) => [...t.deals])).size);
  return { told, dealsInAll, named, values, ...partsOf(sentences), ...partiesTold(sentences), given: givenTo(found) };
}

function partsOf(sentences: readonly ToldSentence[]): Pick<SumPage, 'wholes' | 'parts'> {
  const wholes = new Set<string>();
  const parts = new Set<MoneyMention>();
  for (const { sentence } of sentences) {
    if (sentence.unit.money.length + sentence.unit.implied.length < 2) continue;
    for (const place of dealSums(sentence, null)) {
      const whole = wholeBefore(sentence, place);
      if (whole) parts.add(place.money);
      const parted = isParted(sentence, place) ? place.money : whole;
      if (parted) wholes.add(moneyKey(parted));
    }
  }
  return { wholes, parts };
}

function givenTo(found: readonly FoundAmount[]): Map<string, number> {
  const given = new Map<string, number>();
  for (const { frame } of found) given.set(keyOfFrame(frame), (given.get(keyOfFrame(frame)) ?? 0) + 1);
  return given;
}

function partiesTold(sentences: readonly ToldSentence[]): Pick<SumPage, 'parties' | 'targets' | 'kinds'> {
  const frames = sentences.flatMap(({ claims }) => claims.map((c) => c.frame));
  const names = new Set(frames.flatMap((frame) => [frame.acquirer, frame.target]));
  const kinds = new Map<string, Set<string>>();
  for (const frame of frames) {
    const known = kinds.get(pairOf(frame));
    if (known) known.add(frame.kind);
    else kinds.set(pairOf(frame), new Set([frame.kind]));
  }
  const parties = sentences.flatMap(({ sentence }) =>
    sentence.mentions.flatMap((m) => {
      const name = m.candidates[0]?.name;
      if (name === undefined || m.form === 'relative' || !names.has(name)) return [];
      return [{ index: sentence.unit.index, from: m.from, name }];
    }),
  );
  return {
    parties,
    targets: new Set(frames.map((frame) => frame.target)),
    kinds: new Map([...kinds].map(([pair, own]) => [pair, [...own].sort().join('+')])),
  };
}

const pairOf = ({ acquirer, target }: { acquirer: string; target: string }) => `${acquirer}|${target}`;

/** Who was named last before the sum, in this sentence or an earlier one, and who is named next. */
function partyFeatures({ key, sentence, place, frame }: SumCandidate, page: SumPage): Feature[] {
  const at = sentence.unit.index;
  const next = firstFrom(page.parties, at, place.from);
  const side = (p: PartyNamed | undefined) =>
    p === undefined ? 'none' : p.name === frame.target ? 't' : p.name === frame.acquirer ? 'a' : 'other';
  const last = page.parties[next - 1];
  let target = next - 1;
  while (target >= 0 && next - target < MOST_BACK && !page.targets.has(page.parties[target]?.name ?? '')) target--;
  const told = page.parties[target];
  const after = page.parties[next];
  return [
    f`party before|${side(last)}|${last ? bucket(at - last.index, [1, 2, 4]) : '-'}`,
    f`target before|${told ? told.name === frame.target : 'none'}|${told ? bucket(at - told.index, [1, 2, 4]) : '-'}`,
    f`party after|${side(after)}|${after ? bucket(after.index - at, [1, 2]) : '-'}`,
    f`pair kinds|${page.kinds.get(pairOf(frame))}`,
    f`deal given|${Math.min(3, page.given.get(key) ?? 0)}`,
  ];
}

/** So many names are looked through for the target named last. */
const MOST_BACK = 12;

/** The number of the first party named at or behind a place. */
function firstFrom(parties: readonly PartyNamed[], index: number, from: number): number {
  let [low, high] = [0, parties.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const p = parties[middle] as PartyNamed;
    if (p.index < index || (p.index === index && p.from < from)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How the figure is written, what stands beside it, and where it stands on the page from what tells the deal. */
function figureFeatures({ sentence: s, place, frame }: SumCandidate): Feature[] {
  const { tokens, paragraph, money } = s.unit;
  const { leavesOut } = place.money;
  const share = (from: number, to: number) => tokens.slice(Math.max(0, from), to).some((t) => SHARE.test(t.lower));
  const found = [
    f`share|${share(place.from - 8, place.from)}|${share(place.to, place.to + 8)}`,
    f`paragraphs|${Math.max(-2, Math.min(3, paragraph - frame.sentence.unit.paragraph))}`,
    f`line|${s.unit.opens}|${s.unit.closes}|${bucket(tokens.length, [5, 10, 20])}`,
  ];
  if (leavesOut === null) return found;
  const next = tokens[place.to];
  const before = tokens[place.from - 1];
  return [
    ...found,
    f`implied next|${leavesOut}|${next ? (next.word ? (next.cap ? 'name' : 'word') : next.text) : 'end'}`,
    f`implied before|${leavesOut}|${before ? (before.word ? (before.cap ? 'name' : 'word') : before.text) : 'start'}`,
    f`implied figure|${leavesOut}|${/^[\d.,]+$/.test(place.money.quote) ? (/[.,]/.test(place.money.quote) ? 'decimal' : 'whole') : 'words'}`,
    f`implied beside|${leavesOut}|${Math.min(2, money.length)}`,
  ];
}

const SHARE = /^(?:%|percent|per cent|prozent|cent|ciento)$/;

const larger = (value: number, largest: readonly number[]) => largest.filter((v) => v > value).length;

/** Whether the sum's deal is the one told last, how many others are, and how often the sum is named. */
function pageFeatures({ key, sentence, place }: SumCandidate, page: SumPage): Feature[] {
  const { told, named, values } = page;
  const at = sentence.unit.index;
  const last = told[lastBefore(told, at)];
  const next = told[lastBefore(told, at) + 1];
  const near = new Set<string>();
  for (let i = lastBefore(told, at - 5) + 1; i < told.length && (told[i]?.index ?? 0) <= at + 4; i++)
    for (const deal of told[i]?.deals ?? []) near.add(deal);
  return [
    f`last told|${last ? (last.deals.has(key) ? 'own' : 'other') : 'none'}|${last ? Math.min(3, last.deals.size) : 0}`,
    f`next told|${next ? (next.deals.has(key) ? 'own' : 'other') : 'none'}`,
    f`deals near|${Math.min(4, near.size)}`,
    f`deals in all|${page.dealsInAll}`,
    f`larger in all|${larger(place.money.value, values.get(place.money.currency ?? '') ?? [])}`,
    f`whole|${page.wholes.has(moneyKey(place.money))}`,
    f`part|${page.parts.has(place.money)}`,
    f`named|${Math.min(3, named.get(moneyKey(place.money)) ?? 0)}`,
  ];
}

function lastBefore(told: SumPage['told'], index: number): number {
  let [low, high] = [0, told.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((told[middle]?.index ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Where several deals share a sentence: whether party and sum stand at the same turn ("Nvidia and Cisco put in $30m and
 * $12m", "$30m from Nvidia, $12m from Cisco"), and whether the party is the one nearest to the sum.
 */
function inTurnFeatures({ sentence: s, frame, place, distance }: SumCandidate, told: ToldSentence): Feature[] {
  if (distance !== 0) return [f`turn|away`];
  const sums = s.unit.money.filter((m) => m.conversionOf === null);
  const turns = (side: 'acquirer' | 'target') => {
    const mentions = partiesOf(told, side);
    const own = mentions.filter((m) => m.name === frame[side]);
    const firsts = [...new Set(mentions.map((m) => m.name))];
    const same = firsts.length === sums.length && firsts.length > 1;
    const turn = same ? (firsts.indexOf(frame[side]) === sums.indexOf(place.money) ? 'own' : 'other') : 'none';
    return [
      f`turn ${side}|${turn}`,
      f`${side} before|${nearestParty(mentions, own, (m) => m.to <= place.from, place.from)}`,
      f`${side} after|${nearestParty(mentions, own, (m) => m.from >= place.to, place.to)}`,
      f`${side} between|${isSumBetween(s, own, place)}`,
    ];
  };
  return [...turns('acquirer'), ...turns('target')];
}

interface PartyAt {
  name: string;
  from: number;
  to: number;
}

/** The places of one side of a sentence's deals, in order. */
function partiesOf(told: ToldSentence, side: 'acquirer' | 'target'): readonly PartyAt[] {
  const known = sides.get(told) ?? { acquirer: placesOf(told, 'acquirer'), target: placesOf(told, 'target') };
  sides.set(told, known);
  return known[side];
}

/** All sums of a sentence ask for the same. */
const sides = new WeakMap<ToldSentence, Record<'acquirer' | 'target', readonly PartyAt[]>>();

function placesOf({ sentence, claims }: ToldSentence, side: 'acquirer' | 'target'): PartyAt[] {
  const names = new Set(claims.map((c) => c.frame[side]));
  return sentence.mentions.flatMap((m) => {
    const name = m.candidates[0]?.name;
    return name !== undefined && names.has(name) && m.form !== 'relative' ? [{ name, from: m.from, to: m.to }] : [];
  });
}

function nearestParty(
  all: readonly PartyAt[],
  own: readonly PartyAt[],
  fits: (m: PartyAt) => boolean,
  at: number,
): string {
  const nearest = all.filter(fits).sort((a, b) => Math.abs(a.from - at) - Math.abs(b.from - at))[0];
  if (!nearest) return 'none';
  return nearest.name === own[0]?.name ? (all.every((m) => m.name === nearest.name) ? 'only' : 'own') : 'other';
}

/** Another sum stands between the party's nearest place and this one. */
function isSumBetween(s: ParsedSentence, own: readonly PartyAt[], place: SumCandidate['place']): boolean {
  const nearest = [...own].sort((a, b) => Math.abs(a.from - place.from) - Math.abs(b.from - place.from))[0];
  if (!nearest) return false;
  const { tokens, money } = s.unit;
  const [low, high] = nearest.to <= place.from ? [nearest.to, place.from] : [place.to, nearest.from];
  const [start, end] = [tokens[low]?.start ?? 0, tokens[high]?.start ?? 0];
  return money.some((m) => m !== place.money && m.start >= start && m.end <= end);
}

/** Whether the sum is what others beside it add up to, or one of those that do: 1.25 + 2.75 = 4. */
function arithmeticFeatures({ sentence: s, place }: SumCandidate): Feature[] {
  const same = s.unit.money.filter((m) => m.currency === place.money.currency && m.conversionOf === null);
  if (same.length < 3 || same.length > 6) return [];
  const adds = (whole: number, parts: readonly number[]) =>
    Math.abs(parts.reduce((a, b) => a + b, 0) - whole) <= 0.01 * whole;
  const { value } = place.money;
  const others = same.filter((m) => m !== place.money).map((m) => m.value);
  const pairs = others.flatMap((a, i) => others.slice(i + 1).map((b) => [a, b] as const));
  return [
    f`adds up|${adds(value, others) || pairs.some((p) => adds(value, p))}`,
    f`is part|${pairs.some(([a, b]) => adds(Math.max(a, b), [Math.min(a, b), value]))}`,
  ];
}

/** What ties a sentence that does not tell the deal to it all the same. */
function awayFeatures({ sentence: s, frame }: SumCandidate): Feature[] {
  const names = s.mentions
    .filter((m) => m.form === 'name' || m.form === 'supply-brand')
    .map((m) => m.candidates[0]?.name);
  const strangers = new Set(names.filter((n) => n !== frame.acquirer && n !== frame.target)).size;
  const kinds = new Set(s.triggers.map((t) => FRAMES[t.class].kind));
  return [
    f`away names|${names.includes(frame.acquirer)}|${names.includes(frame.target)}|${Math.min(2, strangers)}`,
    f`away kind|${kinds.size === 0 ? 'none' : kinds.has(frame.kind) ? 'own' : 'other'}`,
    f`away told|${Math.min(2, frame.sentence.unit.money.length)}`,
    f`away length|${bucket(s.unit.tokens.length, [8, 14, 24])}`,
    f`away sums|${Math.min(3, s.unit.money.length)}`,
    f`away noun|${s.language.cues.dealNoun.has(s.unit.tokens)}`,
    f`away part|${s.unit.part === frame.sentence.unit.part}`,
  ];
}

function grammarFeatures({ own, others, sentence, place, frame }: SumCandidate): Feature[] {
  const against = againstPayment(sentence, place, [frame]);
  return [
    f`rule no payment|${against !== 'none'}`,
    f`rule against|${against}`,
    f`rule|${own?.role ?? 'none'}`,
    f`rule others|${Math.min(2, others.length)}`,
    ...others.map((o) => f`rule other|${o.frame.kind}`),
    f`would be|${roleOf(sentence, place, frame)}`,
  ];
}

/** How the sentence tells of time: "has put in", "will put in", a day, the past perfect of background. */
function tenseFeatures({ sentence: s, place, frame, distance }: SumCandidate): Feature[] {
  const verb = distance === 0 ? frame.trigger.from : place.from;
  const words = [1, 2, 3].map((n) => s.unit.tokens[verb - n]?.lower ?? '');
  return [
    f`dated|${dateOf(s, place) !== null}`,
    f`dates|${Math.min(2, s.unit.dates.length)}`,
    f`perfect|${words.some((w) => s.language.perfect.has(w))}`,
    f`running|${isCumulative(s, place, frame)}`,
    f`verb|${distance === 0 && frame.spec.verb}`,
  ];
}

/** Where the sum stands beside the deal's own words. */
function placeFeatures({ sentence: s, place, frame, distance }: SumCandidate): Feature[] {
  const found = [f`distance|${Math.max(-2, distance)}`, f`part|${s.unit.part}`];
  if (distance !== 0) {
    const names = s.mentions.filter((m) => m.form !== 'relative').map((m) => m.candidates[0]?.name);
    return [...found, f`names a|${names.includes(frame.acquirer)}`, f`names t|${names.includes(frame.target)}`];
  }
  const side = (from: number, to: number) => (place.from >= to ? '>' : place.to <= from ? '<' : '=');
  const gap = (from: number, to: number) => bucket(place.from >= to ? place.from - to : from - place.to, GAPS);
  const { trigger, acquirerMention: a, targetMention: t } = frame;
  return [
    ...found,
    f`trigger|${trigger.class}`,
    f`trigger gap|${side(trigger.from, trigger.to)}${gap(trigger.from, trigger.to)}`,
    f`trigger borders|${bucket(bordersBetween(s.borders, trigger.from, place.from), [0.1, 0.5, 1])}`,
    f`a gap|${a ? side(a.from, a.to) + gap(a.from, a.to) : 'none'}`,
    f`t gap|${t ? side(t.from, t.to) + gap(t.from, t.to) : 'none'}`,
  ];
}

/** A sum may stand near many deals, and the words around it are the same for all. */
const around = new WeakMap<SumCandidate['place']['money'], Feature[]>();
const cuesOf = new WeakMap<ParsedSentence, Feature[]>();

function cueFeatures({ sentence, place }: SumCandidate): Feature[] {
  const found = around.get(place.money) ?? [...wordsAround(sentence, place), ...sentenceCues(sentence)];
  around.set(place.money, found);
  return found;
}

function sentenceCues(s: ParsedSentence): Feature[] {
  const found =
    cuesOf.get(s) ?? CUES.filter((cue) => s.language.cues[cue].has(s.unit.tokens)).map((cue) => f`sentence|${cue}`);
  cuesOf.set(s, found);
  return found;
}

/** Words before and behind the sum. */
function wordsAround(s: ParsedSentence, place: SumCandidate['place']): Feature[] {
  const { tokens } = s.unit;
  const has = (cue: Cue, from: number, to: number) =>
    s.language.cues[cue].has(tokens, Math.max(0, from), Math.min(tokens.length, to));
  const prep = [1, 2, 3].map((n) => s.language.prepositions.at(tokens, place.from - n)).find((p) => p !== null);
  const next = s.language.prepositions.at(tokens, place.to);
  const sign = tokens[place.from - 1];
  return [
    ...CUES.filter((cue) => has(cue, place.from - 5, place.from)).map((cue) => f`before|${cue}`),
    ...CUES.filter((cue) => has(cue, place.to, place.to + 5)).map((cue) => f`after|${cue}`),
    f`prep|${prep?.value ?? 'none'}`,
    f`next|${next?.value ?? (tokens[place.to]?.word ? 'word' : (tokens[place.to]?.text ?? 'end'))}`,
    f`sign|${sign && !sign.word ? sign.text : 'word'}`,
  ];
}

const dealsTold = new WeakMap<ToldSentence, ReadonlySet<string>>();

/** The deals that a sentence tells. */
function dealsOf(told: ToldSentence): ReadonlySet<string> {
  const known = dealsTold.get(told) ?? new Set(told.claims.map((c) => keyOfFrame(c.frame)));
  dealsTold.set(told, known);
  return known;
}

/** Who else and what else stands in the sentence. */
function neighbourFeatures({ sentence: s, place, frame, key }: SumCandidate, told: ToldSentence): Feature[] {
  const named = s.mentions.filter((m) => m.form === 'name' || m.form === 'supply-brand');
  const name = (m: (typeof named)[number]) => m.candidates[0]?.name ?? '';
  const role = (m: (typeof named)[number] | undefined) =>
    m === undefined
      ? 'none'
      : name(m) === frame.acquirer
        ? 'a'
        : name(m) === frame.target
          ? 't'
          : tierOf(name(m)) === 2
            ? 'group'
            : 'firm';
  const before = named.filter((m) => m.to <= place.from).at(-1);
  const after = named.find((m) => m.from >= place.to);
  const strangers = named.filter((m) => name(m) !== frame.acquirer && name(m) !== frame.target);
  const deals = dealsOf(told);
  const acquirers = new Set(
    told.claims
      .filter((c) => c.frame.target === frame.target && c.frame.kind === frame.kind)
      .map((c) => c.frame.acquirer),
  );
  return [
    f`nearest before|${role(before)}|${before ? bucket(place.from - before.to, [2, 4, 8]) : '-'}`,
    f`nearest after|${role(after)}|${after ? bucket(after.from - place.to, [2, 4, 8]) : '-'}`,
    f`strangers|${Math.min(3, strangers.length)}`,
    f`deals|${Math.min(3, deals.size)}|own ${deals.has(key)}`,
    f`acquirers|${Math.min(3, acquirers.size)}`,
    f`sums|${Math.min(4, s.unit.money.length)}`,
    f`sum number|${Math.min(3, s.unit.money.indexOf(place.money))}`,
    f`nearest trigger|${nearestTrigger(s, place.from)}`,
  ];
}

function nearestTrigger(s: ParsedSentence, at: number): string {
  let best = 'none';
  let least = 9;
  for (const t of s.triggers) {
    const gap = t.to <= at ? at - t.to : t.from - at;
    if (gap < least) [least, best] = [gap, t.class];
  }
  return best;
}

function valueFeatures({ place, sentence: s }: SumCandidate): Feature[] {
  const { money } = place;
  const same = s.unit.money.filter((m) => m.currency === money.currency && m !== money);
  const larger = same.filter((m) => m.value > money.value).length;
  return [
    f`leaves out|${money.leavesOut ?? 'nothing'}`,
    f`value|${Math.floor(2 * Math.log10(Math.max(1, money.value)))}`,
    f`qualifier|${money.qualifier ?? 'none'}`,
    f`range|${money.low !== undefined}`,
    f`conversion|${money.conversionOf !== null}`,
    f`per|${money.per ?? 'none'}`,
    f`rank|${same.length === 0 ? 'only' : larger === 0 ? 'largest' : 'smaller'}`,
    f`early|${bucket(s.unit.index, [1, 3, 8])}`,
  ];
}
