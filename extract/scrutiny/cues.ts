import { scrutinyLexicon } from '../lexicon/by-language.ts';
import { CUES, type Cue } from '../lexicon/scrutiny.ts';
import type { MoneyToken } from '../text/text-tokens.ts';

/** Words of one kind found in a sentence. Indices count in the text's tokens. */
export interface CueHit {
  cue: Cue;
  first: number;
  next: number;
}

interface Place {
  words: ReadonlySet<string>;
  stems: readonly string[];
}

interface Pattern {
  cue: Cue;
  places: (Place | Gap)[];
}

/** Most words that a gap in a pattern may cover. */
type Gap = number;
const GAPS: Record<string, Gap> = { '~': 6, '~~': 16 };

/** Stems are indexed by this many letters. */
const KEY = 3;

/** The patterns of a language by the first letters of their first word, and by whole words once these have been seen. */
interface Compiled {
  byKey: Map<string, Pattern[]>;
  byWord: Map<string, readonly Pattern[]>;
}

const compiled = new Map<string, Compiled>();

function patternsOf(language: string): Compiled {
  const known = compiled.get(language);
  if (known) return known;
  const index = new Map<string, Pattern[]>();
  const lexicon = scrutinyLexicon(language);
  for (const cue of CUES) {
    for (const text of lexicon[cue].split(';')) addPattern(index, cue, text.trim());
  }
  const made = { byKey: index, byWord: new Map() };
  compiled.set(language, made);
  return made;
}

/** Words whose patterns are remembered; no language has more in use. */
const MOST_WORDS = 30_000;

/** The patterns whose first word a token may be. */
function startingWith({ byKey, byWord }: Compiled, token: MoneyToken): readonly Pattern[] {
  const known = byWord.get(token.lower);
  if (known) return known;
  const patterns = (byKey.get(token.lower.slice(0, KEY)) ?? NONE).filter((p) => fits(token, p.places[0] as Place));
  if (byWord.size >= MOST_WORDS) byWord.clear();
  byWord.set(token.lower, patterns.length ? patterns : NONE);
  return patterns;
}

const NONE: readonly Pattern[] = [];

function addPattern(index: Map<string, Pattern[]>, cue: Cue, text: string): void {
  if (!text) return;
  const places = text.split(/\s+/).map((part) => GAPS[part] ?? placeOf(part));
  while (typeof places.at(-1) === 'number') places.pop();
  const first = places[0] as Place;
  for (const key of new Set([...first.words, ...first.stems].map((word) => word.slice(0, KEY)))) {
    const list = index.get(key);
    if (list) list.push({ cue, places });
    else index.set(key, [{ cue, places }]);
  }
}

function placeOf(part: string): Place {
  const options = part.split('|');
  return {
    words: new Set(options.filter((o) => !o.endsWith('*'))),
    stems: options.filter((o) => o.endsWith('*')).map((o) => o.slice(0, -1)),
  };
}

/** Takes the tokens of a text, the range of one sentence and the language; gives the cues in it, in order. */
export function findCues(tokens: readonly MoneyToken[], from: number, to: number, language: string): CueHit[] {
  const index = patternsOf(language);
  const hits: CueHit[] = [];
  for (let i = from; i < to; i++) {
    for (const pattern of startingWith(index, tokens[i] as MoneyToken)) {
      const next = matchAt(tokens, i, to, pattern.places);
      if (next !== null) hits.push({ cue: pattern.cue, first: i, next });
    }
  }
  return hits;
}

function matchAt(
  tokens: readonly MoneyToken[],
  at: number,
  to: number,
  places: readonly (Place | Gap)[],
): number | null {
  let i = at;
  let gap: Gap = 0;
  for (const place of places) {
    if (typeof place === 'number') {
      gap = place;
      continue;
    }
    const found = gap ? seek(tokens, i, to, place, gap) : plainStep(tokens, i, to, place, i > at);
    if (found === null) return null;
    i = found + 1;
    gap = 0;
  }
  return i;
}

/** The next word fits, a hyphen or apostrophe before it aside. */
function plainStep(
  tokens: readonly MoneyToken[],
  at: number,
  to: number,
  place: Place,
  inside: boolean,
): number | null {
  const skip = inside && isJoiner(tokens[at]) ? at + 1 : at;
  return skip < to && fits(tokens[skip] as MoneyToken, place) ? skip : null;
}

function seek(tokens: readonly MoneyToken[], from: number, to: number, place: Place, most: Gap): number | null {
  let words = 0;
  for (let i = from; i < to && words <= most; i++) {
    const token = tokens[i] as MoneyToken;
    if (token.text === ';' || (token.text === ':' && !(token.glued && tokens[i + 1]?.glued))) return null;
    if (fits(token, place)) return i;
    if (token.kind !== 'sign') words++;
  }
  return null;
}

function isJoiner(token: MoneyToken | undefined): boolean {
  return token !== undefined && (token.text === '-' || token.text === "'" || token.text === '’' || token.text === '‑');
}

function fits(token: MoneyToken, place: Place): boolean {
  return place.words.has(token.lower) || place.stems.some((stem) => token.lower.startsWith(stem));
}
