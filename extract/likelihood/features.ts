import { placeScore, slotOf, slotsOf } from '../frames/argument-places.ts';
import { goesElsewhere } from '../frames/elsewhere.ts';
import type { Frame, FrameContext } from '../frames/frame.ts';
import { FRAMES } from '../frames/frame-classes.ts';
import { hasNeeded } from '../frames/frame-needs.ts';
import { bordersBetween, type ParsedSentence, type Trigger } from '../frames/sentence.ts';
import { sharesIn } from '../frames/shares.ts';
import type { Mention } from '../names/mention.ts';
import type { OpenName } from '../names/open-names.ts';
import { isListedAi, tierOf } from '../names/party.ts';
import { closestFeatures, contestFeatures, reach } from './contest.ts';
import { bucket, type Feature, f } from './feature.ts';
import { oncePerPair } from './once-per-pair.ts';
import { placeFeatures } from './place-features.ts';
import { recencyFeatures } from './recency-features.ts';
import type { PairCandidate, Party, Scene } from './scene.ts';
import { shareFeatures } from './share-features.ts';
import { partyWordFeatures, speechFeatures } from './speech-features.ts';
import { nearFeatures, surroundings } from './surroundings.ts';
import type { Theme } from './theme.ts';

const GAPS = [1, 3, 6, 10, 16, 25, 40];
const SCORES = [0.2, 0.4, 0.7, 0.95];
const BORDERS = [0.1, 0.5, 1, 2];
const WEIGHTS = [0.5, 0.7, 0.85, 0.95];

/**
 * What speaks for and against a candidate, as features. All are about the shape of the sentence and classes
 * of words, never about single firms or words, so that one set of weights serves all languages.
 */
export function featuresOf(c: PairCandidate, scene: Scene, theme: Theme, open: OpenName | undefined): Feature[] {
  const { between, around } = forPair(c, () => ({
    between: partyFeatures('a', c.acquirer).concat(
      partyFeatures('t', c.target),
      pairFeatures(c),
      pathFeatures(c),
      surroundings(c),
      shareFeatures(c),
      recencyFeatures(c, scene.before.place),
      partyWordFeatures(c),
    ),
    around: sentenceFeatures(c.sentence).concat(documentFeatures(c, scene.context), nameFeatures(open)),
  }));
  return triggerFeatures(c, scene.context).concat(
    between,
    ruleFeatures(c, scene.frames),
    around,
    impliedFeatures(c),
    themeFeatures(c, theme),
    firstFeatures(c),
    placeFeatures(c, scene, theme),
    closestFeatures(c),
  );
}

const forPair = oncePerPair<{ between: Feature[]; around: Feature[] }>();

/** The trigger of the candidate's kind that stands nearest to both parties. */
export function nearestTrigger(c: PairCandidate): Trigger | null {
  let best: Trigger | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const t of c.sentence.triggers) {
    if (FRAMES[t.class].kind !== c.kind) continue;
    const cost = reach(c.sentence, c.acquirer.mention, t) + reach(c.sentence, c.target.mention, t);
    if (cost < least) [least, best] = [cost, t];
  }
  return best;
}

