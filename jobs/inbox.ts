import { lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Context } from '../context.ts';
import { saveDocument } from '../db/documents/documents.ts';
import { addMs, type Instant } from '../model/day.ts';
import { Unreadable } from '../model/errors.ts';
import { FILE_ENDINGS, LARGEST_FILE } from '../sources/files/file.ts';
import { documentOfFile } from '../sources/files/file-document.ts';
import type { Job, JobRun, RunCounts } from './job.ts';

/** A file that was written to more recently than this may not be complete. */
const SETTLED_MS = 3_000;
const DONE = 'done';
const UNREADABLE = 'unreadable';

/** Takes what lies in the inbox folder: each file becomes a document and moves to `done`, or to `unreadable`. */
export const inbox: Job = {
  name: 'inbox',
  about: 'Reads the files that were put into the inbox folder.',
  everySeconds: 30,
  limitSeconds: 1800,
  wakes: ['read', 'assemble'],
  hasWork: async (context) => (await waiting(context)).length > 0,
  run: readInbox,
};

/** Reads every file that waits; gives how many became documents. A file that cannot be read costs no other its turn. */
export async function readInbox(context: Context, run: JobRun): Promise<RunCounts> {
  const counts: RunCounts = { documents: 0, known: 0, unreadable: 0 };
  for (const name of await waiting(context)) {
    if (run.signal.aborted) break;
    try {
      const isNew = await readOne(context, name);
      const how = isNew ? 'documents' : 'known';
      counts[how] = (counts[how] ?? 0) + 1;
      await moveTo(context, DONE, name);
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      counts.unreadable = (counts.unreadable ?? 0) + 1;
      run.warn(`${name}: ${cause.message}`);
      await moveTo(context, UNREADABLE, name, cause.message);
    }
  }
  return counts;
}

/** Files of the folder that are complete, in order of name; links and folders are left alone. No folder, no files. */
async function waiting({ config, now }: Context): Promise<string[]> {
  if (!config.INBOX) return [];
  const names = await readdir(config.INBOX).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  const usable = names.filter((name) => FILE_ENDINGS.includes(extname(name).toLowerCase()) && !name.startsWith('.'));
  const settled = await Promise.all(usable.map((name) => isSettled(join(config.INBOX, name), now())));
  return usable.filter((_, n) => settled[n]).sort();
}

async function isSettled(path: string, now: Instant): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found?.isFile() === true && found.mtime.toISOString() <= addMs(now, -SETTLED_MS);
}

async function readOne({ config, db, workers, now }: Context, name: string): Promise<boolean> {
  const path = join(config.INBOX, name);
  if ((await lstat(path)).size > LARGEST_FILE) {
    throw new Unreadable(`The file is larger than ${LARGEST_FILE / 1024 / 1024} MB.`);
  }
  const file = { name, bytes: await readFile(path), fetchedAt: now() };
  const { document, hash } = documentOfFile(file, await workers.file(file));
  const { isNew } = await saveDocument(db, { ...document, hash, sourceId: null, fetchedAt: now() });
  return isNew;
}

/** Files are kept; one of the same name that came before is never overwritten. */
async function moveTo({ config, now }: Context, folder: string, name: string, reason?: string): Promise<void> {
  const into = join(config.INBOX, folder);
  await mkdir(into, { recursive: true });
  const taken = await lstat(join(into, name)).catch(() => null);
  const kept = taken ? `${now().replace(/\D/g, '')}-${name}` : name;
  await rename(join(config.INBOX, name), join(into, kept));
  if (reason) await writeFile(join(into, `${kept}.reason.txt`), `${reason}\n`);
}
