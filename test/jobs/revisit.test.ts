import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { saveFacts } from '../../db/ledger/facts.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { gonePages } from '../../db/sources/page-checks.ts';
import { revisit } from '../../jobs/revisit.ts';
import { PageGone, SourceUnavailable } from '../../model/errors.ts';
import { aDocument, at } from '../db/world.ts';
import { aPair, aScrutiny, aScrutinyFact, aStep } from '../helpers/build.ts';
import { aWorld, signedIn, type World, words } from '../server/world.ts';

const WEEK = 7 * 24 * 60;
const TEXT = 'The CMA has opened an inquiry.';
const run = { signal: new AbortController().signal, warn: () => undefined };

let world: World;
let documentId: string;
let asked: string[];
let answer: () => unknown;

beforeEach(async () => {
  world = await aWorld();
  [asked, answer] = [[], () => ({})];
  world.context.fetcher = {
    ...world.context.fetcher,
    get: async (url) => {
      asked.push(url);
      return answer() as never;
    },
  };
  documentId = await aCasePage('official', 'https://authority.example/case');
});

async function aCasePage(sourceClass: 'official' | 'press', url: string): Promise<string> {
  const { id } = await saveDocument(
    world.db,
    aDocument({ title: 'Case page', text: TEXT, url, canonicalUrl: url, sourceClass }),
  );
  const evidence = [{ quote: TEXT, start: 0, end: TEXT.length, in: 'text' as const }];
  const fact = aScrutinyFact('phase1', { documentId: id, date: '2026-05-01', evidence });
  await saveFacts(world.db, id, { extractor: 'test', version: '1', readAt: at(0), millis: 1, facts: [fact] });
  const step = { ...aStep('phase1', '2026-05-01'), factIds: [fact.id], documentIds: [id] };
  const pair = aPair({ scrutiny: [aScrutiny('CMA', step)], documentIds: [id] });
  await replacePair(world.db, pair, [], { score: 10, band: 'Low', floor: false }, at(0));
  return id;
}

const gone = () => {
  throw new PageGone('authority.example no longer has this page (410); look for its new address.');
};

describe('an official page behind a step (D18)', () => {
  it('that is withdrawn keeps its step, and pages say since when it is gone', async () => {
    world.forward(WEEK);
    answer = gone;
    expect(await revisit.run(world.context, run)).toEqual({ there: 0, gone: 1, unknown: 0 });
    const since = world.context.now();
    world.forward(WEEK);
    await revisit.run(world.context, run);
    expect(await gonePages(world.db, [documentId])).toMatchObject([{ documentId, goneAt: since }]);
    const { browser } = await signedIn(world, 'viewer');
    const dossier = words((await browser.get('/deals/amazon--anthropic')).text);
    expect(dossier).toContain('Page gone since 8 Jun 2026, 12:00 UTC: Case page');
    expect(dossier).toContain('Phase 1');
    expect(words((await browser.get(`/documents/${documentId}`)).text)).toContain('Its page is gone since 8 Jun 2026');
  });

  it('that comes back is there again', async () => {
    world.forward(WEEK);
    answer = gone;
    await revisit.run(world.context, run);
    world.forward(WEEK);
    answer = () => ({});
    expect(await revisit.run(world.context, run)).toEqual({ there: 1, gone: 0, unknown: 0 });
    expect(await gonePages(world.db, [documentId])).toEqual([]);
  });

  it('says nothing when its site is down: neither gone nor back', async () => {
    world.forward(WEEK);
    answer = () => {
      throw new SourceUnavailable('authority.example took too long to answer.');
    };
    expect(await revisit.run(world.context, run)).toEqual({ there: 0, gone: 0, unknown: 1 });
    expect(await gonePages(world.db, [documentId])).toEqual([]);
  });

  it('is looked at once a week, a page of the press never', async () => {
    await aCasePage('press', 'https://news.example/case');
    expect(await revisit.hasWork?.(world.context)).toBe(false);
    world.forward(WEEK);
    await revisit.run(world.context, run);
    await revisit.run(world.context, run);
    expect(asked).toEqual(['https://authority.example/case']);
  });
});
