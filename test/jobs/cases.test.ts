import { describe, expect, it } from 'vitest';
import type { Context } from '../../context.ts';
import type { Database } from '../../db/open.ts';
import type { User } from '../../db/people/users.ts';
import { decideCase, getCase, type ListedCase, saveCases, waitingCases } from '../../db/sources/cases.ts';
import { syncBuiltInSources } from '../../db/sources/sources.ts';
import { fetchDue } from '../../jobs/fetch.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { cmaCases } from '../../sources/cma/cases.ts';
import { at, aUser, temporaryDatabase } from '../db/world.ts';
import { aWebServer, type WebServer } from '../helpers/web-server.ts';
import { aClock, aContext, aRun, leadingTo, plainWorkers } from './world.ts';

const aCase = (caseRef: string, more: Partial<ListedCase> = {}): ListedCase => ({
  authority: 'CMA',
  caseRef,
  parties: [],
  acquirer: null,
  target: null,
  state: 'open',
  outcome: null,
  opened: '2026-01-05',
  closed: null,
  deadline: null,
  page: null,
  title: caseRef,
  url: null,
  relevance: 'names Microsoft and speaks of AI',
  isFollowed: false,
  ...more,
});

async function aDatabase() {
  const db = await temporaryDatabase();
  await syncBuiltInSources(db, [cmaCases], at(0));
  return db;
}
const putAside = (db: Database, { id }: User) =>
  decideCase(db, { authority: 'CMA', caseRef: 'a' }, { decision: 'aside', note: null }, { userId: id, now: at(1) });
const refs = async (db: Awaited<ReturnType<typeof aDatabase>>) =>
  (await waitingCases(db, 9)).cases.map(({ caseRef }) => caseRef);

describe('cases of registers', () => {
  it('belong to the pair of their title when a party is followed; others wait when they look like ours', async () => {
    const db = await aDatabase();
    const pair = { acquirer: 'Microsoft', target: 'OpenAI', isFollowed: true };
    await saveCases(db, 'cma-cases', [aCase('tied', pair), aCase('waits'), aCase('other', { relevance: null })], at(0));
    expect(await refs(db)).toEqual(['waits']);
    expect(await getCase(db, { authority: 'CMA', caseRef: 'tied' })).toMatchObject({ pairId: 'microsoft--openai' });
  });

  it('that have not changed keep the time of their last change', async () => {
    const db = await aDatabase();
    await saveCases(db, 'cma-cases', [aCase('a'), aCase('b')], at(0));
    await saveCases(db, 'cma-cases', [aCase('a'), aCase('b', { state: 'closed' })], at(60));
    expect(await getCase(db, { authority: 'CMA', caseRef: 'a' })).toMatchObject({
      changedAt: at(0),
      lastSeenAt: at(60),
    });
    expect(await getCase(db, { authority: 'CMA', caseRef: 'b' })).toMatchObject({
      changedAt: at(60),
      firstSeenAt: at(0),
    });
  });

  it('put aside stay away, whatever the register lists later', async () => {
    const db = await aDatabase();
    const user = await aUser(db);
    await saveCases(db, 'cma-cases', [aCase('a')], at(0));
    await putAside(db, user);
    await saveCases(db, 'cma-cases', [aCase('a', { title: 'renamed' })], at(60));
    expect(await refs(db)).toEqual([]);
  });

  it('what a person decided cannot be changed in the database', async () => {
    const db = await aDatabase();
    const user = await aUser(db);
    await saveCases(db, 'cma-cases', [aCase('a')], at(0));
    await putAside(db, user);
    await expect(db.updateTable('case_decisions').set({ note: 'x' }).execute()).rejects.toThrow(/never changed/);
    await expect(db.deleteFrom('case_decisions').execute()).rejects.toThrow(/never changed/);
  });
});

describe('a case that a person ties to a pair', () => {
  const page = {
    base_path: '/cma-cases/hiring-of-staff-by-a-cloud-provider',
    title: 'Hiring of staff of Inflection AI by a cloud provider',
    document_type: 'cma_case',
    details: {
      body: '<table><tr><th>Date</th><th>Action</th></tr><tr><td>16 July 2025</td><td>Launch of merger inquiry</td></tr><tr><td>11 September 2027</td><td>Deadline for phase 1 decision</td></tr></table>',
      metadata: { case_type: 'mergers', case_state: 'open' },
    },
  };
  const filler = Array.from({ length: 1000 }, (_, n) => ({ title: `Case ${n}`, link: `/cma-cases/c-${n}` }));
  const listed = {
    title: 'Hiring of former staff',
    link: page.base_path,
    description: 'Microsoft and Inflection AI',
    case_type: ['mergers'],
  };

  it('is read for that pair at the next turn, and its dates that bind are kept', async () => {
    const asked: string[] = [];
    const server = await aWebServer((request, response) => {
      asked.push(request.url ?? '');
      const isList = request.url?.startsWith('/search');
      if (!isList && !request.url?.startsWith('/api/content')) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'application/json' });
      return response.end(JSON.stringify(isList ? { results: [listed, ...filler], total: 1001, start: 0 } : page));
    });
    const { db, clock, context } = await aWorld(server);
    clock.forward(6);
    await fetchDue(context, aRun());
    expect(await refs(db)).toEqual(['hiring-of-staff-by-a-cloud-provider']);
    expect(asked.filter((url) => url.startsWith('/api/content'))).toEqual([]);
    const user = await aUser(db);
    const key = { authority: 'CMA', caseRef: 'hiring-of-staff-by-a-cloud-provider' };
    const pair = { decision: 'match' as const, acquirer: 'Microsoft', target: 'Inflection AI', note: null };
    await decideCase(db, key, pair, { userId: user.id, now: clock.now() });
    expect(await refs(db)).toEqual([]);
    clock.forward(61);
    await fetchDue(context, aRun());
    await takeThrough(context);
    expect(asked.filter((url) => url.startsWith('/api/content'))).toHaveLength(1);
    const found = await getCase(db, key);
    expect(found).toMatchObject({ pairId: 'microsoft--inflection', deadline: { date: '2027-09-11' } });
    const facts = await db.selectFrom('facts').select(['pair_id', 'status']).where('type', '=', 'scrutiny').execute();
    expect(facts).toContainEqual({ pair_id: 'microsoft--inflection', status: 'phase1' });
  });

  /** The register's own addresses, led to a server on this machine. */
  async function aWorld({ host, origin }: WebServer) {
    const db = await aDatabase();
    const clock = aClock();
    const fetcher = leadingTo(host, clock, (url) =>
      url
        .replace('https://www.gov.uk/api/search.json', `${origin}/search`)
        .replace('https://www.gov.uk/', `${origin}/`),
    );
    const context: Context = aContext(db, { now: clock.now, fetcher, workers: plainWorkers() });
    return { db, clock, context };
  }
});
