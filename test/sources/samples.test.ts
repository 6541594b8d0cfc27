import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../model/day.ts';

import { extractArticle } from '../../sources/article/article.ts';
import { findSource } from '../../sources/index.ts';
import { parseFeed } from '../../sources/lists/feed.ts';
import { type Fetched, type FoundItem, unlisted } from '../../sources/source.ts';

/**
 * Payloads of the real sites, which lie beside the repository where they are at hand and never in it. Here stands what
 * each must give, or the failure that it must end in; without them these tests are skipped, and that is shown.
 */
const FOLDER = fileURLToPath(new URL('../../../shared/samples', import.meta.url));
const IS_HERE = existsSync(join(FOLDER, 'MANIFEST.md'));
const LATER = '2026-11-20T12:00:00.000Z' as Instant;

function sample(name: string, url = 'https://sample.example/', contentType: string | null = null): Fetched {
  const body = readFileSync(join(FOLDER, name));
  return { url, finalUrl: url, status: 200, contentType, body, etag: null, lastModified: null, fetchedAt: LATER };
}

function settingsOf(id: string) {
  const { publisher, sourceClass } = findSource(id);
  return { id, url: null, publisher, sourceClass };
}
const list = (id: string, page: Fetched) => findSource(id).list(page, settingsOf(id));
const read = (id: string, page: Fetched, item: Partial<FoundItem> = {}) =>
  findSource(id).read(page, { ...unlisted('sample'), ...item }, settingsOf(id));

/** What a feed gives: its title, its items' first titles, texts or days; or the kind of failure. */
type Given = { items: number; title?: string; first?: Record<string, unknown> } | { fails: string };
const BROKEN = { fails: 'SourceChanged' };
const NO_ITEMS = { items: 0 };