function triggerFeatures(c: PairCandidate, context: FrameContext): Feature[] {
  const { sentence: s } = c;
  const trigger = nearestTrigger(c);
  if (!trigger)
    return [f`told|${c.told}`, f`told|${c.told}|t${c.target.implied ?? 'named'}|a${c.acquirer.implied ?? 'named'}`];
  const { class: name } = trigger;
  const { slots, needed, elsewhere } = standOf(s, trigger, context);
  const a = placeOf(s, c.acquirer.mention, trigger, slots.acquirer);
  const t = placeOf(s, c.target.mention, trigger, slots.target);
  const zone = zoneOf(c.acquirer.mention, c.target.mention, trigger);
  return [
    f`trigger|${name}`,
    f`zone|${zone}`,
    f`trigger|${name}|${zone}`,
    f`slot a|${a.slot}`,
    f`slot t|${t.slot}`,
    f`slot a|${name}|${a.slot}`,
    f`slot t|${name}|${t.slot}`,
    f`slots|${a.slot}|${t.slot}`,
    f`place a|${a.score}`,
    f`place t|${t.score}`,
    f`places|${a.score}|${t.score}`,
    f`passive|${slots.passive}`,
    f`needed|${needed}`,
    f`reach a|${bucket(c.acquirer.mention ? reach(s, c.acquirer.mention, trigger) : 0, GAPS)}`,
    f`reach t|${bucket(c.target.mention ? reach(s, c.target.mention, trigger) : 0, GAPS)}`,
    f`other kinds|${othersBetween(c, trigger)}`,
    f`goes elsewhere|${elsewhere}`,
  ].concat(contestFeatures(c, trigger), nearFeatures(s, trigger, c.acquirer.mention));
}

/** What holds of a word for a deal, whichever parties it is weighed for. */
interface Stand {
  slots: ReturnType<typeof slotsOf>;
  needed: boolean;
  elsewhere: boolean;
}

const stands = new WeakMap<Trigger, Stand>();

function standOf(s: ParsedSentence, trigger: Trigger, context: FrameContext): Stand {
  const known = stands.get(trigger);
  if (known) return known;
  const spec = FRAMES[trigger.class];
  const made = {
    slots: slotsOf(s, trigger, spec),
    needed: hasNeeded(s, trigger, spec, context),
    elsewhere: goesElsewhere(s, trigger),
  };
  stands.set(trigger, made);
  return made;
}

function placeOf(s: ParsedSentence, m: Mention | null, trigger: Trigger, slots: Parameters<typeof placeScore>[3]) {
  if (!m) return { slot: 'implied', score: 'implied' };
  const overlaps = m.from < trigger.to && m.to > trigger.from;
  if (overlaps) return { slot: 'inside', score: 'inside' };
  return {
    slot: slotOf(s, m, trigger, m.to <= trigger.from),
    score: String(bucket(placeScore(s, m, trigger, slots, false), SCORES)),
  };
}

function zoneOf(a: Mention | null, t: Mention | null, trigger: Trigger): string {
  const side = (m: Mention | null) => (m === null ? '-' : m.to <= trigger.from ? '<' : '>');
  return side(a) + side(t);
}

/** Words for other kinds of deals nearer to a party than its own trigger. */
function othersBetween(c: PairCandidate, own: Trigger): number {
  const [a, t] = [c.acquirer.mention?.from ?? own.from, c.target.mention?.from ?? own.from];
  const low = Math.min(own.from, a, t);
  const high = Math.max(own.to, a, t);
  let others = 0;
  for (const o of c.sentence.triggers) if (FRAMES[o.class].kind !== c.kind && o.from > low && o.to < high) others += 1;
  return Math.min(2, others);
}

function partyFeatures(side: string, { name, mention, weight, implied }: Party): Feature[] {
  const form = mention?.form ?? `implied ${implied}`;
  const found = [
    f`form ${side}|${form}`,
    f`weight ${side}|${bucket(weight, WEIGHTS)}`,
    f`tier ${side}|${tierOf(name)}`,
    f`in list ${side}|${mention !== null && mention.list >= 0}`,
    f`owner ${side}|${mention?.poss ?? false}`,
  ];
  if (side === 't') found.push(f`listed|${isListedAi(name)}`);
  return found;
}

