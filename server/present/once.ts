import type { Register } from '../../db/sources/registers.ts';
import type { Day } from '../../model/day.ts';
import { language } from '../../words/speak.ts';

/** Languages and days for which something is kept of one thing; a day later it is all made anew. */
const MOST = 4;

/**
 * Keeps what lists say of things that never change, such as pairs as they are kept (db/ledger/kept-pairs.ts): made once for
 * each `besides`, which must name everything else that it is made of. It goes when the thing itself does.
 */
export function onceFor<T extends object, V>(): (thing: T, besides: string, make: () => V) => V {
  const kept = new WeakMap<T, Map<string, V>>();
  return (thing, besides, make) => {
    const own = kept.get(thing) ?? new Map<string, V>();
    const known = own.get(besides);
    if (known !== undefined) return known;
    if (own.size >= MOST) own.clear();
    const made = make();
    own.set(besides, made);
    kept.set(thing, own);
    return made;
  };
}

const named = new WeakMap<ReadonlyMap<string, Register>, string>();

/** Names the day, the registers as they stand and the language of the answer. */
export function asOf(today: Day, registers: ReadonlyMap<string, Register>): string {
  const known = named.get(registers) ?? JSON.stringify([...registers]);
  named.set(registers, known);
  return `${language().tag} ${today} ${known}`;
}
