import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { chunks } from '../db/chunks.ts';
import { type DocumentToSave, saveDocuments } from '../db/documents/documents.ts';
import { sha256 } from '../db/documents/identity.ts';
import { takeThrough } from '../jobs/pipeline.ts';
import { type Instant, parsePartialDay } from '../model/day.ts';
import { DealwatchError, InvalidInput, NotFound, Unreadable } from '../model/errors.ts';
import { webLink } from '../model/link.ts';
import { SOURCE_CLASSES } from '../model/scrutiny.ts';
import { FILE_ENDINGS } from '../sources/files/file.ts';
import type { Command, Io } from './command.ts';
import { withContext } from './with-context.ts';

/** Documents stored in one transaction: all of them or none. */
const AT_ONCE = 50;
const TYPES = ['.json', ...FILE_ENDINGS];
const PUBLISHER_UNKNOWN = 'Unknown publisher';

/** A document as a file gives it; fields that are missing are found out or left open. */
const FileDocument = z.object({
  title: z.string().default(''),
  text: z.string(),
  published: z.string().nullish(),
  lang: z.string().nullish(),
  publisher: z.string().nullish(),
  sourceClass: z.enum(SOURCE_CLASSES).nullish(),
  url: z.string().nullish(),
  inspired_by: z.string().nullish(),
});

/** `npm run -s ingest -- PATH…`: stores files as documents and takes them through the whole pipeline. */
export const ingestCommand: Command = {
  name: 'ingest',
  summary: 'Store files as documents and take them through reading, ledger and screens.',
  usage: 'PATH… (files or folders; .json, .txt, .html, .eml, .pdf, .docx)',
  async run(args, io, config) {
    if (args.length === 0) throw new InvalidInput('Name files or folders: npm run -s ingest -- PATH…');
    const files = (await Promise.all(args.map(filesUnder))).flat();
    return withContext(config, (context) => ingest(context, files, io));
  },
};

async function ingest(context: Context, files: string[], io: Io): Promise<number> {
  const fetchedAt = context.now();
  let [stored, known, failed] = [0, 0, 0];
  for (const some of chunks(files, AT_ONCE)) {
    const documents: DocumentToSave[] = [];
    for (const file of some) {
      try {
        documents.push(...(await documentsIn(context, file, fetchedAt)));
      } catch (cause) {
        if (!(cause instanceof DealwatchError)) throw cause;
        failed += 1;
        io.stderr.write(`${file}: ${cause.message}\n`);
      }
    }
    const saved = await saveDocuments(context.db, documents);
    const isNew = saved.filter((one) => one.isNew).length;
    stored += isNew;
    known += saved.length - isNew;
  }
  const { counts, warnings } = await takeThrough(context);
  for (const warning of warnings) io.stderr.write(`${warning}\n`);
  const read = `${counts.read ?? 0} read, ${counts.unreadable ?? 0} unreadable, ${counts.unsupported ?? 0} in another language`;
  io.stdout.write(`${stored} documents stored, ${known} known before, ${failed} files could not be used. ${read}; `);
  io.stdout.write(`${counts.changed ?? 0} pairs changed, ${counts.raised ?? 0} flags raised.\n`);
  return failed > 0 ? 1 : 0;
}

/** A file, or the usable files of a folder and its folders in order of name. Throws NotFound. */
async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new NotFound(`There is no file or folder ${path}.`, { cause });
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => TYPES.includes(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(path, name));
}

async function documentsIn(context: Context, file: string, fetchedAt: Instant): Promise<DocumentToSave[]> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Unreadable('The file cannot be read.', { cause });
  });
  const extension = extname(file).toLowerCase();
  if (extension === '.json') return fromJson(bytes.toString('utf8'), file, fetchedAt);
  const read = await context.workers.file({ name: basename(file), bytes, fetchedAt });
  const address = webLink(read.url);
  return [
    {
      ...unknown(fetchedAt, read.text),
      url: address,
      canonicalUrl: address,
      publisher: read.publisher ?? publisherOf(address),
      title: read.title,
      byline: read.byline,
      published: read.published,
      language: read.language,
    },
  ];
}

function fromJson(json: string, file: string, fetchedAt: Instant): DocumentToSave[] {
  const parsed = z.union([FileDocument.array(), FileDocument]).safeParse(parseJson(json));
  if (!parsed.success)
    throw new Unreadable(`It is not a document as the guide describes: ${z.prettifyError(parsed.error)}`);
  return [parsed.data].flat().map((given) => {
    const url = webLink(given.url ?? given.inspired_by ?? null);
    return {
      ...unknown(fetchedAt, given.text),
      url,
      canonicalUrl: url,
      publisher: given.publisher?.trim() || publisherOf(url),
      sourceClass: given.sourceClass ?? 'press',
      title: given.title || basename(file, extname(file)),
      published: given.published ? parsePartialDay(given.published) : null,
      language: given.lang ?? null,
    };
  });
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Unreadable(`It is not JSON (${(cause as Error).message}).`, { cause });
  }
}

function unknown(fetchedAt: Instant, text: string) {
  return { text, byline: null, sourceId: null, hash: sha256(text), fetchedAt, sourceClass: 'press' as const };
}

/** The site's name stands for who publishes there. */
function publisherOf(url: string | null): string {
  return url ? new URL(url).hostname.replace(/^www\./, '') : PUBLISHER_UNKNOWN;
}
