import type { Context } from '../../context.ts';
import { type FlagCounts, type FlagList, getFlag, listFlags } from '../../db/flags.ts';
import type { User } from '../../db/users.ts';
import { BANDS, FLAG_STATES, RULE_IDS, type RuleId } from '../../model/flag.ts';
import { BAND_LABELS, DECISION_LABELS, FLAG_STATE_LABELS, RULE_LABELS, RULE_SHORT_LABELS } from '../../model/labels.ts';
import { paths } from '../../model/paths.ts';
import { FLAG_SORTS, flagFilter, PAGE_SIZE, withQuery } from '../forms/flag-filter.ts';
import type { Handler } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { type FlagLine, pairGroups } from '../present/flag.ts';
import { flagPanel } from './flag-panel.ts';

/** The review queue: flags by pair, filters beside them, and the current flag with its evidence. */
export const flagList: Handler = async (context, { query, user }) => {
  const filter = flagFilter(query);
  const found = await listFlags(context.db, filter);
  const groups = pairGroups(found.rows);
  const lines = groups.flatMap((group) => group.flags);
  const current = lines.find((line) => line.key === query.get('flag')) ?? lines[0];
  const [pairId, rule] = current?.key.split('/') ?? [];
  const data = {
    tabs: tabs(query, found.counts),
    facets: facets(query, found.counts),
    filters: activeFilters(query),
    without: found.total === 0 ? await withoutEach(context, query) : [],
    kept: [...query].filter(([name]) => name === 'state' || name === 'q' || name === 'authority'),
    q: filter.q ?? '',
    sort: { value: filter.sort, options: Object.entries(FLAG_SORTS).map(([value, label]) => ({ value, label })) },
    summary: summary(found, groups.length),
    pager: pager(query, filter.page, found.total),
    groups: groups.map((group) => ({
      ...group,
      flags: group.flags.map((line) => ({ ...line, current: line === current, open: openIn(query, line) })),
    })),
    panel: pairId && rule ? await flagPanel(context, pairId, rule as RuleId) : null,
    ...neighbours(query, lines, current),
    undo: await undo(context, query, user as User),
    download: `/flags.csv${withQuery(query, {})}`,
    mayDecide: user !== null && mayUse({ role: 'analyst' }, user.role),
  };
  return { view: 'flag-list', title: 'Flags', data, wide: true };
};

/** What the person has just decided, to be taken back with one press; null when nothing, or nothing of theirs. */
async function undo({ db }: Context, query: URLSearchParams, user: User) {
  const [pairId, name] = (query.get('done') ?? '').split('/');
  const rule = RULE_IDS.find((id) => id === name);
  const flag = pairId && rule ? await getFlag(db, pairId, rule) : null;
  if (!flag?.latest || flag.latest.userId !== user.id || flag.latest.action === 'reopen') return null;
  return {
    text: `${DECISION_LABELS[flag.latest.action]}: ${flag.acquirer} → ${flag.target}, ${RULE_LABELS[flag.rule]}.`,
    action: paths.flag(flag.pairId, flag.rule),
    evidence: flag.evidenceHash,
    latest: flag.latest.id,
    next: paths.flags(withQuery(query, { done: null, flag: `${flag.pairId}/${flag.rule}` })),
  };
}

function tabs(query: URLSearchParams, counts: FlagCounts) {
  const now = query.get('state') ?? 'to_review';
  const all = Object.values(counts.states).reduce((sum, n) => sum + n, 0);
  const tab = (value: string, label: string, count: number) => ({
    label,
    count,
    current: now === value,
    link: paths.flags(withQuery(query, { state: value })),
  });
  return [...FLAG_STATES.map((s) => tab(s, FLAG_STATE_LABELS[s], counts.states[s])), tab('all', 'All', all)];
}

