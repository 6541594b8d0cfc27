import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Context } from '../context.ts';
import { listRequest } from '../jobs/source-request.ts';
import { dayOf, type Instant } from '../model/day.ts';
import { DealwatchError, InvalidInput, NotFound, SourceBlocked, SourceChanged } from '../model/errors.ts';
import { feedSource, findSource, sources } from '../sources/index.ts';
import {
  type Fetched,
  type FoundItem,
  type Listing,
  type Source,
  type SourceSettings,
  startOf,
  unlisted,
} from '../sources/source.ts';
import type { Command, Io } from './command.ts';
import { withContext } from './with-context.ts';

/** What the command works with; a Context has it all. */
export type FetchTools = Pick<Context, 'fetcher' | 'workers' | 'now' | 'config'>;

const USAGE = 'SOURCE_ID|FEED_ADDRESS [--limit N] [--from FILE…]';

/** `npm run -s fetch -- SOURCE_ID`: its database is one in memory, since nothing is stored. */
export const fetchCommand: Command = {
  name: 'fetch',
  summary: 'Run one source, live or from saved payloads, and print what it finds; nothing is stored.',
  usage: USAGE,
  run: (args, io, config) => withContext({ ...config, DATABASE: ':memory:' }, (context) => fetchOne(args, io, context)),
};

interface Job {
  source: Source;
  settings: SourceSettings;
  start: string[];
  limit: number;
  files: string[];
}

/**
 * Runs one source, live or from saved payloads, and prints what it found, one JSON line each: items or cases,
 * documents, events. Warnings and failures go to stderr. Nothing is stored. Gives 1 when something failed.
 * With --from, each file is taken as a list when it is one, else as the page of the next item listed.
 */
export async function fetchOne(args: string[], io: Io, tools: FetchTools): Promise<number> {
  const job = parseArguments(args, tools.now());
  const run = new Run(job, io, tools);
  await (job.files.length ? run.fromFiles() : run.live());
  return run.failed ? 1 : 0;
}

function parseArguments(args: string[], now: Instant): Job {
  const from = args.indexOf('--from');
  const files = from < 0 ? [] : args.slice(from + 1);
  const before = from < 0 ? args : args.slice(0, from);
  const at = before.indexOf('--limit');
  const limit = at < 0 ? 10 : Number(before[at + 1]);
  const [name, ...others] = before.filter((_, n) => at < 0 || (n !== at && n !== at + 1));
  if (!name || others.length || !Number.isInteger(limit) || limit < 0 || (from >= 0 && !files.length)) {
    const list = sources.map(({ id }) => id).join(', ');
    throw new InvalidInput(`npm run -s fetch -- ${USAGE}. The sources are: ${list}.`);
  }
  const named = sourceNamed(name);
  return { ...named, start: startOf(named.source, named.settings, dayOf(now)), limit, files };
}

function sourceNamed(name: string): Pick<Job, 'source' | 'settings'> {
  const isAddress = /^https?:/i.test(name);
  const source = findSource(name);
  if (source === feedSource && !isAddress && name !== feedSource.id) {
    throw new NotFound(
      `There is no source “${name}”. Give one of ${sources.map(({ id }) => id).join(', ')}, or a feed's address.`,
    );
  }
  const { publisher, sourceClass } = source;
  const shape = isAddress ? ('any' as const) : null;
  const settings = { id: source.id, url: isAddress ? name : null, publisher, sourceClass, shape };
  return { source, settings };
}

class Run {
  failed = false;
  readonly #job: Job;
  readonly #io: Io;
  readonly #tools: FetchTools;

  constructor(job: Job, io: Io, tools: FetchTools) {
    this.#job = job;
    this.#io = io;
    this.#tools = tools;
  }

