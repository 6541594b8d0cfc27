import type { DealKind } from '../../model/deal.ts';
import { leadsRound } from '../frames/argument-places.ts';
import { isPromisedTo } from '../frames/bound-to.ts';
import { customersIn } from '../frames/customers.ts';
import { goesElsewhere, goesToGroup } from '../frames/elsewhere.ts';
import type { Frame, FrameContext } from '../frames/frame.ts';
import { FRAMES } from '../frames/frame-classes.ts';
import { isHeldStake } from '../frames/held-stake.ts';
import type { Heading, Place } from '../frames/outline.ts';
import { isOwnPocket, namesPerson } from '../frames/own-pocket.ts';
import { isPlausible } from '../frames/pairing.ts';
import type { ParsedSentence } from '../frames/sentence.ts';
import { isBacker, isInside, isMereLabel } from '../frames/suppliers.ts';
import { FIRST_NAMES } from '../lexicon/names.ts';
import type { Mention } from '../names/mention.ts';
import { canAcquire, tierOf } from '../names/party.ts';
import type { Before, Implied, PairCandidate, Party, Scene, Told } from './scene.ts';
import type { Theme } from './theme.ts';

const KINDS: readonly DealKind[] = ['investment', 'acquisition', 'acquihire', 'cloud'];
/** No sentence is believed to tell of more parties on one side. */
const MOST_PARTIES = 12;
/** What a word that refers back may mean beside its likeliest firm. */
const LEAST_WEIGHT = 0.5;

/** Takes a parsed sentence with its frames; gives the parties that it may speak of. */
export function sceneOf(
  sentence: ParsedSentence,
  frames: readonly Frame[],
  context: FrameContext,
  before: Before,
  mayBeTarget: (name: string) => boolean,
): Scene {
  const isTarget = (name: string) => tierOf(name) < 2 && mayBeTarget(name);
  const named = { acquirers: partiesIn(sentence, canAcquire), targets: partiesIn(sentence, isTarget) };
  // No deal is told by a sentence that names neither side: who is implied counts beside somebody who is named.
  const implied = {
    acquirers: named.targets.length ? impliedAcquirers(sentence, context, before) : [],
    targets: named.acquirers.length && !before.ambiguous ? impliedTargets(context, before, isTarget) : [],
  };
  const acquirers = named.acquirers.concat(without(named.acquirers, implied.acquirers));
  const targets = named.targets.concat(without(named.targets, implied.targets));
  const customers = customersIn(sentence, context.soleTarget);
  return { sentence, frames, context, before, acquirers, targets, customers };
}

/** Takes a scene and what its document is about; gives every pair and kind of deal that the sentence may tell of. */
export function pairCandidates(scene: Scene, theme: Theme): PairCandidate[] {
  const { sentence, acquirers, targets } = scene;
  if (acquirers.length === 0 || targets.length === 0) return [];
  const kinds = toldKinds(sentence, scene.before);
  const onlyDenies = deniesElsewhere(sentence);
  const found: PairCandidate[] = [];
  for (const acquirer of acquirers)
    for (const target of targets) {
      if (acquirer.name === target.name || (acquirer.implied && target.implied)) continue;
      if (onlyDenies && (acquirer.implied || target.implied)) continue;
      if (acquirer.mention !== null && acquirer.mention === target.mention) continue;
      const elsewhere =
        isHeld(sentence, acquirer.mention) ||
        isAnothersDoer(sentence, acquirer.mention) ||
        isMereLabel(sentence, acquirer.mention);
      if (elsewhere || spendsElsewhere(sentence, target) || leadsRound(sentence, target.mention)) continue;
      for (const kind of KINDS) {
        const told = kinds.get(kind) ?? toldElsewhere(kind, acquirer, target, theme);
        if (kind === 'cloud' && isInside(sentence, acquirer.mention)) continue;
        if (kind !== 'investment' && isBacker(sentence, acquirer.mention)) continue;
        if (kind !== 'cloud' && areOfOneList(sentence, acquirer.mention, target.mention)) continue;
        if (kind === 'investment' && isNoInvestor(sentence, acquirer)) continue;
        if (kind === 'acquisition' && (buysThings(sentence, target) || (acquirer.implied && pays(sentence, target))))
          continue;
        if (buysOnly(scene, theme, acquirer, target, kind)) continue;
        if (told && isPlausible(acquirer.name, target.name, kind))
          found.push({ sentence, kind, told, acquirer, target });
      }
    }
  return found;
}

