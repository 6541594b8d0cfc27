import type { Term } from '../../model/deal.ts';
import type { Match } from '../text/phrases.ts';
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
  'supplier-gives-equity': ['cloud'],
  credits: ['investment', 'cloud'],
  veto: ['investment'],
  consultation: ['investment'],
  'information-rights': ['investment'],
  'revenue-share': ['investment', 'cloud', 'partnership'],
};

/** What a sentence that names no pair may still tell of the only pair of its page. Words that fit any pact are left out. */
const TOLD_APART = new Set<Term>([
  'licence',
  'hiring-waiver',
  'target-continues',
  'target-closes',
  'product-closed',
  'board-seat',
  'board-observer',
  'non-voting',
  'no-governance-rights',
  'convertible',
  'veto',
  'consultation',
  'information-rights',
  'revenue-share',
  'supplier-gives-equity',
]);

/**
 * Takes a sentence, the deals it speaks of (or the last one before it), and those that a sentence without a pair of its
 * own may be about, because the page has no other of their kind; gives the terms told in it.
 */
export function findTerms(s: ParsedSentence, frames: readonly Frame[], alone: readonly Frame[] = []): FoundTerm[] {
  if (frames.length === 0 && alone.length === 0) return [];
  const terms = asserted(s).flatMap(({ value: term, from, to }) => {
    const near = nearest(fitting(term, frames), from);
    const only = TOLD_APART.has(term) ? fitting(term, alone)[0] : undefined;
    const frame = near ?? only;
    return frame ? [{ frame, term, from, to, detail: term === 'revenue-share' ? percentIn(s, from, to) : null }] : [];
  });
  return [...terms, ...stakes(s, frames), ...staff(s, frames)];
}

/** The first per cent among some words: "20% of its revenue". */
function percentIn(s: ParsedSentence, from: number, to: number): string | null {
  for (const percent of percents(s)) if (percent.from >= from && percent.to <= to) return percent.text;
  return null;
}

function fitting(term: Term, frames: readonly Frame[]): readonly Frame[] {
  const kinds = KINDS[term];
  return kinds ? frames.filter((f) => kinds.includes(f.kind)) : frames;
}

/** Terms that a word beside them can deny: "no board seat", "does not close its doors". */
const DENIABLE = new Set<Term>([
  'exclusive-provider',
  'board-seat',
  'board-observer',
  'veto',
  'consultation',
  'information-rights',
  'revenue-share',
  'target-closes',
  'product-closed',
]);
const DENIAL =
  /^(?:no|not|non|never|neither|nor|without|kein\w*|nicht|ohne|pas|sans|aucune?|ni|sin|ning\w+|nessun\w*|senza)$/;
/** What is given up is told by words that hold the right's own name. */
const GIVEN_UP: readonly Term[] = ['first-refusal', 'exclusive-provider'];

/** The terms whose words stand in a sentence, without those that it denies, gives up or grants to others. */
function asserted(s: ParsedSentence): Match<Term>[] {
  const { tokens } = s.unit;
  const found = s.language.terms.flatMap((index) => index.find(tokens));
  const ends = found.filter(({ value }) => value === 'several-providers');
  const isDenied = ({ value, from, to }: Match<Term>) =>
    DENIABLE.has(value) && tokens.slice(Math.max(0, from - 2), to + 1).some(({ lower }) => DENIAL.test(lower));
  const isGivenUp = ({ value, from, to }: Match<Term>) =>
    GIVEN_UP.includes(value) && ends.some((end) => end.from <= from && to <= end.to);
  const isForOthers = ({ value, to }: Match<Term>) =>
    value === 'licence' && TO_OTHERS.test(s.unit.text.slice(tokens[to - 1]?.end));
  const isPersonal = ({ value, from }: Match<Term>) =>
    value === 'board-seat' && PERSONAL.test(tokens[from - 1]?.lower ?? '');
  return found.filter((m) => !isDenied(m) && !isGivenUp(m) && !isForOthers(m) && !isPersonal(m));
}

/** "He keeps his seat on the board": a person's own, not the investor's. */
const PERSONAL = /^(?:his|her|sein|seinen|ihren|son|sa)$/;

