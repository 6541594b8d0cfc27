import type { Term } from '../model/deal.ts';
import type { Frame } from './frame.ts';
import type { ParsedSentence } from './sentence.ts';

/** Words of a sentence that tell a term of the deals it speaks of. */
export interface FoundTerm {
  frame: Frame;
  term: Term;
  from: number;
  to: number;
  detail: string | null;
}

/** Kinds that a term can belong to; a sentence may tell of several deals. */
const KINDS: Partial<Record<Term, Frame['kind'][]>> = {
  'exclusive-provider': ['cloud', 'partnership'],
  'primary-provider': ['cloud'],
  'preferred-provider': ['cloud', 'partnership'],
  'several-providers': ['cloud'],
  'capacity-backstop': ['cloud'],
  'financing-vehicle': ['investment', 'cloud'],
  'allocation-preference': ['cloud', 'investment', 'partnership'],
  licence: ['acquihire', 'investment', 'partnership'],
  'hiring-waiver': ['acquihire'],
  'target-continues': ['acquihire', 'acquisition'],
  'target-closes': ['acquihire', 'acquisition'],
  'product-closed': ['acquihire', 'acquisition'],
  'board-seat': ['investment'],
  'board-observer': ['investment'],
  'non-voting': ['investment'],
  'no-governance-rights': ['investment'],
  convertible: ['investment'],
  warrants: ['investment', 'cloud'],
  credits: ['investment', 'cloud'],
  veto: ['investment'],
  consultation: ['investment'],
  'information-rights': ['investment'],
};

/** Takes a sentence and the deals it speaks of (or the last one before it); gives the terms told in it. */
export function findTerms(s: ParsedSentence, frames: readonly Frame[]): FoundTerm[] {
  if (frames.length === 0) return [];
  const found = s.language.terms.flatMap((index) => index.find(s.unit.tokens));
  const terms = found.flatMap(({ value: term, from, to }) => {
    const kinds = KINDS[term];
    const fitting = frames.filter((f) => !kinds || kinds.includes(f.kind));
    const near = nearest(fitting, from);
    return near ? [{ frame: near, term, from, to, detail: null }] : [];
  });
  return [...terms, ...stakes(s, frames), ...staff(s, frames)];
}

function nearest(frames: readonly Frame[], at: number): Frame | null {
  let best: Frame | null = null;
  for (const f of frames) if (!best || Math.abs(f.trigger.from - at) < Math.abs(best.trigger.from - at)) best = f;
  return best;
}

/** "27%", "49 percent": a stake beside an investment, a share of the staff beside a hire. */
function* percents(s: ParsedSentence): Generator<{ from: number; to: number; text: string }> {
  const { tokens } = s.unit;
  for (let i = 0; i < tokens.length; i++) {
    if (!/^\d+$/.test(tokens[i]?.text ?? '')) continue;
    let to = i + 1;
    if (/^[.,]$/.test(tokens[to]?.text ?? '') && /^\d{1,2}$/.test(tokens[to + 1]?.text ?? '')) to += 2;
    const unit = tokens[to];
    const worded =
      unit &&
      (/^(%|percent|procent|prozent)$/.test(unit.lower) ||
        (/^(per|pour|por|per)$/.test(unit.lower) && /^(cent|ciento|cento)$/.test(tokens[to + 1]?.lower ?? '')));
    if (!unit || !worded) continue;
    to += unit.lower === '%' || unit.lower.length > 4 ? 1 : 2;
    yield { from: i, to, text: s.unit.text.slice(tokens[i]?.start, tokens[to - 1]?.end) };
    i = to - 1;
  }
}

function stakes(s: ParsedSentence, frames: readonly Frame[]): FoundTerm[] {
  const holdings = frames.filter((f) => f.kind === 'investment' && f.trigger.class === 'stake');
  return [...percents(s)].flatMap(({ from, to, text }) => {
    const frame = nearest(holdings, from);
    return frame && Math.abs(frame.trigger.from - from) <= 8
      ? [{ frame, term: 'stake' as const, from, to, detail: text }]
      : [];
  });
}

function staff(s: ParsedSentence, frames: readonly Frame[]): FoundTerm[] {
  const hires = frames.filter((f) => f.kind === 'acquihire');
  const frame = hires[0];
  if (!frame) return [];
  const found: FoundTerm[] = [];
  const { tokens } = s.unit;
  const people = [...s.language.people.find(tokens)];
  for (const { from, to, text } of percents(s)) {
    // A share of the capital is no share of the staff: people must stand right behind it.
    const ofPeople = people.some((m) => m.value === 'team' && m.from >= to && m.from - to <= 5);
    if (ofPeople) found.push({ frame, term: 'staff-share', from, to, detail: text });
  }
  for (const m of people) {
    if (m.value === 'founder' || m.value === 'chief')
      found.push({ frame, term: 'founder-joins', from: m.from, to: m.to, detail: null });
    if (m.value === 'team') found.push(...staffWords(s, frame, m.from, m.to));
  }
  for (const { from, to, entry } of s.landmarks) {
    if (entry.kind === 'startup-person')
      found.push({
        frame,
        term: 'person-joins',
        from,
        to,
        detail: s.unit.text.slice(tokens[from]?.start, tokens[to - 1]?.end),
      });
  }
  return found;
}

const MOST =
  /^(most|bulk|majority|nearly|almost|whole|entire|gros|essentiel|majorité|plupart|ensemble|totalité|großteil|mehrheit|mayoría|mayor|maggior|maggioranza|quasi|presque|all|half|quarter|moitié|hälfte)$/;

const NEARLY = /^(nearly|almost|practically|quasi|presque|fast|nahezu|casi)$/;

/** "most of the team", "about 70 engineers". */
function staffWords(s: ParsedSentence, frame: Frame, from: number, to: number): FoundTerm[] {
  const { tokens } = s.unit;
  for (let i = from - 1; i >= Math.max(0, from - 5); i--) {
    const token = tokens[i];
    if (!token?.word) break;
    if (MOST.test(token.lower)) {
      // "almost all" is not all.
      const first = i > 0 && NEARLY.test(tokens[i - 1]?.lower ?? '') ? i - 1 : i;
      const detail = s.unit.text.slice(tokens[first]?.start, tokens[to - 1]?.end);
      return [{ frame, term: 'staff-share', from: first, to, detail }];
    }
    if (/^\d{1,4}$/.test(token.text) && Number(token.text) < 1900)
      return [{ frame, term: 'staff-count', from: i, to, detail: token.text }];
  }
  return [];
}
