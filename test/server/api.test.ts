import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { replacePair } from '../../db/ledger/ledger.ts';
import { type ApiScope, createApiToken, revokeApiToken } from '../../db/people/api-tokens.ts';
import { setDisabled } from '../../db/people/users.ts';
import { syncBuiltInSources } from '../../db/sources/sources.ts';
import { addMs, type PartialDay } from '../../model/day.ts';
import { operations } from '../../server/api/openapi.ts';
import { routes } from '../../server/routes.ts';
import { sources } from '../../sources/index.ts';
import { aFlag, aPair, at } from '../db/world.ts';
import { aDeal, anEvent, aScrutiny, aStep } from '../helpers/build.ts';
import { PAGE_DATA } from './page-data.ts';
import { LARKSPUR, tell } from './story.ts';
import { aBrowser, aPerson, aWorld, type Browser, post, signedIn, type World, words } from './world.ts';

const PAIR = 'amazon--larkspur';

let world: World;
let program: Browser;
let token: string;

beforeEach(async () => {
  world = await aWorld();
  program = aBrowser(world.app);
  token = await aToken('analyst', ['read', 'decide', 'report']);
  await tell(world, { title: 'About Larkspur' });
});

async function aToken(role: 'viewer' | 'analyst', scopes: ApiScope[], email = `${role}@example.org`): Promise<string> {
  const user = await aPerson(world.db, role, email);
  const expiresAt = addMs(at(0), 86_400_000);
  return createApiToken(world.db, { userId: user.id, name: 'Test', scopes, expiresAt, now: at(0) });
}

const get = (path: string, bearer = token) => program.get(`/api/v1${path}`).set('Authorization', `Bearer ${bearer}`);
const send = (path: string, body: object, bearer = token) =>
  program.post(`/api/v1${path}`).set('Authorization', `Bearer ${bearer}`).send(body);

/** The answer as its own description has it; fails when it is otherwise. */
async function described(path: string, template: string): Promise<Record<string, unknown>> {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  const schema = operations.find((one) => one.method === 'GET' && one.path === template)?.answer as z.ZodType;
  const parsed = schema.safeParse(answer.body);
  expect([path, parsed.error?.issues]).toEqual([path, undefined]);
  // What the description does not name, parsing leaves out.
  expect(parsed.data).toEqual(answer.body);
  return answer.body as Record<string, unknown>;
}

