import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { chunks } from '../db/chunks.ts';
import { type DocumentToSave, saveDocuments } from '../db/documents/documents.ts';
import { sha256 } from '../db/documents/identity.ts';
import { getMeta, setMeta } from '../db/meta.ts';
import { inTransaction } from '../db/open.ts';
import { finishRun, startRun } from '../db/runs.ts';
import { type Instant, type PartialDay, parsePartialDay } from '../model/day.ts';
import { webLink } from '../model/link.ts';
import { SOURCE_CLASSES } from '../model/scrutiny.ts';
import { breathe } from './job.ts';

/** What of a note is taken in. Its annotation (`gold`) is for tests alone and never looked at here. */
const Note = z.object({
  lang: z.string(),
  published: z.string().transform((text, check) => {
    const day = parsePartialDay(text);
    if (!day) check.addIssue({ code: 'custom', message: 'is no date' });
    return day as PartialDay;
  }),
  publisher: z.string().min(1),
  sourceClass: z.enum(SOURCE_CLASSES),
  url: z.string().refine((url) => webLink(url) !== null, 'is no web address'),
  title: z.string().min(1),
  text: z.string().min(1),
});

const REMEMBERED = 'starter library';
/** Small enough that pages are served in between. */
const AT_ONCE = 5;

/**
 * Stores the notes in library/notes as ordinary documents, to be read like any other; gives how many are new. Does
 * nothing when these notes were stored before.
 */
export async function loadStarterLibrary(context: Context): Promise<number> {
  const { db, config, now } = context;
  const files = readNotes(join(config.root, 'library', 'notes'));
  const fingerprint = sha256(files.map(({ text }) => text).join('\n'));
  if ((await getMeta(db, REMEMBERED)) === fingerprint) return 0;
  const began = performance.now();
  const runId = await startRun(db, { job: 'library', now: now() });
  const warnings: string[] = [];
  const documents = files.flatMap(({ name, text }) => {
    const note = readNote(text);
    if (typeof note !== 'string') return [toDocument(note, now())];
    warnings.push(`library/notes/${name} cannot be used: ${note}`);
    return [];
  });
  let stored = 0;
  for (const some of chunks(documents, AT_ONCE)) {
    stored += (await saveDocuments(db, some)).filter((saved) => saved.isNew).length;
    await breathe();
  }
  await inTransaction(db, async (trx) => {
    await setMeta(trx, REMEMBERED, fingerprint);
    const counts = { notes: documents.length, documents: stored };
    await finishRun(trx, runId, { now: now(), counts, warnings, millis: performance.now() - began });
  });
  return stored;
}

function readNotes(folder: string): { name: string; text: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/** Gives the note, or what is wrong with it: one bad note keeps no other out, and nobody from starting. */
function readNote(text: string): z.infer<typeof Note> | string {
  try {
    const parsed = Note.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : z.prettifyError(parsed.error);
  } catch (cause) {
    return (cause as SyntaxError).message;
  }
}

function toDocument(note: z.infer<typeof Note>, now: Instant): DocumentToSave {
  return {
    url: note.url,
    canonicalUrl: note.url,
    publisher: note.publisher,
    sourceClass: note.sourceClass,
    title: note.title,
    byline: null,
    published: note.published,
    language: note.lang,
    text: note.text,
    sourceId: null,
    hash: sha256(note.text),
    fetchedAt: now,
    backFill: true,
  };
}
