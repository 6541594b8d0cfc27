import type { MoneyToken } from '../text/text-tokens.ts';

const RELATIVE = /^(?:which|that|who|qui|que|die|der|das|welche[rs]?|che)$/;
const OFTEN =
  /^(?:before|previously|often|sometimes|repeatedly|already|past|déjà|souvent|parfois|passé|schon|bereits|öfter|oft|mehrfach|wiederholt|früher|ya|veces|anteriormente|pasado|già|spesso|passato|precedenza)$/;
const DEFINITE =
  /^(?:the|this|its|their|le|la|l|les|ce|cet|cette|son|sa|den|dem|das|die|diese[nmrs]?|el|los|las|este|esta|su|il|lo|gli|questo|questa|suo)$/;

/** Longest clause of this kind, in tokens. */
const REACH = 16;

/**
 * Takes a document's words and those of a step; true when they stand in a clause that tells what an authority is wont to
 * do: "which has called in deals below its thresholds before". Bare deals of the past are nobody's in particular; a
 * name or an article ("the deal") makes them one.
 */
export function isHabit(tokens: readonly MoneyToken[], first: number, next: number): boolean {
  const opens = relativeBefore(tokens, first);
  if (opens < 0) return false;
  const end = clauseEnd(tokens, next);
  const clause = tokens.slice(opens + 1, end);
  if (!clause.some((t) => OFTEN.test(t.lower))) return false;
  const object = tokens[next];
  return !clause.some((t) => /^\p{Lu}/u.test(t.text)) && object !== undefined && !DEFINITE.test(object.lower);
}

/** Where ", which" stands before these words in the same clause; -1 when it does not. */
function relativeBefore(tokens: readonly MoneyToken[], first: number): number {
  for (let at = first - 1; at > 0 && first - at < REACH; at--) {
    if (/^[,.;:]$/.test(tokens[at]?.text ?? '')) return -1;
    if (tokens[at - 1]?.text === ',' && RELATIVE.test(tokens[at]?.lower ?? '')) return at;
  }
  return -1;
}

function clauseEnd(tokens: readonly MoneyToken[], from: number): number {
  const end = tokens.slice(from, from + REACH).findIndex((t) => /^[,.;:]$/.test(t.text));
  return end < 0 ? from + REACH : from + end;
}
