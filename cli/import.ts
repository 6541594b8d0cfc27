import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Context } from '../context.ts';
import { saveDocument } from '../db/documents.ts';
import { saveFacts } from '../db/facts.ts';
import { sha256 } from '../db/identity.ts';
import { inTransaction } from '../db/open.ts';
import { setDocumentState } from '../db/reading.ts';
import { takeThrough } from '../jobs/pipeline.ts';
import { pairFromRecord, readRecords, reversePairFromRecord } from '../ledger/assess-record.ts';
import type { Instant } from '../model/day.ts';
import { InvalidInput, NotFound } from '../model/errors.ts';
import type { Command, Io } from './command.ts';
import { documentOfRecord, type RecordDocument } from './record-document.ts';
import { withContext } from './with-context.ts';

/** Facts from ledger files are stored under this name. */
const EXTRACTOR = { extractor: 'import', version: '1' } as const;

/** `npm run -s import -- FILE`: takes in a ledger kept by hand; each record becomes a document that its facts quote. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Take in a ledger kept by hand (JSON); each record is stored as a document that its facts quote.',
  usage: 'FILE.json',
  async run(args, io, config) {
    const [file] = args;
    if (!file || args.length > 1) throw new InvalidInput('Name one file: npm run -s import -- FILE.json');
    if (extname(file).toLowerCase() === '.csv') throw new InvalidInput('Only JSON ledgers can be taken in for now.');
    const records = readRecords(await textOf(file));
    const publisher = `Ledger file ${basename(file)}`;
    const documents = records.map((record) => {
      const reverse = reversePairFromRecord(record);
      return documentOfRecord(record, [pairFromRecord(record), ...(reverse ? [reverse] : [])]);
    });
    return withContext(config, (context) => store(context, documents, publisher, io));
  },
};

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
