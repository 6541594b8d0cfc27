import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Running } from './helpers/process.ts';
import { type Seen, Visitor } from './helpers/visitor.ts';

/** A newcomer's first quarter of an hour, on the product as `npm start` starts it, with its starter library. */
let folder: string;
let dealwatch: Running;
let visitor: Visitor;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dealwatch-journey-'));
  // No source is fetched: the addresses of the real ones lead nowhere on a machine without a network.
  dealwatch = launch('main.js', [], { DATABASE: join(folder, 'dealwatch.db'), PORT: '0', LOG_LEVEL: 'info' });
  address = (await dealwatch.until(/Dealwatch is on (http:\S+)/))[1] as string;
  // What is read so far is shown while the rest is read: only what is assembled after that has it all.
  await dealwatch.until(/"job":"read"[^\n]*"job done"[\s\S]*"job":"assemble"[^\n]*"job done"/);
  visitor = new Visitor(address);
});
afterAll(async () => {
  dealwatch.child.kill('SIGTERM');
  await dealwatch.ended;
  rmSync(folder, { recursive: true, force: true });
});

const password = 'a long enough password';
const links = (page: Seen) =>
  page
    .$('a')
    .toArray()
    .map((a) => page.$(a).attr('href') ?? '');

describe('a newcomer', () => {
  it('makes an account through the link in the terminal, which works once', async () => {
    const [, link] = await dealwatch.until(/at (\S+setup\?token=\S+)/);
    const page = await visitor.get(link as string);
    const inside = await visitor.submit(page, 'password', {
      name: 'Test Analyst',
      email: 'a@example.org',
      password,
      again: password,
    });
    expect([inside.status, inside.words]).toEqual([200, expect.stringContaining('Test Analyst')]);
    const again = await new Visitor(address).get(link as string);
    expect(again.$('input[type=password]').length === 0 || again.path.startsWith('/sign-in')).toBe(true);
  });

  it('sees flagged deals', async () => {
    const page = await visitor.get('/flags');
    expect(page.words).toMatch(/Amazon → Anthropic|Amazon Anthropic/);
    expect(page.words).toContain('Microsoft');
    expect(page.words).toMatch(/round-tripping/i);
  });

  it('opens Amazon–Anthropic: the tranches, the total, the cloud commitment, the flag with its ratio and quotes, and what the CMA said', async () => {
    const page = await visitor.get('/deals/amazon--anthropic');
    expect(page.status).toBe(200);
    const [tranches, words] = [['1.25', '2.75', '4.00', '8.00'], page.words];
    for (const sum of tranches)
      expect(words, sum).toMatch(new RegExp(sum.replace('.00', '(\\.00)?').replace('.', '\\.?')));
    expect(words).toMatch(/ratio/i);
    expect(words).toMatch(/round-tripping/i);
    expect(words).toMatch(/CMA/);
    expect(words).toMatch(/No jurisdiction/);
    expect(page.$('mark').length).toBeGreaterThan(2);
  });

  it('walks from a figure to the document that says so, with the words marked', async () => {
    const page = await visitor.get('/deals/amazon--anthropic');
    const link = links(page).find((href) => href.startsWith('/documents/'));
    const document = await visitor.get(link as string);
    expect([document.status, document.$('mark').length > 0]).toEqual([200, true]);
  });

  it('dismisses a flag with a reason, sees it among the dismissed, and takes it back', async () => {
    const page = await visitor.get('/flags/amazon--anthropic/round-trip');
    const after = await visitor.submit(page, 'reason', {
      action: 'dismiss',
      reason: 'talks_only',
      note: 'Trying it out',
    });
    expect(after.status).toBe(200);
    const dismissed = await visitor.get('/flags?state=dismissed');
    expect(dismissed.words).toContain('Anthropic');
    const flag = await visitor.get('/flags/amazon--anthropic/round-trip');
    expect(flag.words).toMatch(/Talks only, nothing agreed/);
    expect(flag.words).toContain('Trying it out');
  });

  it('pastes an article on Read and sees what would be flagged, and nothing is stored', async () => {
    const stored = async () => links(await visitor.get('/documents')).filter((href) => href.startsWith('/documents/'));
    const before = await stored();
    expect(before.length).toBeGreaterThan(50);
    const page = await visitor.get('/read');
    const text =
      'Microsoft has hired the two founders of Larkspur Robotics and most of its forty engineers, and pays $120 million for a non-exclusive licence to its software. Larkspur, a maker of warehouse robots, will go on with a smaller team.';
    const read = await visitor.submit(page, 'text', {
      title: 'Microsoft hires the Larkspur team',
      date: '2026-05-20',
      text,
    });
    expect(read.status).toBe(200);
    expect(read.words).toMatch(/Licence-and-hire/);
    expect(read.words).toMatch(/Larkspur Robotics/);
    expect(read.words).toMatch(/\$120m/);
    expect(await stored()).toEqual(before);
  });

  it.each(['/', '/flags', '/deals', '/documents', '/sources', '/read', '/screens', '/alerts', '/outbox'])(
    'finds %s',
    async (path) => {
      const page = await visitor.get(path);
      expect([page.status, page.$('h1').length, page.$('script:not([src])').length, page.$('[style]').length]).toEqual([
        200, 1, 0, 0,
      ]);
    },
  );

  it('follows every link on the main pages without meeting a dead one', async () => {
    const pages = await Promise.all(
      ['/', '/flags', '/deals', '/documents', '/sources', '/screens'].map((path) => visitor.get(path)),
    );
    const own = new Set(
      pages
        .flatMap(links)
        .filter((href) => /^\/(?!\/)/.test(href))
        .map((href) => href.split('#')[0] as string),
    );
    expect(own.size).toBeGreaterThan(20);
    const answers = [];
    for (const path of own) answers.push(`${(await visitor.get(path)).status} ${path}`);
    expect(answers.filter((line) => !line.startsWith('200'))).toEqual([]);
  }, 90_000);

  it('downloads flags and deals with their sources', async () => {
    for (const path of ['/flags.csv', '/deals.csv']) {
      const page = await visitor.get(path);
      expect([page.status, page.words]).toEqual([200, expect.stringMatching(/Anthropic.*https?:\/\//)]);
    }
  });
});