const FEEDS: Record<string, Given> = {
  'feedjira_AtomEscapedHTMLInPreTag.xml': { items: 1, first: { text: expect.stringContaining('<b>test<b>') } },
  'feedjira_AtomFeedWithSpacesAroundEquals.xml': { items: 1, first: { published: '2012-11-07' } },
  'feedjira_DuplicateContentAtomFeed.xml': { items: 10, first: { title: 'Down time', published: '2014-07-21' } },
  'feedjira_InvalidDateFormat.xml': { items: 2, first: { published: '2017-10-16' } },
  'feedjira_atom_link_unmarked.xml': { items: 1, first: { url: expect.stringMatching(/\/2009\/07\/ja\.html$/) } },
  'fp_atom10_relative_uri_inherit.xml': { items: 0, title: 'Example test' },
  'fp_big5.xml': NO_ITEMS,
  'fp_bogus_encoding.xml': NO_ITEMS,
  'fp_corrupted_ampersands.xml': { items: 1, first: { url: 'http://link/get?a=1&b=2' } },
  'fp_doctype_entity_decl.xml': NO_ITEMS,
  'fp_doctype_illformed.xml': { items: 0, title: 'found' },
  'fp_double-encoded-html.xml': { items: 1, first: { text: '…' } },
  'fp_empty_document.xml': BROKEN,
  'fp_entity_in_doctype.xml': { items: 1, first: { id: 'tag:example.com,2006-05-04:/blog/' } },
  'fp_euc-kr.xml': { items: 1, first: { text: '\ub144' } },
  'fp_gb2312_undeclared.xml': { items: 1, first: { title: expect.stringMatching(/^\p{Script=Han}{8}/u) } },
  'fp_high_bit_date.xml': NO_ITEMS,
  'fp_http_charset_overrides_declaration.xml': { items: 1, first: { text: 'This is a £“test.”' } },
  'fp_illformed.xml': BROKEN,
  'fp_incomplete_cdata.xml': BROKEN,
  'fp_invalid-bytes-with-bom.xml': BROKEN,
  'fp_linenoise.xml': { items: 1 },
  'fp_malicious_comment.xml': { items: 0, title: 'safe' },
  'fp_ns_atom_svg_title_clash.xml': { items: 1, first: { title: null } },
  'fp_ns_rss2_localname_clash.xml': { items: 1, first: { text: 'correct description' } },
  'fp_unclosed_comment.xml': { items: 0, title: 'safe' },
  'fp_undeclared_namespace.xml': NO_ITEMS,
  'fp_updated_multiple_values.xml': { items: 1, first: { published: '2003-12-31' } },
  'fp_utf-16be-bom.xml': NO_ITEMS,
  'fp_utf-16le-bom.xml': NO_ITEMS,
  'fp_utf-16le-no-bom.xml': NO_ITEMS,
  'fp_utf-8-bom.xml': NO_ITEMS,
  'fp_windows-1252_mislabelled_1.xml': { items: 1, first: { text: 'don’t' } },
  'fp_windows1255_undeclared.xml': { items: 1, first: { text: expect.stringMatching(/^\p{Script=Hebrew}+ /u) } },
  'gofeed_atom_base64_content.xml': { items: 1, first: { text: expect.stringContaining('Entry Content') } },
  'gofeed_atom_link_href_space_prefix.xml': { items: 1, first: { url: 'http://example.org/' } },
  'gofeed_bare_ampersand.xml': { items: 0, title: 'Fish & Chips & more <3' },
  'gofeed_content_encoded_no_namespace.xml': { items: 1, first: { title: 'First' } },
  'gofeed_item_xml_base.xml': { items: 1, first: { url: 'http://example.org/feeds/post/1' } },
  'gofeed_legacy_entity_prefix.xml': { items: 0, title: '?page=1&copy=2;mode=x & done' },
  'gofeed_mixed_cdata.xml': { items: 1, first: { text: 'Breaking: Big News today' } },
  'rssparser_incomplete-fields.atom': NO_ITEMS,
  'rssparser_instant-article_cdata-html.xml': { items: 1, first: { text: 'Lorem ipsum', published: '2016-05-04' } },
  'rssparser_missing-fields.atom': { items: 1, first: { url: null, published: null } },
  'rssparser_unrecognized.xml': BROKEN,
  'encoding_rss.xml': { items: 40, first: { title: 'Mãe de utente é a nova presidente da Raríssimas' } },
  'google_alerts_atom.xml': { items: 20, first: { url: expect.stringMatching(/^https:\/\/www\.aglobalmarket/) } },
  'guardian.rss.xml': { items: 55, first: { published: '2018-01-31' } },
  'heise.atom': { items: 15, first: { published: '2016-02-01' } },
  'heraldsun_rss.xml': { items: 2, first: { title: 'The First Item' } },
  'rss-1.0_rdf.xml': { items: 69, first: { published: '2017-06-15' } },
  'techcrunch_rss.xml': { items: 20, first: { published: '2011-11-02' } },
  'uolNoticias_iso-8859-1.xml': {
    items: 15,
    first: { published: '2018-09-24', title: expect.stringMatching(/simulações/) },
  },
};

describe.skipIf(!IS_HERE)('samples: feeds', () => {
  const files = IS_HERE
    ? ['feeds-nasty', 'feeds-real'].flatMap((dir) => readdirSync(join(FOLDER, dir)).map((name) => join(dir, name)))
    : [];

  it('none is left out', () => {
    expect(files.map((name) => basename(name)).sort()).toEqual(Object.keys(FEEDS).sort());
  });

  it.each(files)('%s', (name) => {
    const given = FEEDS[basename(name)] as Given;
    const type = name.includes('http_charset') ? 'text/xml; charset=windows-1252' : null;
    const parse = () => parseFeed(sample(name, 'https://sample.example/feed', type));
    if ('fails' in given) return expect(parse).toThrow(expect.objectContaining({ name: given.fails }));
    const feed = parse();
    expect(feed.items).toHaveLength(given.items);
    if (given.title) expect(feed.title).toBe(given.title);
    if (given.first) expect(feed.items[0]).toMatchObject(given.first);
  });
});

