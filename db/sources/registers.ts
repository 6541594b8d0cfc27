import type { Instant } from '../../model/day.ts';
import { COMPLETE_REGISTERS } from '../../model/scrutiny.ts';
import type { Database } from '../open.ts';
import { type AuthoritySource, authoritySources } from './sources.ts';

/** How an authority's register stands: when it was last read, and whether that is too long ago or has brought nothing. */
export interface Register {
  lastOkAt: Instant | null;
  late: boolean;
  /** Since when it is read well and silent beyond its rhythm; then it is late as well. */
  silentSince: Instant | null;
}

/**
 * Takes the sources as they stand; gives the register of each authority that has one. Where a source lists all cases, it
 * alone counts: news that is read well does not show that a register which fails has nothing.
 */
export function registersOf(sources: readonly AuthoritySource[]): Map<string, Register> {
  const registers = new Map<string, Register>();
  const watched = sources.filter((source) => source.authority && source.enabled);
  const complete = new Set(watched.filter(isComplete).map(({ authority }) => authority));
  for (const source of watched.filter((one) => !complete.has(one.authority) || isComplete(one))) {
    const known = registers.get(source.authority as string);
    const found = registerOf(source);
    if (!known || (known.late && !found.late)) registers.set(source.authority as string, found);
  }
  return registers;
}

/** The register of each authority that has one, as of now. */
export async function listRegisters(db: Database, now: Instant): Promise<Map<string, Register>> {
  return registersOf(await authoritySources(db, now));
}

const isComplete = ({ id }: AuthoritySource) => COMPLETE_REGISTERS.has(id);

function registerOf({ health, lastOkAt, silentSince }: AuthoritySource): Register {
  const isUnread = health !== 'ok';
  return { lastOkAt, late: isUnread || silentSince !== null, silentSince: isUnread ? null : silentSince };
}

/** Until when the register of each authority tells what there is; null when it was never read. */
export async function registersRead(db: Database, now: Instant): Promise<Map<string, Instant | null>> {
  const registers = await listRegisters(db, now);
  return new Map([...registers].map(([authority, { lastOkAt, silentSince }]) => [authority, silentSince ?? lastOkAt]));
}
