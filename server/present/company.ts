import type { LedgerPair } from '../../db/ledger/ledger.ts';
import type { Register } from '../../db/sources/registers.ts';
import { addMoney, type SumByCurrency } from '../../model/amount.ts';
import { findCompany } from '../../model/company.ts';
import { comparePartial, type Day, firstDay } from '../../model/day.ts';
import type { Layer, Term } from '../../model/deal.ts';
import type { Deal } from '../../model/ledger.ts';
import { paths } from '../../model/paths.ts';
import { formatDay } from '../../words/format.ts';
import { KIND_LABELS, LAYER_LABELS, TERM_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { type DealLine, dealLine } from './deal-line.ts';
import { sumsWords } from './money.ts';

/** A company on both sides of its pairs. */
export interface CompanyView {
  name: string;
  aliases: string[];
  layer: string | null;
  isGroup: boolean;
  /** Where its filings are; null for a firm that is not known to file with the SEC. */
  filings: { cik: string; link: string } | null;
  figures: { label: string; value: string; note: string; tone: 'in' | 'back' | null }[];
  sections: { id: string; title: string; note: string; deals: DealLine[] }[];
  people: { text: string; other: string; link: string; date: string | null }[];
  rights: { text: string; other: string; link: string }[];
  /** When each holding is first told to have been taken, the earliest first; undated ones are left out. */
  growth: { day: Day; date: string; firm: string; link: string; sum: string; held: number }[];
  /** Holdings in firms of one layer: where common ownership among rivals shows. */
  layers: { layer: string; holdings: { name: string; link: string; sum: string }[] }[];
}

const PEOPLE: readonly Term[] = ['founder-joins', 'person-joins', 'staff-share', 'staff-count'];
const RIGHTS: readonly Term[] = [
  'board-seat',
  'board-observer',
  'veto',
  'consultation',
  'information-rights',
  'first-refusal',
  'exclusive-provider',
  'primary-provider',
  'preferred-provider',
];

/** Takes a name, the pairs on which it stands, today and the registers; gives everything its page says. */
export function companyView(
  name: string,
  { acquires, targeted }: { acquires: readonly LedgerPair[]; targeted: readonly LedgerPair[] },
  today: Day,
  registers: ReadonlyMap<string, Register>,
): CompanyView {
  const known = findCompany(name);
  const lines = (pairs: readonly LedgerPair[]) => pairs.map((entry) => dealLine(entry, today, registers));
  const bought = acquires.filter(isHolding);
  const backers = targeted.filter(isHolding);
  const customers = acquires.filter((entry) => has(entry, 'cloud') && !isHolding(entry));
  const suppliers = targeted.filter((entry) => has(entry, 'cloud'));
  const rest = [...acquires, ...targeted].filter(
    (entry) => ![bought, backers, customers, suppliers].some((list) => list.includes(entry)),
  );
  const sections = [
    {
      id: 'holdings',
      title: t('companies.holdings-and-purchases'),
      note: t('companies.it-is-the-acquirer'),
      deals: lines(bought),
    },
    {
      id: 'investors',
      title: t('companies.investors-and-buyers'),
      note: t('companies.it-is-the-target'),
      deals: lines(backers),
    },
    {
      id: 'customers',
      title: t('companies.customers-of-its-cloud-or'),
      note: t('companies.it-supplies'),
      deals: lines(customers),
    },
    {
      id: 'suppliers',
      title: t('companies.suppliers-of-cloud-or-chips'),
      note: t('companies.it-buys-also-from-its'),
      deals: lines(suppliers),
    },
    {
      id: 'others',
      title: t('companies.other-ties'),
      note: t('companies.partnerships-and-cases-without'),
      deals: lines(rest),
    },
  ];
  return {
    name,
    aliases: known?.aliases ?? [],
    layer: layerOf(name, targeted),
    isGroup: known?.group ?? false,
    filings: known?.cik
      ? { cik: known.cik, link: `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${known.cik}` }
      : null,
    figures: figuresOf(acquires, targeted),
    sections: sections.filter(({ deals }) => deals.length > 0),
    people: termsOf([...acquires, ...targeted], name, PEOPLE),
    rights: termsOf([...acquires, ...targeted], name, RIGHTS),
    growth: growthOf(bought),
    layers: byLayer(bought),
  };
}

/** How the number of holdings grew: by the earliest day that anything tells of each. */
function growthOf(bought: readonly LedgerPair[]): CompanyView['growth'] {
  const dated = bought.flatMap(({ pair }) => {
    const days = pair.deals
      .filter(({ kind }) => FUNDING.includes(kind))
      .flatMap((deal) => [
        ...deal.events.flatMap((event) => event.date ?? []),
        ...(deal.knownSince ? [deal.knownSince] : []),
      ])
      .map(firstDay);
    const day = days.sort()[0];
    return day
      ? [
          {
            day,
            date: formatDay(day),
            firm: pair.target,
            link: paths.deal(pair.id),
            sum: sumsWords(pair.sums.paid, pair.hedges?.paid),
          },
        ]
      : [];
  });
  return dated
    .sort((a, b) => (a.day === b.day ? (a.firm < b.firm ? -1 : 1) : a.day < b.day ? -1 : 1))
    .map((one, i) => ({ ...one, sum: one.sum ?? t('companies.sum-unknown'), held: i + 1 }));
}

const FUNDING: readonly string[] = ['investment', 'acquisition', 'acquihire'];
const has = ({ pair }: LedgerPair, kind: string) => pair.deals.some((deal) => deal.kind === kind);
const isHolding = (entry: LedgerPair) => FUNDING.some((kind) => has(entry, kind));

function layerOf(name: string, targeted: readonly LedgerPair[]): string | null {
  const layer = findCompany(name)?.layer ?? targeted[0]?.pair.layer ?? null;
  return layer && LAYER_LABELS[layer];
}

function total(pairs: readonly LedgerPair[], of: 'paid' | 'committed'): SumByCurrency {
  return pairs
    .flatMap(({ pair }) => Object.entries(pair.sums[of]))
    .reduce<SumByCurrency>((sums, [currency, value]) => addMoney(sums, { currency, value }), {});
}

function figuresOf(acquires: readonly LedgerPair[], targeted: readonly LedgerPair[]): CompanyView['figures'] {
  const sum = (sums: SumByCurrency) => sumsWords(sums) ?? t('companies.none-known');
  const on = (pairs: readonly LedgerPair[]) => t('companies.on-pairs', { n: pairs.length });
  return [
    { label: t('companies.put-into-others'), value: sum(total(acquires, 'paid')), note: on(acquires), tone: 'in' },
    {
      label: t('companies.to-be-spent-with-it'),
      value: sum(total(acquires, 'committed')),
      note: t('companies.by-those-it-has-ties'),
      tone: 'back',
    },
    { label: t('companies.put-into-it'), value: sum(total(targeted, 'paid')), note: on(targeted), tone: 'in' },
    {
      label: t('companies.it-is-to-spend'),
      value: sum(total(targeted, 'committed')),
      note: t('companies.with-those-behind-it'),
      tone: 'back',
    },
  ];
}

function termsOf(pairs: readonly LedgerPair[], name: string, terms: readonly Term[]) {
  return pairs.flatMap(({ pair }) =>
    pair.deals.flatMap((deal) =>
      deal.terms
        .filter(({ term }) => terms.includes(term))
        .map(({ term, details }) => ({
          text: [TERM_LABELS[term], details.join(', ')].filter(Boolean).join(': '),
          other: `${pair.acquirer === name ? pair.target : pair.acquirer}, ${KIND_LABELS[deal.kind].toLowerCase()}`,
          link: `${paths.deal(pair.id)}#terms`,
          date: firstDate(deal),
        })),
    ),
  );
}

function firstDate(deal: Deal): string | null {
  const [first] = deal.events.flatMap((event) => event.date ?? []).sort(comparePartial);
  return first ? formatDay(first) : null;
}

function byLayer(holdings: readonly LedgerPair[]): CompanyView['layers'] {
  const layers = new Map<Layer, CompanyView['layers'][number]['holdings']>();
  for (const { pair } of holdings) {
    if (!pair.layer) continue;
    const holding = {
      name: pair.target,
      link: paths.deal(pair.id),
      sum: sumsWords(pair.sums.paid, pair.hedges?.paid) ?? t('companies.sum-unknown'),
    };
    layers.set(pair.layer, [...(layers.get(pair.layer) ?? []), holding]);
  }
  return [...layers]
    .map(([layer, own]) => ({ layer: LAYER_LABELS[layer], holdings: own }))
    .sort((a, b) => b.holdings.length - a.holdings.length);
}
