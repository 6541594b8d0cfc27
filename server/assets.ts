import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));

/** Parts of installed packages that pages may link to: where they appear, and the folder they are in. */
const VENDORED: readonly { at: string; folder: string }[] = [
  { at: '/fonts', folder: join(folderOf('@fontsource-variable/inter'), 'files') },
  { at: '/fonts', folder: join(folderOf('@fontsource-variable/source-serif-4'), 'files') },
  { at: '/fonts', folder: join(folderOf('@fontsource/ibm-plex-mono'), 'files') },
  { at: '/htmx', folder: join(folderOf('htmx.org'), 'dist') },
  { at: '/echarts', folder: join(folderOf('echarts'), 'dist') },
];

/** The style sheet's parts in public/, in the order in which they count. They are sent as one, so that one answer is enough. */
export const SHEETS = ['base', 'parts', 'deal', 'flags', 'today', 'boards', 'plain', 'last'] as const;

export interface Assets {
  /** Beginning of every static address; another one as soon as any file in public/ is another. */
  prefix: string;
  serve: RequestHandler;
}

/** Takes the project's folder; gives its static files, served so that browsers keep them for a year. */
export function createAssets(root: string): Assets {
  const folder = join(root, 'public');
  const router = Router();
  router.get('/site.css', oneSheet(folder));
  router.use(kept(folder));
  for (const { at, folder: vendored } of VENDORED) router.use(at, kept(vendored));
  return { prefix: `/assets/${versionOf(folder)}`, serve: router };
}

/** All parts of the style sheet as one file, read once. */
function oneSheet(folder: string): RequestHandler {
  const css = SHEETS.map((name) => readFileSync(join(folder, `${name}.css`), 'utf8')).join('\n');
  return (_req, res) => {
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    res.type('css').send(css);
  };
}

function kept(folder: string): RequestHandler {
  return express.static(folder, { index: false, redirect: false, dotfiles: 'ignore', maxAge: '365d', immutable: true });
}

/** A hash over the names and contents of all files in the folder and the lock file's worth of vendored ones. */
function versionOf(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())) {
    hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  }
  for (const { folder: vendored } of VENDORED) hash.update(vendored.slice(vendored.lastIndexOf('node_modules')));
  return hash.digest('hex').slice(0, 12);
}