/** "To Oracle it has committed …", "Amazon's founder gave $100 million of his own money": whom it is promised to, and whose founder pays, puts nothing in. */
function isNoInvestor(s: ParsedSentence, { mention }: Party): boolean {
  if (s.triggers.some((t) => isPromisedTo(s, t, mention))) return true;
  const isPerson = mention === null || mention.form === 'pronoun' || namesPerson(s, mention);
  const at = mention?.from ?? s.triggers.find((t) => FRAMES[t.class].kind === 'investment')?.from;
  return isPerson && at !== undefined && isOwnPocket(s, at);
}

/**
 * "Snowflake buys Claude models under the agreement": who is known as a customer supplies nothing unless computing power
 * is spoken of, and the sentence that says so tells of no purchase and no hiring of its own accord.
 */
function buysOnly(scene: Scene, theme: Theme, acquirer: Party, target: Party, kind: DealKind): boolean {
  const { sentence: s, frames, customers } = scene;
  if (kind === 'investment' || !theme.isCustomer(acquirer.name, target.name)) return false;
  if (frames.some((f) => f.kind === kind && f.acquirer === acquirer.name && f.target === target.name)) return false;
  if (kind !== 'cloud') return customers.includes(`${acquirer.name}|${target.name}`);
  return !s.mentions.some((m) => m.form === 'supply-brand') && !s.language.cues.compute.has(s.unit.tokens);
}

/** Two firms that are both named may have any kind of deal; else the document must speak of that kind with one of them. */
function toldElsewhere(kind: DealKind, acquirer: Party, target: Party, theme: Theme): Told | null {
  if (theme.tells(kind, acquirer.name, target.name)) return 'theme';
  return acquirer.implied || target.implied ? null : 'pair';
}

const CROWD = 3;

/** "OpenAI, SoftBank and Oracle announced a joint venture": of three who act together none is what another buys or funds. */
function areOfOneList(s: ParsedSentence, a: Mention | null, b: Mention | null): boolean {
  if (a === null || b === null || a.list < 0 || a.list !== b.list) return false;
  return new Set(s.mentions.filter((m) => m.list === a.list).map((m) => m.candidates[0]?.name)).size >= CROWD;
}

const THING_REACH = 5;

/** "bought robots from Agility Robotics", "purchased chips of Graphcore": what a firm makes is bought, and not the firm. */
function buysThings(s: ParsedSentence, { mention: m }: Party): boolean {
  if (m === null || (m.prep !== 'from' && m.prep !== 'of')) return false;
  const { compute, ai } = s.language.cues;
  const verb = s.triggers.find((t) => t.class === 'acquire' && t.to < m.from && m.from - t.to <= THING_REACH);
  return verb !== undefined && [compute, ai].some((thing) => thing.at(s.unit.tokens, verb.to) !== null);
}

/** "Lowmoor, a video-generation lab, pays $300 million": who pays is not bought by somebody whom the sentence does not name. */
function pays(s: ParsedSentence, { mention: m }: Party): boolean {
  if (m === null || m.prep !== null || m.form !== 'name') return false;
  const first = s.triggers.find((t) => t.from >= m.to);
  return first?.class === 'payFor' && s.mentions.every((o) => o === m || o.from > first.from || o.form !== 'name');
}

/** "Shares in Nvidia rose": the group is what is held, and holds nothing by that. */
function isHeld(s: ParsedSentence, m: Mention | null): boolean {
  if (isHeldStake(s, m)) return true;
  if (m === null || (m.prep !== 'in' && m.prep !== 'of')) return false;
  return s.triggers.some((t) => t.class === 'stake' && t.to <= m.from && m.from - t.to <= 1);
}

/** "Days after an announcement by Amazon, Google …": who did something else, before the one whom the sentence is about. */
function isAnothersDoer(s: ParsedSentence, m: Mention | null): boolean {
  if (m?.prep !== 'by' || s.triggers.some((t) => t.from < m.from)) return false;
  const { tokens } = s.unit;
  if (tokens[m.to]?.text !== ',') return false;
  return s.mentions.some((o) => o.from === m.to + 1 && o.prep === null && tierOf(o.candidates[0]?.name ?? '') === 2);
}

/** "Google has not.": it denies what another sentence tells. */
function deniesElsewhere(s: ParsedSentence): boolean {
  return s.triggers.length === 0 && s.unit.money.length === 0 && s.language.cues.negation.has(s.unit.tokens);
}

/**
 * "Microsoft will put $80 billion into data centres", below "Microsoft and Mistral AI": the money goes to no firm; "hours
 * after Nvidia said that it would invest $5 billion in Intel": to none of those spoken of before.
 */
function spendsElsewhere(s: ParsedSentence, target: Party): boolean {
  if (!target.implied && target.mention?.form !== 'pronoun') return false;
  const spending = s.triggers.filter((t) => FRAMES[t.class].kind === 'investment');
  if (spending.length === 0) return false;
  return (
    spending.some((t) => goesToGroup(s, t)) || spending.every((t) => target.implied === 'title' && goesElsewhere(s, t))
  );
}