function pairFeatures(c: PairCandidate): Feature[] {
  const { sentence: s } = c;
  const [a, t] = [c.acquirer.mention, c.target.mention];
  const forms = f`forms|${a?.form ?? 'implied'}|${t?.form ?? 'implied'}`;
  if (!a || !t) return [forms, f`one implied`];
  const [from, to] = a.from < t.from ? [a.to, t.from] : [t.to, a.from];
  const between = s.mentions.filter(
    (m) => m.from >= from && m.to <= to && m.form !== 'relative' && m.form !== 'pronoun',
  );
  const named = between
    .map((m) => m.candidates[0]?.name ?? '')
    .filter((n) => n && n !== c.acquirer.name && n !== c.target.name);
  const groups = named.filter((n) => tierOf(n) === 2).length;
  const sums = s.unit.money.filter(
    (m) => m.start >= (s.unit.tokens[from]?.start ?? 0) && m.end <= (s.unit.tokens[to]?.start ?? 0),
  );
  return [
    forms,
    f`order|${a.from < t.from ? 'at' : 'ta'}`,
    f`gap|${bucket(to - from, GAPS)}`,
    f`borders|${bucket(bordersBetween(s.borders, a.from, t.from), BORDERS)}`,
    f`groups between|${Math.min(2, groups)}`,
    f`targets between|${Math.min(2, named.length - groups)}`,
    f`same list|${a.list >= 0 && a.list === t.list}`,
    f`sum between|${sums.length > 0}`,
    f`among groups|${t.inGroups}`,
    f`respectively|${respective(s, a, t)}`,
  ];
}

/** "A and B bought X and Y, respectively": the first of one list goes with the first of the other. */
function respective(s: ParsedSentence, a: Mention, t: Mention): string {
  if (a.list < 0 || t.list < 0 || !sentenceFeatures(s).includes(f`cue|respectively`)) return 'no';
  const place = (m: Mention) => s.mentions.filter((o) => o.list === m.list && o.from < m.from).length;
  return place(a) === place(t) ? 'in turn' : 'crossed';
}

const LONGEST_PATH = 7;

/** The classes of the words between the two parties: "investIn in", "acquire by ,". */
function pathFeatures(c: PairCandidate): Feature[] {
  const { sentence: s } = c;
  const [a, t] = [c.acquirer.mention, c.target.mention];
  if (!a || !t) return [];
  const forward = a.from < t.from;
  const [from, to] = forward ? [a.to, t.from] : [t.to, a.from];
  if (to < from) return [f`path|overlap`];
  const tags = tagsBetween(s, from, to);
  const direction = forward ? '>' : '<';
  if (tags.length > LONGEST_PATH)
    return [f`path|${direction}long`, f`path start|${direction}${tags[0]}`, f`path end|${direction}${tags.at(-1)}`];
  const pairs = tags.slice(1).map((tag, i) => f`path 2|${direction}${tags[i]} ${tag}`);
  return [
    f`path|${direction}${tags.join(' ')}`,
    f`path start|${direction}${tags[0]}`,
    f`path end|${direction}${tags.at(-1)}`,
  ].concat(pairs);
}

function tagsBetween(s: ParsedSentence, from: number, to: number): string[] {
  const { tokens } = s.unit;
  const shares = sharesIn(tokens);
  const tags: string[] = [];
  for (let i = from; i < to && tags.length <= LONGEST_PATH; ) {
    const trigger = s.triggers.find((t) => t.from === i && t.to <= to);
    const mention = s.mentions.find((m) => m.from === i && m.form !== 'pronoun');
    const prep = s.language.prepositions.at(tokens, i);
    const token = tokens[i];
    if (!token) break;
    if (trigger) {
      tags.push(trigger.class);
      i = trigger.to;
      continue;
    }
    if (mention)
      tags.push(
        mention.form === 'relative' ? 'rel' : tierOf(mention.candidates[0]?.name ?? '') === 2 ? 'group' : 'firm',
      );
    else if (s.unit.money.some((m) => m.start >= token.start && m.start < token.end)) tags.push('sum');
    else if (shares.some((share) => share.from === i)) tags.push('share');
    else if (prep && prep.to <= to) tags.push(prep.value);
    else if (s.language.conjunctions.at(tokens, i)) tags.push('and');
    else if (s.language.breakers.has(token.lower)) tags.push('clause');
    else if (/^[,;:—–()|/→←>=+]$/.test(token.text)) tags.push(token.text);
    i = Math.max(i + 1, mention?.to ?? 0, mention ? 0 : (prep?.to ?? 0));
  }
  return tags.filter((tag, i) => tag !== tags[i - 1]);
}

