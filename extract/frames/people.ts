import type { Candidate, Mention } from '../names/mention.ts';
import { tierOf } from '../names/party.ts';
import type { Token } from '../text/tokens.ts';
import type { ParsedSentence } from './sentence.ts';

/** Founders, chiefs or staff in a sentence, and the firm they come from. */
export interface People {
  from: number;
  to: number;
  role: 'founder' | 'chief' | 'team' | 'executive';
  /** Start-ups that the words tie them to, best first; empty when only the context can tell. */
  firms: Candidate[];
  firm: Mention | null;
}

const REACH = 9;

/** Takes a sentence whose mentions are resolved; gives the people in it who may change employer. */
export function findPeople(s: ParsedSentence): People[] {
  const { tokens } = s.unit;
  const people: People[] = s.language.people
    .find(tokens)
    .map((m) => ({ from: m.from, to: m.to, role: isOneOf(s, m.from) ? 'executive' : m.value, firms: [], firm: null }));
  for (const p of people) {
    const inside = s.mentions.find((m) => m.poss && m.from >= p.from && m.to <= p.to);
    const firm = inside ?? firmBefore(s, p.from) ?? firmAfter(s, p.to);
    if (!firm) continue;
    p.firm = firm;
    p.firms = firm.candidates.filter((c) => tierOf(c.name) === 0);
  }
  for (const { from, to, entry } of s.landmarks) {
    if (entry.kind === 'startup-person')
      people.push({ from, to, role: 'founder', firms: [{ name: entry.company, weight: 0.75 }], firm: null });
  }
  return people.sort((a, b) => a.from - b.from);
}

const ONE =
  /^(?:one|un|une|uno|una|einer|eine|einen|ein|youngest|oldest|jüngste|älteste|joven|jeune|giovane|dernier|último|ultimo|letzte)$/;

/** "one of the three founders", "L'un des quatre fondateurs": a single leaver is no team. */
function isOneOf(s: ParsedSentence, from: number): boolean {
  const { tokens } = s.unit;
  for (let i = from - 1; i >= Math.max(0, from - 7); i--) {
    if (!tokens[i]?.word && tokens[i]?.text !== "'") return false;
    if (s.verbs.has(i)) return false;
    const next = tokens[i + 1]?.lower ?? '';
    if (ONE.test(tokens[i]?.lower ?? '') && /^(?:of|des|de|der|di|dei|degli|d|von|du)$/.test(next)) return true;
  }
  return false;
}

/** "Inflection's co-founders", "Windsurf chief", "its team". */
function firmBefore(s: ParsedSentence, from: number): Mention | null {
  const { tokens } = s.unit;
  for (const m of s.mentions) {
    if (m.to > from || from - m.to > 5 || isHirer(s, m, from)) continue;
    const between = tokens.slice(m.to, from);
    const adjacent = between.every(
      (t) =>
        t.text === "'" || t.lower === 's' || s.language.adjectives.has(t.lower) || s.language.articles.has(t.lower),
    );
    const beside =
      s.language.lexicon.freeOrder === true &&
      m.prep === 'at' &&
      between.every((t) => s.language.articles.has(t.lower));
    if (beside) return m;
    if (
      ((m.poss || (m.form === 'relative' && m.prep === 'of')) &&
        from - m.to <= 5 &&
        between.every((t) => t.word || t.text === "'")) ||
      (adjacent && from - m.to <= 1 && m.form === 'name')
    )
      return m;
  }
  return null;
}

/** "Microsoft's hiring of staff": whoever hires is not whom they leave. */
const isHirer = (s: ParsedSentence, m: Mention, from: number) =>
  m.poss && s.triggers.some((t) => (t.class === 'hire' || t.class === 'hiring') && t.from >= m.to && t.to < from);

/** "founders of Adept", "the chief executive and most of the staff of Windsurf". */
function firmAfter(s: ParsedSentence, to: number): Mention | null {
  const { tokens } = s.unit;
  for (const m of s.mentions) {
    if (m.from < to) continue;
    if (m.from - to > REACH) return null;
    if (
      m.prep !== 'of' &&
      m.prep !== 'from' &&
      m.prep !== 'at' &&
      m.prep !== 'in' &&
      m.prep !== 'like' &&
      m.prep !== 'on'
    )
      continue;
    const between = tokens.slice(to, m.from) as Token[];
    if (between.some((t, i) => s.verbs.has(to + i) || s.language.relatives.has(t.lower))) return null;
    return m;
  }
  return null;
}
