import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { analyse, type Report } from 'scslre';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';

/**
 * Files with a pattern that may take time squared in the length of what it is run on, and why that is short. Nothing is
 * allowed that may take more.
 */
const SHORT_INPUT: Record<string, string> = {
  'sources/article/lines.js': 'lines of at most 120 characters',
  'sources/article/page.js': 'titles, cut to a few hundred characters',
  'sources/parsing/decode.js': 'the first kilobytes of a page',
  'sources/ec/steps.js': 'one cell of a register',
  'sources/us/ftc-notices.js': 'one line of a notice',
  'model/typed-sum.js': 'one field of a form',
  'sources/files/pdf-lines.js': 'one line of a page',
  'cli/import-csv.js': 'one cell of a table',
  'extract/text/sentences.js': 'the first 2,000 characters of a line',
};

interface Found {
  file: string;
  pattern: string;
  report: Report;
}

/** Every pattern that is written out in compiled code, with what a proof of linear time found against it. */
function patterns(): { count: number; found: Found[] } {
  const root = join(projectRoot(), 'dist');
  const files = readdirSync(root, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.js') && !file.startsWith('bench/'));
  const found: Found[] = [];
  let count = 0;
  for (const file of files) {
    const tree = parse(readFileSync(join(root, file), 'utf8'), { ecmaVersion: 'latest', sourceType: 'module' });
    simple(tree, {
      Literal(node) {
        if (!node.regex) return;
        count += 1;
        const { pattern, flags } = node.regex;
        const { reports } = analyse(
          { source: pattern, flags },
          { reportTypes: { Move: false, Self: true, Trade: true } },
        );
        for (const report of reports) found.push({ file, pattern, report });
      },
    });
  }
  return { count, found };
}

describe('regular expressions (H12)', () => {
  const { count, found } = patterns();

  it('are many, and the proof finds the ones that are known to be slow', () => {
    expect(count).toBeGreaterThan(300);
    const slow = (source: string) =>
      analyse({ source, flags: '' }, { reportTypes: { Move: false } }).reports.map((r) => r.exponential);
    expect(slow('^(a+)+$')).toContain(true);
    expect(slow('^\\d+\\d+$')).toEqual([false]);
  });

  it('never take exponential time, nor go over one stretch of text again and again', () => {
    const worst = found.filter(({ report }) => report.exponential || report.type === 'Self');
    expect(worst.map(({ file, pattern }) => `${file}: ${pattern}`)).toEqual([]);
  });

  it('take more than linear time only where what they are run on is short', () => {
    const unknown = found.filter(({ file }) => !Object.hasOwn(SHORT_INPUT, file));
    expect(unknown.map(({ file, pattern }) => `${file}: ${pattern}`)).toEqual([]);
  });
});
