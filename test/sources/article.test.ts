import { describe, expect, it } from 'vitest';
import { SourceBlocked, Unreadable } from '../../model/errors.ts';
import { countWords, extractArticle } from '../../sources/article/article.ts';
import { NOW } from './site.ts';

const extract = (html: string | Uint8Array, contentType = 'text/html') =>
  extractArticle({
    body: Buffer.from(html as string),
    contentType,
    url: 'https://paper.example/tech/deal.html',
    fetchedAt: NOW,
  });
const PROSE = Array.from(
  { length: 6 },
  (_, n) =>
    `<p>Paragraph ${n + 1}: the company said that it had agreed to buy the start-up, and that the staff would stay where they are for now.</p>`,
).join('\n');
const page = (
  head: string,
  body = `<nav><a href="/">Home</a> <a href="/tech">Tech</a></nav><article>${PROSE}</article><footer>All rights reserved</footer>`,
  html = '',
) => `<!doctype html><html ${html}><head>${head}</head><body>${body}</body></html>`;

describe('the text', () => {
  it('has its paragraphs and none of the page around it', () => {
    const { text } = extract(page('<title>Deal</title>'));
    expect(text.split('\n\n')).toHaveLength(6);
    expect(text).toMatch(/^Paragraph 1: the company/);
    expect(text).not.toMatch(/Home|rights reserved/);
  });

  it('does not repeat the title, and leaves scripts, styles and labels out', () => {
    const body = `<article><h1>A deal is done</h1><style>p{}</style>${PROSE}<p>Advertisement</p><script>track()</script><p>The end of the story comes here, at last, for all who waited.</p></article>`;
    const { text, title } = extract(page('<title>A deal is done</title>', body));
    expect(title).toBe('A deal is done');
    expect(text).not.toMatch(/A deal is done|Advertisement|track|p\{\}/);
    expect(text).toMatch(/for all who waited\.$/);
  });

  it('comes from the structured data when a script puts the page together', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Structured',
      articleBody: 'The company said on Monday that it would lease its models to the group for five years.',
    });
    const { text, title, warnings } = extract(
      page(`<script type="application/ld+json">${data}</script>`, '<div id="app"></div>'),
    );
    expect([title, text]).toEqual(['Structured', expect.stringContaining('lease its models')]);
    expect(warnings).toEqual([expect.stringMatching(/paywall/)]);
  });

  it.each([
    '<!doctype html><html lang="en"><title>A title</title>',
    '<!doctype html><html><head><title>A title</title></head>',
    '<!doctype html><title>A title</title>',
  ])('is found where the tag of the body is left out, as HTML allows: %s', (head) => {
    const sentence = 'Alpha has said that it will put money into Beta over the next few years. ';
    const { text, title } = extract(`${head}<article><h1>A title</h1><p>${sentence.repeat(6)}</p></article>`);
    expect(text).toContain('Alpha has said that it will put money into Beta');
    expect(title).toBe('A title');
  });

  it('keeps the cells of a table apart', () => {
    const table = '<table><tr><th>Year</th><th>Sum</th></tr><tr><td>2025</td><td>$4bn</td></tr></table>';
    expect(extract(page('<title>T</title>', `<article>${PROSE}${table}${PROSE}</article>`)).text).toMatch(
      /2025 \| \$4bn/,
    );
  });

  it('of a plain file is taken as it is, its first line as title', () => {
    const text = 'A deal is done\n\nThe company said on Monday that it had bought the start-up.\nStaff will stay.';
    expect(extract(text, 'text/plain')).toMatchObject({
      title: 'A deal is done',
      text: 'The company said on Monday that it had bought the start-up.\nStaff will stay.',
      published: null,
      canonical: 'https://paper.example/tech/deal.html',
    });
  });
});

it('a page is read by its bytes, whatever its Content-Type says', () => {
  const html = page('<title>Deal</title>');
  for (const type of ['application/pdf', 'application/octet-stream', 'text/css', '']) {
    expect(extract(html, type).text).toMatch(/^Paragraph 1/);
  }
});

