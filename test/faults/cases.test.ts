import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';

/** How many cases there are of each kind: fetching, XML, HTML, web, mail, export, data and time. */
const COUNTS = { F: 20, X: 15, H: 19, W: 26, M: 10, E: 6, D: 25 };
const root = projectRoot();
const ids = Object.entries(COUNTS).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`),
);
const document = readFileSync(join(root, 'docs/reliability.md'), 'utf8');
const tests = readdirSync(join(root, 'test'), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.test.ts') && file !== 'faults/cases.test.ts')
  .map((file) => readFileSync(join(root, 'test', file), 'utf8'));

/** Identifiers in quoted words of a test file, "F06–F08" and "F06-F08" meaning all three. */
function namedIn(text: string): string[] {
  const quoted = text.match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g) ?? [];
  return quoted.flatMap((words) =>
    [...words.matchAll(/\b([FXHWMED])(\d\d)(?:[–-]\1?(\d\d))?\b/g)].flatMap(([, letter, from, to]) => {
      const [first, last] = [Number(from), Number(to ?? from)];
      return Array.from({ length: last - first + 1 }, (_, i) => `${letter}${String(first + i).padStart(2, '0')}`);
    }),
  );
}

describe('the cases that must be survived', () => {
  const named = new Set(tests.flatMap(namedIn));
  const explained = new Map(
    [...document.matchAll(/^\| ([FXHWMED]\d\d) \| ([^|]{20,}) \|$/gm)].map((m) => [m[1], m[2]]),
  );

  it('are 121', () => expect(ids).toHaveLength(121));

  it('each stand in the name of a test, or in docs/reliability.md with the test or the reason', () => {
    expect(ids.filter((id) => !named.has(id) && !explained.has(id))).toEqual([]);
  });

  it('are explained in docs/reliability.md only where they exist, by tests that exist', () => {
    for (const [id, why] of explained) {
      expect(ids, id).toContain(id);
      for (const [, file] of (why as string).matchAll(/(test\/[\w./-]+\.test\.ts)/g)) {
        expect(() => readFileSync(join(root, file as string)), file).not.toThrow();
      }
    }
  });
});
