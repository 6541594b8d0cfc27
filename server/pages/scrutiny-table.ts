import { listPairs } from '../../db/ledger/ledger.ts';
import { listRegisters } from '../../db/sources/registers.ts';
import { dayOf } from '../../model/day.ts';
import { everyRow } from '../downloads/every-row.ts';
import { typedText } from '../forms/query.ts';
import type { TableOf } from '../page-data.ts';
import { board } from '../present/board.ts';
import { bandsOf } from './scrutiny.ts';

const COLUMNS = [
  'acquirer',
  'target',
  'score',
  'band',
  'gap',
  'days',
  'days_counted',
  'authority',
  'status',
  'note',
  'register',
];

/** The board as a table: one line for each pair and authority, silence in words. */
export const scrutinyTable: TableOf = async ({ db, now }, { query }) => {
  const filter = {
    q: typedText(query.get('q')),
    bands: bandsOf(query),
    authority: query.get('authority') || undefined,
  };
  const pairs = await everyRow(
    (page) => listPairs(db, { ...filter, sort: 'score', ...page }),
    (row) => row.pair.id,
  );
  const { groups } = board(pairs, dayOf(now()), await listRegisters(db, now()));
  const rows = groups.flatMap((group) =>
    group.rows.flatMap((row) =>
      row.cells.map((cell) => [
        ...[row.acquirer, row.target, row.score, row.band, group.label, row.days, row.since],
        ...[cell.authority, cell.word, cell.note, cell.register],
      ]),
    ),
  );
  return { columns: COLUMNS, rows };
};
