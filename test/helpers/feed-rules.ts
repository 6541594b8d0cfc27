import { type CheerioAPI, load } from 'cheerio';
import { type Element, isTag } from 'domhandler';
import { XMLValidator } from 'fast-xml-parser';

const ATOM = 'http://www.w3.org/2005/Atom';
/** RFC 3339 with a zone, as RFC 4287, 3.3, asks for. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const KNOWN = new Set(
  'feed author category content contributor email entry generator icon id link logo name published rights source subtitle summary title updated uri'.split(
    ' ',
  ),
);
const TEXT_TYPES = ['text', 'html', 'xhtml'];

/** Takes an Atom document; gives what breaks RFC 4287 in it, with the number of the section. Nothing for a valid one. */
export function atomProblems(xml: string): string[] {
  const formed = XMLValidator.validate(xml);
  if (formed !== true) return [`not well-formed: ${formed.err.msg}`];
  const $ = load(xml, { xml: true });
  const feed = $.root().children('feed');
  if (feed.length !== 1 || feed.attr('xmlns') !== ATOM) return ['4.1.1 the root is one atom:feed'];
  const entries = feed.children('entry').toArray();
  const ids = entries.map((entry) => $(entry).children('id').text());
  return [
    ...partsOf($, feed[0] as Element, 'feed'),
    ...(feed.children('link[rel=self]').length === 1 ? [] : ['4.1.1 one link rel=self']),
    ...entries.flatMap((entry, n) => partsOf($, entry, `entry ${n + 1}`)),
    ...entries.flatMap((entry, n) => contentOf($, entry, n + 1)),
    ...(new Set(ids).size === ids.length ? [] : ['4.2.6 ids of entries are unique']),
    ...$('*')
      .toArray()
      .filter(isTag)
      .filter((one) => !KNOWN.has(one.tagName))
      .map((one) => `unknown element ${one.tagName}`),
  ];
}

/** What feed and entry have in common: 4.1.1 and 4.1.2. */
function partsOf($: CheerioAPI, element: Element, where: string): string[] {
  const all = $(element);
  const problems: string[] = [];
  for (const name of ['id', 'title', 'updated']) {
    if (all.children(name).length !== 1) problems.push(`${where}: exactly one ${name}`);
  }
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(all.children('id').text()))
    problems.push(`${where}: 4.2.6 id is an absolute IRI`);
  if (all.children('author').length === 0 && $('feed > author').length === 0) problems.push(`${where}: an author`);
  for (const author of all.children('author').toArray()) {
    if (!$(author).children('name').text().trim()) problems.push(`${where}: 3.2.1 a person has a name`);
  }
  for (const date of all.children('updated, published').toArray()) {
    if (!DATE.test($(date).text()) || Number.isNaN(Date.parse($(date).text())))
      problems.push(`${where}: 3.3 ${$(date).text()}`);
  }
  for (const link of all.children('link').toArray()) {
    if (!URL.canParse($(link).attr('href') ?? '')) problems.push(`${where}: 4.2.7 a link has an address`);
  }
  const alternate = all
    .children('link[rel=alternate]')
    .toArray()
    .map((link) => `${$(link).attr('type')} ${$(link).attr('hreflang')}`);
  if (new Set(alternate).size !== alternate.length) problems.push(`${where}: one alternate of each type`);
  for (const text of all.children('title, subtitle, summary, rights').toArray()) {
    if (!TEXT_TYPES.includes($(text).attr('type') ?? 'text')) problems.push(`${where}: 3.1.1 type of a text`);
    if ($(text).children().length > 0) problems.push(`${where}: 3.1.1 a text has no elements in it`);
  }
  return problems;
}

function contentOf($: CheerioAPI, entry: Element, n: number): string[] {
  const content = $(entry).children('content');
  if (content.length > 1) return [`entry ${n}: 4.1.2 one content`];
  if (content.length === 0 && $(entry).children('link[rel=alternate]').length === 0)
    return [`entry ${n}: 4.1.2 an alternate link`];
  return content.children().length > 0 ? [`entry ${n}: 4.1.3.3 text has no elements in it`] : [];
}

/** Takes a JSON feed; gives what breaks version 1.1 of its specification (jsonfeed.org) in it. */
export function jsonFeedProblems(text: string): string[] {
  const feed = JSON.parse(text) as Record<string, unknown> & { items?: Record<string, unknown>[] };
  const problems: string[] = [];
  if (feed.version !== 'https://jsonfeed.org/version/1.1') problems.push('version');
  if (typeof feed.title !== 'string' || !feed.title) problems.push('title');
  for (const name of ['home_page_url', 'feed_url']) if (!URL.canParse(String(feed[name]))) problems.push(name);
  if (!Array.isArray(feed.items)) return [...problems, 'items'];
  feed.items.forEach((item, n) => {
    if (typeof item.id !== 'string' || !item.id) problems.push(`item ${n + 1}: id`);
    if (typeof item.content_text !== 'string' && typeof item.content_html !== 'string')
      problems.push(`item ${n + 1}: content`);
    if (!URL.canParse(String(item.url))) problems.push(`item ${n + 1}: url`);
    if (!DATE.test(String(item.date_published))) problems.push(`item ${n + 1}: date_published`);
  });
  if (new Set(feed.items.map((item) => item.id)).size !== feed.items.length) problems.push('ids are unique');
  return problems;
}
