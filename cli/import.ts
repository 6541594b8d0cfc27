import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Context } from '../context.ts';
import { saveDocument } from '../db/documents/documents.ts';
import { sha256 } from '../db/documents/identity.ts';
import { setDocumentState } from '../db/documents/reading.ts';
import { saveFacts } from '../db/ledger/facts.ts';
import { inTransaction } from '../db/open.ts';
import { takeThrough } from '../jobs/pipeline.ts';
import { pairFromRecord, readRecords, reversePairFromRecord } from '../ledger/assess-record.ts';
import type { Instant } from '../model/day.ts';
import { InvalidInput, NotFound } from '../model/errors.ts';
import type { Command, Io } from './command.ts';
import { type CsvRecords, type Mapping, readMapping, recordsFromCsv } from './import-csv.ts';
import { documentOfRecord, type RecordDocument } from './record-document.ts';
import { withContext } from './with-context.ts';

/** Facts from ledger files are stored under this name. */
const EXTRACTOR = { extractor: 'import', version: '1' } as const;

const USAGE = 'FILE.json | FILE.csv [--map COLUMN=HEADING…] [--check]';

/** `npm run -s import -- FILE`: takes in a ledger kept by hand; each record becomes a document that its facts quote. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Take in a ledger kept by hand (JSON or CSV); each record is stored as a document that its facts quote.',
  usage: USAGE,
  async run(args, io, config) {
    const { file, mapping, check } = options(args);
    const text = await textOf(file);
    const isCsv = extname(file).toLowerCase() === '.csv';
    const read = isCsv ? recordsFromCsv(text, mapping) : { records: readRecords(text), errors: [], unused: [] };
    report(read, io);
    if (check) return read.errors.length ? 1 : 0;
    const publisher = `Ledger file ${basename(file)}`;
    const documents = read.records.map((record) => {
      const reverse = reversePairFromRecord(record);
      return documentOfRecord(record, [pairFromRecord(record), ...(reverse ? [reverse] : [])]);
    });
    const status = await withContext(config, (context) => store(context, documents, publisher, io));
    return read.errors.length ? 1 : status;
  },
};

/** Each row that is not taken in, with its line and the reason; nothing is refused silently. */
function report({ records, errors, unused }: CsvRecords, io: Io): void {
  for (const { line, reason } of errors) io.stderr.write(`line ${line}: ${reason}\n`);
  if (unused.length) io.stderr.write(`Nothing was made of these columns: ${unused.join(', ')}.\n`);
  if (errors.length) io.stderr.write(`${errors.length} of ${errors.length + records.length} rows cannot be used.\n`);
}

function options(args: readonly string[]): { file: string; mapping: Mapping; check: boolean } {
  const [files, maps]: [string[], string[]] = [[], []];
  let check = false;
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] as string;
    if (arg === '--check') check = true;
    else if (args[i - 1] === '--map') maps.push(arg);
    else if (arg !== '--map') files.push(arg);
  }
  const [file] = files;
  if (!file || files.length > 1 || file.startsWith('--'))
    throw new InvalidInput(`Name one file: npm run -s import -- ${USAGE}`);
  return { file, mapping: readMapping(maps), check };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new NotFound(`The file ${file} cannot be read.`, { cause });
  }
}

async function store(context: Context, documents: RecordDocument[], publisher: string, io: Io): Promise<number> {
  const now = context.now();
  let [isNew, facts] = [0, 0];
  for (const document of documents) {
    const saved = await storeOne(context, document, publisher, now);
    isNew += Number(saved.isNew);
    facts += saved.facts;
  }
  const { counts, warnings } = await takeThrough(context);
  for (const warning of warnings) io.stderr.write(`${warning}\n`);
  io.stdout.write(
    `${documents.length} records: ${isNew} new documents, ${facts} facts, ${counts.changed ?? 0} pairs changed.\n`,
  );
  return 0;
}

function storeOne(
  { db }: Context,
  { title, text, factsFor }: RecordDocument,
  publisher: string,
  now: Instant,
): Promise<{ isNew: boolean; facts: number }> {
  return inTransaction(db, async (trx) => {
    const { id, isNew } = await saveDocument(trx, {
      url: null,
      canonicalUrl: null,
      publisher,
      // Kept by a person and taken in on purpose: it weighs more than the press, less than an authority's own page.
      sourceClass: 'filing',
      title,
      byline: null,
      published: null,
      language: 'en',
      text,
      sourceId: null,
      hash: sha256(text),
      fetchedAt: now,
      backFill: true,
    });
    const { saved } = await saveFacts(trx, id, { ...EXTRACTOR, facts: factsFor(id), readAt: now, millis: 0 });
    await setDocumentState(trx, id, { state: 'read', reason: null });
    return { isNew, facts: saved };
  });
}
