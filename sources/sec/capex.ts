import { z } from 'zod';
import { addDays, dayOf, parseDay } from '../../model/day.ts';
import { SourceChanged } from '../../model/errors.ts';
import type { ReportedFigure } from '../../model/figure.ts';
import { readJson } from '../parsing/json.ts';
import type { Fetched, Listing, ReadPage, Source } from '../source.ts';
import { BUILDERS, companyOf, paddedCik } from './companies.ts';

/**
 * Capital expenditure of those who build data centres, out of the machine-readable part of their reports: cash paid for
 * property and equipment, so that leases are not in it (companies' spoken guidance often has them).
 */

/** Lines of the cash-flow statement under which filers have put it; some change from one to another over the years. */
const TAGS = new Set([
  'PaymentsToAcquirePropertyPlantAndEquipment',
  'PaymentsToAcquireProductiveAssets',
  'PaymentsToAcquireOtherPropertyPlantAndEquipment',
  'PaymentsToAcquirePropertyPlantAndEquipmentAndIntangibleAssets',
  'PaymentsForCapitalImprovements',
]);
/** A line that looks like one of them and is not known is said, and not taken. */
const LIKELY = /^Payments(To|For)\w*(PropertyPlant|ProductiveAsset|CapitalExpend|DataCent)/;
/** Parts of the whole, or other things beside it. */
const KNOWN_OTHERS = /(Subsidiar|Business|HeldForInvestment|Software|Deposit|RealEstate|Lease|Proceeds|Noncash)/i;
/** A company that reports every quarter has a newer figure than this. */
const STALE_DAYS = 300;

const Row = z.object({
  start: z.string().optional(),
  end: z.string(),
  val: z.number(),
  accn: z.string(),
  form: z.string(),
  filed: z.string(),
});
const Tag = z.object({ units: z.record(z.string(), z.array(Row)) });
const Facts = z.object({
  cik: z.union([z.number(), z.string()]),
  entityName: z.string(),
  facts: z.object({ 'us-gaap': z.record(z.string(), z.unknown()) }),
});

function listFacts(page: Fetched): Listing {
  const { cik, entityName, facts } = readJson(page, Facts);
  const company = companyOf(paddedCik(cik));
  if (!company) throw new SourceChanged(`The facts are those of ${entityName}, which was not asked for.`);
  const warnings: string[] = [];
  const figures: ReportedFigure[] = [];
  for (const [tag, value] of Object.entries(facts['us-gaap'])) {
    if (TAGS.has(tag)) figures.push(...figuresOf(company, tag, value));
    else if (LIKELY.test(tag) && !KNOWN_OTHERS.test(tag)) {
      warnings.push(`${company} reports under ${tag}, which is not known as capital expenditure and was not taken.`);
    }
  }
  const newest = figures.reduce((latest, { end }) => (end > latest ? end : latest), '');
  if (newest && newest < addDays(dayOf(page.fetchedAt), -STALE_DAYS)) {
    warnings.push(`The newest figure of ${company} is of ${newest}: it may report under another name now.`);
  }
  return { items: [], listed: figures.length, more: [], warnings, figures };
}

function figuresOf(company: string, tag: string, value: unknown): ReportedFigure[] {
  const read = Tag.safeParse(value);
  if (!read.success) throw new SourceChanged(`The figures of ${company} under ${tag} have another shape than before.`);
  return Object.entries(read.data.units).flatMap(([currency, rows]) =>
    latestFiled(rows).flatMap((row) => {
      const [start, end, filed] = [parseDay(row.start ?? ''), parseDay(row.end), parseDay(row.filed)];
      if (!start || !end || !filed || !/^[A-Z]{3}$/.test(currency)) return [];
      const { val, accn, form } = row;
      return [{ company, kind: 'capex' as const, tag, start, end, currency, value: val, filing: accn, form, filed }];
    }),
  );
}

/** Every filing repeats earlier periods; of each period the one filed last is taken. */
function latestFiled(rows: readonly z.infer<typeof Row>[]): z.infer<typeof Row>[] {
  const byPeriod = new Map<string, z.infer<typeof Row>>();
  for (const row of rows) {
    const period = `${row.start} ${row.end}`;
    const known = byPeriod.get(period);
    if (!known || row.filed >= known.filed) byPeriod.set(period, row);
  }
  return [...byPeriod.values()];
}

function readNothing(): ReadPage {
  throw new SourceChanged('Figures are no documents; there is nothing to read.');
}

export const secCapex: Source = {
  id: 'sec-capex',
  title: 'SEC: capital expenditure of the data-centre builders',
  publisher: 'SEC EDGAR',
  sourceClass: 'filing',
  authority: null,
  home: 'https://www.sec.gov/search-filings/edgar-application-programming-interfaces',
  start: BUILDERS.map(({ cik }) => `https://data.sec.gov/api/xbrl/companyfacts/CIK${cik}.json`),
  everyMinutes: 2 * 24 * 60,
  expectsAtLeast: 4,
  expectsAtMost: 2_000,
  maxListBytes: 30 * 1024 * 1024,
  listDeadlineMs: 30_000,
  list: listFacts,
  read: readNothing,
};
