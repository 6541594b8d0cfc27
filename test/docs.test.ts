import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../config.ts';

const root = projectRoot();
const documents = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));

/** Tests that a document names: the file, or the beginning of its name as a command takes it, and the words quoted after it. */
function testsNamedIn(name: string): { document: string; file: string; words: string[] }[] {
  const text = readFileSync(join(root, 'docs', name), 'utf8');
  return [...text.matchAll(/\b(test\/[\w./-]*\w)((?: ?`?,? "[^"]+")*)/g)].map(([, file, quoted]) => {
    const words = [...(quoted ?? '').matchAll(/"([^"]+)"/g)].map((m) => m[1] as string);
    return { document: name, file: file as string, words };
  });
}

const named = documents.flatMap(testsNamedIn);

/** The file itself, a folder, or the one test whose name begins so. */
function found(file: string): string | null {
  const path = join(root, file);
  if (existsSync(path)) return path;
  return existsSync(`${path}.test.ts`) ? `${path}.test.ts` : null;
}

describe('tests that documents name', () => {
  it('are many, in security and in reliability', () => {
    const in_ = (name: string) => named.filter((one) => one.document === name).length;
    expect(in_('security.md')).toBeGreaterThan(100);
    expect(in_('reliability.md')).toBeGreaterThan(6);
  });

  it('exist', () => {
    expect(named.filter(({ file }) => !found(file)).map(({ document, file }) => `${document}: ${file}`)).toEqual([]);
  });

  it('have the words that are quoted after them in the names of their tests', () => {
    const wrong = named.flatMap(({ document, file, words }) => {
      const path = found(file);
      if (!path?.endsWith('.test.ts')) return [];
      const text = readFileSync(path, 'utf8').replaceAll("\\'", "'");
      const parts = words.flatMap((one) => one.split(' ... '));
      return parts.filter((one) => !text.includes(one)).map((one) => `${document}: ${file} "${one}"`);
    });
    expect(named.flatMap((one) => one.words).length).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });
});
