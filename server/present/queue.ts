import type { FacetCounts, FlagCounts } from '../../db/review/flags.ts';
import type { PairFacet } from '../../db/schema.ts';
import { parseDay } from '../../model/day.ts';
import { CERTAINTIES, DEAL_KINDS, LAYERS } from '../../model/deal.ts';
import { BANDS, RULE_IDS } from '../../model/flag.ts';
import { SCRUTINY_STATUSES, SOURCE_CLASSES } from '../../model/scrutiny.ts';
import { typedNumber } from '../../model/typed-number.ts';
import { formatDay, formatMoney } from '../../words/format.ts';
import {
  BAND_LABELS,
  CERTAINTY_LABELS,
  KIND_LABELS,
  LAYER_LABELS,
  RULE_LABELS,
  RULE_SHORT_LABELS,
  SOURCE_CLASS_LABELS,
  STATUS_LABELS,
} from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { labelled } from './selects.ts';

/** One filter of the queue: its values, each with how many flags there would be. */
export interface Facet {
  name: string;
  label: string;
  /** Stands open: it is used most, or something in it is chosen. */
  open: boolean;
  options: { value: string; label: string; count: number; checked: boolean }[];
}

/** Who flags can be assigned to, as filters and forms name them. */
export interface Decider {
  id: number;
  name: string;
}

/** Words for a value of each filter, for the list of filters and for the chips above the queue. */
const LABELS: Record<string, Readonly<Record<string, string>>> = {
  rule: RULE_LABELS,
  band: BAND_LABELS,
  kind: KIND_LABELS,
  layer: LAYER_LABELS,
  certainty: CERTAINTY_LABELS,
  status: STATUS_LABELS,
  source: SOURCE_CLASS_LABELS,
};

/** Takes the query and the counts; gives the filters beside the queue. What nothing matches is left out unless chosen. */
export function facets(
  query: URLSearchParams,
  counts: FlagCounts,
  ofPairs: FacetCounts,
  people: { deciders: readonly Decider[]; own: number | null },
): Facet[] {
  const known = (name: PairFacet, label: string, values: readonly string[]) =>
    facetOf(query, { name, label, open: false }, values, (v) => labelled(LABELS[name] ?? {}, v), ofPairs[name]);
  const most = (numbers: Record<string, number>) =>
    Object.keys(numbers).sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0));
  return [
    facetOf(
      query,
      { name: 'rule', label: t('queue.screen'), open: true },
      RULE_IDS,
      (v) => labelled(RULE_SHORT_LABELS, v),
      counts.rules,
    ),
    facetOf(
      query,
      { name: 'band', label: t('queue.band'), open: true },
      BANDS,
      (v) => labelled(BAND_LABELS, v),
      counts.bands,
    ),
    facetOf(
      query,
      { name: 'acquirer', label: t('queue.acquirer-group'), open: true },
      most(counts.acquirers),
      (v) => v,
      counts.acquirers,
    ),
    known('kind', t('queue.kind'), DEAL_KINDS),
    known('layer', t('queue.layer'), LAYERS),
    facetOf(
      query,
      { name: 'authority', label: t('queue.authority'), open: false },
      most(ofPairs.authority),
      (v) => v,
      ofPairs.authority,
    ),
    known('status', t('queue.status'), SCRUTINY_STATUSES),
    known('certainty', t('queue.certainty'), CERTAINTIES),
    known('source', t('queue.source'), SOURCE_CLASSES),
    assigneeFacet(query, ofPairs.assignee, people),
  ].filter(({ options }) => options.length > 0);
}

/** Groups and authorities beyond these are found by name. */
const MOST_OPTIONS = 24;

function facetOf(
  query: URLSearchParams,
  facet: Pick<Facet, 'name' | 'label' | 'open'>,
  values: readonly string[],
  words: (value: string) => string,
  counts: Readonly<Record<string, number>>,
): Facet {
  const chosen = new Set(query.getAll(facet.name));
  const options = [...new Set([...values, ...chosen].filter((value) => value in counts || values.includes(value)))]
    .map((value) => ({ value, label: words(value), count: counts[value] ?? 0, checked: chosen.has(value) }))
    .filter((option) => option.count > 0 || option.checked);
  const shown = options.filter((option, i) => i < MOST_OPTIONS || option.checked);
  return { ...facet, open: facet.open || shown.some((option) => option.checked), options: shown };
}

function assigneeFacet(
  query: URLSearchParams,
  counts: Readonly<Record<string, number>>,
  { deciders, own }: { deciders: readonly Decider[]; own: number | null },
): Facet {
  const others = deciders.filter((person) => person.id !== own);
  const byValue = { ...counts, me: own === null ? 0 : (counts[String(own)] ?? 0) };
  const names = new Map(others.map((person) => [String(person.id), person.name]));
  const words = (value: string) =>
    value === 'me' ? t('queue.me') : value === 'nobody' ? t('queue.nobody-2') : (names.get(value) ?? value);
  return facetOf(
    query,
    { name: 'assignee', label: t('queue.assigned-to-2'), open: false },
    ['me', 'nobody', ...names.keys()],
    words,
    byValue,
  );
}

/** How the chips above the queue name each filter in force. */
export function chipWords(deciders: readonly Decider[]): Record<string, (value: string) => string> {
  const day = (value: string) => {
    const known = parseDay(value);
    return known ? formatDay(known) : value;
  };
  const dollars = (value: string) => {
    const millions = typedNumber(value);
    return millions !== null ? formatMoney({ value: millions * 1e6, currency: 'USD' }) : value;
  };
  const people = new Map(deciders.map((person) => [String(person.id), person.name]));
  const by = Object.fromEntries(
    Object.entries(LABELS).map(([name, labels]) => [name, (value: string) => labelled(labels, value)]),
  );
  return {
    ...by,
    band: (v) => (v === 'none' ? t('queue.no-band') : t('queue.band-small', { v: labelled(BAND_LABELS, v) })),
    acquirer: (v) => v,
    authority: (v) => t('queue.before', { v }),
    source: (v) => t('queue.told-by', { v: labelled(SOURCE_CLASS_LABELS, v) }),
    assignee: (v) =>
      v === 'me'
        ? t('queue.assigned-to-me')
        : v === 'nobody'
          ? t('queue.assigned-to-nobody-small')
          : t('queue.assigned-to-small', { people: people.get(v) ?? v }),
    q: (v) => `“${v}”`,
    target: (v) => t('queue.target-small', { v }),
    from: (v) => t('queue.from', { v: day(v) }),
    to: (v) => t('queue.until-small', { v: day(v) }),
    least: (v) => t('queue.at-least', { v: dollars(v) }),
    most: (v) => t('queue.at-most', { v: dollars(v) }),
    changed: (v) =>
      v === 'visit' ? t('queue.changed-since-my-last-visit') : t('queue.changed-since-small', { v: day(v) }),
  };
}