const without = (named: readonly Party[], implied: readonly Party[]) =>
  implied.filter((p) => !named.some((n) => n.name === p.name));

function toldKinds(s: ParsedSentence, before: Before): Map<DealKind, Told> {
  const { tokens, money } = s.unit;
  const { cues, people } = s.language;
  const triggers = new Set(s.triggers.map((t) => FRAMES[t.class].kind));
  const cued: Partial<Record<DealKind, boolean>> = {
    cloud: cues.compute.has(tokens),
    investment: money.length > 0 || cues.roundNouns.has(tokens),
    acquihire: people.find(tokens).length > 0,
  };
  const told = new Map<DealKind, Told>();
  for (const kind of KINDS) {
    const how = triggers.has(kind) ? 'trigger' : cued[kind] ? 'cue' : toldBefore(kind, before);
    if (how) told.set(kind, how);
  }
  return told;
}

function toldBefore(kind: DealKind, { kinds, place }: Before): Told | null {
  if (place.lineKinds.has(kind)) return 'line';
  if (place.blockKinds.has(kind)) return 'block';
  if (place.told?.kinds.has(kind)) return 'heading';
  if (kinds.has(kind)) return 'before';
  return place.titleKinds.has(kind) ? 'title' : null;
}

function partiesIn(s: ParsedSentence, allowed: (name: string) => boolean): Party[] {
  const found: Party[] = [];
  for (const mention of s.mentions) {
    for (const [n, candidate] of mention.candidates.entries()) {
      if (n > 0 && !mention.plural && candidate.weight < LEAST_WEIGHT) break;
      if (!allowed(candidate.name)) continue;
      found.push({ name: candidate.name, mention, weight: candidate.weight, implied: null });
      if (!mention.plural) break;
    }
  }
  return found.slice(0, MOST_PARTIES);
}

const MOST_IMPLIED = 4;

/** Collects implied parties, the first way to one counting most. */
function collect(allowed: (name: string) => boolean) {
  const found = new Map<string, Party & { ways: Implied[] }>();
  const add = (name: string | null | undefined, weight: number, implied: Implied) => {
    if (!name || !allowed(name)) return;
    const known = found.get(name);
    if (!known) found.set(name, { name, mention: null, weight, implied, ways: [implied], rank: found.size });
    else if (!known.ways.includes(implied)) known.ways.push(implied);
  };
  return { add, all: () => [...found.values()].slice(0, MOST_IMPLIED) };
}

/** Who is spoken of by the layout alone, the nearest first. */
function addPlaces(add: ReturnType<typeof collect>['add'], place: Place, heading: Heading | null): void {
  for (const name of place.label) add(name, 0.95, 'label');
  for (const name of heading?.names ?? []) add(name, 0.9, 'heading');
  for (const name of place.line.latest(2)) add(name, 0.8, 'line');
  for (const name of place.block.slice(-2)) add(name, 0.8, 'block');
}

function impliedTargets(context: FrameContext, before: Before, isTarget: (name: string) => boolean): Party[] {
  const { add, all } = collect(isTarget);
  addPlaces(add, before.place, before.place.firm);
  add(context.funded, 0.8, 'funded');
  for (const name of before.place.title) add(name, 0.8, 'title');
  for (const c of context.discourse.salient('startup', 0.15).slice(0, 2)) add(c.name, c.weight, 'salient');
  add(context.soleTarget, 0.7, 'sole');
  return all();
}

/** "Bill Gates has put …": a person who is named with nobody acts alone. */
function beginsWithPerson({ unit: { tokens }, mentions }: ParsedSentence): boolean {
  const [first, last] = tokens;
  return FIRST_NAMES.has(first?.lower ?? '') && last?.cap === true && (mentions[0]?.from ?? 2) >= 2;
}

function impliedAcquirers(s: ParsedSentence, context: FrameContext, before: Before): Party[] {
  const { add, all } = collect(canAcquire);
  addPlaces(add, before.place, before.place.group);
  for (const name of before.place.title) add(name, 0.8, 'title');
  for (const c of context.discourse.salient('group', 0.15).slice(0, 2)) add(c.name, c.weight, 'salient');
  if (!beginsWithPerson(s)) add(context.soleGroup, 0.7, 'sole');
  return all();
}

/** The kinds of deal that a sentence speaks of, by its frames or else by its words. */
export function kindsOf(s: ParsedSentence, frames: readonly Frame[]): Set<DealKind> {
  if (frames.length) return new Set(frames.map((f) => f.kind));
  return new Set(s.triggers.map((t) => FRAMES[t.class].kind));
}