const EDGAR = 'https://data.sec.gov/submissions/';
/** Lists and pages of registers: what is done with each, and what must come of it. */
const PAYLOADS: [string, () => unknown, unknown][] = [
  [
    'ftc case page',
    () => read('ftc-cases', sample('ftc/ftc_case_page_golden_trimmed.html', 'https://www.ftc.gov/x', 'text/html')),
    { document: { title: 'RentGrow, Inc., U.S. v.', published: '2026-07-09' }, events: [{ caseRef: '2223002' }] },
  ],
  [
    'ftc early terminations',
    () => list('ftc-hsr', sample('ftc/hsr_early_termination_api_blockbuster.json')).items.map(({ key }) => key),
    ['20110718', '20110728'],
  ],
  ['eu flattened dump', () => list('ec-mergers', sample('eu/compcases_M_flattened_subset.json')), 'SourceChanged'],
  [
    'eu competition news',
    () =>
      list('ec-competition-news', sample('eu/competition-policy_node38_rss_recorded-shape.xml')).items.map(
        ({ published }) => published,
      ),
    ['2026-09-03', '2026-08-21', '2026-08-26'],
  ],
  [
    'eu press release',
    () => read('ec-press', sample('eu/presscorner_document_IP_26_1900.json')),
    { document: { published: '2026-09-18', title: expect.stringMatching(/^Commission disburses/) } },
  ],
  [
    'eu DMA records',
    () => list('ec-digital-markets', inAnswer('eu/odse_search_records_shape_DMA.100209.json')).items,
    [
      { key: 'DMA.100209', title: 'DMA.100209 SP – Alphabet – Article 6(11)' },
      { key: 'DMA.100209-DEC{A}', title: 'DMA.100209 SP – Alphabet – Article 6(11)' },
    ],
  ],
  [
    'edgar capex of Nvidia',
    () => list('sec-capex', sample('edgar/companyfacts_CIK0001045810_nvidia_capex-tags-only.json')).figures?.length,
    55,
  ],
  [
    'edgar capex of Alphabet',
    () => list('sec-capex', sample('edgar/companyfacts_CIK0001652044_alphabet_capex-tags-only.json')).figures?.length,
    60,
  ],
  [
    'edgar full-text search',
    () => list('sec-search', sample('edgar/efts_search-index_one-hit_transcribed.json')).items,
    [{ key: '0001193125-24-170599', published: '2024-06-27' }],
  ],
  [
    'edgar newest filings',
    () =>
      list(
        'sec-current',
        sample('edgar/getcurrent_all_start0.atom', 'https://www.sec.gov/cgi-bin/browse-edgar?start=0'),
      ),
    { listed: 100, items: [], more: [expect.stringContaining('start=100')] },
  ],
  [
    'edgar no filings',
    () => list('sec-current', sample('edgar/getcurrent_empty_no-recent-filings.atom')),
    { listed: 0, items: [] },
  ],
  [
    'edgar past the last page',
    () => list('sec-current', sample('edgar/getcurrent_start5100_http503.html')),
    'SourceChanged',
  ],
  [
    'edgar filings that begin alike',
    () => list('sec-current', sample('edgar/getcurrent_type_8-K_recorded-shape.atom')),
    { listed: 2, items: [], warnings: [] },
  ],
  [
    'edgar index of a filing',
    () => read('sec-filings', sample('edgar/filing_index_0001213900-24-004875.json')),
    'SourceChanged',
  ],
  ['edgar rate limit', () => list('sec-filings', sample('edgar/rate-exceeded.html')), 'SourceBlocked'],
  [
    'edgar Form D of a property fund',
    () => read('sec-filings', sample('edgar/formD_1685REIT.xml')),
    { document: { title: expect.stringMatching(/^1685 38th REIT, L\.L\.C\., Form D/) } },
  ],
  [
    'edgar Form D of a fund',
    () => read('sec-filings', sample('edgar/formD_APFund.xml')),
    { document: { text: expect.stringMatching(/exemption of a fund/) } },
  ],
  [
    'edgar Form D of a lender',
    () => read('sec-filings', sample('edgar/formD_Shepards.xml')),
    { document: { text: expect.stringMatching(/Sold so far: \$5,725,051/) } },
  ],
  [
    'edgar 8-K of Meta',
    () => read('sec-filings', sample('edgar/meta_8k_20251219.html', 'https://www.sec.gov/x', 'text/html')),
    { document: { text: expect.stringMatching(/^Item 5\.02/) } },
  ],
  [
    'edgar 8-K of Nvidia',
    () => read('sec-filings', sample('edgar/nvidia_8k_20260302.html', 'https://www.sec.gov/x', 'text/html')),
    { document: { text: expect.stringMatching(/Variable Compensation Plan/) } },
  ],
  [
    'edgar filings of Microsoft',
    () => list('sec-filings', sample('edgar/submissions_CIK0000789019_microsoft.json', `${EDGAR}CIK0000789019.json`)),
    { items: expect.arrayContaining([expect.objectContaining({ key: '0001193125-25-256310' })]), more: [] },
  ],
  [
    'edgar older filings',
    () =>
      list(
        'sec-filings',
        sample('edgar/submissions_CIK0001009672-submissions-001.json', `${EDGAR}CIK0001009672-submissions-001.json`),
      ).warnings,
    [],
  ],
  [
    'govuk case of 2015',
    () =>
      read('cma-cases', sample('govuk/content_api_cma-case_richemont_2015.json')).events.map(({ status }) => status),
    ['information_request', 'phase1', 'cleared'],
  ],
  [
    'govuk case of 2025',
    () => read('cma-cases', sample('govuk/content_api_cma-case_topps-tiles_2025.json')).details?.deadlines,
    [{ date: '2025-02-17', what: expect.stringMatching(/phase 1 decision/i) }],
  ],
  ['govuk finder', () => list('cma-cases', sample('govuk/content_api_cma-cases_finder.json')), 'SourceChanged'],
  [
    'govuk sign-up page',
    () => list('cma-cases', sample('govuk/content_api_cma-cases-email-signup.json')),
    'SourceChanged',
  ],
  ['govuk fields', () => list('cma-cases', sample('govuk/search_api_cma_case_fields.json')), 'SourceChanged'],
  ['govuk enumerations', () => list('cma-cases', sample('govuk/schema_cma_cases_enumerations.json')), 'SourceChanged'],
  ['govuk bad data', () => list('cma-cases', sample('govuk/search_api_bad-data_fixture.json')).items.length, 2],
  [
    'govuk labels and values',
    () => list('cma-cases', sample('govuk/search_api_cma-cases_legacy-label-value_fixture.json')).items,
    [{ fields: { case_state: 'closed', case_type: 'mergers' } }, { fields: { case_type: 'markets' } }],
  ],
  [
    'govuk withdrawn news',
    () => read('cma-news', sample('govuk/content_api_news_withdrawn.json')).warnings,
    ['The CMA has withdrawn this page.'],
  ],
  [
    'govuk press release',
    () => read('cma-news', sample('govuk/content_api_press-release.json')),
    { document: { published: '2013-01-28' } },
  ],
  ['govuk search for news', () => list('cma-news', sample('govuk/search_api_news_fixture.json')), 'SourceChanged'],
  [
    'federal register',
    () =>
      list('federal-register', sample('federal_register/documents_trimmed.json')).items.map(
        ({ published }) => published,
      ),
    ['2025-10-06', '2024-12-27'],
  ],
  [
    'gdelt, of which one article is in a language that is not read',
    () => list('gdelt', sample('news/gdelt_artlist_SYNTHETIC-shape.json')),
    { listed: 2, items: [{ fields: { outlet: 'example.com' } }], warnings: [] },
  ],
  [
    'google news, each item by its outlet',
    () =>
      list('feed', sample('news/google_news_search_SYNTHETIC-shape.xml')).items.map(
        ({ document }) => document?.publisher,
      ),
    ['Example News', 'Other Outlet'],
  ],
  [
    'openai news',
    () => list('feed', sample('news/openai_news_rss.xml')).items.map(({ published }) => published),
    ['2026-08-28', '2026-08-28', '2026-08-27'],
  ],
];