describe('what the page says of itself', () => {
  it('from schema.org data', () => {
    const data = {
      '@graph': [
        { '@type': 'WebPage', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'From data',
          datePublished: '2026-02-27T23:30:00-05:00',
          author: [{ name: 'Desk One' }, 'Desk Two'],
          inLanguage: 'en-US',
        },
      ],
    };
    expect(
      extract(page(`<title>Other</title><script type="application/ld+json">${JSON.stringify(data)}</script>`)),
    ).toMatchObject({
      title: 'From data',
      byline: 'Desk One, Desk Two',
      published: '2026-02-27',
      language: 'en',
    });
  });

  it('from metadata tags, the site name cut from the title', () => {
    const head = `<title>Un accord conclu à Paris | Le Journal</title><meta property="og:site_name" content="Le Journal">
      <meta property="article:published_time" content="2026-02-20T08:00:00Z"><meta name="author" content="La rédaction">
      <link rel="canonical" href="/tech/deal">`;
    expect(extract(page(head, undefined, 'lang="fr-FR"'))).toMatchObject({
      title: 'Un accord conclu à Paris',
      byline: 'La rédaction',
      published: '2026-02-20',
      language: 'fr',
      canonical: 'https://paper.example/tech/deal',
    });
  });

  it('broken data is passed over, a date ahead is not believed, a canonical front page neither', () => {
    const head = `<title>Plain title of it</title><script type="application/ld+json">{"@type": "NewsArticle", oops</script>
      <meta property="article:published_time" content="2036-01-01"><meta name="date" content="2026-02-11"><link rel="canonical" href="https://paper.example/">`;
    expect(extract(page(head))).toMatchObject({ title: 'Plain title of it', published: '2026-02-11', canonical: null });
  });

  it('markup in it stays text', () => {
    const { title } = extract(page('<meta property="og:title" content="&lt;img src=x onerror=alert(1)&gt; deal">'));
    expect(title).toBe('<img src=x onerror=alert(1)> deal');
  });
});

describe('what is no article', () => {
  it.each([
    ['nothing', ''],
    ['an empty page', page('<title>x</title>', '')],
    ['a shell', page('<title>x</title>', '<div id="root"></div><script src="app.js"></script>')],
    ['a few words', page('<title>x</title>', '<p>Subscribe to read on.</p>')],
    ['a PDF', '%PDF-1.7 binary'],
    ['a zip', 'PK\u0003\u0004 binary'],
  ])('%s is unreadable, with a sentence', (_name, html) => {
    expect(() => extract(html)).toThrow(Unreadable);
    expect(() => extract(html)).toThrow(/^(The|A) .+\.$/);
  });

  it('a challenge is a refusal', () => {
    expect(() => extract(page('<title>Attention Required! | Gate</title>', '<h1>One more step</h1>'))).toThrow(
      SourceBlocked,
    );
  });
});

it('countWords counts what people call words', () => {
  expect([countWords('It’s a $2.5bn deal – done.'), countWords(''), countWords('東京大学')]).toEqual([5, 0, 3]);
});

describe('the day in a line at the head of a text', () => {
  const published = (head: string) =>
    extractArticle({
      body: Buffer.from(
        `Alpha buys Beta\n\n${head}\n\n${'The company said that it had agreed to buy the start-up. '.repeat(6)}`,
      ),
      contentType: 'text/plain',
      url: 'https://news.example/1',
      fetchedAt: NOW,
    }).published;

  it.each([
    ['Brussels, 12 February 2026', '2026-02-12'],
    ['BRUSSELS, 12 February 2026 – The Commission has opened an investigation.', '2026-02-12'],
    ['Published 12 February 2026', '2026-02-12'],
    ['SEATTLE, 12 February 2026. Alpha Cloud today announced a purchase.', '2026-02-12'],
    ['Paris, le 12 février 2026', '2026-02-12'],
    ['Alpha closed on 12 February 2026 – the last day allowed', null],
    ['Alpha closed its deal on 12 February 2026. Then Beta left.', null],
    ['Berlin, 12. Februar 2026 - Das Bundeskartellamt prüft den Fall.', '2026-02-12'],
    ['By Ann Writer and Bob Reporter', null],
    ['Alpha closed its purchase of Gamma on 12 February 2026, it said.', null],
    ['In 2024 Alpha spent more than on 12 February 2025, as was reported at the time.', null],
    ['Geneva, 12 February 2031', null],
    ['12/02/2026', null],
  ])('%s: %s', (head, day) => {
    expect(published(head)).toBe(day);
  });
});
