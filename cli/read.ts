import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import PostalMime from 'postal-mime';
import { assemble } from '../ledger/index.ts';
import { type Day, dayOf, type Instant, instantOf, lastDay, type PartialDay, parsePartialDay } from '../model/day.ts';
import { DealwatchError, Unreadable } from '../model/errors.ts';
import type { Evidence } from '../model/evidence.ts';
import { type Fact, factsOf } from '../model/fact.ts';
import type { DocumentRef } from '../model/ledger.ts';
import type { ReadInput, Reading } from '../model/reading.ts';
import { evaluate } from '../rules/evaluate.ts';
import { extractArticle } from '../sources/article/article.ts';
import { FILE_ENDINGS } from '../sources/files/file.ts';
import { isBinaryDocument, readFile as readFileText } from '../sources/files/read-file.ts';
import type { Command } from './command.ts';
import { fileTrouble } from './file-trouble.ts';

/** A document as the command takes it. */
interface Given extends ReadInput {
  id: string;
}

interface Streams {
  stdout: Writable;
  stderr: Writable;
  stdin: Readable;
}

const READABLE = new Set(['.json', ...FILE_ENDINGS]);
/** Larger files are no articles; reading them would only cost memory. */
/** A file by itself does not say when it was fetched: any date in it may be true. */
const NO_LIMIT = '2200-01-01T00:00:00.000Z' as Instant;
const LARGEST = 30 * 1024 * 1024;

/** `npm run -s read -- PATH…`: what the reader makes of documents. Does not touch the database. */
export const readCommand: Command = {
  name: 'read',
  summary: 'Read files or folders and print the deals, flags and steps of scrutiny in each, one JSON line a document.',
  usage: 'PATH… (files, folders, or - for standard input)',
  run: (args, io) => read(args, io),
};

/**
 * Takes paths of files (.json, .txt, .html, .eml, .pdf, .docx), folders, or `-`; prints one JSON line for each document, in order.
 * A file that cannot be read gets a line `{"id","error"}`, the others are still read, and the result is 1 instead of 0.
 */
export async function read(args: string[], io: Streams): Promise<number> {
  let failed = args.length === 0;
  if (failed) io.stderr.write('Name files or folders to read: npm run -s read -- PATH…\n');
  for (const path of args) {
    for await (const { id, load } of filesOf(path, io)) {
      const line = await lineOf(id, load);
      if ('error' in line) failed = true;
      io.stdout.write(`${JSON.stringify(line)}\n`);
    }
  }
  return failed ? 1 : 0;
}

interface File {
  id: string;
  load: () => Promise<Given>;
}

async function* filesOf(path: string, io: Streams): AsyncGenerator<File> {
  if (path === '-') {
    yield { id: '-', load: async () => parse('-', '', await bytesOf(io.stdin)) };
    return;
  }
  const names = await readdir(path).catch(() => null);
  if (!names) {
    yield { id: idOf(path), load: () => loadFile(path) };
    return;
  }
  for (const name of names.sort()) {
    const inner = join(path, name);
    if (READABLE.has(extname(name).toLowerCase())) yield { id: idOf(inner), load: () => loadFile(inner) };
  }
}

const idOf = (path: string) => basename(path, extname(path));

