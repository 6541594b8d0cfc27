/** A table of a committed page of figures, as text. */
export interface FigureTable {
  head: string[];
  rows: string[][];
}

/** Takes a page written in Markdown; gives its tables, and the sentence that says when and how was measured. */
export function committedFigures(markdown: string): { measured: string; tables: FigureTable[] } {
  const blocks = markdown.split(/\n\s*\n/);
  const measured = blocks.find((block) => /^Measured\b/i.test(block.trim())) ?? '';
  const tables = blocks.filter((block) => /^\s*\|/.test(block)).map(tableOf);
  return { measured: bare(measured.replace(/\s+/g, ' ')), tables: tables.filter((table) => table.rows.length > 0) };
}

function tableOf(block: string): FigureTable {
  const [head = [], , ...rows] = block.trim().split('\n').map(cellsOf);
  return { head, rows };
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => bare(cell));
}

const bare = (text: string) => text.replace(/\*\*|`/g, '').trim();
