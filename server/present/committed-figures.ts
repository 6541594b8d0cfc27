/** A table of a committed page of figures, as text. */
export interface FigureTable {
  /** What it shows, where the words before it say so. */
  caption: string | null;
  head: string[];
  rows: string[][];
}

/** The columns of a table that hold figures from 0 to 1, by row: what can be drawn. */
export interface Scores {
  groups: string[];
  series: { name: string; values: (number | null)[] }[];
}

/** Takes a table; gives its scores, or null when no column holds any. */
function scoresIn({ head, rows }: FigureTable): Scores | null {
  const value = (text: string | undefined) => (/^[01]?\.\d+$|^[01]$/.test(text ?? '') ? Number(text) : null);
  const columns = head.map((name, i) => ({ name, values: rows.map((row) => value(row[i])) }));
  const series = columns.filter(({ values }) => values.some((one) => one !== null));
  return series.length ? { groups: rows.map(([name = '']) => name), series } : null;
}

/** What developers type stands in the page of figures and says nothing to those who read the figures. */
function forReaders(sentences: string): string {
  return sentences
    .replace(/, by `?npm run [\w:-]+`?/g, '')
    .split(/(?<=\.) /)
    .filter((sentence) => !/`?npm /.test(sentence))
    .join(' ');
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** Folders of the project by what lies in them. */
const SETS: Readonly<Record<string, string>> = {
  'test/corpus/held-out': 'Held-out documents',
  'test/corpus/tune': 'Documents for improving',
  'test/corpus/paragraphs': 'Single paragraphs',
  'library/notes': 'Starter library',
};

/** Takes a page written in Markdown; gives its tables, and the sentence that says when and how was measured. */
export function committedFigures(markdown: string): { measured: string; tables: FigureTable[]; scores: Scores | null } {
  const blocks = markdown.split(/\n\s*\n/);
  const measured = blocks.find((block) => /^Measured\b/i.test(block.trim())) ?? '';
  const tables = blocks.flatMap((block, i) => (/^\s*\|/.test(block) ? tableOf(block, blocks[i - 1] ?? '') : []));
  const filled = tables.filter((table) => table.rows.length > 0);
  const [scores = null] = filled.map(scoresIn).filter((one) => one !== null);
  return { measured: bare(forReaders(measured.replace(/\s+/g, ' '))), tables: filled, scores };
}

function tableOf(block: string, before: string): FigureTable {
  const [head = [], , ...rows] = block.trim().split('\n').map(cellsOf);
  const opening = before.split('\n').findLast((line) => line.startsWith('- ')) ?? '';
  const [, caption = null] = /^- \*\*([^*]+)\*\*/.exec(opening) ?? [];
  return {
    caption,
    head: head.map(sentenceCase),
    rows: rows.map(([name = '', ...rest]) => [SETS[name] ?? name, ...rest]),
  };
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => bare(cell));
}

const bare = (text: string) => text.replace(/\*\*|`/g, '').trim();
