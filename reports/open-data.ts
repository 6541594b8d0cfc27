import type { PartialDay } from '../model/day.ts';
import { KIND_LABELS, ROLE_LABELS, STATUS_LABELS } from '../model/labels.ts';
import { type Deal, type Pair, shownStatus } from '../model/ledger.ts';
import { webLink } from '../model/link.ts';
import type { OpenItem, OpenTie } from '../model/open-data.ts';
import { ftmEntities } from './as-ftm.ts';
import { documentsBehind, type ReportEntry } from './report.ts';

const FUNDING: readonly Deal['kind'][] = ['investment', 'acquisition', 'acquihire'];

/**
 * Takes a pair; gives what is published of it. Talks are left out: what is only reported may come to nothing, and the
 * page of an authority that repeats it weighs more than the paper that told it. Flags, verdicts, notes and quotes are
 * never part of it.
 */
export function openTies(entry: ReportEntry): OpenTie[] {
  return published(entry).pair.deals.map((deal) => tieOf(entry, deal));
}

/** The same as FollowTheMoney entities, by number. */
export function openEntities(entry: ReportEntry): { id: string; body: object }[] {
  const open = published(entry);
  if (open.pair.deals.length === 0) return [];
  return ftmEntities([open]).map((entity) => ({ id: entity.id, body: entity }));
}

function published(entry: ReportEntry): ReportEntry {
  const deals = entry.pair.deals
    .filter((deal) => deal.certainty !== 'reported')
    .map((deal) => ({ ...deal, events: deal.events.filter((event) => event.certainty !== 'reported') }));
  const scrutiny = entry.pair.scrutiny.filter((cell) => cell.source !== 'reported' && shownStatus(cell) !== null);
  return { ...entry, pair: { ...entry.pair, deals, scrutiny } };
}

function tieOf(entry: ReportEntry, deal: Deal): OpenTie {
  const { pair } = published(entry);
  const own = pair.deals.find((one) => one.id === deal.id) as Deal;
  const days = own.events.flatMap((event) => event.date ?? []).sort();
  const facts = [...own.factIds, ...own.events.flatMap((event) => event.factIds)];
  return {
    id: own.id,
    acquirer: pair.acquirer,
    target: pair.target,
    kind: own.kind,
    certainty: own.certainty,
    layer: pair.layer,
    since: days[0] ?? own.knownSince ?? null,
    ...flowsOf(pair, own),
    sums: own.events.flatMap(({ date, value, currency, role }) =>
      value === null || currency === null ? [] : [{ date, value, currency, role }],
    ),
    authorities: pair.scrutiny.flatMap(({ authority, asOf, ...cell }) => {
      const status = shownStatus(cell);
      return status ? [{ authority, status, asOf }] : [];
    }),
    sources: documentsBehind(entry, facts).map(({ title, publisher, sourceClass, published: day, url }) => {
      return { title, publisher, class: sourceClass, published: day, url: webLink(url) };
    }),
  };
}

function flowsOf(pair: Pair, { kind, paid }: Deal): Pick<OpenTie, 'inUsd' | 'backUsd'> {
  return {
    inUsd: FUNDING.includes(kind) ? ((paid ?? pair.sums.paid).USD ?? null) : null,
    backUsd: kind === 'cloud' ? (pair.sums.committed.USD ?? null) : null,
  };
}

export const OPEN_COLUMNS = [
  'id',
  'link',
  'acquirer',
  'target',
  'kind',
  'certainty',
  'layer',
  'since',
  'in_usd',
  'back_usd',
  'sums',
  'authorities',
  'sources',
  'first_published',
  'last_changed',
  'withdrawn',
] as const;

/** A tie as a row of that table; `link` leads to it for good. */
export function openRow(
  { body, firstAt, changedAt, goneAt }: OpenItem<OpenTie>,
  link: string,
): (string | number | null)[] {
  const when = (date: PartialDay | null) => (date ? ` ${date}` : '');
  const sums = body.sums.map((sum) => `${sum.value} ${sum.currency} ${ROLE_LABELS[sum.role]}${when(sum.date)}`);
  const steps = body.authorities.map((one) => `${one.authority}: ${STATUS_LABELS[one.status]}${when(one.asOf)}`);
  return [
    ...[body.id, link, body.acquirer, body.target, KIND_LABELS[body.kind], body.certainty, body.layer, body.since],
    ...[body.inUsd, body.backUsd, sums.join(' | '), steps.join(' | ')],
    ...[body.sources.map((source) => source.url ?? `${source.publisher}: ${source.title}`).join(' '), firstAt],
    ...[changedAt, goneAt],
  ];
}

/** A line of a delta of entities, in the way in which OpenSanctions publishes its own: what was added, changed, deleted. */
export function deltaLine({ id, body, firstAt, goneAt }: OpenItem<object>, since: string): string {
  if (goneAt) return JSON.stringify({ op: 'DEL', entity: { id } });
  return JSON.stringify({ op: firstAt > since ? 'ADD' : 'MOD', entity: body });
}