describe('what programs read', () => {
  it.each([
    ['/deals', '/deals'],
    [`/deals/${PAIR}`, '/deals/{id}'],
    [`/deals/${PAIR}/decisions`, '/deals/{id}/decisions'],
    ['/flags', '/flags'],
    ['/documents', '/documents'],
    ['/changes?since=2026-01-01', '/changes'],
    ['/companies', '/companies'],
    ['/sources', '/sources'],
    ['/screens', '/screens'],
    ['/reports', '/reports'],
    ['/search?q=larkspur', '/search'],
    ['/deadlines', '/deadlines'],
    [`/deals/${PAIR}/notes`, '/deals/{id}/notes'],
    [`/deals/${PAIR}/corrections`, '/deals/{id}/corrections'],
    ['/companies/Amazon', '/companies/{name}'],
    ['/ties', '/ties'],
    ['/ties?on=2025-01-01', '/ties'],
    ['/stories?since=2026-01-01', '/stories'],
    ['/cases', '/cases'],
    ['/capital-expenditure', '/capital-expenditure'],
    ['/tracked-money', '/tracked-money'],
    ['/shares', '/shares'],
    ['/names', '/names'],
    ['/suppressions', '/suppressions'],
    ['/quality', '/quality'],
    [`/deals/${PAIR}/jurisdiction`, '/deals/{id}/jurisdiction'],
    [`/deals/${PAIR}/comparable`, '/deals/{id}/comparable'],
    ['/scrutiny', '/scrutiny'],
    ['/gaps', '/gaps'],
    ['/screens/round-trip', '/screens/{rule}'],
    ['/rereadings', '/rereadings'],
  ])('%s is as its description says', async (path, template) => {
    await described(path, template);
  });

  it('has everything that is known of a deal as its description says', async () => {
    const cell = { ...aScrutiny('CFIUS', aStep('cleared', '2024-05-05')), proposed: [aStep('phase1')] };
    const [since, until] = ['2024-01-02' as PartialDay, '2025' as PartialDay];
    const sum = { ...anEvent(2e9, 'tranche'), reportedOn: since };
    const deal = aDeal('investment', {
      events: [{ ...sum, certainty: 'reported', hedge: 'about' }],
      terms: [{ term: 'exclusive-provider', details: [], factIds: [], since, until, endedBy: 'first-refusal' }],
    });
    const rich = aPair({
      id: 'alpha--rich-ai',
      target: 'Rich AI',
      deals: [deal],
      scrutiny: [cell],
      foreignInvestment: [cell],
    });
    await replacePair(world.db, rich, [], { score: 1, band: 'Low', floor: false }, at(0));
    const told = await described(`/deals/${rich.id}`, '/deals/{id}');
    expect(told).toMatchObject({
      deals: [
        {
          events: [{ certainty: 'reported', firstTold: since, hedge: 'about' }],
          terms: [{ since, until, endedBy: 'first-refusal' }],
        },
      ],
      foreignInvestment: [{ authority: 'CFIUS', proposed: [{ status: 'phase1' }] }],
    });
  });

  it('has a source with its runs, gaps and failures', async () => {
    await syncBuiltInSources(world.db, sources, at(0));
    const { data } = (await described('/sources', '/sources')) as { data: { id: string }[] };
    const one = await described(`/sources/${data[0]?.id}`, '/sources/{id}');
    expect(one).toMatchObject({ id: data[0]?.id, waiting: 0, gaps: [], failed: [], runs: [] });
    expect((await get('/sources/nowhere')).status).toBe(404);
  });

  it('can read whatever a page shows: each page has operations that give it, or a reason why it is for people', () => {
    const known = new Set(operations.filter((one) => one.method === 'GET').map((one) => one.path));
    const pages = routes
      .filter((route) => route.method === 'GET' && !route.path.startsWith('/api/'))
      .map((one) => one.path);
    const told = Object.entries(PAGE_DATA);
    expect(pages.filter((path) => !(path in PAGE_DATA))).toEqual([]);
    expect(told.filter(([path]) => !pages.includes(path))).toEqual([]);
    const unknown = told.flatMap(([, by]) => (Array.isArray(by) ? by : [])).filter((path) => !known.has(path));
    expect(unknown).toEqual([]);
    for (const [path, by] of told) if (typeof by === 'string') expect([path, by.length > 10]).toEqual([path, true]);
  });

  it('has the sums, the flags with their evidence, and the text of each document', async () => {
    const deal = await described(`/deals/${PAIR}`, '/deals/{id}');
    expect(deal).toMatchObject({ acquirer: 'Amazon', sums: { paid: { USD: 4e9 }, committed: { USD: 6e9 } } });
    const { data } = (await get('/documents')).body as { data: { id: string }[] };
    const document = await described(`/documents/${data[0]?.id}`, '/documents/{id}');
    expect(document.text).toBe(LARKSPUR.text);
    expect((document.facts as object[]).length).toBeGreaterThan(3);
  });

  it('finds deals, documents and notes by their words', async () => {
    expect((await send(`/deals/${PAIR}/notes`, { text: 'Ask about exclusivity' })).status).toBe(201);
    const found = (await described('/search?q=larkspur', '/search')) as Record<string, { id: string }[]>;
    expect([found.deals?.map((one) => one.id), found.documents?.length]).toEqual([[PAIR], 1]);
    const noted = (await described('/search?q=exclusivity', '/search')) as { notes: { text: string }[] };
    expect(noted.notes.map((one) => one.text)).toEqual(['Ask about exclusivity']);
    expect((await get('/search')).status).toBe(422);
  });

  it('has deadlines with how each was counted', async () => {
    const scrutiny = [aScrutiny('CMA', aStep('phase1', '2026-05-20'))];
    const pair = aPair({ id: 'gamma--delta', scrutiny });
    await replacePair(world.db, pair, [], { score: 0, band: 'none', floor: false }, at(1));
    const { data } = (await described('/deadlines', '/deadlines')) as { data: { authority: string; basis: object }[] };
    expect(data.map((one) => one.authority)).toContain('CMA');
  });

  it('shows the map as known on a day, and says what is no day', async () => {
    const { data } = (await described('/ties', '/ties')) as { data: object[] };
    expect(data).toEqual([
      expect.objectContaining({ dealId: PAIR, in: { usd: 4e9 }, back: { usd: 6e9 }, isLoop: true }),
    ]);
    for (const path of ['/ties?on=someday', '/stories?since=2026-02-31']) expect((await get(path)).status).toBe(422);
    expect((await get('/companies/Nobody')).status).toBe(404);
  });

  it('comes in pages that miss and double nothing, whatever is added meanwhile', async () => {
    const put = (id: string) =>
      replacePair(
        world.db,
        aPair({ id, acquirer: 'A', target: id }),
        [aFlag({ pairId: id })],
        { score: 1, band: 'Low', floor: false },
        at(0),
      );
    for (let n = 10; n < 35; n += 1) await put(`p${n}--t`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = (await get(`/deals?limit=7${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)).body as {
        data: { id: string }[];
        next: string | null;
      };
      seen.push(...page.data.map((one) => one.id));
      cursor = page.next;
      await put(`a${seen.length}--t`);
    }
    const wanted = [PAIR, ...Array.from({ length: 25 }, (_, n) => `p${n + 10}--t`)];
    expect(seen.filter((id) => wanted.includes(id))).toEqual(wanted);
    expect(new Set(seen).size).toBe(seen.length);
    const flags: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page = (await get(`/flags?limit=5${next ? `&cursor=${encodeURIComponent(next)}` : ''}`)).body as {
        data: { pairId: string; rule: string }[];
        next: string | null;
      };
      flags.push(...page.data.map((one) => `${one.pairId} ${one.rule}`));
      next = page.next;
    }
    expect(new Set(flags).size).toBe(flags.length);
    expect(flags.length).toBeGreaterThan(25);
  });

  it('is not sent again to who has it, and says how much may be asked', async () => {
    const first = await get(`/deals/${PAIR}`);
    expect(first.headers.etag).toMatch(/^"[\w-]{22}"$/);
    expect(first.headers.ratelimit).toMatch(/r=\d+/);
    const again = await get(`/deals/${PAIR}`).set('If-None-Match', String(first.headers.etag));
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

describe('what programs do', () => {
  it('is a decision in the name of the owner, about the evidence that was read', async () => {
    const { data } = (await get('/flags?limit=1')).body as { data: { rule: string; evidenceHash: string }[] };
    const [flag] = data;
    const path = `/flags/${PAIR}/${flag?.rule}/decisions`;
    const stale = await send(path, { action: 'confirm', evidenceHash: 'other' });
    expect([stale.status, stale.headers['content-type']]).toEqual([409, 'application/problem+json; charset=utf-8']);
    const unreasoned = await send(path, { action: 'dismiss', evidenceHash: flag?.evidenceHash });
    expect([unreasoned.status, unreasoned.body.errors]).toEqual([422, { reason: 'Choose a reason.' }]);
    const taken = await send(path, { action: 'confirm', note: 'Seen.', evidenceHash: flag?.evidenceHash });
    expect([taken.status, taken.body]).toMatchObject([201, { action: 'confirm', by: 'Test analyst' }]);
    expect((await get(`/deals/${PAIR}/decisions`)).body.data).toMatchObject([{ rule: flag?.rule, note: 'Seen.' }]);
  });

  it('is a frozen report with its files', async () => {
    const made = await send('/reports', { kind: 'dossier', of: PAIR });
    expect(made.status).toBe(201);
    const file = await get(`/reports/${made.body.id}/md`);
    expect(file.text).toContain('$4bn');
    expect((await described(`/reports/${made.body.id}/moved`, '/reports/{id}/moved')).data).toEqual([]);
  });

  it.each([
    ['not JSON', '{', 422],
    ['another kind', JSON.stringify({ kind: 'book' }), 422],
    ['too much', JSON.stringify({ kind: 'board', title: 'x'.repeat(100_000) }), 413],
  ])('is refused as a problem when it is %s', async (_what, body, status) => {
    const answer = await program
      .post('/api/v1/reports')
      .set('Authorization', `Bearer ${token}`)
      .set('Content-Type', 'application/json')
      .send(body);
    expect([answer.status, answer.body.status]).toEqual([status, status]);
  });
});

describe('a token', () => {
  it('opens what its scopes and the role of its owner allow, and no more', async () => {
    const reader = await aToken('viewer', ['read', 'decide'], 'r@example.org');
    expect((await get('/deals', reader)).status).toBe(200);
    const path = `/flags/${PAIR}/round-trip/decisions`;
    expect((await send(path, { action: 'confirm', evidenceHash: 'x' }, reader)).status).toBe(403);
    expect((await send('/reports', { kind: 'board' }, reader)).status).toBe(403);
  });

  it('opens nothing once it is revoked, has run out, or its owner is kept out', async () => {
    const owner = await aPerson(world.db, 'viewer', 'o@example.org');
    const make = () =>
      createApiToken(world.db, {
        userId: owner.id,
        name: 'T',
        scopes: ['read'],
        expiresAt: addMs(at(0), 3_600_000),
        now: at(0),
      });
    const [one, two] = [await make(), await make()];
    expect((await get('/deals', one)).status).toBe(200);
    const { id } = await world.db.selectFrom('api_tokens').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
    await revokeApiToken(world.db, id, owner.id, at(0));
    expect((await get('/deals', two)).status).toBe(401);
    world.forward(61);
    expect((await get('/deals', one)).status).toBe(401);
    const other = await aToken('viewer', ['read'], 'q@example.org');
    await setDisabled(world.db, 'q@example.org', true, at(0));
    expect((await get('/deals', other)).status).toBe(401);
    expect((await get('/deals', 'dw_made-up')).headers['www-authenticate']).toBe('Bearer realm="dealwatch"');
  });

  it('is made on a page, shown once, and nowhere in the file', async () => {
    const { browser, csrf } = await signedIn(world, 'viewer');
    const made = await post(browser, '/account/tokens', { _csrf: csrf, name: 'Sheet', scope: 'read', days: '30' });
    const secret = /dw_[\w-]{43}/.exec(made.text)?.[0] ?? '';
    expect((await get('/companies', secret)).status).toBe(200);
    expect((await browser.get('/account/tokens')).text).not.toContain(secret);
    const rows = await world.db.selectFrom('api_tokens').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(words((await browser.get('/account/tokens')).text)).toContain('Sheet');
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 with every operation, its parameters and answers, open to all', async () => {
    const { status, body } = await program.get('/api/v1/openapi.json');
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
    for (const of of operations) {
      const said = body.paths[of.path][of.method.toLowerCase()];
      expect(said.responses.default.content['application/problem+json']).toBeTruthy();
      const names = said.parameters.map((one: { name: string }) => one.name);
      expect(names).toEqual([...Object.keys(of.params), ...Object.keys(of.query)]);
      for (const name of of.path.match(/\{\w+\}/g) ?? []) expect(names).toContain(name.slice(1, -1));
    }
    const ids = operations.map((of) => body.paths[of.path][of.method.toLowerCase()].operationId);
    expect(new Set(ids).size).toBe(operations.length);
  });

  it('holds against the schema of OpenAPI 3.1, and each reference in it leads somewhere', async () => {
    const { body } = await program.get('/api/v1/openapi.json');
    const { valid, errors } = await new Validator().validate(body);
    expect([valid, errors]).toEqual([true, undefined]);
    const references = JSON.stringify(body).match(/"\$ref":"[^"]+"/g) ?? [];
    expect(references.length).toBeGreaterThan(50);
    for (const one of new Set(references)) {
      expect(one).toMatch(/^"\$ref":"#\/components\/schemas\/\w+"$/);
      expect(Object.keys(body.components.schemas)).toContain(one.replace(/^.*\/|"$/g, ''));
    }
  });

  it('says which types a file may have', async () => {
    const { body } = await program.get('/api/v1/openapi.json');
    const { content } = body.paths['/reports/{id}/{format}'].get.responses['200'];
    expect(Object.keys(content)).toEqual(expect.arrayContaining(['application/pdf', 'text/csv; charset=utf-8']));
  });
});
