import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';

const root = projectRoot();
const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
const lines = [
  ...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| (yes|part|operator|n\/a) \| ([^|]+) \|$/gm),
].map(([, number, level, about, state, shown]) => ({
  number: number as string,
  level,
  about,
  state,
  shown: shown as string,
}));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'");

describe('docs/security.md', () => {
  it('has each of the 253 requirements of levels 1 and 2 once, in order, with a reason or a proof', () => {
    expect(lines).toHaveLength(253);
    const key = ({ number }: { number: string }) =>
      number
        .split('.')
        .map((part) => part.padStart(3, '0'))
        .join('.');
    expect(lines.map(key)).toEqual([...new Set(lines.map(key))].sort());
    expect(lines.filter((line) => line.level === '1')).toHaveLength(70);
    for (const { number, shown } of lines) expect(shown.trim().length, number).toBeGreaterThan(3);
  });

  it('names files that exist', () => {
    const named = [
      ...text.matchAll(/\b((?:test|docs|db|server|model|sources|workers|deploy|views\/[a-z]+|\.ci)\/[\w./-]+\.\w+)/g),
    ].map((m) => m[1] as string);
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('shows whatever it says is so by a test', () => {
    expect(lines.filter(({ state, shown }) => state === 'yes' && !/test\/[\w./-]+\.test\.ts/.test(shown))).toEqual([]);
    expect(lines.filter(({ state }) => state === 'part')).toEqual([]);
  });

  it('quotes tests by words that stand in the very file it names', () => {
    const quoted = lines.flatMap(({ number, shown }) =>
      [...shown.matchAll(/(test\/[\w./-]+\.test\.ts)((?:(?:,| and|:)? "[^"]+")+)/g)].flatMap(([, file, words]) =>
        [...(words as string).matchAll(/"([^"]+)"/g)].flatMap((m) =>
          (m[1] as string).split(' ... ').map((part) => ({ number, file: file as string, words: part.trim() })),
        ),
      ),
    );
    expect(quoted.length).toBeGreaterThan(90);
    expect(quoted.filter(({ file, words }) => !textOf(file).includes(words))).toEqual([]);
  });
});
