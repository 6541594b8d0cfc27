import { followedName, partyName } from './watched.ts';

/** Who is who in the title of a merger case. */
export interface Parties {
  acquirer: string;
  target: string;
}

const CASE_WORDS =
  /[\s,–-]*\b((strategic )?partnership|hiring|arrangements?|joint venture|collaboration)?\s*\b(phase [12] )?(merger|mergers)?\s*(inquiry|investigation|case)\s*$/i;
const SEPARATOR = /\s+\/\s+|(?<=[\p{L}).])\/(?=[\p{L}(])|['’]s partnership with |\s+partnership with /iu;

/**
 * Takes a title such as "Microsoft / OpenAI partnership merger inquiry"; gives the first party as acquirer and the
 * second as target, by their common names, or null when the title names no two parties.
 */
export function partiesOf(title: string): Parties | null {
  const [first, second] = title
    .slice(0, 300)
    .replace(CASE_WORDS, '')
    .split(SEPARATOR)
    .map((name) => name.trim())
    .filter(Boolean);
  return first && second ? { acquirer: bracketed(first), target: bracketed(second) } : null;
}

/** Takes the parties as a register lists them, the target last; gives the acquirer that is followed, else the first. */
export function partiesOfList(names: readonly string[]): Parties | null {
  const target = names.at(-1);
  const acquirers = names.slice(0, -1);
  const acquirer = acquirers.find((name) => followedName(name)) ?? acquirers[0];
  return acquirer && target ? { acquirer: bracketed(acquirer), target: bracketed(target) } : null;
}

/** "Alphabet Inc. (Google LLC)" is whichever of the two names is known, else the one outside the brackets. */
function bracketed(written: string): string {
  const outside = written.replace(/\s*\([^)]*\)/g, '').trim() || written;
  const inside = /\((?:now |formerly |trading as )?([^)]*)\)/i.exec(written)?.[1];
  const known = [outside, inside].find((name) => name && followedName(name));
  return partyName(known ?? outside);
}

/** True when at least one of the parties is in the list of companies that are watched. */
export function isWatched({ acquirer, target }: Parties): boolean {
  return followedName(acquirer) !== null || followedName(target) !== null;
}
