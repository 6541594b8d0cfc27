import BetterSqlite3 from 'better-sqlite3';
import { DealwatchError } from '../model/errors.ts';

export interface ServingLock {
  release(): void;
}

/**
 * Holds a database file for serving. The lock is an open write transaction on a small file beside it: the operating
 * system lets go of it when the process ends in whatever way, so there is never a stale one to clean up.
 * Throws DealwatchError naming the process that holds it, after `waitMs`.
 */
export function holdLock(file: string, waitMs = 0): ServingLock {
  const raw = new BetterSqlite3(`${file}.lock`, { timeout: waitMs });
  try {
    raw.exec('create table if not exists holder (pid integer not null)');
    raw.exec('begin immediate; delete from holder');
    raw.prepare('insert into holder (pid) values (?)').run(process.pid);
    // Committed so that the next one can read who it is, and taken again at once.
    raw.exec('commit; begin immediate');
    return { release: () => raw.close() };
  } catch (cause) {
    const sentence = isBusy(cause) ? `${file} is in use by another Dealwatch${holder(raw)}. Stop it first.` : null;
    raw.close();
    throw sentence ? new DealwatchError(sentence, { cause }) : cause;
  }
}

const isBusy = (cause: unknown) => String((cause as { code?: string }).code).startsWith('SQLITE_BUSY');

function holder(raw: BetterSqlite3.Database): string {
  try {
    if (raw.inTransaction) raw.exec('rollback');
    const pid = raw.prepare('select pid from holder').pluck().get() as number | undefined;
    return pid === undefined ? '' : ` (process ${pid})`;
  } catch (cause) {
    // Between two steps of the other process its number cannot be read; the sentence stands without it.
    if (isBusy(cause)) return '';
    throw cause;
  }
}
