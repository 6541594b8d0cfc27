import { beforeEach, describe, expect, it } from 'vitest';
import { tell } from './story.ts';
import { aWorld, type Browser, post, signedIn, type World, words } from './world.ts';

let world: World;
let browser: Browser;
let csrf: string;

beforeEach(async () => {
  world = await aWorld();
  ({ browser, csrf } = await signedIn(world, 'viewer'));
  await tell(world, { title: 'About Larkspur, one' });
});

async function make(fields: Record<string, string>): Promise<string> {
  const answer = await post(browser, '/reports', { _csrf: csrf, ...fields });
  expect([answer.status, words(answer.text)]).toEqual([303, expect.anything()]);
  return String(answer.headers.location);
}

async function file(path: string): Promise<Buffer> {
  const answer = await browser
    .get(path)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(answer.status).toBe(200);
  return answer.body as Buffer;
}

describe('a report', () => {
  it('is frozen with its filter, time and versions, and given in every format, the same each time', async () => {
    const path = await make({ kind: 'dossier', value: 'http://127.0.0.1/deals/amazon--larkspur' });
    const page = words((await browser.get(path)).text);
    expect(page).toContain('Dossier: Amazon → Larkspur AI');
    expect(page).toContain('The ledger has not moved since.');
    for (const format of ['docx', 'pdf', 'xlsx', 'csv', 'json', 'md', 'ftm']) {
      const [one, two] = [await file(`${path}/${format}`), await file(`${path}/${format}`)];
      expect([format, one.length > 100, one.equals(two)]).toEqual([format, true, true]);
    }
    const markdown = (await file(`${path}/md`)).toString('utf8');
    expect(markdown).toContain('$4bn');
    expect(markdown).toContain('Filter: the deal Amazon → Larkspur AI');
    expect(markdown).toMatch(/\[\^1\]: Example News \(press\).*retrieved 1 Jun 2026/);
  });

  it('says which figures the ledger has moved since, and stays as it was', async () => {
    const path = await make({ kind: 'register' });
    const before = await file(`${path}/docx`);
    world.forward(60);
    const text = 'Amazon said that it has invested a further $2 billion in Larkspur AI on 30 May 2026.';
    await tell(world, { title: 'About Larkspur, two', text, url: 'https://news.example/two' });
    const page = words((await browser.get(path)).text);
    expect(page).toContain('The ledger has moved');
    expect(page).toMatch(/Amazon → Larkspur AI ?Documents ?1 ?2/);
    expect((await file(`${path}/docx`)).equals(before)).toBe(true);
  });

  it('can be of a selection, of a period, and of the board', async () => {
    const period = await make({ kind: 'briefing', from: '2026-05-01', to: '2026-06-02' });
    expect((await file(`${period}/md`)).toString('utf8')).toContain('New deal');
    const quiet = await make({ kind: 'briefing', from: '2026-01-01', to: '2026-01-31' });
    expect((await file(`${quiet}/md`)).toString('utf8')).toContain('Nothing changed');
    const none = await make({ kind: 'register', value: '/deals?acquirer=Nobody' });
    expect((await file(`${none}/md`)).toString('utf8')).toContain('No deal is in this selection.');
    expect((await file(`${await make({ kind: 'board' })}/md`)).toString('utf8')).toContain('CMA');
  });

  it.each([
    [{ kind: 'dossier', value: 'nobody--nothing' }, 'There is no such deal.'],
    [{ kind: 'dossier' }, 'Copy the address of the deal'],
    [{ kind: 'book' }, 'Choose a kind of report.'],
    [{ kind: 'briefing', from: '2026-02-31' }, 'Write the day as'],
    [{ kind: 'briefing', from: '2026-02-02', to: '2026-02-01' }, 'ends before it begins'],
  ])('is not made of %o', async (fields, sentence) => {
    const answer = await post(browser, '/reports', { _csrf: csrf, ...(fields as Record<string, string>) });
    expect([answer.status, words(answer.text)]).toEqual([422, expect.stringContaining(sentence)]);
  });

  it('is not found under a number that nobody froze, nor in a format that nobody knows', async () => {
    expect((await browser.get('/reports/0123456789abcdef')).status).toBe(404);
    expect((await browser.get('/reports/..%2F..')).status).toBe(404);
    expect((await browser.get(`${await make({ kind: 'board' })}/exe`)).status).toBe(404);
  });
});
