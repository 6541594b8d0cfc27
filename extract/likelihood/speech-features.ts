import { bordersBetween, type ParsedSentence } from '../frames/sentence.ts';
import type { Mention } from '../names/mention.ts';
import { layerOf } from '../names/party.ts';
import { type Feature, f } from './feature.ts';
import type { PairCandidate } from './scene.ts';

const CUES = [
  'moneyNouns',
  'otherTrades',
  'dealNoun',
  'totalRole',
  'futureRole',
  'trancheRole',
  'commitmentRole',
  'ceilingRole',
] as const;

const YEARS = /^(?:years?|jahren?|ans|années|años|anni|months?|monaten?|mois|meses|mesi)$/;

/** Takes a sentence; gives all that it speaks of, whichever kind of deal is asked for: a word for another kind speaks against this one. */
export function speechFeatures(s: ParsedSentence): Feature[] {
  const { tokens } = s.unit;
  const found: Feature[] = [...new Set(s.triggers.map((t) => t.class))].map((name) => f`has|${name}`);
  for (const cue of CUES) if (s.language.cues[cue].has(tokens)) found.push(f`cue|${cue}`);
  for (const role of new Set(s.language.people.find(tokens).map((p) => p.value))) found.push(f`people|${role}`);
  if (tokens.some((t) => YEARS.test(t.lower))) found.push(f`cue|duration`);
  return found;
}

/** Takes a candidate; gives the words for deals of any kind nearest to each party and between them, and what the parties do. */
export function partyWordFeatures({ sentence: s, acquirer, target }: PairCandidate): Feature[] {
  const [a, t] = [acquirer.mention, target.mention];
  const found = [
    f`layer a|${layerOf(acquirer.name) ?? 'none'}`,
    f`layer t|${layerOf(target.name) ?? 'none'}`,
    f`word by a|${wordBy(s, a)}`,
    f`word by t|${wordBy(s, t)}`,
    f`arm a|${a !== null && speaksForArm(s, a)}`,
  ];
  if (a && t) addWordsBetween(found, s, a, t);
  return found;
}

const nearest = new WeakMap<Mention, string>();
const NEAR = 8;

/** The class of the nearest word for a deal in the clause, with its side. */
function wordBy(s: ParsedSentence, m: Mention | null): string {
  if (!m) return 'implied';
  const known = nearest.get(m);
  if (known !== undefined) return known;
  let [best, least] = ['none', NEAR];
  for (const { class: name, from, to } of s.triggers) {
    const gap =
      (m.to <= from ? from - m.to : Math.max(0, m.from - to)) + NEAR * bordersBetween(s.borders, m.from, from);
    if (gap < least) [best, least] = [`${name}${m.to <= from ? '>' : '<'}`, gap];
  }
  nearest.set(m, best);
  return best;
}

function addWordsBetween(found: Feature[], s: ParsedSentence, a: Mention, t: Mention): void {
  const [from, to] = a.from < t.from ? [a.to, t.from] : [t.to, a.from];
  for (const { class: name, from: first, to: last } of s.triggers)
    if (first >= from && last <= to) found.push(f`word between|${name}`);
}

/** Arms that hold shares for their group, and do nothing else. */
const ARM = /^(?:ventures?|capital|capitalg|fund|fonds|fondo|gv|m12|nventures|next|investments)$/;

const arms = new WeakMap<Mention, boolean>();

function speaksForArm(s: ParsedSentence, m: Mention): boolean {
  const known = arms.get(m) ?? s.unit.tokens.slice(m.from, m.to + 1).some((t) => ARM.test(t.lower));
  arms.set(m, known);
  return known;
}
