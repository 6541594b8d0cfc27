import type { Context } from '../../context.ts';
import { latestDecisionId } from '../../db/ledger/decisions.ts';
import type { User } from '../../db/people/users.ts';
import { listDeciders } from '../../db/review/assignments.ts';
import { countFacets, type FlagList, getFlag, listFlags } from '../../db/review/flags.ts';
import { listViews } from '../../db/review/views.ts';
import { dayOf } from '../../model/day.ts';
import { FLAG_STATES, RULE_IDS, type RuleId } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { DECISION_LABELS, FLAG_STATE_LABELS, RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { FLAG_SORTS, flagFilter, QUEUE_PAGE, withQuery } from '../forms/flag-filter.ts';
import type { Handler } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { type Chip, chips } from '../present/chips.ts';
import { type FlagLine, flagLine, pairGroups } from '../present/flag.ts';
import { followFlags } from '../present/follow.ts';
import { pager } from '../present/pager.ts';
import { chipWords, type Decider, facets } from '../present/queue.ts';
import { viewLinks } from '../present/views.ts';
import { flagPanel, reasons } from './flag-panel.ts';

/** Fields of the filter that take a value of their own and no list. */
const TYPED = ['q', 'target', 'from', 'to', 'least', 'most', 'changed'] as const;

/** The review queue: flags by pair, filters beside them, and the current flag with its evidence. */
export const flagList: Handler = async (context, { query, user }) => {
  const { db } = context;
  const filter = flagFilter(query, { user, now: context.now() });
  const found = await listFlags(db, filter);
  const groups = pairGroups(found.rows, dayOf(context.now()));
  const lines = groups.flatMap((group) => group.flags);
  const named = await namedFlag(context, query, lines);
  const current = named ?? lines[0];
  const [pairId, rule] = current?.key.split('/') ?? [];
  const deciders = await listDeciders(db);
  const inForce = chips(query, chipWords(deciders), paths.flags);
  const near = neighbours(query, groups, current, { before: (filter.page - 1) * QUEUE_PAGE, total: found.total });
  const data = {
    tabs: tabs(query, found),
    facets: facets(query, found.counts, await countFacets(db, filter), { deciders, own: user?.id ?? null }),
    typed: Object.fromEntries(TYPED.map((name) => [name, query.get(name) ?? ''])),
    filters: inForce,
    without: found.total === 0 ? await withoutEach(context, inForce, user) : [],
    state: query.get('state'),
    sort: { value: filter.sort, options: Object.entries(FLAG_SORTS).map(([value, label]) => ({ value, label })) },
    summary: summary(found, lines.length, groups.length),
    pager: pager(query, { page: filter.page, pageSize: QUEUE_PAGE, total: found.total }, paths.flags),
    groups: groups.map((group) => ({
      ...group,
      flags: group.flags.map((line) => ({ ...line, current: line === current, open: openIn(query, line) })),
    })),
    panel: pairId && rule ? await flagPanel(context, pairId, rule as RuleId) : null,
    ...near,
    undo: await undo(context, query, user as User),
    gone: query.get('flag') && !named ? t('queue.this-flag-does-not-stand') : null,
    ...savedViews(query, await listViews(db, (user as User).id, 'flags'), user as User),
    follow: followFlags(query),
    download: { csv: `/flags.csv${withQuery(query, {})}`, json: `/flags.json${withQuery(query, {})}` },
    reasons: reasons(),
    assignable: assignable(deciders, user as User),
    here: paths.flags(withQuery(query, {})),
    hereFlag: current ? openIn(query, current) : null,
    news: (await latestDecisionId(db)) ?? 0,
    mayDecide: user !== null && mayUse({ role: 'analyst' }, user.role),
  };
  return { view: 'flag-list', title: t('queue.flags-2'), data, wide: true };
};

/**
 * The flag that the address names, be it on this page or not: a kept link never opens another flag in its place. Null when
 * none is named or it no longer stands.
 */
async function namedFlag(
  { db }: Context,
  query: URLSearchParams,
  lines: readonly FlagLine[],
): Promise<FlagLine | null> {
  const key = query.get('flag') ?? '';
  const [pairId, name] = key.split('/');
  const rule = RULE_IDS.find((id) => id === name);
  const listed = lines.find((line) => line.key === key);
  if (listed || !pairId || !rule) return listed ?? null;
  const flag = await getFlag(db, pairId, rule);
  return flag && flagLine(flag);
}

/** Whoever asks comes first. */
function assignable(deciders: readonly Decider[], user: User): Decider[] {
  return [...deciders].sort((a, b) => Number(b.id === user.id) - Number(a.id === user.id));
}

function savedViews(query: URLSearchParams, views: Parameters<typeof viewLinks>[0], user: User) {
  const own = withQuery(query, {}).slice(1);
  return { views: viewLinks(views, user.id, own, paths.flags), viewQuery: own };
}

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

function tabs(query: URLSearchParams, { counts }: FlagList) {
  const now = query.get('state') ?? 'to_review';
  const all = Object.values(counts.states).reduce((sum, n) => sum + n, 0);
  const tab = (value: string, label: string, count: number) => ({
    label,
    count,
    current: now === value,
    link: paths.flags(withQuery(query, { state: value })),
  });
  return [...FLAG_STATES.map((s) => tab(s, FLAG_STATE_LABELS[s], counts.states[s])), tab('all', t('queue.all'), all)];
}

/** How many flags there would be with one filter taken out. */
async function withoutEach({ db, now }: Context, inForce: readonly Chip[], user: User | null) {
  const others = [];
  for (const { label, link } of inForce.slice(0, 6)) {
    const less = new URLSearchParams(link.split('?')[1] ?? '');
    const { total } = await listFlags(db, { ...flagFilter(less, { user, now: now() }), pageSize: 1 });
    others.push({ label, link, count: total });
  }
  return others;
}

/** How many there are, and how many of them stand on this page. */
function summary({ total }: FlagList, shown: number, pairs: number): string {
  const flags = t('queue.flags-small', { n: total });
  const inPairs = t('queue.pairs', { n: pairs });
  return shown < total ? t('queue.here-in', { flags, shown, inPairs }) : t('queue.in', { flags, inPairs });
}

/** The address of the queue with this flag in its panel. */
function openIn(query: URLSearchParams, line: FlagLine): string {
  const page = query.get('page');
  return paths.flags(withQuery(query, { flag: line.key, ...(page ? { page } : {}) }));
}

function neighbours(
  query: URLSearchParams,
  groups: readonly { flags: readonly FlagLine[] }[],
  current: FlagLine | undefined,
  whole: { before: number; total: number },
) {
  const lines = groups.flatMap((group) => group.flags);
  const at = current ? lines.indexOf(current) : -1;
  const pairAt = groups.findIndex((group) => group.flags.some((line) => line === current));
  const link = (line: FlagLine | undefined) => (line ? openIn(query, line) : null);
  const next = link(lines[at + 1]);
  return {
    position: positionOf(at, current, whole),
    previous: at > 0 ? link(lines[at - 1]) : null,
    next,
    previousPair: pairAt > 0 ? link(groups[pairAt - 1]?.flags[0]) : null,
    nextPair: pairAt >= 0 ? link(groups[pairAt + 1]?.flags[0]) : null,
    // After a decision, or a step to another flag, whoever uses keys or a screen reader goes on where the flag is.
    isChosen: query.has('flag') || query.has('done'),
    afterwards: next ?? paths.flags(withQuery(query, {})),
  };
}

/** Which flag of how many this is; a flag that the list does not hold is said to stand outside it. */
function positionOf(at: number, current: FlagLine | undefined, whole: { before: number; total: number }) {
  if (at < 0) return current ? t('queue.outside-this-list') : null;
  return t('queue.flag-of', { before: whole.before + at + 1, total: whole.total });
}
