/** Feeds and pages of our own making for the benches: the shapes of the real ones, with text made of common words. */

const WORDS =
  'the company said on Tuesday that its cloud unit would invest further in the model maker after a review of the terms agreed last year while the regulator asked both parties for documents and a decision is expected before the summer'.split(
    ' ',
  );

/** Words in an order that the seed decides, so that no two texts are alike. */
export function prose(words: number, seed: number): string {
  let state = seed * 2_654_435_761 + 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  const made: string[] = [];
  for (let n = 1; n <= words; n += 1) {
    const word = WORDS[next() % WORDS.length] as string;
    made.push(n % 17 === 1 ? word[0]?.toUpperCase() + word.slice(1) : n % 17 === 0 ? `${word}.` : word);
  }
  return made.join(' ');
}

/** An RSS 2.0 feed with full content, as newsrooms send it. */
export function rssFeed(items: number, wordsEach: number): string {
  const entries = Array.from(
    { length: items },
    (_, n) => `<item><title>${prose(9, n)}</title><link>https://news.example/item-${n}?utm_source=rss</link>
<guid isPermaLink="false">news-${n}</guid><pubDate>Tue, ${String((n % 27) + 1).padStart(2, '0')} May 2026 08:00:00 GMT</pubDate>
<dc:creator><![CDATA[Staff]]></dc:creator><category>AI</category><description>${prose(25, n + 7)}</description>
<content:encoded><![CDATA[${paragraphs(wordsEach, n)}]]></content:encoded></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example News</title><link>https://news.example/</link><language>en</language>${entries.join('\n')}</channel></rss>`;
}

/** An Atom feed with summaries. */
export function atomFeed(entries: number, wordsEach: number): string {
  const made = Array.from(
    { length: entries },
    (_, n) => `<entry><id>tag:news.example,2026:${n}</id><title type="html">${prose(9, n)}</title>
<link rel="alternate" type="text/html" href="https://news.example/entry-${n}"/><updated>2026-05-${String((n % 27) + 1).padStart(2, '0')}T08:00:00Z</updated>
<author><name>Staff</name></author><content type="html">${paragraphs(wordsEach, n).replaceAll('<', '&lt;')}</content></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example</title><id>urn:example</id><updated>2026-05-27T08:00:00Z</updated>${made.join('\n')}</feed>`;
}

function paragraphs(words: number, seed: number): string {
  const each = 60;
  return Array.from({ length: Math.ceil(words / each) }, (_, n) => `<p>${prose(each, seed * 31 + n)}</p>`).join('');
}

/** A news page: head with metadata, menus, article of so many words, comments, related links, footer. */
export function newsPage(words: number, seed: number): string {
  const links = (count: number, kind: string) =>
    Array.from({ length: count }, (_, n) => `<li class="${kind}"><a href="/${kind}/${n}">${prose(6, n)}</a></li>`).join(
      '',
    );
  const body = Array.from(
    { length: Math.ceil(words / 60) },
    (_, n) =>
      `<p class="body-text">${prose(60, seed * 31 + n)} <a href="/topic/${n}">${prose(3, n)}</a></p>${n % 5 === 4 ? '<aside class="ad"><div id="ad-slot"><script>load("ad")</script></div></aside>' : ''}`,
  ).join('\n');
  const script = `<script>window.data = ${JSON.stringify({ state: prose(900, seed) })};</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${prose(9, seed)} | Example News</title>
<meta property="og:title" content="${prose(9, seed)}"><meta property="article:published_time" content="2026-05-12T08:00:00Z">
<link rel="canonical" href="https://news.example/${seed}">${script}<style>.body-text{margin:0}</style></head>
<body><header><nav><ul>${links(40, 'menu')}</ul></nav></header><main><article><h1>${prose(9, seed)}</h1>
<div class="byline">By Staff</div><div class="article-body">${body}</div></article>
<section class="related"><h2>More</h2><ul>${links(30, 'related')}</ul></section>
<section class="comments">${Array.from({ length: 25 }, (_, n) => `<div class="comment"><p>${prose(30, n + 500)}</p></div>`).join('')}</section></main>
<footer><ul>${links(50, 'footer')}</ul></footer>${script}</body></html>`;
}
