/**
 * Tells whether two texts are one story: wire copy with another headline and another last line. Candidates come from
 * min-wise hashing in bands (Broder 1997; Leskovec et al., Mining of Massive Datasets, 3.4); the answer itself from the
 * full sets of shingles, so that chance never decides.
 */
const SHINGLE_WORDS = 3;
/** Shorter texts are compared word for word alone. */
const FEWEST_SHINGLES = 40;
/** How many numbers `bandsOf` gives for a text long enough. */
export const BANDS = 12;
const ROWS = 4;
const BAND_SPACE = 2 ** 32;

export type Shingles = ReadonlySet<number>;

/** Takes the words of a text; gives a number for each run of three. */
export function shingles(words: readonly string[]): Shingles {
  const hashes = words.map(hashWord);
  const found = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= hashes.length; i += 1) {
    let mixed = 17;
    for (let j = 0; j < SHINGLE_WORDS; j += 1) mixed = scramble(Math.imul(mixed, 31) + (hashes[i + j] as number));
    found.add(mixed >>> 0);
  }
  return found;
}

/** Numbers under which a text is found again: two texts alike to 0.85 share at least one of the twelve with 99.98 %. */
export function bandsOf(set: Shingles): number[] {
  if (set.size < FEWEST_SHINGLES) return [];
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const shingle of set) {
    for (let i = 0; i < least.length; i += 1) {
      const value = Math.imul(shingle ^ (SEEDS[i] as number), MULTIPLIERS[i] as number) >>> 0;
      if (value < (least[i] as number)) least[i] = value;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let mixed = band + 1;
    for (let row = 0; row < ROWS; row += 1)
      mixed = scramble(Math.imul(mixed, 31) + (least[band * ROWS + row] as number));
    return band * BAND_SPACE + (mixed >>> 0);
  });
}

/** Share of shingles in common, 0 to 1. */
export function similarity(a: Shingles, b: Shingles): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (large.size === 0) return 1;
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common += 1;
  return common / (a.size + b.size - common);
}

/**
 * True when each text has a figure or a repeated name that the other lacks: then they tell of two things in the same
 * words, as case pages and market reports do, and are not copies.
 */
export function tellApart(a: string, b: string): boolean {
  return bothHaveOwn(figures(a), figures(b)) || bothHaveOwn(repeatedNames(a, b), repeatedNames(b, a));
}

function bothHaveOwn(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((x) => !b.has(x)) && [...b].some((x) => !a.has(x));
}

function figures(text: string): Set<string> {
  return new Set(text.match(/\p{N}+(?:[.,]\p{N}+)*/gu));
}

/** Capitalised words that stand at least twice in the one text and never in the other. */
function repeatedNames(text: string, other: string): Set<string> {
  const counts = new Map<string, number>();
  for (const name of text.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? []) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Set([...counts].filter(([name, n]) => n > 1 && !other.includes(name)).map(([name]) => name));
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** The finishing step of MurmurHash3: spreads nearby numbers over all 32 bits. */
function scramble(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

const SEEDS = Uint32Array.from({ length: BANDS * ROWS }, (_, i) => scramble(i * 2 + 1));
/** Odd, so that no two shingles fall together. */
const MULTIPLIERS = Uint32Array.from({ length: BANDS * ROWS }, (_, i) => scramble(i * 2 + 1000) | 1);
