import type { Block, ReportDocument, Run, TableBlock } from './report-document.ts';

/** Takes a report; gives it as Markdown (CommonMark with tables and footnotes as most programs know them). */
export function asMarkdown(report: ReportDocument): string {
  const lines = [`# ${plain(report.title)}`, '', plain(report.subtitle), ''];
  if (report.cover) lines.push(plain(report.cover), '');
  for (const section of report.sections) {
    lines.push(`${'#'.repeat(section.level + 1)} ${plain(section.title)}`, '');
    for (const block of section.blocks) lines.push(...blockLines(block), '');
  }
  lines.push('---', '', ...report.colophon.map((line) => `${plain(line)}  `), '');
  for (const { number, text, link, quote } of report.footnotes) {
    const words = [plain(text), link ? `<${link}>` : '', quote ? `“${plain(quote)}”` : ''].filter(Boolean).join(' ');
    lines.push(`[^${number}]: ${words}`);
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function blockLines(block: Block): string[] {
  if (block.kind === 'text') return [runs(block.runs)];
  if (block.kind === 'list') return block.items.map((item) => `- ${runs(item)}`);
  if (block.kind === 'quote') return [`> ${plain(block.text)}${marks(block.notes)}`];
  if (block.kind === 'picture') return [`*${plain(block.words)}*`];
  return tableLines(block);
}

function tableLines({ caption, columns, rows }: TableBlock): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `*${plain(caption)}*`,
    '',
    line(columns.map((column) => plain(column.label))),
    line(columns.map((column) => (column.right ? '---:' : '---'))),
    ...rows.map((row) => line(row.map((cell) => runs([cell])))),
  ];
}

const marks = (notes: readonly number[] = []) => notes.map((number) => `[^${number}]`).join('');

function runs(list: readonly Run[]): string {
  return list
    .map(({ text, strong, link, notes }) =>
      link ? `<${link}>` : `${strong ? `**${plain(text).trim()}** ` : plain(text)}${marks(notes)}`,
    )
    .join('')
    .trim();
}

/** Words that come from pages stay words: nothing in them becomes a heading, a link, a table or markup. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\`*_{}[\]<>|#~]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+[.)])(?=\s|$)/, '$1\\$2');
}