async function loadFile(path: string): Promise<Given> {
  const size = await stat(path).then(
    (s) => s.size,
    () => 0,
  );
  if (size > LARGEST) throw new Unreadable(`The file is larger than ${LARGEST / 1024 / 1024} MB.`);
  const bytes = await readFile(path).catch((cause: Error) => {
    throw fileTrouble(cause);
  });
  return parse(idOf(path), extname(path).toLowerCase(), bytes);
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** One output line: what was read, or why nothing could be. */
async function lineOf(id: string, load: () => Promise<Given>): Promise<object> {
  try {
    const given = await load();
    // Here and not above: its language data takes a second and 190 MB, which no other command needs.
    const { readDocument } = await import('../extract/index.ts');
    return report(given, readDocument(given));
  } catch (cause) {
    if (cause instanceof DealwatchError) return { id, error: cause.message };
    return { id, error: `The document cannot be read: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}

async function parse(id: string, extension: string, bytes: Buffer): Promise<Given> {
  if (bytes.length === 0) throw new Unreadable('The document is empty.');
  if (isBinaryDocument(bytes)) return fromFile(id, `${id}${extension}`, bytes);
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (extension === '.json' || (extension === '' && /^\s*\{/.test(text))) return fromJson(id, text);
  if (extension === '.html' || extension === '.htm' || (extension === '' && /^\s*<(?:!doctype|html)/i.test(text)))
    return fromHtml(id, bytes);
  if (extension === '.eml') return fromMail(id, bytes);
  return fromText(id, text);
}

function fromJson(id: string, text: string): Given {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Unreadable('The file is not JSON.', { cause });
  }
  const document = (value ?? {}) as Record<string, unknown>;
  if (typeof document.text !== 'string') throw new Unreadable('The file has no "text".');
  const string = (key: string) => (typeof document[key] === 'string' ? (document[key] as string) : null);
  return {
    id: string('id') ?? id,
    title: string('title') ?? '',
    text: document.text,
    published: partialDay(string('published')),
    language: string('lang'),
  };
}

/** PDF and Word. */
async function fromFile(id: string, name: string, bytes: Buffer): Promise<Given> {
  const { title, text, published, language } = await readFileText({ name, bytes, fetchedAt: NO_LIMIT });
  return { id, title, text, published, language };
}

function fromHtml(id: string, bytes: Buffer): Given {
  const article = extractArticle({
    body: bytes,
    contentType: 'text/html',
    url: 'https://localhost/',
    fetchedAt: NO_LIMIT,
  });
  return { id, title: article.title ?? '', text: article.text, published: article.published, language: null };
}

async function fromMail(id: string, bytes: Buffer): Promise<Given> {
  const mail = await PostalMime.parse(bytes);
  const text = mail.text?.trim() || (mail.html ? fromHtml(id, Buffer.from(mail.html)).text : '');
  if (!text) throw new Unreadable('The message has no text.');
  const date = mail.date && !Number.isNaN(Date.parse(mail.date)) ? dayOf(instantOf(new Date(mail.date))) : null;
  return { id, title: mail.subject ?? '', text, published: date ? partialDay(date) : null, language: null };
}

/** The first line of a plain text is its title when it is short and stands alone. */
function fromText(id: string, text: string): Given {
  const m = /^\s*([^\n]{1,200})\n\s*\n/.exec(text);
  const title = m?.[1] && !/[.!]$/.test(m[1].trim()) ? m[1].trim() : '';
  return { id, title, text, published: null, language: null };
}

const partialDay = (text: string | null): PartialDay | null => (text ? parsePartialDay(text.slice(0, 10)) : null);

interface FlagLine {
  rule: string;
  acquirer: string;
  target: string;
  quotes: Omit<Evidence, 'in'>[];
}

/** The line of a document that was read. */
function report(given: Given, reading: Reading): object {
  const deals = reading.deals.map(({ terms, ...deal }) => ({ ...deal, terms }));
  return {
    id: given.id,
    language: reading.language,
    deals,
    flags: flagsOf(given, reading),
    scrutiny: reading.scrutiny,
  };
}

/** What the screens say of this document alone. */
function flagsOf(given: Given, reading: Reading): FlagLine[] {
  const facts = factsOf(given.id, reading);
  // Without a date of its own, any day that a document tells of may be past.
  const today = given.published ? lastDay(given.published) : ('2200-01-01' as Day);
  const document: DocumentRef = {
    id: given.id,
    publisher: '',
    sourceClass: 'press',
    published: given.published,
    fetchedOn: today,
  };
  const pairs = assemble(facts, new Map([[given.id, document]]));
  return pairs.flatMap((pair) =>
    evaluate(pair, { pairs, today })
      .flags.filter((flag) => flag.rule === 'round-trip' || flag.rule === 'acqui-hire')
      .map(({ rule }) => ({
        rule,
        acquirer: pair.acquirer,
        target: pair.target,
        quotes: quotesFor(rule, pair, facts),
      })),
  );
}

const KINDS: Record<string, string[]> = { 'round-trip': ['investment', 'cloud'], 'acqui-hire': ['acquihire'] };

/** The words behind the deals that a flag rests on. */
function quotesFor(rule: string, pair: { acquirer: string; target: string }, facts: readonly Fact[]): Evidence[] {
  return facts
    .filter(
      (f) =>
        f.type === 'deal' && f.acquirer === pair.acquirer && f.target === pair.target && KINDS[rule]?.includes(f.kind),
    )
    .flatMap((f) => f.evidence);
}
