import { Parser } from 'htmlparser2';
import { tidyLine } from '../parsing/tidy.ts';

/** What a sitemap says of one page, as written; empty where it says nothing. */
export interface SitemapEntry {
  loc: string;
  lastmod: string;
  /** Of a news sitemap. */
  title: string;
  /** Of a news sitemap: the day of publication. */
  date: string;
}

export interface SitemapEntries {
  urls: SitemapEntry[];
  /** Further sitemaps that an index names. */
  parts: SitemapEntry[];
}

/** Where an entry says what; names without their prefix, in the element around them. */
const FIELDS: Readonly<Record<string, keyof SitemapEntry>> = {
  'url loc': 'loc',
  'sitemap loc': 'loc',
  'url lastmod': 'lastmod',
  'sitemap lastmod': 'lastmod',
  'news title': 'title',
  'news publication_date': 'date',
};
const LONGEST_FIELD = 4_000;

const emptyEntry = (): SitemapEntry => ({ loc: '', lastmod: '', title: '', date: '' });

/**
 * Takes the text of a sitemap or of an index; gives its entries in their order. It is read in one pass without a tree, so
 * that the 50,000 addresses that a sitemap may hold are no more trouble than fifty.
 */
export function sitemapEntries(text: string): SitemapEntries {
  const found: SitemapEntries = { urls: [], parts: [] };
  const open: string[] = [];
  let entry = emptyEntry();
  const parser = new Parser(
    {
      onopentagname(name) {
        open.push(localName(name));
        if (open.at(-1) === 'url' || open.at(-1) === 'sitemap') entry = emptyEntry();
      },
      ontext(data) {
        const field = FIELDS[`${open.at(-2)} ${open.at(-1)}`];
        if (field && entry[field].length < LONGEST_FIELD) entry[field] += data;
      },
      onclosetag(name) {
        open.pop();
        const list = { url: found.urls, sitemap: found.parts }[localName(name)];
        list?.push(tidied(entry));
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return found;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

const tidied = ({ loc, lastmod, title, date }: SitemapEntry): SitemapEntry => ({
  loc: tidyLine(loc),
  lastmod: tidyLine(lastmod),
  title: tidyLine(title),
  date: tidyLine(date),
});