/** What the grammar makes of the same words. */
function ruleFeatures(c: PairCandidate, frames: readonly Frame[]): Feature[] {
  if (frames.length === 0) return SILENT;
  const own = frames.filter((f) => f.acquirer === c.acquirer.name && f.target === c.target.name);
  const same = own.filter((f) => f.kind === c.kind);
  const best = Math.max(0, ...same.map((f) => f.score));
  const rivals = frames.filter((f) => f.kind === c.kind && !own.includes(f));
  return [
    f`rule|${same.length > 0 ? bucket(best, CLAIMED) : 'silent'}`,
    f`rule other kind|${own.length > same.length}`,
    f`rule other target|${rivals.some((f) => f.acquirer === c.acquirer.name)}`,
    f`rule other acquirer|${rivals.some((f) => f.target === c.target.name)}`,
    f`rule acquirer elsewhere|${frames.some((f) => f.acquirer === c.acquirer.name && f.target !== c.target.name)}`,
    f`rule target elsewhere|${frames.some((f) => f.target === c.target.name && f.acquirer !== c.acquirer.name)}`,
  ].concat(same.map((frame) => f`rule trigger|${frame.trigger.class}`));
}

const CLAIMED = [1.1, 1.3, 1.5, 1.8];
/** Most sentences are silent: what the grammar makes of their words is the same for every candidate. */
const SILENT = [
  f`rule|${'silent'}`,
  f`rule other kind|${false}`,
  f`rule other target|${false}`,
  f`rule other acquirer|${false}`,
  f`rule acquirer elsewhere|${false}`,
  f`rule target elsewhere|${false}`,
];

const CUES = [
  'compute',
  'roundNouns',
  'negation',
  'hypothesis',
  'reported',
  'ended',
  'valuation',
  'otherMoney',
  'feeRole',
  'ai',
  'agreed',
  'respectively',
] as const;

/** Many candidates share a sentence, and what holds of it holds for all. */
const known = new WeakMap<ParsedSentence, Feature[]>();

function sentenceFeatures(s: ParsedSentence): Feature[] {
  const found = known.get(s) ?? cueFeatures(s).concat(speechFeatures(s), layoutFeatures(s));
  known.set(s, found);
  return found;
}

