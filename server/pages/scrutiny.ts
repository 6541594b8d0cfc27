import type { Context } from '../../context.ts';
import { type LedgerPair, listPairs } from '../../db/ledger/ledger.ts';
import { openCases } from '../../db/sources/open-cases.ts';
import { listRegisters, type Register } from '../../db/sources/registers.ts';
import { dayOf } from '../../model/day.ts';
import { BANDS, type Band } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { BOARD_AUTHORITIES, SCRUTINY_STATUSES } from '../../model/scrutiny.ts';
import { deadlinesOf } from '../../regimes/deadlines.ts';
import { BAND_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { withQuery } from '../forms/flag-filter.ts';
import { pageNumber, typedText } from '../forms/query.ts';
import type { Handler } from '../handler.ts';
import { type BoardGroup, board, boardColumns } from '../present/board.ts';
import { deadlineLine } from '../present/deadlines.ts';
import { counted, pager } from '../present/pager.ts';
import { registerWords, unreadRegisters } from '../present/scrutiny.ts';
import { select } from '../present/selects.ts';

const PAGE_SIZE = 100;
const DATES_SHOWN = 5;

/** Pairs against authorities, grouped by how long nobody is known to have moved. Silence counts only where a register is read. */
export const scrutiny: Handler = async (context, { query }) => {
  const { db, now } = context;
  const today = dayOf(now());
  const bands = bandsOf(query);
  const page = pageNumber(query);
  const authority = query.get('authority') || undefined;
  const statuses = SCRUTINY_STATUSES.filter((status) => query.getAll('status').includes(status));
  const filter = { q: typedText(query.get('q')), bands, authority, statuses, sort: 'score' as const };
  const found = await listPairs(db, { ...filter, page, pageSize: PAGE_SIZE });
  const registers = await listRegisters(db, now());
  const { axis, groups } = board(found.rows, today, registers);
  const data = {
    summary: sentence(groups, found.rows.length, registers),
    gaps: groups.map(({ label, count, median, kind }) => ({ label, count, median, kind })),
    groups,
    axis,
    columns: boardColumns(found.rows, registers),
    dates: (await datesAhead(context)).slice(0, DATES_SHOWN),
    ...registerLines(registers),
    selects: selects(query, bands),
    q: filter.q ?? '',
    counted: counted(found.total, 'pairs'),
    pager: pager(query, { page, pageSize: PAGE_SIZE, total: found.total }, paths.scrutiny),
    csv: `/scrutiny.csv${withQuery(query, {})}`,
  };
  return { view: 'scrutiny', title: t('scrutiny.scrutiny'), data, wide: true };
};

/** How each register stands; those never read in one sentence, so that a first day is no list of troubles. */
function registerLines(registers: ReadonlyMap<string, Register>) {
  const read = [...registers].filter(([, { lastOkAt }]) => lastOkAt !== null);
  const never = [...registers].flatMap(([name, { lastOkAt }]) => (lastOkAt === null ? [name] : []));
  const names = never.join(', ');
  return {
    registers: read.map(([name, register]) => ({ name, read: registerWords(register), late: register.late })),
    neverRead: never.length === 0 ? null : t('scrutiny.registers-never-read', { n: never.length, names }),
  };
}

/** High and Medium unless the address says otherwise: the others are many and rarely looked into. */
export function bandsOf(query: URLSearchParams): Band[] {
  const asked = query.get('band');
  if (asked === 'all') return [];
  const named = BANDS.filter((band) => query.getAll('band').includes(band));
  return named.length ? named : ['High', 'Medium'];
}

/** Every deadline ahead, the nearest first. */
export async function datesAhead({ db, now }: Pick<Context, 'db' | 'now'>) {
  const today = dayOf(now());
  const all = (await openCases(db)).flatMap(({ pair }: LedgerPair) => deadlinesOf(pair));
  return all
    .filter(({ due }) => due !== null && due >= today)
    .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
    .map((deadline) => deadlineLine(deadline, today));
}

function selects(query: URLSearchParams, bands: readonly Band[]) {
  const band = query.get('band') === 'all' ? 'all' : bands.length === 1 ? bands[0] : undefined;
  const choices = [...BANDS.map((one) => [one, BAND_LABELS[one]] as const), ['all', t('scrutiny.all-2')] as const];
  return [
    select({ name: 'band', label: t('scrutiny.band'), any: t('scrutiny.high-and-medium') }, band, choices),
    select(
      { name: 'authority', label: t('scrutiny.authority'), any: t('scrutiny.any-or-none') },
      query.get('authority') ?? undefined,
      BOARD_AUTHORITIES.map((one) => [one, one] as const),
    ),
  ];
}

/** What the board says, in a sentence; never more than the registers that were read can bear out. */
function sentence(groups: readonly BoardGroup[], all: number, registers: ReadonlyMap<string, Register>): string {
  const unread = unreadRegisters(registers);
  const noneRead = registers.size > 0 && [...registers.values()].every(({ lastOkAt }) => lastOkAt === null);
  if (all === 0) return t('scrutiny.no-pair-is-on-the');
  const count = (kind: string) => groups.find((group) => group.kind === kind)?.count ?? 0;
  const none = t('scrutiny.of-no-step-on-record', { n: all, none: count('none') });
  const rest = count('overtaken') ? t('scrutiny.and-overtaken-by-new-facts', { n: count('overtaken') }) : '';
  const late = unread.length ? ` ${t('scrutiny.not-read-in-time-their', { unread: unread.join(', ') })}` : '';
  if (noneRead) return `${none}${rest}. ${t('scrutiny.no-register-read-yet')}`;
  return `${none}${rest}.${late}`;
}
