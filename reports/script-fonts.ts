import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Fonts for names in scripts that the usual one (Latin, Greek, Cyrillic) has not: Noto Sans, which comes in slices of a few
 * hundred characters, of which only those characters are taken that a text has.
 */
const SCRIPTS = ['kr', 'jp', 'sc', 'arabic', 'hebrew', 'devanagari', 'thai'] as const;
type Script = (typeof SCRIPTS)[number];

const FOREIGN =
  '[\\p{scx=Hang}\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Arab}\\p{scx=Hebr}\\p{scx=Deva}\\p{scx=Thai}\\uff00-\\uffef]';
/** Marks that several scripts share, as the middle dot, are drawn by the usual font. */
const RUN = new RegExp(`(?:(?![\\u0000-\\u058f\\u2000-\\u200b\\u200e-\\u206f])${FOREIGN}|[\\u200c\\u200d])+`, 'gu');
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Words of such a script one after another. Drawn from left to right, the last comes first. */
const TURNED = /[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]+(?: [\p{Script=Arabic}\p{Script=Hebrew}\p{M}]+)+/gu;
const WEIGHTS = { regular: 400, strong: 600 } as const;

interface Slice {
  script: Script;
  name: string;
  ranges: readonly (readonly [number, number])[];
}

/** A part of a text that one font draws; null is the usual font. */
export interface Piece {
  text: string;
  font: string | null;
}

/** What draws the foreign characters of some texts. */
export interface ScriptFonts {
  /** Cuts a text where the font changes. Words of a script that runs to the left are put in the order in which they are drawn. */
  pieces(text: string): Piece[];
  /** Files of each font by its name, on the disk while the work goes on. */
  files: ReadonlyMap<string, { regular: string; strong: string }>;
}

const known = new Map<Script, readonly Slice[]>();

/**
 * Takes texts; hands to `work` the fonts that draw what the usual one cannot, and takes their files away afterwards. The
 * same texts give the same fonts. Texts that need none cost nothing but a look.
 */
export async function withScriptFonts<T>(
  texts: Iterable<string>,
  work: (fonts: ScriptFonts) => Promise<T> | T,
): Promise<T> {
  const needed = charactersBySlice(texts);
  if (needed.size === 0) return work({ pieces, files: new Map() });
  const folder = mkdtempSync(join(tmpdir(), 'dealwatch-fonts-'));
  try {
    const files = new Map<string, { regular: string; strong: string }>();
    for (const [font, { slice, characters }] of [...needed].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [regular, strong] = [join(folder, `${font}.ttf`), join(folder, `${font}-strong.ttf`)];
      writeFileSync(regular, await cut(slice, characters, WEIGHTS.regular));
      writeFileSync(strong, await cut(slice, characters, WEIGHTS.strong));
      files.set(font, { regular, strong });
    }
    return await work({ pieces, files });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes a drawing as SVG; gives it with the words that the usual font cannot draw put into the font that can. */
export function inScriptFonts(svg: string, fonts: ScriptFonts): string {
  if (fonts.files.size === 0) return svg;
  return svg.replace(/>([^<]+)</g, (_whole, words: string) => {
    const parts = fonts
      .pieces(words)
      .map(({ text, font }) => (font ? `<tspan font-family="${font}">${text}</tspan>` : text));
    return `>${parts.join('')}<`;
  });
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  const add = (words: string, font: string | null) => {
    const last = found.at(-1);
    if (last && last.font === font) last.text += words;
    else if (words) found.push({ text: words, font });
  };
  const drawn = text.replace(TURNED, (words) => words.split(' ').reverse().join('\u00a0'));
  for (const run of drawn.matchAll(RUN)) {
    add(drawn.slice(end, run.index), null);
    for (const { character, slice } of slicesOf(run[0])) add(character, slice && fontOf(slice));
    end = run.index + run[0].length;
  }
  add(drawn.slice(end), null);
  return found.length ? found : [{ text, font: null }];
}

const fontOf = ({ script, name }: Slice) => `noto-${script}-${name}`;

function charactersBySlice(texts: Iterable<string>): Map<string, { slice: Slice; characters: Set<string> }> {
  const needed = new Map<string, { slice: Slice; characters: Set<string> }>();
  for (const text of texts) {
    for (const [run] of text.matchAll(RUN)) {
      for (const { character, slice } of slicesOf(run)) {
        if (!slice) continue;
        const entry = needed.get(fontOf(slice)) ?? { slice, characters: new Set() };
        entry.characters.add(character);
        needed.set(fontOf(slice), entry);
      }
    }
  }
  return needed;
}

/** The characters of a run, each with what draws it. A mark stays with the script of what it stands on. */
function slicesOf(run: string): { character: string; slice: Slice | null }[] {
  const scripts = scriptsFor(run);
  return [...run].map((character) => {
    const code = character.codePointAt(0) as number;
    for (const script of scripts) {
      const slice = slices(script).find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to));
      if (slice) return { character, slice };
    }
    return { character, slice: null };
  });
}

/** Chinese characters are drawn as in the language whose own letters stand beside them. */
function scriptsFor(run: string): readonly Script[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)) return ['jp', 'sc', 'kr'];
  if (/\p{Script=Hangul}/u.test(run)) return ['kr', 'jp', 'sc'];
  if (/\p{Script=Devanagari}/u.test(run)) return ['devanagari'];
  if (/\p{Script=Thai}/u.test(run)) return ['thai'];
  if (RIGHT_TO_LEFT.test(run)) return ['arabic', 'hebrew'];
  return ['sc', 'jp', 'kr'];
}

const require = createRequire(import.meta.url);
const folderOf = (script: Script) => dirname(require.resolve(`@fontsource-variable/noto-sans-${script}/package.json`));

/** The slices of a script's font, read once: which characters each has. */
function slices(script: Script): readonly Slice[] {
  const before = known.get(script);
  if (before) return before;
  const listed = JSON.parse(readFileSync(join(folderOf(script), 'unicode.json'), 'utf8')) as Record<string, string>;
  const all = Object.entries(listed)
    .map(([name, ranges]) => ({ script, name: name.replace(/[[\]]/g, ''), ranges: rangesOf(ranges) }))
    .filter(({ name }) => /^\d+$/.test(name) || name === script);
  known.set(script, all);
  return all;
}

/** `U+4e00-4e0f,U+5b57` as pairs of first and last. */
function rangesOf(listed: string): [number, number][] {
  return [...listed.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from, to]) => {
    return [Number.parseInt(from as string, 16), Number.parseInt(to ?? (from as string), 16)];
  });
}

/** A TrueType font of one weight with these characters alone, and what joining them takes. */
async function cut({ script, name }: Slice, characters: ReadonlySet<string>, weight: number): Promise<Buffer> {
  const { default: subset } = await import('subset-font');
  const file = join(folderOf(script), 'files', `noto-sans-${script}-${name}-wght-normal.woff2`);
  const text = [...characters].sort().join('');
  return subset(readFileSync(file), text, { targetFormat: 'truetype', variationAxes: { wght: weight } });
}
