import { closeDatabase, type Database, openDatabase } from '../db/open.ts';
import { saveListing } from '../db/sources/items.ts';
import { syncBuiltInSources } from '../db/sources/sources.ts';
import type { Instant } from '../model/day.ts';
import { findSource, sources } from '../sources/index.ts';
import type { Fetched } from '../sources/source.ts';
import type { Bench, Row } from './bench.ts';
import { withDatabaseFile } from './bench-database.ts';
import { peakMemoryMb, processorSeconds } from './measure.ts';

const CMA_CASES = 2_600;
const CMA_PAGE = 1_500;
const EC_CASES = 10_000;
const MOST_BYTES_A_CASE = 3_500;
const CHANGED = 0.01;
const FIRST = '2026-06-01T08:00:00.000Z' as Instant;
const SECOND = '2026-06-02T08:00:00.000Z' as Instant;
const MOST_SECONDS = 10;
const MOST_MB = 300;

/** What was fetched is listed, every case compared with what is stored, and what differs stored: twice, the second time with one case in a hundred changed. */
const bench: Bench = {
  about: `a full sweep of ${CMA_CASES} CMA cases and the Commission's file of ${EC_CASES} mergers, listed and compared`,
  run: () =>
    withDatabaseFile(async (file) => {
      const db = await openDatabase(file);
      await syncBuiltInSources(db, sources, FIRST);
      const rows = [...(await twice(db, 'cma-cases', cmaPages)), ...(await twice(db, 'ec-mergers', ecDump))];
      await closeDatabase(db);
      return [...rows, row('most memory held', 'MB', peakMemoryMb(), MOST_MB)];
    }),
};
export default bench;

async function twice(db: Database, id: string, pages: (share: number) => Buffer[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, share, now] of [
    ['first', 0, FIRST],
    ['changed', CHANGED, SECOND],
  ] as const) {
    const bodies = pages(share);
    const megabytes = bodies.reduce((sum, body) => sum + body.length, 0) / 1024 / 1024;
    const seconds = await processorSeconds(() => sweep(db, id, bodies, now));
    const title = `${id}, ${what === 'first' ? 'first time' : '1% changed'} (${megabytes.toFixed(0)} MB)`;
    rows.push(row(title, 's of processor', seconds, MOST_SECONDS));
  }
  return rows;
}

async function sweep(db: Database, id: string, bodies: readonly Buffer[], now: Instant): Promise<void> {
  const source = findSource(id);
  const { publisher, sourceClass } = source;
  const url = source.start[0] ?? '';
  for (const body of bodies) {
    const answer = { url, finalUrl: url, status: 200, contentType: 'application/json', fetchedAt: now };
    const page: Fetched = { ...answer, body, etag: null, lastModified: null };
    const { items } = source.list(page, { id, url: null, publisher, sourceClass });
    await saveListing(db, id, { url, cache: { etag: null, lastModified: null }, items, now });
  }
}

function row(what: string, unit: string, ours: number, most: number): Row {
  return { what, unit, ours, peer: null, limit: { kind: 'most', value: most, of: 'ours' } };
}

const isChanged = (n: number, share: number) => share > 0 && n % Math.round(1 / share) === 0;

/** Pages of the search API; every twentieth case names a watched company. */
function cmaPages(share: number): Buffer[] {
  const cases = Array.from({ length: CMA_CASES }, (_, n) => {
    const name =
      n % 20 === 0 ? `Nvidia / Example Robotics ${n} merger inquiry` : `Example ${n} / Sample ${n} merger inquiry`;
    const path = `/cma-cases/example-${n}-slash-sample-${n}-merger-inquiry`;
    return {
      title: name,
      link: path,
      description: 'The CMA has looked into the anticipated acquisition of the one by the other.',
      public_timestamp: '2024-11-19T12:00:03Z',
      content_id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      case_type: ['mergers'],
      case_state: [isChanged(n, share) ? 'open' : 'closed'],
      market_sector: ['electronics-industry'],
      outcome_type: 'mergers-phase-1-clearance',
      opened_date: '2024-07-30',
      closed_date: '2024-11-19',
      _id: path,
      document_type: 'cma_case',
    };
  });
  const starts = Array.from({ length: Math.ceil(CMA_CASES / CMA_PAGE) }, (_, n) => n * CMA_PAGE);
  return starts.map((start) =>
    Buffer.from(
      JSON.stringify({ results: cases.slice(start, start + CMA_PAGE), total: CMA_CASES, start, aggregations: {} }),
    ),
  );
}

/** The file of merger cases: about three and a half kilobytes a case, as the real one has. */
function ecDump(share: number): Buffer[] {
  // Written straight into its bytes, so that the making of it takes no memory that is then laid at our door.
  const body = Buffer.allocUnsafe(EC_CASES * MOST_BYTES_A_CASE);
  let length = body.write('{');
  for (let n = 0; n < EC_CASES; n += 1) {
    const number = `M.${n + 1_000}`;
    const attachment = (k: number) => ({
      metadata: {
        metadataReference: [`X-DEC${n}-ATT${k}`],
        attachmentLink: [`https://ec.europa.eu/competition/mergers/cases/decisions/m${n}_2024_${k}_en.pdf`],
        attachmentName: ['Art. 6(1)(b) - decision text in the language of the case'],
        attachmentLanguage: ['EN'],
        language: ['en'],
      },
    });
    const decision = {
      metadata: {
        decisionNumber: [String(500_000 + n)],
        metadataReference: [`X-DEC${n}`],
        decisionAdoptionDate: ['2024-12-20'],
        decisionTypes: ['{"code": "DecisionType20310", "label": "Art. 6(1)(b)"}'],
        decisionOfficialJournalPublications: ['{"items": [{}]}'],
      },
      decisionAttachments: Array.from({ length: 8 }, (_, k) => attachment(k)),
    };
    const metadata = {
      caseNumber: [number],
      caseTitle: [n % 50 === 0 ? `NVIDIA / EXAMPLE ${n}` : `EXAMPLE ${n} / SAMPLE ${n}`],
      caseInstrument: ['Merger'],
      caseRegulation: ['Council Regulation 139/2004'],
      caseSimplified: ['Normal'],
      caseCompanies: [],
      caseSectors: [
        '{"code": "NaceSectorsJ_62", "label": "J.62 - Computer programming, consultancy and related activities"}',
      ],
      caseInitiationDate: ['2024-10-31'],
      caseNotificationDate: ['2024-11-15'],
      caseLastDecisionDate: [isChanged(n, share) ? '2024-12-21' : '2024-12-20'],
    };
    const entry = JSON.stringify({ metadata, caseAttachments: [], decisions: [decision] });
    length += body.write(`${n === 0 ? '' : ',\n'}${JSON.stringify(number)}: ${entry}`, length);
  }
  length += body.write('}', length);
  return [body.subarray(0, length)];
}
