import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../sources/article/article.ts';
import { aWebServer } from '../helpers/web-server.ts';
import { docx } from '../helpers/zip.ts';
import { aWorld, post, signedIn, words } from './world.ts';

const STORY = 'Microsoft has invested €15 million in Mistral AI, the two companies said on Tuesday in Paris.';
const PAGE = `<!doctype html><html lang="en"><head><title>Microsoft puts more into Mistral AI</title>
  <meta property="article:published_time" content="2024-02-26"></head>
  <body><article><h1>Microsoft puts more into Mistral AI</h1><p>${STORY}</p></article></body></html>`;

type Answer = (path: string) => {
  status?: number;
  type?: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
};

/** Sends a link from the Read page; the site answers as told. */
async function readLink(
  answer: Answer,
  { role = 'viewer' as 'viewer' | 'analyst', url = '/story', keep = false, settings = {} } = {},
) {
  const asked: string[] = [];
  const site = await aWebServer((req, res) => {
    asked.push(req.url ?? '');
    const { status = 200, type = 'text/html; charset=utf-8', body = '', headers = {} } = answer(req.url ?? '');
    res.writeHead(status, { 'Content-Type': type, ...headers }).end(body);
  });
  const workers = { article: async (page: Parameters<typeof extractArticle>[0]) => extractArticle(page) };
  const world = await aWorld({ workers, settings: { FETCH_ALLOW: site.host, ...settings } });
  const { browser, csrf } = await signedIn(world, role);
  const link = url.startsWith('/') ? `${site.origin}${url}` : url;
  const result = await post(browser, '/read/link', { _csrf: csrf, url: link, do: keep ? 'keep' : 'read' });
  const documents = await world.db.selectFrom('documents').select(['title', 'url', 'publisher']).execute();
  return { ...result, said: words(result.text), documents, asked, browser, site };
}

const noRobots: Answer = (path) => (path === '/robots.txt' ? { status: 404 } : { body: PAGE });

describe('a link on the Read page', () => {
  it('is fetched, read and shown like a pasted text, and nothing is stored', async () => {
    const { status, text, said, documents } = await readLink(noRobots);
    expect(status).toBe(200);
    expect(load(text)('.art').text()).toContain('€15 million');
    expect(said).toContain('Microsoft → Mistral AI');
    expect(load(text)('input[name=date]').attr('value')).toBe('2024-02-26');
    expect(documents).toEqual([]);
  });

  it('may lead to a Word document', async () => {
    const body = docx('Microsoft puts more into Mistral AI', [STORY]);
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const { text } = await readLink((path) => (path === '/robots.txt' ? { status: 404 } : { body, type }), {
      url: '/release.docx',
    });
    expect(load(text)('.art').text()).toContain('€15 million');
  });

  it('becomes a document when an analyst keeps it, and not for a viewer', async () => {
    const kept = await readLink(noRobots, { role: 'analyst', keep: true });
    expect(kept.status).toBe(303);
    expect(kept.documents).toMatchObject([{ title: 'Microsoft puts more into Mistral AI', publisher: '127.0.0.1' }]);
    const refused = await readLink(noRobots, { keep: true });
    expect(refused.status).toBe(403);
    expect([refused.documents, refused.asked]).toEqual([[], []]);
  });
});

describe('what cannot be fetched is said, and the address stays in its field', () => {
  it.each([
    ['nothing', ' '],
    ['words', 'the story of this morning'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['a name and password', 'https://a:b@news.example/'],
  ])('%s is no address of a page', async (_, url) => {
    const { status, said, asked } = await readLink(noRobots, { url });
    expect(status).toBe(422);
    expect(said).toMatch(/Give the address of a web page|The page could not be fetched/);
    expect(asked).toEqual([]);
  });

  it.each([
    'http://127.0.0.1:9/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://0x7f.1/',
  ])('no private address: %s', async (url) => {
    const { status, text, said, asked } = await readLink(noRobots, { url });
    expect(status).toBe(422);
    expect(said).toContain('The page could not be fetched.');
    expect(load(text)('input[name=url]').attr('value')).toBe(url);
    expect(asked).toEqual([]);
  });

  it('nor a redirect to one', async () => {
    const { status, said } = await readLink((path) =>
      path === '/robots.txt' ? { status: 404 } : { status: 302, headers: { Location: 'http://169.254.169.254/' } },
    );
    expect(status).toBe(422);
    expect(said).toContain('The page could not be fetched.');
  });

  it('what robots.txt keeps to itself', async () => {
    const { status, said, asked } = await readLink((path) =>
      path === '/robots.txt' ? { type: 'text/plain', body: 'User-agent: *\nDisallow: /' } : { body: PAGE },
    );
    expect(status).toBe(422);
    expect(said).toMatch(/robots\.txt/);
    expect(asked).toEqual(['/robots.txt']);
  });

  it.each([
    ['a page that is gone', { status: 404 }],
    ['a refusal', { status: 403 }],
    ['a failure', { status: 500 }],
    ['a page larger than allowed', { body: 'x'.repeat(1_100_000) }],
    ['a page without a text', { body: '<!doctype html><html><body><div id="root"></div></body></html>' }],
  ])('%s', async (_, page) => {
    const { status, said, documents } = await readLink((path) => (path === '/robots.txt' ? { status: 404 } : page), {
      role: 'analyst',
      keep: true,
    });
    expect(status).toBe(422);
    expect(said).toMatch(/could not be fetched|There is no text on that page/);
    expect(documents).toEqual([]);
  });
});
