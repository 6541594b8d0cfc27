import { type CheerioAPI, load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { queueMail } from '../../db/going-out/alerts.ts';
import { addReportSchedule } from '../../db/going-out/report-schedules.ts';
import { freezeReport } from '../../db/going-out/report-snapshots.ts';
import { setReportTemplate } from '../../db/going-out/report-templates.ts';
import { addCorrections } from '../../db/ledger/corrections.ts';
import { saveFacts } from '../../db/ledger/facts.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { addNote, decide } from '../../db/review/reviews.ts';
import { saveView } from '../../db/review/views.ts';
import { finishRun, startRun } from '../../db/runs.ts';
import { addFeed } from '../../db/sources/sources.ts';
import type { Fact, NewFact } from '../../model/fact.ts';
import { withId } from '../../model/fact.ts';
import { evidenceHash, type Flag } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import { routes } from '../../server/routes.ts';
import { aDocument, at } from '../db/world.ts';
import { day } from '../helpers/build.ts';
import { aWorld, type Browser, signedIn, type World } from './world.ts';

/** What a page would run or load if it printed any of this as it is. */
const PAYLOAD = [
  `"'><script>alert(1)</script>`,
  '<img src=x onerror=alert(1)><svg onload=alert(1)><animate onbegin=alert(1)></svg>',
  '</mark></a></title></textarea></option></blockquote>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe><base href="//evil.example/">',
  '<meta http-equiv="refresh" content="0;url=//evil.example">',
  '<form action="//evil.example"><button>x</button></form>',
  '<a ping="//evil.example" href="javascript:alert(1)">x</a><style>*{display:none}</style>',
  '<%= process.env %>',
].join('');

const TEXT = `Alpha put ${PAYLOAD} $2bn into Beta &amp; more. ${PAYLOAD}\n\nThe authority looked at ${PAYLOAD} it.`;
const PAIR_ID = 'alpha--beta';

interface Hostile {
  browser: Browser;
  documentId: string;
  sourceId: string;
  factId: string;
  company: string;
  /** Number of a frozen report of all of it. */
  reportId: string;
}

/** A world in which every stored word that a source or a person can choose is hostile. */
async function aHostileWorld(): Promise<Hostile & { world: World }> {
  const world = await aWorld();
  const { db } = world;
  const { browser, user } = await signedIn(world, 'admin');
  const by = { userId: user.id, now: at(1) };
  const feed = { url: 'https://feed.example/x"><b>', title: PAYLOAD, publisher: PAYLOAD, everyMinutes: 60 };
  const { id: sourceId } = await addFeed(db, { ...feed, addedBy: user.id, now: at(0) });
  const run = await startRun(db, { job: 'fetch', sourceId, now: at(0) });
  await finishRun(db, run, { now: at(1), warnings: [PAYLOAD], error: PAYLOAD, millis: 5 });
  const { id: documentId } = await saveDocument(
    db,
    aDocument({
      url: 'javascript:alert(1)',
      title: PAYLOAD,
      byline: PAYLOAD,
      publisher: PAYLOAD,
      text: TEXT,
      sourceId,
    }),
  );
  const facts = hostileFacts(documentId);
  const reading = { extractor: 'test', version: '1', readAt: at(1), millis: 1 };
  expect(await saveFacts(db, documentId, { ...reading, facts })).toMatchObject({ dropped: 0 });
  const flag = hostileFlag(facts.map((fact) => fact.id));
  const pair = hostilePair(documentId, facts);
  await replacePair(db, pair, [flag], { score: 50, band: 'High', floor: false }, at(1));
  const decision = { pairId: PAIR_ID, rule: flag.rule, evidenceHash: flag.evidenceHash, ...by };
  await decide(db, { ...decision, action: 'dismiss', reason: 'other', note: PAYLOAD });
  await decide(db, { ...decision, action: 'reopen', reason: null, note: PAYLOAD });
  await addNote(db, { pairId: PAIR_ID, rule: null, text: PAYLOAD, ...by });
  await queueMail(db, { key: 'k', to: 'a@example.org', subject: PAYLOAD, text: PAYLOAD, html: PAYLOAD, now: at(0) });
  const original = facts[2] as Fact;
  const { id: _, ...rest } = original;
  const replacement = withId({ ...rest, checked: true, detail: `${PAYLOAD} too` } as NewFact);
  await addCorrections(db, [{ original, replacement }], { reason: PAYLOAD, ...by });
  await saveView(db, { page: 'flags', name: PAYLOAD.slice(0, 80), query: 'q=x', shared: true, ...by });
  const factId = (facts[1] as Fact).id;
  const cover = { sections: [], cover: PAYLOAD, logo: null };
  await setReportTemplate(db, 'dossier', cover, by);
  const schedule = {
    userId: user.id,
    kind: 'register',
    pairId: null,
    query: `q=${encodeURIComponent(PAYLOAD)}`,
  } as const;
  await addReportSchedule(db, { ...schedule, format: 'docx', cadence: 'daily', nextDueAt: at(9), now: at(1) });
  const about = { kind: 'dossier' as const, title: PAYLOAD, filter: PAYLOAD, query: '', from: null, to: null };
  const versions = { screens: '1', reader: '1', program: '1' };
  const wish = { ...about, ...versions, ...cover, pairId: PAIR_ID, createdBy: user.id, now: at(2) };
  const reportId = await freezeReport(db, wish);
  // The ledger moves on, so that the page has figures to compare.
  pair.sums.paid = { USD: 3e9, [PAYLOAD]: 2 };
  await replacePair(db, pair, [flag], { score: 60, band: 'High', floor: false }, at(3));
  return { world, browser, documentId, sourceId, factId, company: pair.acquirer, reportId };
}

/** Facts whose words begin and end inside tags and entities of the text. */
function hostileFacts(documentId: string): Fact[] {
  const cut = (from: string, length: number) => {
    const start = TEXT.indexOf(from);
    return [{ start, end: start + length, quote: TEXT.slice(start, start + length), in: 'text' as const }];
  };
  const base = { documentId, confidence: 1, background: false, acquirer: 'Alpha', target: 'Beta', kind: 'investment' };
  const amount = { value: 2e9, currency: 'USD', role: 'tranche', date: day('2026-05-30') };
  return [
    { ...base, type: 'deal', certainty: 'done', evidence: cut('ript>alert', 40) },
    { ...base, type: 'amount', amount, evidence: cut('$2bn into', 20) },
    { ...base, type: 'term', term: 'person-joins', detail: PAYLOAD, evidence: cut('mp; more', 4) },
    {
      ...base,
      type: 'scrutiny',
      authority: 'CMA',
      status: 'phase1',
      date: null,
      stage: PAYLOAD,
      evidence: cut('The au', 30),
    },
  ].map((fact) => withId(fact as NewFact));
}

function hostileFlag(factIds: string[]): Flag {
  const said = [{ text: PAYLOAD, key: 'k', factIds }];
  const flag = { rule: 'round-trip' as const, severity: 3 as const, for: said, against: said };
  return { ...flag, pairId: PAIR_ID, why: PAYLOAD, missing: [PAYLOAD], evidenceHash: evidenceHash(flag) };
}

function hostilePair(documentId: string, facts: Fact[]): Pair {
  const [deal, amount, term, step] = facts.map((fact) => fact.id) as [string, string, string, string];
  const event = { id: 'e', date: day('2026-05-30'), value: 2e9, currency: 'USD', role: 'tranche' as const };
  const told = { low: null, high: null, instrument: PAYLOAD, factIds: [amount], documentIds: [documentId] };
  const disputedBy = [{ documentId, value: 3e9, currency: 'USD', factId: amount }];
  const taken = { date: null, status: 'phase1' as const, stage: PAYLOAD, sourceClass: 'press' as const };
  const moved = { ...taken, factIds: [step], documentIds: [documentId] };
  const cell = { status: 'phase1' as const, asOf: null, source: 'reported' as const, needsReview: PAYLOAD };
  const terms = [{ term: 'person-joins' as const, details: [PAYLOAD], factIds: [term] }];
  return {
    id: PAIR_ID,
    acquirer: `Alpha ${PAYLOAD}`,
    target: `Beta ${PAYLOAD}`,
    layer: 'model',
    deals: [
      {
        id: 'd',
        kind: 'investment',
        certainty: 'done',
        factIds: [deal],
        events: [{ ...event, ...told, disputedBy }],
        terms,
      },
      { id: 'c', kind: 'cloud', certainty: 'reported', factIds: [deal], events: [], terms },
    ],
    sums: { paid: { USD: 2e9, [PAYLOAD]: 1 }, committed: { USD: 3e9 }, ceiling: {} },
    scrutiny: [
      { ...cell, authority: 'CMA', history: [moved], proposed: [moved] },
      { ...cell, authority: PAYLOAD, history: [moved], proposed: [] },
    ],
    documentIds: [documentId],
  };
}

/** Every page behind the door with its parameters filled in. A page that is new here has to be taught. */
function addresses({ documentId, sourceId, factId, company, reportId }: Hostile): string[] {
  const values: [RegExp, string][] = [
    [/^\/documents\/:\w+/, `/documents/${documentId}`],
    [/^\/deals\/:\w+/, `/deals/${PAIR_ID}`],
    [/^\/flags\/:\w+\/:\w+/, `/flags/${PAIR_ID}/round-trip`],
    [/^\/sources\/:\w+/, `/sources/${sourceId}`],
    [/^\/screens\/:\w+/, '/screens/round-trip'],
    [/^\/outbox\/:\w+/, '/outbox/1'],
    [/^\/people\/:\w+/, '/people/1'],
    [/^\/companies\/:\w+/, `/companies/${encodeURIComponent(company)}`],
    [/^\/correct\/:\w+/, `/correct/${factId}`],
    [/^\/reports\/templates\/:\w+/, '/reports/templates/dossier'],
    [/^\/reports\/:\w+/, `/reports/${reportId}`],
    [/^(\/reports\/\w+)\/:format/, '$1/md'],
  ];
  return (
    routes
      .filter((route) => route.method === 'GET' && (route.role !== 'anyone' || route.path === '/health'))
      // Events of progress go on for a minute and tell counts alone.
      .filter(({ path }) => path !== '/progress')
      .map(({ path }) => values.reduce((filled, [pattern, value]) => filled.replace(pattern, value), path))
  );
}

/** Whatever on a page could run, load or lead where it must not. */
function harmIn($: CheerioAPI): string[] {
  const elements = $('*').toArray();
  const attributes = elements.flatMap((element) =>
    'attribs' in element
      ? Object.entries(element.attribs).map(([name, value]) => ({ tag: element.tagName, name, value }))
      : [],
  );
  return [
    ...$('img, iframe, base, style, object, embed, math, animate, meta[http-equiv]')
      .toArray()
      .map((e) => e.tagName),
    ...$('script')
      .toArray()
      .map((e) => $(e).attr('src') ?? 'inline script')
      .filter((src) => !src.startsWith('/assets/')),
    ...attributes.filter(({ name }) => /^on|^style$|^ping$|^srcdoc$/.test(name)).map(({ name }) => name),
    ...attributes
      .filter(
        ({ name, value }) =>
          /^(href|action|formaction|src)$/.test(name) && !/^(\/(?!\/)|#|\?|https?:\/\/[a-z.-]+\/)/i.test(value),
      )
      .map(({ tag, name, value }) => `${tag} ${name}=${value}`),
    ...attributes
      .filter(({ name, value }) => /^(form)?action$/.test(name) && /^https?:/.test(value))
      .map(({ value }) => value),
  ];
}

describe('words that others chose (H05, H06, H07, X14)', () => {
  it('are shown as they stand on every page, and do nothing', async () => {
    const hostile = await aHostileWorld();
    const shown: string[] = [];
    for (const address of addresses(hostile)) {
      expect(address, 'this test does not know how to fill in the address').not.toContain(':');
      const answer = await hostile.browser.get(address);
      expect([address, answer.status]).toEqual([address, 200]);
      if (!/html/.test(String(answer.headers['content-type']))) {
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
        continue;
      }
      const $ = load(answer.text);
      expect([address, harmIn($)]).toEqual([address, []]);
      if ($('main').text().includes('<script>alert(1)</script>')) shown.push(address);
    }
    const { documentId, sourceId, factId, company, reportId } = hostile;
    const expected = ['/', '/flags', `/flags/${PAIR_ID}/round-trip`, '/deals', `/deals/${PAIR_ID}`, '/documents'];
    const more = [`/documents/${documentId}`, '/sources', `/sources/${sourceId}`, '/outbox', '/outbox/1'];
    const boards = [
      '/companies',
      `/companies/${encodeURIComponent(company)}`,
      '/scrutiny',
      '/map',
      `/correct/${factId}`,
      '/reports',
      `/reports/${reportId}`,
      '/reports/templates/dossier',
    ];
    expect(shown).toEqual(expect.arrayContaining([...expected, ...more, ...boards]));
  });

  it('cut inside a tag or an entity lose no character', async () => {
    const { browser, documentId } = await aHostileWorld();
    const $ = load((await browser.get(`/documents/${documentId}`)).text);
    const marks = $('mark')
      .toArray()
      .map((mark) => $(mark).text());
    expect(marks.join(' ')).toContain('ript>alert(1)</script>');
    expect($('main').text().replace(/\s+/g, ' ')).toContain('Beta &amp');
  });
});

const QUERIES = [
  'page=-1',
  'page=99999999999',
  'page=1e9&page=2',
  'sort=score;drop%20table%20flags',
  'sort=__proto__&sort=constructor',
  'q=%22unbalanced',
  'q=NEAR(',
  'q=title:a%20AND%20^b*%20OR',
  `q=${'a%20OR%20'.repeat(800)}b`,
  `q=${'%22'.repeat(2000)}`,
  'q=%00%ff%fe',
  'state=nope&band=nope&rule=nope&acquirer=nope&kind=nope&authority=%27--',
  'state=all&state=dismissed&band=High&band=High',
  'since=not-a-day',
  'since=9999-99-99',
  'flag=..%2f..%2fetc%2fpasswd&undo=x',
  'language=%27&publisher=%25',
];

describe('queries nobody meant (W17)', () => {
  it('are answered on every page, never with a failure', async () => {
    const hostile = await aHostileWorld();
    const failed: string[] = [];
    for (const address of addresses(hostile)) {
      for (const query of QUERIES) {
        const { status } = await hostile.browser.get(`${address}?${query}`);
        // 429: asking for a report over and over is answered with a request to wait.
        if (![200, 400, 404, 422, 429].includes(status)) failed.push(`${status} ${address}?${query.slice(0, 60)}`);
      }
    }
    expect(failed).toEqual([]);
  }, 60_000);
});
