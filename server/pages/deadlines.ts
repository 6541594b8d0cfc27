import type { Context } from '../../context.ts';
import { openCases } from '../../db/sources/open-cases.ts';
import { dayOf } from '../../model/day.ts';
import type { Deadline } from '../../model/deadline.ts';
import { deadlinesOf } from '../../regimes/deadlines.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import type { TableOf } from '../page-data.ts';
import { type DeadlineLine, deadlineLine } from '../present/deadlines.ts';
import { followDeadlines } from '../present/follow.ts';

/** The days on which authorities must, or want to, have acted: ahead by month, then past ones, then those that cannot be told. */
export const deadlines: Handler = async (context) => {
  const lines = (await allDeadlines(context)).map((deadline) => deadlineLine(deadline, dayOf(context.now())));
  const ahead = lines.filter((line) => line.left !== null && !line.past);
  const data = {
    months: byMonth(ahead),
    past: lines.filter((line) => line.past).reverse(),
    unknown: lines.filter((line) => line.left === null),
    count: ahead.length,
    follow: followDeadlines(),
  };
  return { view: 'deadlines', title: t('scrutiny.deadlines'), data };
};

const COLUMNS = [
  'due',
  'acquirer',
  'target',
  'authority',
  'what',
  'force',
  'law',
  'started_by',
  'start',
  'length',
  'unit',
  'why_none',
];

/** The same as a table. */
export const deadlinesTable: TableOf = async (context) => {
  const rows = (await allDeadlines(context)).map(({ due, acquirer, target, authority, label, force, basis, why }) => [
    ...[due, acquirer, target, authority, label, force, basis.law, basis.startedBy, basis.start],
    ...[basis.length, basis.unit, why],
  ]);
  return { columns: COLUMNS, rows };
};

async function allDeadlines({ db }: Context): Promise<Deadline[]> {
  const all = (await openCases(db)).flatMap(({ pair }) => deadlinesOf(pair));
  return all.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}

function byMonth(lines: readonly DeadlineLine[]): { month: string; lines: DeadlineLine[] }[] {
  const months = new Map<string, DeadlineLine[]>();
  for (const line of lines) months.set(line.month, [...(months.get(line.month) ?? []), line]);
  return [...months].map(([month, own]) => ({ month, lines: own }));
}