function cueFeatures(s: ParsedSentence): Feature[] {
  const { tokens, money, part } = s.unit;
  const found: Feature[] = CUES.filter((cue) => s.language.cues[cue].has(tokens)).map((cue) => f`cue|${cue}`);
  if (money.length) found.push(f`cue|money`);
  if (s.language.people.find(tokens).length) found.push(f`cue|people`);
  if (/\?["'»”)]?\s*$/.test(s.unit.text)) found.push(f`cue|question`);
  found.push(f`part|${part}`, f`length|${bucket(tokens.length, [8, 15, 25, 40, 60])}`);
  return found;
}

function documentFeatures(c: PairCandidate, context: FrameContext): Feature[] {
  const found = [f`early|${bucket(c.sentence.unit.index, [1, 3, 8])}`];
  if (context.soleTarget === c.target.name) found.push(f`sole target`);
  if (context.soleGroup === c.acquirer.name) found.push(f`sole group`);
  if (context.partner(c.acquirer.name) === c.target.name) found.push(f`title pair`);
  if (context.funded === c.target.name) found.push(f`funded`);
  return found;
}

/** How well an unlisted name is known for that of an AI firm. */
function nameFeatures(open: OpenName | undefined): Feature[] {
  if (!open) return [f`open|no`];
  return [
    f`open|${bucket(open.company, [0.25, 0.75, 1, 1.5, 2.5, 4])}`,
    f`open telling|${open.telling}`,
    f`open person|${open.person}`,
    f`open words|${Math.min(3, open.name.split(' ').length)}`,
  ].concat(
    [...open.signs].map((sign) => f`sign|${sign}`),
    [f`open ai|${open.ai}`, f`open other|${open.other}`, f`open count|${bucket(open.count, [2, 4])}`],
  );
}

/** A party that is only implied counts for less where others of its side are named. */
function impliedFeatures(c: PairCandidate): Feature[] {
  const { sentence: s } = c;
  if (!c.acquirer.implied && !c.target.implied) return [];
  const named = s.mentions
    .filter((m) => m.form === 'name' || m.form === 'supply-brand')
    .map((m) => m.candidates[0]?.name ?? '');
  const groups = named.filter((n) => tierOf(n) === 2).length;
  const firms = named.filter((n) => tierOf(n) < 2).length;
  const colon = s.unit.tokens.findIndex((t) => t.text === ':');
  const side = c.acquirer.implied ? `a ${c.acquirer.implied}` : `t ${c.target.implied}`;
  const { ways = [], rank } = c.acquirer.implied ? c.acquirer : c.target;
  const which = c.acquirer.implied ? 'a' : 't';
  return [
    f`ways|${which}|${ways.length}`,
    f`way rank|${which}|${rank}`,
    ...ways.map((way) => f`way|${which}|${way}`),
    f`implied|${side}|groups ${Math.min(2, groups)}`,
    f`implied|${side}|firms ${Math.min(2, firms)}`,
    f`implied|${side}|label ${colon > 0 && colon <= 3}`,
    f`implied|${side}|told ${c.told}`,
    f`implied|${side}|first ${s.mentions[0] === c.acquirer.mention || s.mentions[0] === c.target.mention}`,
  ];
}

const MANY = [1, 2, 4];

/** What the document tells elsewhere of the same kind and the same parties. */
function themeFeatures(c: PairCandidate, theme: Theme): Feature[] {
  const counts = theme.counts(c.kind, c.acquirer.name, c.target.name);
  return [
    f`theme kind|${bucket(counts.kind, MANY)}`,
    f`theme acquirer|${bucket(counts.acquirer, MANY)}`,
    f`theme target|${bucket(counts.target, MANY)}`,
    f`theme pair|${bucket(counts.pair, MANY)}`,
    f`theme other kinds|${counts.otherKinds}`,
    f`theme together|${bucket(counts.together, [1, 2, 3, 5])}`,
    f`theme groups|${bucket(counts.groups, [1, 2, 3, 5, 8])}`,
    f`theme targets|${bucket(counts.targets, [1, 2, 3, 5, 8])}`,
  ];
}

/** How the line looks: a row, an entry of a list, a label with what follows it. */
function layoutFeatures(s: ParsedSentence): Feature[] {
  const { text, tokens } = s.unit;
  const cells = (text.match(/\s[|/–—]\s|;\s|\t| {2,}/g) ?? []).length;
  const colon = tokens.findIndex((t) => t.text === ':');
  return [
    f`layout cells|${bucket(cells, [1, 2, 4])}`,
    f`layout entry|${/^\s*(?:[-–—•*▪·>]|\(?\d{1,3}[.)\]])\s/.test(text)}`,
    f`layout dated|${/^\s*(?:\d{1,2}[./-]\d{1,2}[./-])?\d{4}\b/.test(text)}`,
    f`layout label|${colon > 0 && colon <= 4}`,
    f`layout full stop|${/[.!?]["'»”)]?\s*$/.test(text)}`,
  ];
}

/** Who begins the line. */
function firstFeatures(c: PairCandidate): Feature[] {
  const place = (m: Mention | null) => (m === null ? 'none' : m.from <= 2 ? 'first' : 'later');
  return [f`layout first|a ${place(c.acquirer.mention)}|t ${place(c.target.mention)}`];
}