/** Bare records in the envelope in which the search sends them. */
function inAnswer(name: string): Fetched {
  const page = sample(name, 'https://sample.example/#dma-decisions');
  const records = JSON.parse(Buffer.from(page.body).toString('utf8')) as object[];
  const results = records.map((metadata) => ({ reference: null, metadata }));
  return { ...page, body: Buffer.from(JSON.stringify({ totalResults: results.length, results })) };
}

describe.skipIf(!IS_HERE)('samples: registers and news', () => {
  it.each(PAYLOADS)('%s', (_name, give, expected) => {
    if (typeof expected === 'string') return expect(give).toThrow(expect.objectContaining({ name: expected }));
    const given = give();
    if (typeof given === 'object' && given !== null) expect(given).toMatchObject(expected as object);
    else expect(given).toEqual(expected);
  });
});

/** Pages: title, day, a sentence that must be there, and words that must not. */
const PAGES: Record<string, { title: string; day: string | null; has: RegExp; not?: RegExp } | { fails: string }> = {
  '003-metadata-preferred': { title: 'Dublin Core property title', day: null, has: /Lorem ipsum/ },
  '005-unescape-html-entities': { fails: 'Unreadable' },
  'ars-1': {
    title: 'Just-released Minecraft exploit makes it easy to crash game servers',
    day: '2015-04-16',
    has: /Ars is asking Mojang for comment/,
    not: /Promoted Comments/,
  },
  'base-url-base-element-relative': { title: 'Lorem', day: null, has: /Tempor incididunt/ },
  'bbc-1': {
    title: "Obama admits US gun laws are his 'biggest frustration'",
    day: '2015-07-24',
    has: /African Union when he travels on to Ethiopia/,
    not: /Share this with/,
  },
  'comment-inside-script-parsing': { title: 'Lorem', day: null, has: /Tempor incididunt/, not: /function|script/ },
  heise: {
    title: '1Password für Mac generiert Einmal-Passwörter',
    day: '2015-04-08',
    has: /1Password kostet aktuell/,
    not: /Kommentare lesen/,
  },
  'hidden-nodes': {
    title: 'Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy eirmod tempor invidunt',
    day: null,
    has: /^Lorem ipsum[^\n]*\n\nSecondary header\n\nThird header$/,
  },
  'invalid-attributes': { fails: 'Unreadable' },
  'keep-tabular-data': {
    title: 'Friday Facts #282 - 0.17 in sight',
    day: '2019-02-15',
    has: /let us know what you think on our forum/,
  },
  'lemonde-1': {
    title: "Le projet de loi sur le renseignement massivement approuvé à l'Assemblée",
    day: '2015-05-04',
    has: /Un dispositif pour les lanceurs d’alerte/,
  },
  'metadata-content-missing': { title: 'My title', day: null, has: /Lorem ipsum/ },
  'nytimes-1': {
    title: 'United States to Lift Sudan Sanctions',
    day: '2017-01-13',
    has: /deal with the devil/,
    not: /Continue reading the main story/,
  },
  'parsely-metadata': { title: 'Some Other Title', day: '2024-04-20', has: /Lorem ipsum/ },
  'schema-org-context-object': {
    title: 'South Korean president’s impeachment fails after ruling party lawmakers walk out',
    day: '2024-12-06',
    has: /Yoon’s office has not commented on the allegations/,
  },
  theverge: {
    title: 'Apple’s Vision Pro hands-on: the Retina display moment for headsets',
    day: '2023-06-07',
    has: /it’s something you can’t unsee/,
    not: /flexible plan you can cancel/,
  },
};

describe.skipIf(!IS_HERE)('samples: pages', () => {
  it.each(Object.entries(PAGES))('%s', (name, expected) => {
    const page = sample(
      `html/readability_${name}.html`,
      'https://sample.example/2026/page',
      'text/html; charset=utf-8',
    );
    const extract = () => extractArticle(page);
    if ('fails' in expected) return expect(extract).toThrow(expect.objectContaining({ name: expected.fails }));
    const article = extract();
    expect({ title: article.title, day: article.published }).toEqual({ title: expected.title, day: expected.day });
    expect(article.text).toMatch(expected.has);
    if (expected.not) expect(article.text).not.toMatch(expected.not);
  });
});
