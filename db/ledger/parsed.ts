import { recent } from '../../model/recent.ts';

/** Bodies of about a thousand pairs and their flags. */
const MOST_CHARACTERS = 12_000_000;

const bodies = recent<object>(MOST_CHARACTERS);

/**
 * Takes JSON as it is stored; gives what it holds, parsed once however often pages ask for the same row, and frozen since
 * all of them hold the same. For what pages show: jobs that walk through a whole ledger parse for themselves.
 */
export function parsed<T extends object>(body: string): T {
  return bodies.of(body, () => frozen(JSON.parse(body) as object)) as T;
}

function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(value);
}
