import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Folders by level: each may import from lower levels and from itself; only at the top may neighbours know each other. */
const LEVELS = [
  ['model'],
  ['words'],
  ['db', 'sources', 'extract', 'ledger', 'rules', 'regimes', 'reports'],
  ['server', 'jobs', 'workers'],
  ['.', 'cli', 'training'],
];
/** Seen from below as types alone: what a page, job or command is handed. */
const HANDED_DOWN = new Set(['context.ts', 'config.ts']);
/** The worker pool is handed to pages, jobs and commands; they may name its type. */
const TYPES_ONLY = new Set(['workers/pool.ts']);

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

const folders = LEVELS.flat().filter((folder) => folder !== '.');
const rootFiles = readdirSync(root).filter((name) => name.endsWith('.ts') && name !== 'vitest.config.ts');
const files = [...folders.flatMap(sourceFiles), ...rootFiles];
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] as string) : '.');
const levelOf = (file: string) => LEVELS.findIndex((level) => level.includes(folderOf(file)));

/** True for a file in a folder of a folder: `extract/money/groups.ts`. */
const isWithin = (file: string) => file.split('/').length > 2;

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?[^;'"]*?from\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g;
  return [...read(file).matchAll(pattern)].map((m) => ({
    from: file,
    to: relative(root, resolve(root, dirname(file), (m[3] ?? m[4]) as string)),
    typeOnly: Boolean(m[2]),
  }));
}

function allowed({ from, to, typeOnly }: Import): boolean {
  const top = LEVELS.length - 1;
  if (folderOf(from) === folderOf(to) || (levelOf(from) === top && levelOf(to) === top)) return true;
  if (typeOnly && (HANDED_DOWN.has(to) || TYPES_ONLY.has(to))) return true;
  return levelOf(to) < levelOf(from);
}

/** The first circle among the arrows, each name once, or nothing. */
function circleIn(arrows: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (at: string, path: readonly string[]): string[] => {
    if (path.includes(at)) return path.slice(path.indexOf(at));
    if (done.has(at)) return [];
    for (const next of arrows.get(at) ?? []) {
      const circle = walk(next, [...path, at]);
      if (circle.length) return circle;
    }
    done.add(at);
    return [];
  };
  for (const file of arrows.keys()) {
    const circle = walk(file, []);
    if (circle.length) return circle;
  }
  return [];
}

describe('the layout keeps its promises', () => {
  it('has source files to look at', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it('imports point down only, and neighbours do not know each other', () => {
    const wrong = files.flatMap(importsOf).filter((i) => !allowed(i));
    expect(wrong.map((i) => `${i.from} → ${i.to}`)).toEqual([]);
  });

  it('no files import each other in a circle, not even for types', () => {
    const targets = new Map(files.map((file) => [file, importsOf(file).map(({ to }) => to)]));
    expect(circleIn(targets)).toEqual([]);
  });

  it('folders within a folder do not import each other in a circle', () => {
    const within = (file: string) => file.split('/').slice(0, 2).join('/');
    const arrows = new Map<string, string[]>();
    for (const { from, to } of files.filter(isWithin).flatMap(importsOf)) {
      const leaves = isWithin(to) && within(from) !== within(to);
      if (leaves) arrows.set(within(from), [...(arrows.get(within(from)) ?? []), within(to)]);
    }
    expect(arrows.size).toBeGreaterThan(10);
    expect(circleIn(arrows)).toEqual([]);
  });

  it('only config.ts, cli.ts and main.ts read the environment', () => {
    const readers = files.filter((file) => /process\.env\b/.test(read(file)));
    expect(readers.filter((file) => !['config.ts', 'cli.ts', 'main.ts'].includes(file))).toEqual([]);
  });

  it('only the context and the command line ask the clock: elsewhere now is handed in', () => {
    const askers = files.filter((file) => /\bnew Date\(\)|\bDate\.now\(\)/.test(read(file)));
    expect(askers.filter((file) => file !== 'context.ts')).toEqual([]);
  });

  it('F11 nothing but the guarded fetcher and the mailer opens a connection', () => {
    const openers = files.filter((file) =>
      /['"(](undici|node:https?|node:net|node:tls|nodemailer)'|[^.\w]fetch\(/.test(read(file)),
    );
    const known = [
      'sources/fetching/http.ts',
      'sources/fetching/guarded-fetch.ts',
      'config.ts',
      'sources/fetching/connect.ts',
      'sources/fetching/address.ts',
      'reports/mailer.ts',
      'main.ts',
    ];
    const typesAlone = (file: string) =>
      !/^import (?!type)[^;]*from '(undici|node:https?|node:net|node:tls|nodemailer)'/m.test(read(file));
    expect(openers.filter((file) => !known.includes(file) && !typesAlone(file))).toEqual([]);
  });

  it('templates print what they are handed and hold no unescaped value', () => {
    const templates = readdirSync(join(root, 'views'), { recursive: true })
      .map(String)
      .filter((f) => f.endsWith('.ejs'));
    expect(templates.length).toBeGreaterThan(5);
    const raw = templates
      .filter((file) => !/^mail\/.*\.(text|subject)\.ejs$/.test(file))
      .flatMap((file) =>
        [...readFileSync(join(root, 'views', file), 'utf8').matchAll(/<%-(?!\s*include\()[^%]*%>/g)].map(
          (m) => `${file}: ${m[0]}`,
        ),
      );
    expect(raw.filter((line) => !/svg|Svg|SVG|<%- rich\('/.test(line))).toEqual([]);
  });
});
