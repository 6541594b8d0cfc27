import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Instant } from '../model/day.ts';
import { DealwatchError, Unreadable } from '../model/errors.ts';
import { extractArticle } from '../sources/article/article.ts';
import { isBinaryDocument, readFile as readFileText } from '../sources/files/read-file.ts';
import type { Command, Io } from './command.ts';
import { fileTrouble } from './file-trouble.ts';

const MAIL = 'message/rfc822';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES: Record<string, string | null> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.txt': 'text/plain',
  '.pdf': 'application/pdf',
  '.docx': DOCX,
  '.eml': MAIL,
  '': null,
};
const LARGEST = 30 * 1024 * 1024;
/** A file does not say when it was fetched: any date in it may be true. */
const NO_LIMIT = '2200-01-01T00:00:00.000Z' as Instant;

/** `npm run -s text -- PATH…`: the readable part of pages, to see what the reader is given. */
export const textCommand: Command = {
  name: 'text',
  summary: 'Print what article extraction makes of pages: title, date, language and text, one JSON line each.',
  usage: 'PATH… (files, folders, or - for standard input)',
  async run(args, io) {
    if (!args.length) throw new DealwatchError('Name files or folders: npm run -s text -- PATH…');
    let failed = false;
    for (const path of args) {
      for (const { id, load, type } of await filesOf(path, io)) {
        const line = await lineOf(id, load, type);
        if ('error' in line) failed = true;
        io.stdout.write(`${JSON.stringify(line)}\n`);
      }
    }
    return failed ? 1 : 0;
  },
};

interface File {
  id: string;
  type: string | null;
  load: () => Promise<Uint8Array>;
}

/** A path's file, the pages of a folder in order of name, or standard input. */
async function filesOf(path: string, io: Io): Promise<File[]> {
  if (path === '-') return [{ id: '-', type: null, load: () => bytesOf(io.stdin) }];
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [fileAt(path)];
  const names = (await readdir(path)).filter((name) => extname(name).toLowerCase() in TYPES && extname(name));
  return names.sort().map((name) => fileAt(join(path, name)));
}

function fileAt(path: string): File {
  const extension = extname(path);
  return { id: basename(path, extension), type: TYPES[extension.toLowerCase()] ?? null, load: () => load(path) };
}

async function load(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size <= LARGEST) return await readFile(path);
  } catch (cause) {
    throw fileTrouble(cause as Error);
  }
  throw new Unreadable(`The file is larger than ${LARGEST / 1024 / 1024} MB.`);
}

async function bytesOf(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

async function lineOf(id: string, load: File['load'], contentType: string | null): Promise<object> {
  try {
    const body = await load();
    if (contentType === MAIL || isBinaryDocument(body)) {
      const name = contentType === MAIL ? `${id}.eml` : id;
      const {
        publisher: _,
        warnings: __,
        url,
        ...file
      } = await readFileText({ name, bytes: body, fetchedAt: NO_LIMIT });
      return { id, ...file, canonical: url };
    }
    const page = { body, contentType, url: `file:///${encodeURIComponent(id)}`, fetchedAt: NO_LIMIT };
    const { title, byline, published, language, canonical, text } = extractArticle(page);
    return { id, title, byline, published, language, canonical, text };
  } catch (error) {
    if (!(error instanceof DealwatchError)) throw error;
    return { id, error: error.message };
  }
}
