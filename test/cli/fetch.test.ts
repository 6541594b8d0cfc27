import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { fetchOne } from '../../cli/fetch.ts';
import { readConfig } from '../../config.ts';
import type { Instant } from '../../model/day.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { createFetcher } from '../../sources/fetching/http.ts';
import { createWorkers } from '../../workers/pool.ts';

const STORY = 'The company said on Monday that it had agreed to buy the start-up for two billion dollars. '.repeat(4);
const server = createServer((request, response) => {
  if (request.url === '/feed') {
    response.end(
      '<rss version="2.0"><channel><title>t</title><item><title>One</title><link>/1</link></item><item><title>Two</title><link>/2</link></item></channel></rss>',
    );
  } else if (request.url === '/empty') {
    response.end('<rss version="2.0"><channel><title>t</title></channel></rss>');
  } else if (request.url === '/1') {
    response
      .setHeader('content-type', 'text/html')
      .end(`<html><head><title>One</title></head><body><p>${STORY}</p></body></html>`);
  } else response.writeHead(404).end();
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const now = () => '2026-03-02T09:00:00.000Z' as Instant;
const fetcher = createFetcher({ contact: '', allow: [`127.0.0.1:${port}`], maxBytes: 1e6, now });
const workers = createWorkers({ threads: 1 });

afterAll(async () => {
  await fetcher.close();
  await workers.close();
  await new Promise((done) => server.close(done));
});

async function run(args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const status = await fetchOne(
    args,
    { stdout, stderr, stdin: Readable.from([]) },
    { fetcher, workers, now, config: readConfig({}) },
  );
  const printed: string = stdout.read()?.toString() ?? '';
  const lines = printed
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { status, lines, notes: String(stderr.read() ?? '') };
}

const payload = (name: string) => fileURLToPath(new URL(`../sources/${name}`, import.meta.url));

describe('npm run -s fetch', () => {
  it('prints what a live feed has, and the articles behind it; one that is gone stops nothing', async () => {
    const { status, lines, notes } = await run([`http://127.0.0.1:${port}/feed`]);
    expect(lines.map(({ type, title }) => [type, title])).toEqual([
      ['item', 'One'],
      ['item', 'Two'],
      ['document', 'One'],
    ]);
    expect(status).toBe(1);
    expect(notes).toMatch(/\/2: 127\.0\.0\.1 no longer has this page \(404\)/);
  });

  it('an empty list fails, since that is never a day without news', async () => {
    const { status, notes } = await run([`http://127.0.0.1:${port}/empty`]);
    expect(status).toBe(1);
    expect(notes).toMatch(/0 entries where at least 1/);
  });

  it('prints cases, documents and events from saved payloads', async () => {
    const { status, lines, notes } = await run([
      'cma-cases',
      '--from',
      payload('cma-cases/list.json'),
      payload('cma-cases/case-google-anthropic.json'),
    ]);
    expect(status).toBe(0);
    expect(lines.filter(({ type }) => type === 'case')).toHaveLength(6);
    expect(lines.filter(({ type }) => type === 'event')).toMatchObject([
      { status: 'information_request' },
      { status: 'phase1' },
      { status: 'no_jurisdiction' },
    ]);
    expect(notes).toMatch(/not known here/);
  });

  it('takes a page without its list', async () => {
    const { lines } = await run(['ftc-press', '--from', payload('ftc-press/release-nvidia.html')]);
    expect(lines.map(({ type }) => type)).toEqual(['document', 'event']);
  });

  it('a file that is neither a list nor a page says both, and a list with nothing in it says that', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dealwatch-'));
    const broken = join(folder, 'broken.xml');
    await writeFile(broken, '<rss version="2.0">\n</rss');
    const neither = await run(['feed', '--from', broken]);
    expect(neither.status).toBe(1);
    expect(neither.notes).toMatch(/no text[\s\S]*taken as a list: The feed is broken/);
    await writeFile(broken, '<rss version="2.0"><channel><title>t</title></channel></rss>');
    expect((await run(['feed', '--from', broken])).notes).toMatch(/The list has 0 entries/);
    await rm(folder, { recursive: true });
  });

  it('says what may be asked for', async () => {
    await expect(run([])).rejects.toThrow(InvalidInput);
    await expect(run(['cma-cases', '--from'])).rejects.toThrow(InvalidInput);
    await expect(run(['cma-case'])).rejects.toThrow(/cma-cases/);
    await expect(run(['feed', '--from', '/nowhere/x.xml'])).rejects.toThrow(NotFound);
  });
});
