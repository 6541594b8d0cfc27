import { isNoPayment } from '../amounts.ts';
import type { Cue } from '../lexicon/index.ts';
import { tierOf } from '../party.ts';
import { bordersBetween, type ParsedSentence } from '../sentence.ts';
import type { ToldSentence } from '../survey.ts';
import { keyOfFrame, type SumCandidate } from './sum-candidates.ts';

const bucket = (value: number, steps: readonly number[]) => steps.filter((step) => value >= step).length;
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
];

/** Takes a sum near a deal; gives what speaks for and against its being paid in it, and for one role or another, as names of features. */
export function sumFeaturesOf(c: SumCandidate, told: ToldSentence): string[] {
  return [
    `kind|${c.frame.kind}`,
    ...grammarFeatures(c),
    ...placeFeatures(c),
    ...cueFeatures(c),
    ...neighbourFeatures(c, told),
    ...valueFeatures(c),
  ];
}

function grammarFeatures({ own, others, sentence, place, frame }: SumCandidate): string[] {
  return [
    `rule no payment|${isNoPayment(sentence, place, [frame])}`,
    `rule|${own?.role ?? 'none'}`,
    `rule others|${Math.min(2, others.length)}`,
    ...others.map((o) => `rule other|${o.frame.kind}`),
  ];
}

/** Where the sum stands beside the deal's own words. */
function placeFeatures({ sentence: s, place, frame, distance }: SumCandidate): string[] {
  const found = [`distance|${Math.max(-2, distance)}`, `part|${s.unit.part}`];
  if (distance !== 0) {
    const names = s.mentions.filter((m) => m.form !== 'relative').map((m) => m.candidates[0]?.name);
    return [...found, `names a|${names.includes(frame.acquirer)}`, `names t|${names.includes(frame.target)}`];
  }
  const side = (from: number, to: number) => (place.from >= to ? '>' : place.to <= from ? '<' : '=');
  const gap = (from: number, to: number) => bucket(place.from >= to ? place.from - to : from - place.to, GAPS);
  const { trigger, acquirerMention: a, targetMention: t } = frame;
  return [
    ...found,
    `trigger|${trigger.class}`,
    `trigger gap|${side(trigger.from, trigger.to)}${gap(trigger.from, trigger.to)}`,
    `trigger borders|${bucket(bordersBetween(s.borders, trigger.from, place.from), [0.1, 0.5, 1])}`,
    `a gap|${a ? side(a.from, a.to) + gap(a.from, a.to) : 'none'}`,
    `t gap|${t ? side(t.from, t.to) + gap(t.from, t.to) : 'none'}`,
  ];
}

/** A sum may stand near many deals, and the words around it are the same for all. */
const around = new WeakMap<SumCandidate['place']['money'], string[]>();
const cuesOf = new WeakMap<ParsedSentence, string[]>();

function cueFeatures({ sentence, place }: SumCandidate): string[] {
  const found = around.get(place.money) ?? [...wordsAround(sentence, place), ...sentenceCues(sentence)];
  around.set(place.money, found);
  return found;
}

function sentenceCues(s: ParsedSentence): string[] {
  const found =
    cuesOf.get(s) ?? CUES.filter((cue) => s.language.cues[cue].has(s.unit.tokens)).map((cue) => `sentence|${cue}`);
  cuesOf.set(s, found);
  return found;
}

/** Words before and behind the sum. */
function wordsAround(s: ParsedSentence, place: SumCandidate['place']): string[] {
  const { tokens } = s.unit;
  const has = (cue: Cue, from: number, to: number) =>
    s.language.cues[cue].has(tokens, Math.max(0, from), Math.min(tokens.length, to));
  const prep = [1, 2, 3].map((n) => s.language.prepositions.at(tokens, place.from - n)).find((p) => p !== null);
  const next = s.language.prepositions.at(tokens, place.to);
  const sign = tokens[place.from - 1];
  return [
    ...CUES.filter((cue) => has(cue, place.from - 5, place.from)).map((cue) => `before|${cue}`),
    ...CUES.filter((cue) => has(cue, place.to, place.to + 5)).map((cue) => `after|${cue}`),
    `prep|${prep?.value ?? 'none'}`,
    `next|${next?.value ?? (tokens[place.to]?.word ? 'word' : (tokens[place.to]?.text ?? 'end'))}`,
    `sign|${sign && !sign.word ? sign.text : 'word'}`,
  ];
}

/** Who else and what else stands in the sentence. */
function neighbourFeatures({ sentence: s, place, frame, key }: SumCandidate, told: ToldSentence): string[] {
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
  const deals = new Set(told.claims.map((c) => keyOfFrame(c.frame)));
  const acquirers = new Set(
    told.claims
      .filter((c) => c.frame.target === frame.target && c.frame.kind === frame.kind)
      .map((c) => c.frame.acquirer),
  );
  return [
    `nearest before|${role(before)}|${before ? bucket(place.from - before.to, [2, 4, 8]) : '-'}`,
    `nearest after|${role(after)}|${after ? bucket(after.from - place.to, [2, 4, 8]) : '-'}`,
    `strangers|${Math.min(3, strangers.length)}`,
    `deals|${Math.min(3, deals.size)}|own ${deals.has(key)}`,
    `acquirers|${Math.min(3, acquirers.size)}`,
    `sums|${Math.min(4, s.unit.money.length)}`,
    `sum number|${Math.min(3, s.unit.money.indexOf(place.money))}`,
    `nearest trigger|${nearestTrigger(s, place.from)}`,
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

function valueFeatures({ place, sentence: s }: SumCandidate): string[] {
  const { money } = place;
  const same = s.unit.money.filter((m) => m.currency === money.currency && m !== money);
  const larger = same.filter((m) => m.value > money.value).length;
  return [
    `value|${Math.floor(2 * Math.log10(Math.max(1, money.value)))}`,
    `qualifier|${money.qualifier ?? 'none'}`,
    `range|${money.low !== undefined}`,
    `conversion|${money.conversionOf !== null}`,
    `per|${money.per ?? 'none'}`,
    `rank|${same.length === 0 ? 'only' : larger === 0 ? 'largest' : 'smaller'}`,
    `early|${bucket(s.unit.index, [1, 3, 8])}`,
  ];
}
