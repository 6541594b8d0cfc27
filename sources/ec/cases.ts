import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { looksBlocked } from '../fetching/blocked.ts';
import { jsonEntries } from '../parsing/json-entries.ts';
import type { Fetched, FoundItem, Listing, Source, SourceSettings } from '../source.ts';
import { caseItem, readCaseItem } from './case.ts';
import { DumpCase, readDumpCase } from './record.ts';

/**
 * The Commission's registers as open data: every case since 1990 in one file, 35 MB for mergers, published anew about
 * once a day. The file is walked case by case; an unchanged file (304) costs nothing, an unchanged case a comparison.
 */
const HOST = 'https://compcases-open-data-portal-files-prod.s3.eu-west-1.amazonaws.com';
/** A file with more broken cases than one in a hundred has changed its shape. */
const MOST_BROKEN = 0.01;

function listDump(page: Fetched, settings: SourceSettings): Listing {
  refuseOtherPages(page);
  const items: FoundItem[] = [];
  const broken: string[] = [];
  let listed = 0;
  for (const { key, json } of jsonEntries(page.body)) {
    listed++;
    const item = readEntry(key, json, settings);
    if (item) items.push(item);
    else broken.push(key);
  }
  if (broken.length > Math.max(listed * MOST_BROKEN, 1)) {
    throw new SourceChanged(`${broken.length} of ${listed} cases have another shape than before (${broken[0]} …).`);
  }
  const warnings = broken.map((key) => `The case ${key} has another shape than before and was left as it is stored.`);
  return { items, listed, more: [], warnings };
}

function readEntry(key: string, json: string, settings: SourceSettings): FoundItem | null {
  const parsed = DumpCase.safeParse(parse(json));
  return parsed.success ? caseItem(readDumpCase(parsed.data, key), settings) : null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // One case that is no JSON is counted as broken by the caller.
    return null;
  }
}

function refuseOtherPages({ body, finalUrl }: Fetched): void {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 100_000)).toString('utf8');
  if (!/^\ufeff?\s*</.test(head)) return;
  const { hostname } = new URL(finalUrl);
  if (looksBlocked(head)) throw new SourceBlocked(`${hostname} answered with a challenge page instead of its data.`);
  throw new SourceChanged(`${hostname} answered with a web page instead of its data.`);
}

const shared = {
  publisher: 'European Commission',
  sourceClass: 'official' as const,
  authority: 'EC',
  everyMinutes: 1440,
  maxListBytes: 150 * 1024 * 1024,
  listDeadlineMs: 10 * 60_000,
  list: listDump,
  read: (_page: Fetched | null, item: FoundItem) => readCaseItem(item),
};

export const ecMergers: Source = {
  ...shared,
  id: 'ec-mergers',
  title: 'European Commission merger cases (open data)',
  home: 'https://competition-cases.ec.europa.eu/search?instruments=M',
  start: [`${HOST}/case-data-M.json`],
  expectsAtLeast: 5_000,
  expectsAtMost: 20_000,
};

export const ecForeignSubsidies: Source = {
  ...shared,
  id: 'ec-foreign-subsidies',
  title: 'European Commission foreign-subsidies cases (open data)',
  home: 'https://competition-cases.ec.europa.eu/search?instruments=FS',
  start: [`${HOST}/case-data-FS.json`],
  expectsAtLeast: 10,
  expectsAtMost: 5_000,
};
