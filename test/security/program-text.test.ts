import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import { routes } from '../../server/routes.ts';

const root = projectRoot();
const FOLDERS = ['cli', 'db', 'extract', 'jobs', 'ledger', 'model', 'reports', 'rules', 'server', 'sources', 'workers'];
const files = [
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name))),
  ),
  ...readdirSync(root),
].filter((file) => file.endsWith('.ts') && file !== 'vitest.config.ts');
const text = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const filesWith = (pattern: RegExp) => [...text].filter(([, code]) => pattern.test(code)).map(([file]) => file);

describe('what the program never does', () => {
  it('has enough files to look at', () => expect(files.length).toBeGreaterThan(200));

  it('runs text as code: no eval, no new Function, no vm, no import of a computed name', () => {
    expect(filesWith(/\beval\s*\(|new Function\s*\(|from 'node:vm'|\bsetTimeout\(\s*['"`]/)).toEqual([]);
    expect(filesWith(/\bimport\(\s*(?!['"])/)).toEqual([]);
  });

  it('starts another program', () => {
    expect(filesWith(/from 'node:child_process'|from 'child_process'/)).toEqual([]);
  });

  it('makes a template of what somebody wrote: templates are files in views/ and nothing else (W12)', () => {
    expect(filesWith(/ejs\.render\(/)).toEqual([]);
    const compiling = filesWith(/ejs\.compile\(/);
    expect(compiling).toEqual(['server/views.ts']);
    for (const file of compiling) expect(text.get(file), file).toMatch(/ejs\.compile\(readFileSync\(file\b/);
    const drawing = filesWith(/ejs\.renderFile\(/);
    expect(drawing.length).toBeGreaterThan(0);
    for (const file of drawing) expect(text.get(file), file).toMatch(/renderFile\(\s*(join\(|file\b)/);
  });

  it('runs a pattern, a selector or a path language that somebody wrote (H13, H14)', () => {
    const made = filesWith(/new RegExp\(/).filter((file) => /^(server|jobs|cli|db)\//.test(file));
    for (const file of made) expect(text.get(file), `${file} escapes`).toMatch(/\.replace\(\/\[\.\*\+\?\^/);
    expect(filesWith(/from '(xpath|jsonpath|jsonpath-plus|jmespath|node-jq|fontoxpath)'/)).toEqual([]);
  });

  it('opens a socket of the kind that outlives its request (W26)', () => {
    expect(filesWith(/from '(ws|socket\.io)'|\.on\('upgrade'/)).toEqual([]);
  });

  it('sends events from anywhere but the pages that every visitor is let into by their role (W26)', () => {
    expect(filesWith(/text\/event-stream/)).toEqual(['server/page.ts']);
  });

  it('puts a value into a statement of SQL as text', () => {
    const raw = filesWith(/sql\.raw\(/).filter((file) => !file.startsWith('db/migrations/'));
    for (const file of raw)
      expect(text.get(file), file).not.toMatch(/sql\.raw\(`[^`]*\$\{(?!.*(?:count\(|TABLE|COLUMN|name\b))/);
  });

  it('hands a query or a form to an object whole: fields are taken one by one (mass assignment)', () => {
    const pages = filesWith(/Object\.(assign|fromEntries)\((\w+, )?(\[\.\.\.)?(\w+\.)?(form|query)\b/).filter((file) =>
      file.startsWith('server/'),
    );
    // The API checks the whole query against a strict list of fields; sharing shows a form again as it was typed.
    const known = ['server/api/operation.ts', 'server/pages/shares.ts'];
    expect(pages.filter((file) => !known.includes(file))).toEqual([]);
    expect(text.get('server/api/operation.ts')).toMatch(/\.strict\(\), Object\.fromEntries\(request\.query\)/);
  });
});

describe('routes (W15)', () => {
  it('have few parameters, none beside another without a slash, and no patterns of their own', () => {
    for (const { path } of routes) {
      expect(path, path).toMatch(/^\/(?:(?:[a-z0-9.-]+|:[A-Za-z]+(?:\.[a-z]+)?)(?:\/|$))*$/);
      expect(path.split(':').length - 1, path).toBeLessThanOrEqual(3);
    }
  });
});

describe('the supply chain (D25)', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<
      string,
      { resolved?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean; dev?: boolean }
    >;
  };
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

  it('is pinned: each package by its hash', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, one]) => !one.integrity && !one.link).map(([path]) => path)).toEqual([]);
  });

  it('runs a script at installation for better-sqlite3 and its compiler alone', () => {
    const scripted = packages
      .filter(([, one]) => one.hasInstallScript && !one.dev)
      .map(([path]) => path.split('node_modules/').at(-1));
    expect(scripted).toEqual(['better-sqlite3']);
    const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { allowScripts: object };
    expect(allowScripts).toEqual({ 'better-sqlite3': true });
  });

  it('ends at installation: nothing that browsers load comes from elsewhere', () => {
    const views = readdirSync(join(root, 'views'), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ejs') && !file.startsWith('mail'));
    for (const file of views) {
      expect(readFileSync(join(root, 'views', file), 'utf8'), file).not.toMatch(
        /<(script|link|img|iframe)\b[^>]*\b(src|href)="(https?:)?\/\//,
      );
    }
  });
});
