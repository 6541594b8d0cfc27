import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CallExpression, type Node, parse } from 'acorn';
import { simple } from 'acorn-walk';
import ejs from 'ejs';
import { describe, expect, it } from 'vitest';
import { fr } from '../../words/fr/index.ts';
import { LANGUAGES, type Language, makeLanguage, missingIn, TRANSLATED } from '../../words/language.ts';
import type { Message } from '../../words/message.ts';
import { language } from '../../words/speak.ts';

const root = resolve(import.meta.dirname, '../..');
const filesIn = (folder: string, end: string) =>
  readdirSync(join(root, folder), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file));
const views = filesIn('views', '.ejs').filter((file) => !file.startsWith('views/mail'));
const code = ['server', 'db', 'sources', 'words']
  .flatMap((folder) => filesIn(folder, '.ts'))
  .filter((file) => !/^words\/(en|fr)\//.test(file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Asked {
  key: string;
  given: string[];
  where: string;
}

/** Every `t('…')` and `rich('…')` of a template, with the names of what is handed in. */
function askedIn(file: string): Asked[] {
  const template = new (ejs as unknown as { Template: new (text: string, options: object) => Template }).Template(
    read(file),
    {},
  );
  template.generateSource();
  const program = parse(`async function f() {${template.source}}`, { ecmaVersion: 2023 });
  const asked: Asked[] = [];
  simple(program, {
    CallExpression: (node) => {
      const { callee, arguments: given } = node as CallExpression;
      if (callee.type !== 'Identifier' || (callee.name !== 't' && callee.name !== 'rich')) return;
      asked.push({ key: literal(given[0]), given: names(given[1]), where: file });
    },
  });
  return asked;
}

interface Template {
  source: string;
  generateSource(): void;
}

function literal(node: Node | undefined): string {
  const { value } = (node ?? {}) as { value?: unknown };
  return typeof value === 'string' ? value : 'a key that is put together';
}

function names(node: Node | undefined): string[] {
  const { properties = [] } = (node ?? {}) as { properties?: { key: { name?: string; value?: string } }[] };
  return properties.map(({ key }) => key.name ?? key.value ?? '');
}

/** What a message asks for: names in braces, marks that are no plain HTML, and the number that chooses its form. */
function wanted(message: Message): string[] {
  const forms = typeof message === 'string' ? [message] : Object.values(message);
  const found = forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}|<(\w+)>/g)].map((m) => (m[1] ?? m[2]) as string));
  const plain = new Set(['b', 'i', 'em', 'strong', 'code', 'kbd', 'small', 'br']);
  return [...new Set([...found, ...(typeof message === 'string' ? [] : ['n'])])]
    .filter((name) => !plain.has(name))
    .sort();
}

const asked = views.flatMap(askedIn);
const { messages } = language();

describe('the catalogue', () => {
  it('has every word that a view asks for, and is handed what it asks for', () => {
    expect(asked.length).toBeGreaterThan(500);
    const wrong = asked.flatMap(({ key, given, where }) => {
      const message = messages[key];
      if (message === undefined) return [`${where}: no words for ${key}`];
      const missing = wanted(message).filter((name) => !given.includes(name));
      return missing.length ? [`${where}: ${key} wants ${missing.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('finds a word that is missing and a value that is', () => {
    expect(messages['queue.no-such-word']).toBeUndefined();
    expect(wanted('See <link>{name}</link> and <b>more</b>')).toEqual(['link', 'name']);
    expect(wanted({ one: '{n} flag', other: '{n} flags of {who}' })).toEqual(['n', 'who']);
  });

  it('has no word that nothing asks for', () => {
    const inCode = code.map(read).join('\n');
    const inViews = new Set(asked.map(({ key }) => key));
    const all = `${inCode}\n${views.map(read).join('\n')}`;
    const lists = new Set([...all.matchAll(/labels\('([\w-]+)'\)|`([\w-]+)\.\$\{/g)].map((m) => m[1] ?? m[2]));
    const unused = Object.keys(messages).filter(
      (key) => !inViews.has(key) && !inCode.includes(`'${key}'`) && !lists.has(key.slice(0, key.indexOf('.'))),
    );
    expect(unused).toEqual([]);
  });

  it('puts nothing into a page unescaped but partials and sentences whose parts are escaped', () => {
    const raw = views.flatMap((file) => [...read(file).matchAll(/<%-\s*(\w+)/g)].map((m) => `${file}: ${m[1]}`));
    // Drawings of charts escape what they say (test/server/charts).
    const drawings = 'views/partials/chart.ejs: chart';
    expect(raw.filter((line) => !/: (include|rich)$/.test(line) && line !== drawings)).toEqual([]);
  });

  it('is whole in every language that has been begun: one that is not is not offered', () => {
    for (const one of TRANSLATED) {
      expect(missingIn(one), one.name).toEqual([]);
      expect([...LANGUAGES.values()], one.name).toContain(one);
    }
    const half = makeLanguage('fr-FR', 'Half', { ...fr, sums: {} });
    expect(missingIn(half)).toContain('sums.about');
  });

  it('asks the same of a sentence in every language', () => {
    const differ = TRANSLATED.flatMap((one: Language) =>
      Object.keys(messages).filter(
        (key) => String(wanted(one.messages[key] ?? '')) !== String(wanted(messages[key] as Message)),
      ),
    );
    expect(differ).toEqual([]);
  });
});
