import { existsSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Place, Spool } from '../../reports/spool.ts';

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('dealwatch-spool-'));

describe('lines that wait on the disk', () => {
  it('come back in their order and by their place, letters of several bytes whole', () => {
    const spool = new Spool();
    const lines = Array.from({ length: 20_000 }, (_, n) => `${n} ${'é日本€'.repeat(n % 17)}`);
    const places: Place[] = lines.map((line) => spool.add(line));
    expect([...spool.lines()]).toEqual(lines);
    for (const n of [0, 1, 9_999, 19_999]) expect(spool.line(places[n] as Place)).toBe(lines[n]);
    const more = spool.add('one more');
    expect([spool.line(more), [...spool.lines()].at(-1)]).toEqual(['one more', 'one more']);
    spool.close();
  });

  it('are for their owner alone and leave nothing behind', () => {
    const before = new Set(folders());
    const spool = new Spool();
    const folder = join(tmpdir(), folders().find((name) => !before.has(name)) as string);
    spool.add('a line');
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect([...spool.lines()]).toEqual(['a line']);
    spool.close();
    expect(existsSync(folder)).toBe(false);
  });

  it('none are none', () => {
    const spool = new Spool();
    expect([...spool.lines()]).toEqual([]);
    spool.close();
  });
});
