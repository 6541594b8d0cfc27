import { companiesNamed } from './cases/watched.ts';
import { caseNumberIn } from './ec/headlines.ts';
import { listFeed, readFeedItem } from './lists/news-feed.ts';
import type { Fetched, FoundItem, Listing, ReadPage, Source, SourceSettings } from './source.ts';

/**
 * Authorities whose news comes as a feed and whose registers are no data. An item is read when its headline or lead
 * speaks of a company that is followed or of mergers, digital firms and AI; what it says of a case is read by the
 * reader, like any other text.
 */
interface AuthorityFeed {
  id: string;
  title: string;
  publisher: string;
  authority: string;
  /** Feeds to ask; the second is a poorer way to the same news. */
  feeds: [string, ...string[]];
  home: string;
  /** How its cases are numbered, to be told apart in its texts. */
  caseNumber: RegExp;
  /** ISO 639-1 of its texts when the feed does not say. */
  language: string;
}

const FEEDS: AuthorityFeed[] = [
  {
    id: 'bkarta-news',
    title: 'Bundeskartellamt: news',
    publisher: 'Bundeskartellamt',
    authority: 'BKartA',
    feeds: ['https://www.bundeskartellamt.de/DE/Service/RSS/_documents/rssnewsfeed.xml'],
    home: 'https://www.bundeskartellamt.de/DE/Presse/presse_node.html',
    caseNumber: /\bB\d{1,2}-\d+\/\d{2}\b/,
    language: 'de',
  },
  {
    id: 'adlc-news',
    title: 'Autorité de la concurrence',
    publisher: 'Autorité de la concurrence',
    authority: 'AdlC',
    feeds: ['https://www.autoritedelaconcurrence.fr/en/rss.xml', 'https://www.autoritedelaconcurrence.fr/fr/rss.xml'],
    home: 'https://www.autoritedelaconcurrence.fr/en',
    caseNumber: /\b\d{2}-(?:DCC|DEX|DCCD|D|A|MC|SOA)-\d{1,3}\b/,
    language: 'en',
  },
  {
    id: 'cade-news',
    title: 'CADE: notícias',
    publisher: 'CADE',
    authority: 'CADE',
    feeds: ['https://www.gov.br/cade/pt-br/assuntos/noticias/RSS', 'https://www.gov.br/cade/pt-br/@@rss.xml'],
    home: 'https://www.gov.br/cade/pt-br/assuntos/noticias',
    caseNumber: /\b08700\.\d{6}\/\d{4}-\d{2}\b/,
    language: 'pt',
  },
  {
    id: 'agcm-news',
    title: 'AGCM',
    publisher: 'AGCM',
    authority: 'AGCM',
    feeds: ['https://www.agcm.it/rss/atom-feed'],
    home: 'https://www.agcm.it/media/comunicati-stampa/',
    caseNumber: /\b(?:A|C|I)\d{3,5}[A-Z]?\b/,
    language: 'it',
  },
  {
    id: 'kftc-news',
    title: 'KFTC',
    publisher: 'Korea Fair Trade Commission',
    authority: 'KFTC',
    feeds: ['https://www.korea.kr/rss/dept_ftc.xml'],
    home: 'https://www.ftc.go.kr/eng/',
    caseNumber: /\b\d{4}-\d{3,4}\b/,
    language: 'ko',
  },
  {
    id: 'jftc-news',
    title: 'JFTC',
    publisher: 'Japan Fair Trade Commission',
    authority: 'JFTC',
    feeds: ['https://www.jftc.go.jp/rss/index.xml'],
    home: 'https://www.jftc.go.jp/en/',
    caseNumber: /\b\d{4}年\(.\)第\d+号\b/,
    language: 'ja',
  },
  {
    id: 'cci-news',
    title: 'CCI',
    publisher: 'Competition Commission of India',
    authority: 'CCI',
    feeds: ['https://www.cci.gov.in/rss.xml'],
    home: 'https://www.cci.gov.in/',
    caseNumber: /\bC-\d{4}\/\d{2}\/\d{3,4}\b/,
    language: 'en',
  },
];

const SUBJECT =
  /merger|acquisition|acquire|concentration|fusion|zusammenschluss|übernahme|beteiligung|kooperation|rachat|prise de contrôle|ato de concentração|aquisição|concentrazion|acquisizion|partnership|artificial|künstlich|intelligen[cz]|KI\b|\bAI\b|\bIA\b|cloud|digital|GWB|19a|기업결합|인공지능|플랫폼|企業結合|人工知能|生成AI|デジタル/i;

function listNews(page: Fetched, settings: SourceSettings, about: AuthorityFeed): Listing {
  const listing = listFeed(page, settings);
  const items = listing.items.map((item): FoundItem => {
    const words = `${item.title ?? ''}\n${item.document?.text ?? ''}`;
    const number = about.caseNumber.exec(words)?.[0] ?? caseNumberIn(words);
    const fields = { ...item.fields, language: item.fields.language ?? about.language, ...(number ? { number } : {}) };
    const isRead = SUBJECT.test(words) || companiesNamed(words).length > 0;
    return isRead ? { ...item, fields } : { ...item, fields, page: null, document: null };
  });
  return { ...listing, items };
}

function readNews(page: Fetched | null, item: FoundItem, settings: SourceSettings, about: AuthorityFeed): ReadPage {
  const read = readFeedItem(page, item, settings);
  return { ...read, document: { ...read.document, language: read.document.language ?? about.language } };
}

/** One source for each authority of the list. */
export const authorityFeeds: readonly Source[] = FEEDS.map((about) => ({
  id: about.id,
  title: about.title,
  publisher: about.publisher,
  sourceClass: 'official' as const,
  authority: about.authority,
  home: about.home,
  start: [about.feeds[0]],
  ...(about.feeds.length > 1 ? { instead: about.feeds.slice(1) } : {}),
  everyMinutes: 360,
  expectsAtLeast: 1,
  expectsAtMost: 500,
  holdsNewest: true,
  list: (page: Fetched, settings: SourceSettings) => listNews(page, settings, about),
  read: (page: Fetched | null, item: FoundItem, settings: SourceSettings) => readNews(page, item, settings, about),
}));
