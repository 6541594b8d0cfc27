import { Writable } from 'node:stream';
import { addDays, type Day, type Instant, type PartialDay } from '../model/day.ts';
import { evidenceHash } from '../model/flag.ts';
import { writeXlsx } from '../reports/as-xlsx.ts';
import type { ReportEntry } from '../reports/report.ts';
import { csvLines } from '../reports/spreadsheet.ts';
import type { Bench } from './bench.ts';
import { peakMemoryMb, processorSeconds, timed } from './measure.ts';

const DEALS = Number(process.env.EXPORT_DEALS ?? 10_000);
const SUMS_A_DEAL = 4;
const AT_ONCE = 100;

/** A deal as the ledger holds it: an investment in tranches, one flag, two documents. */
function madeEntry(n: number): ReportEntry {
  const [acquirer, target] = [`Group ${n % 40}`, `Start-up ${n}`];
  const id = `group-${n % 40}--start-up-${n}`;
  const events = Array.from({ length: SUMS_A_DEAL }, (_, k) => ({
    id: `${id}-${k}`,
    date: addDays('2024-01-01' as Day, (n * 7 + k * 90) % 800) as string as PartialDay,
    value: 1e6 * (n + k + 1),
    currency: 'USD',
    role: 'tranche' as const,
    low: null,
    high: null,
    instrument: null,
    factIds: [`f${n}-${k}`],
    documentIds: [`d${n}-${k % 2}`],
    disputedBy: [],
  }));
  const facts = {
    for: [{ text: `${acquirer} put money into ${target}.`, key: 'in', factIds: [`f${n}-0`] }],
    against: [],
  };
  const flag = {
    pairId: id,
    rule: 'round-trip' as const,
    severity: 2 as const,
    why: `Ratio ${n % 9}`,
    ...facts,
    missing: [],
  };
  const documents = [0, 1].map((k) => ({
    id: `d${n}-${k}`,
    title: `About ${target}, part ${k}`,
    publisher: 'Example News',
    sourceClass: 'press' as const,
    published: '2024-05-05' as PartialDay,
    url: `https://news.example/${n}/${k}`,
  }));
  return {
    pair: {
      id,
      acquirer,
      target,
      layer: 'model',
      deals: [
        { id: `${id}--investment`, kind: 'investment', certainty: 'done', factIds: [`f${n}-0`], events, terms: [] },
      ],
      sums: { paid: { USD: 1e6 }, committed: {}, ceiling: {} },
      scrutiny: [],
      documentIds: documents.map((one) => one.id),
    },
    flags: [
      {
        ...flag,
        evidenceHash: evidenceHash(flag),
        raisedAt: '2024-05-06T00:00:00.000Z' as Instant,
        state: 'to_review',
        latest: null,
      },
    ],
    score: n % 100,
    band: 'Low',
    documents: new Map(documents.map((one) => [one.id, one])),
    documentOfFact: new Map(events.map((event, k) => [`f${n}-${k}`, event.documentIds[0] as string])),
  };
}

async function* pieces(): AsyncIterable<ReportEntry[]> {
  for (let from = 0; from < DEALS; from += AT_ONCE) {
    yield Array.from({ length: AT_ONCE }, (_, n) => madeEntry(from + n));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Takes everything and keeps only its length. */
function sink(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

const bench: Bench = {
  about: `${DEALS.toLocaleString('en')} deals with ${SUMS_A_DEAL} sums each as a workbook, streamed, beside plain CSV lines`,
  async run() {
    const about = { lines: [] as [string, string][], asOf: '2026-06-01T12:00:00.000Z' as Instant };
    const csv = await timed(async () => {
      for await (const entries of pieces()) {
        csvLines(entries.flatMap((e) => e.pair.deals.flatMap((d) => d.events.map((v) => [e.pair.acquirer, v.value]))));
      }
    });
    let processor = 0;
    const xlsx = await timed(async () => {
      processor = await processorSeconds(() => writeXlsx(pieces, about, sink()));
    });
    const what = `workbook of ${DEALS.toLocaleString('en')} deals`;
    return [
      {
        what,
        unit: 's',
        ours: xlsx / 1000,
        peer: { name: 'CSV lines', value: csv / 1000 },
        limit: { kind: 'most', value: 10, of: 'ours' },
      },
      { what: 'of which processor time', unit: 's', ours: processor, peer: null, limit: null },
      { what, unit: 'MB at most', ours: peakMemoryMb(), peer: null, limit: { kind: 'most', value: 300, of: 'ours' } },
    ];
  },
};
export default bench;