/** "license its system to manufacturers": what a firm sells to anybody is no part of the deal. */
const TO_OTHERS =
  /^[^.;:]{0,40}\s(?:to|an|aux?|à|a)\s+(?:\S+\s+){0,2}(?:others?|customers|clients?|manufacturers|carmakers|makers|companies|businesses|enterprises|developers|third|Kunden|Hersteller|Dritte|Firmen|constructeurs|entreprises|tiers|clientes|empresas|terceros|fabricantes|clienti|aziende|terzi|produttori)\b/;

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
  /^(most|bulk|majority|nearly|almost|whole|entire|gros|essentiel|majorité|plupart|ensemble|totalité|großteil|mehrheit|mayoría|mayor|maggior|maggioranza|quasi|presque|all|casi|toda|todo|fast|nahezu)$/;

const ALL = /^(all|whole|entire|ensemble|totalité|toda|todo)$/;
const NEARLY = /^(nearly|almost|practically|quasi|presque|fast|nahezu|casi)$/;

/** A part of the staff in words, as a figure. */
const FRACTIONS: readonly [RegExp, string][] = [
  [/^(half|moitié|hälfte|mitad|metà)$/, '50%'],
  [/^(third|tiers|drittel|tercio|terzo)$/, '33%'],
  [/^(quarter|quart|viertel|cuarto|quarto)$/, '25%'],
];
const ONE = /^(a|one|un|une|le|la|die|der|ein|eine|einem|el|il|the|about|rund|etwa|environ|circa|roughly|some)$/;

/** "the firm employs 45 people", "30 of about 130 employees": the whole staff, not those who move. */
const EMPLOYS =
  /^(employs?|employed|counts?|has|had|compte|emploie|zählt|beschäftigt|hat|emplea|tiene|cuenta|conta|impiega|ha)$/;
const OUT_OF = /^(of|von|der|des|de|di|dei|sur|su)$/;
const SOME_OF =
  /^(?:\d+|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dix|vingt|trente|quarante|cinquante|zehn|zwanzig|dreißig|vierzig|fünfzig|diez|veinte|treinta|cuarenta|dieci|venti|trenta|quaranta|many|viele|most)$/;
const ABOUT = /^(about|around|some|roughly|its|the|their|rund|etwa|environ|unos|circa|con)$/;

const STAYS =
  /^(stays?|stayed|staying|remain|remains|remained|bleib\w*|reste|restent|resteront|resta|restano|quedan?|permane\w*|rimang\w*|demeure\w*)$/;

/** "most of the team", "about 70 engineers"; nothing where they are those who stay or all there are. */
function staffWords(s: ParsedSentence, frame: Frame, from: number, to: number): FoundTerm[] {
  const { tokens } = s.unit;
  if (staysBehind(s, to)) return [];
  for (let i = from - 1; i >= Math.max(0, from - 6); i--) {
    const token = tokens[i];
    if (!token?.word && !/^\d+$/.test(token?.text ?? '')) break;
    const fraction = FRACTIONS.find(([word]) => word.test(token?.lower ?? ''));
    if (fraction && ONE.test(tokens[i - 1]?.lower ?? ''))
      return [{ frame, term: 'staff-share', from: i - 1, to, detail: fraction[1] }];
    if (MOST.test(token?.lower ?? '')) {
      // "almost all" is not all.
      const first = i > 0 && NEARLY.test(tokens[i - 1]?.lower ?? '') ? i - 1 : i;
      const part = NEARLY.test(tokens[first]?.lower ?? '')
        ? 'nearly all'
        : ALL.test(token?.lower ?? '')
          ? 'all'
          : 'most';
      return [{ frame, term: 'staff-share', from: first, to, detail: part }];
    }
    const text = token?.text ?? '';
    if (!/^\d{1,4}$/.test(text) || Number(text) >= 1900 || isWhole(s, i)) continue;
    return [{ frame, term: 'staff-count', from: i, to, detail: text }];
  }
  return [];
}

/** True when the people in front of a token are those who do not move. */
function staysBehind(s: ParsedSentence, to: number): boolean {
  const next = s.unit.tokens.slice(to, to + 4);
  const end = next.findIndex(({ text }) => /^[.,;:]$/.test(text));
  const words = (end < 0 ? next : next.slice(0, end)).map(({ lower }) => lower);
  return words.some((word) => STAYS.test(word)) || (/^(do|does|did|will)$/.test(words[0] ?? '') && words[1] === 'not');
}

/** True when a figure is the whole staff. */
function isWhole(s: ParsedSentence, at: number): boolean {
  const before = s.unit.tokens.slice(Math.max(0, at - 3), at).map(({ lower }) => lower);
  while (before.length && ABOUT.test(before.at(-1) ?? '')) before.pop();
  const last = before.at(-1) ?? '';
  return EMPLOYS.test(last) || (OUT_OF.test(last) && SOME_OF.test(before.at(-2) ?? ''));
}