function facets(query: URLSearchParams, counts: FlagCounts) {
  const facet = (
    name: string,
    label: string,
    values: readonly string[],
    words: (v: string) => string,
    n: (v: string) => number,
  ) => ({
    name,
    label,
    options: values
      .map((value) => ({ value, label: words(value), count: n(value), checked: query.getAll(name).includes(value) }))
      .filter((option) => option.count > 0 || option.checked),
  });
  const acquirers = Object.keys(counts.acquirers).sort(
    (a, b) => (counts.acquirers[b] ?? 0) - (counts.acquirers[a] ?? 0),
  );
  return [
    facet(
      'rule',
      'Screen',
      RULE_IDS,
      (v) => RULE_SHORT_LABELS[v as RuleId],
      (v) => counts.rules[v as RuleId],
    ),
    facet(
      'band',
      'Band',
      BANDS,
      (v) => BAND_LABELS[v as keyof typeof BAND_LABELS],
      (v) => counts.bands[v as keyof FlagCounts['bands']],
    ),
    facet(
      'acquirer',
      'Acquirer group',
      acquirers,
      (v) => v,
      (v) => counts.acquirers[v] ?? 0,
    ),
  ].filter(({ options }) => options.length > 0);
}

/** Each filter in force, with the link that takes it out. */
function activeFilters(query: URLSearchParams) {
  const named: Record<string, (v: string) => string> = {
    rule: (v) => RULE_LABELS[v as RuleId] ?? v,
    band: (v) => `band ${v}`,
    acquirer: (v) => v,
    authority: (v) => `before ${v}`,
    q: (v) => `“${v}”`,
  };
  return [...query]
    .filter(([name, value]) => name in named && value)
    .map(([name, value]) => {
      const rest = new URLSearchParams([...query].filter(([n, v]) => !(n === name && v === value)));
      return { label: named[name]?.(value) ?? value, link: paths.flags(withQuery(rest, {})) };
    });
}

/** How many flags there would be with one filter taken out. */
async function withoutEach({ db }: Context, query: URLSearchParams) {
  const others = [];
  for (const { label, link } of activeFilters(query).slice(0, 6)) {
    const less = new URLSearchParams(link.split('?')[1] ?? '');
    const { total } = await listFlags(db, { ...flagFilter(less), pageSize: 1 });
    others.push({ label, link, count: total });
  }
  return others;
}

function summary({ total }: FlagList, pairs: number): string {
  const flags = total === 1 ? '1 flag' : `${total.toLocaleString('en')} flags`;
  const shown = total > PAGE_SIZE ? ' on this page' : '';
  return `${flags} in ${pairs === 1 ? '1 pair' : `${pairs} pairs`}${shown}`;
}

function pager(query: URLSearchParams, page: number, total: number) {
  const pages = Math.ceil(total / PAGE_SIZE);
  if (pages <= 1) return null;
  const to = (n: number) => (n >= 1 && n <= pages ? paths.flags(withQuery(query, { page: String(n) })) : null);
  const last = Math.min(page * PAGE_SIZE, total).toLocaleString('en');
  const text = `${((page - 1) * PAGE_SIZE + 1).toLocaleString('en')}–${last} of ${total.toLocaleString('en')}`;
  return { text, previous: to(page - 1), next: to(page + 1) };
}

/** The address of the queue with this flag in its panel. */
function openIn(query: URLSearchParams, line: FlagLine): string {
  const page = query.get('page');
  return paths.flags(withQuery(query, { flag: line.key, ...(page ? { page } : {}) }));
}

function neighbours(query: URLSearchParams, lines: readonly FlagLine[], current: FlagLine | undefined) {
  const at = current ? lines.indexOf(current) : -1;
  const link = (line: FlagLine | undefined) => (line ? openIn(query, line) : null);
  const next = link(lines[at + 1]);
  return {
    position: at < 0 ? null : `Flag ${at + 1} of ${lines.length}`,
    previous: at > 0 ? link(lines[at - 1]) : null,
    next,
    afterwards: next ?? paths.flags(withQuery(query, {})),
  };
}
