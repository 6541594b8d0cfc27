import { describe, expect, it } from 'vitest';
import { listAudit } from '../../db/audit.ts';
import { type ListedCase, saveCases, waitingCases } from '../../db/sources/cases.ts';
import { syncBuiltInSources } from '../../db/sources/sources.ts';
import { aWorld, post, signedIn, words } from './world.ts';

const found: ListedCase = {
  authority: 'CMA',
  caseRef: 'hiring-of-staff',
  parties: [],
  acquirer: null,
  target: null,
  state: 'open',
  outcome: null,
  opened: '2026-01-05',
  closed: null,
  deadline: null,
  page: null,
  title: 'Hiring of staff <script>alert(1)</script>',
  url: 'javascript:alert(1)',
  relevance: 'names Inflection AI',
  isFollowed: false,
};
const source = {
  id: 's',
  title: 'S',
  publisher: 'P',
  sourceClass: 'official' as const,
  authority: 'CMA',
  everyMinutes: 60,
};

async function aCase() {
  const world = await aWorld();
  await syncBuiltInSources(world.db, [source], world.context.now());
  await saveCases(world.db, 's', [found], world.context.now());
  return world;
}

describe('cases without a pair', () => {
  it('are listed with the reason, hostile titles as text, and the Sources page says that they wait', async () => {
    const world = await aCase();
    const { browser: reader } = await signedIn(world, 'viewer');
    const page = await reader.get('/cases');
    expect(page.status).toBe(200);
    expect(words(page.text)).toContain('names Inflection AI');
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).not.toContain('javascript:alert');
    expect(page.text).not.toContain('Tie to this pair');
    expect(words((await reader.get('/sources')).text)).toContain('One case of an authority');
  });

  it('an analyst ties one to a pair; what is missing is said at its field', async () => {
    const world = await aCase();
    const { browser: analyst, csrf: _csrf } = await signedIn(world, 'analyst');
    const key = { authority: 'CMA', caseRef: 'hiring-of-staff' };
    const empty = await post(analyst, '/cases', { _csrf, ...key, acquirer: 'Microsoft', target: '', do: 'match' });
    expect(empty.status).toBe(422);
    expect(words(empty.text)).toContain('Name the other side.');
    const same = await post(analyst, '/cases', { _csrf, ...key, acquirer: 'AWS', target: 'Amazon', do: 'match' });
    expect(words(same.text)).toContain('one group');
    await post(analyst, '/cases', { _csrf, ...key, acquirer: 'Microsoft', target: 'Inflection AI', do: 'match' });
    expect((await waitingCases(world.db, 9)).total).toBe(0);
    const lines = await listAudit(world.db, 9, { action: 'case.' });
    expect(lines.map(({ action }) => action)).toEqual(['case.matched']);
  });

  it('a case that is not there is not found', async () => {
    const world = await aCase();
    const { browser: analyst, csrf: _csrf } = await signedIn(world, 'analyst');
    const answer = await post(analyst, '/cases', { _csrf, authority: 'CMA', caseRef: 'none', do: 'aside' });
    expect(answer.status).toBe(404);
  });
});
