import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { textCommand } from '../../cli/text.ts';
import { readConfig } from '../../config.ts';

const STORY = 'The company said on Monday that it had agreed to buy the start-up for two billion dollars. '.repeat(4);
const folder = mkdtempSync(join(tmpdir(), 'dealwatch-text-'));
writeFileSync(
  join(folder, 'b-page.html'),
  `<html lang="fr"><head><title>Un accord</title></head><body><article><p>${STORY}</p></article></body></html>`,
);
writeFileSync(join(folder, 'a-note.txt'), `A deal is done\n\n${STORY}`);
writeFileSync(join(folder, 'c-empty.html'), '');
writeFileSync(join(folder, 'picture.png'), 'no');

async function run(args: string[], stdin = ''): Promise<{ status: number; lines: Record<string, unknown>[] }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const status = await textCommand.run(
    args,
    { stdout, stderr, stdin: Readable.from([Buffer.from(stdin)]) },
    readConfig({}),
  );
  const printed = stdout.read()?.toString() ?? '';
  return {
    status,
    lines: printed
      .split('\n')
      .filter(Boolean)
      .map((line: string) => JSON.parse(line)),
  };
}

describe('npm run -s text', () => {
  it('prints one line for each page of a folder, in order, and goes on after one that has no text', async () => {
    const { status, lines } = await run([folder]);
    expect(status).toBe(1);
    expect(lines).toEqual([
      {
        id: 'a-note',
        title: 'A deal is done',
        byline: null,
        published: null,
        language: null,
        canonical: null,
        text: STORY.trim(),
      },
      {
        id: 'b-page',
        title: 'Un accord',
        byline: null,
        published: null,
        language: 'fr',
        canonical: null,
        text: STORY.trim(),
      },
      { id: 'c-empty', error: 'The page is empty.' },
    ]);
  });

  it('reads standard input', async () => {
    const { status, lines } = await run(
      ['-'],
      `<html><head><title>From a pipe</title></head><body><p>${STORY}</p></body></html>`,
    );
    expect([status, lines[0]?.title]).toEqual([0, 'From a pipe']);
  });

  it('a file that is not there gets a line of its own', async () => {
    const { status, lines } = await run([join(folder, 'missing.html'), join(folder, 'a-note.txt')]);
    expect(status).toBe(1);
    expect(lines).toMatchObject([{ id: 'missing', error: 'There is no such file.' }, { id: 'a-note' }]);
  });
});