  async live(): Promise<void> {
    const addresses = [...this.#job.start];
    const items: FoundItem[] = [];
    for (let url = addresses.shift(); url; url = addresses.shift()) {
      const page = await this.#get(url);
      if (!page) return;
      const listing = await this.#tools.workers.list(this.#job.source.id, page, this.#job.settings);
      this.#checkCount(url, listing.listed);
      items.push(...this.#show(listing));
      addresses.push(...listing.more);
    }
    for (const item of items.filter(({ page }) => page).slice(0, this.#job.limit)) {
      await this.#read(item.page ? await this.#get(item.page) : null, item);
    }
  }

  async fromFiles(): Promise<void> {
    const waiting: FoundItem[] = [];
    for (const file of this.#job.files) {
      const page = await this.#saved(file);
      try {
        const listing = await this.#tools.workers.list(this.#job.source.id, page, this.#job.settings);
        waiting.push(...this.#show(listing).filter((item) => item.page));
      } catch (error) {
        if (!(error instanceof SourceChanged || error instanceof SourceBlocked)) throw error;
        const item = waiting.shift();
        // A page's own address is needed to make sense of relative links; the item knows it.
        if (item?.page) await this.#read({ ...page, url: item.page, finalUrl: item.page }, item);
        else await this.#readAlone(page, file, error);
      }
    }
  }

  /** A short list is a changed page, never a day without news. */
  #checkCount(url: string, listed: number): void {
    const { start, source } = this.#job;
    if (!start.includes(url) || listed >= source.expectsAtLeast) return;
    const message = `The list has ${listed} entries where at least ${source.expectsAtLeast} are expected; it may have changed.`;
    this.#fail(new SourceChanged(message), url);
  }

  /** Prints the items of a list and gives them back. */
  #show({ items, listed, warnings, rates = [], figures = [] }: Listing): FoundItem[] {
    const taken = items.length + rates.length + figures.length;
    if (taken === 0) this.#note(`The list has ${listed} entries, and none of them is for this source to take.`);
    for (const { document, fingerprint: _, ...item } of items) {
      this.#print({ type: this.#job.source.authority && !document ? 'case' : 'item', ...item });
    }
    for (const rate of rates) this.#print({ type: 'rate', ...rate });
    for (const figure of figures) this.#print({ type: 'figure', ...figure });
    for (const warning of warnings) this.#note(warning);
    return items;
  }

  async #read(page: Fetched | null, item: FoundItem): Promise<void> {
    try {
      const read = await this.#tools.workers.read(this.#job.source.id, page, item, this.#job.settings);
      this.#print({ type: 'document', ...read.document });
      for (const event of read.events) this.#print({ type: 'event', ...event });
      for (const warning of read.warnings) this.#note(`${item.key}: ${warning}`);
    } catch (error) {
      this.#fail(error, item.key);
    }
  }

  /** A page that no list names; when it is none either, both reasons are said, since it may have been meant as a list. */
  async #readAlone(page: Fetched, file: string, asList: DealwatchError): Promise<void> {
    const before = this.failed;
    this.failed = false;
    await this.#read(page, unlisted(file));
    if (this.failed) this.#fail(asList, `${file}, taken as a list`);
    this.failed ||= before;
  }

  async #get(url: string): Promise<Fetched | null> {
    try {
      const answer = await this.#tools.fetcher.get(url, listRequest(this.#job.source, url, this.#tools.config));
      return 'notModified' in answer ? null : answer;
    } catch (error) {
      this.#fail(error, url);
      return null;
    }
  }

  async #saved(file: string): Promise<Fetched> {
    const body = await readFile(file).catch((cause: Error) => {
      throw new NotFound(`The file ${file} cannot be read.`, { cause });
    });
    const url = this.#job.source.home || 'https://saved.invalid/';
    const contentType =
      { '.json': 'application/json', '.html': 'text/html', '.xml': 'application/xml' }[extname(file)] ?? null;
    const fetchedAt = this.#tools.now();
    return { url, finalUrl: url, status: 200, contentType, body, etag: null, lastModified: null, fetchedAt };
  }

  #print(line: object): void {
    this.#io.stdout.write(`${JSON.stringify(line)}\n`);
  }

  #note(text: string): void {
    this.#io.stderr.write(`${text}\n`);
  }

  #fail(error: unknown, about: string): void {
    if (!(error instanceof DealwatchError)) throw error;
    this.failed = true;
    this.#note(`${about}: ${error.message}`);
  }
}
