import type { MoneyToken } from '../text/text-tokens.ts';

/** Words after which what is told is only reckoned with, in five languages; "expected to", "likely to" and "set to" need what follows. */
const RECKONS =
  /^(?:confident|hopeful|optimistic|anticipat(?:e|es|ed)|predict(?:s|ed)?|assum(?:e|es|ed|ing)|bets?|zuversichtlich|rechnet|rechnen|rechnete|erwartet|erwarten|vermutlich|voraussichtlich|wahrscheinlich|confiant(?:e|s)?|probablement|vraisemblablement|table|confiad[oa]s?|confía|confían|previsiblemente|probablemente|fiducios[oaie]|confida|confidano|probabilmente|verosimilmente)$/;
const TO_BE = /^(?:expected|likely|set|poised|about|certain|sure|bound)$/;
/** "as expected", "wie erwartet", "earlier than expected": it has come. */
const AS = /^(?:as|than|wie|als|comme|que|come)$/;
const REACH = 16;
const THAT = /^(?:dass|daß|that|que|che|ob)$/;

const AS_SOON =
  /^(?:as soon as|once|provided that|provided|sobald|sofern|dès que|une fois que|pourvu que|tan pronto como|en cuanto|una vez que|siempre que|non appena|una volta che|purché|qualora)$/;
/** "has given", "have cleared": with "as soon as", what is still to come. */
const PERFECT =
  /^(?:has|have|is|are|gives?|clears?|approves?|hat|haben|gibt|erteilt|aura|auront|a|ont|donne|haya|hayan|ha|han|dé|autorice|apruebe|abbia|abbiano|avrà|hanno)$/;
const PAST = /^(?:had|was|were|gave|cleared|approved|hatte|hatten|war|gab|avait|eut|fut|había|hubo|aveva|ebbe|fu)$/;
const SOON_REACH = 12;

const OF_COURT =
  /^(?:judges?|courts?|magistrates?|juges?|juge|magistrat|richters?|richterin|richterlich\p{L}*|gericht(?:s|lich\p{L}*)?|amtsgericht\p{L}*|juez|jueces|jueza|juzgado|judicial|magistrad[oa]|giudice|giudici|giudiziari[oa]|shareholders?|stockholders?|aktionär(?:e|en)?|hauptversammlung|actionnaires|accionistas|junta|azionisti|assemblea)$/u;
const COURT_REACH = 5;
const OWNERS_REACH = 7;
/** Whose own approval a deal needs. */
const OWNERS =
  /^(?:shareholders?|stockholders?|judges?|courts?|aktionäre|aufsichtsrat|vorstand|gericht|actionnaires|accionistas|azionisti|juez|jueza|juzgado|giudice|juge)$/;
/** "Shareholders cheered as the CMA cleared it": somebody else does so in a clause of its own. */
const OTHER_CLAUSE =
  /^(?:as|when|after|that|because|while|since|als|nachdem|weil|dass|quand|que|lorsque|après|cuando|porque|después|quando|che|perché|dopo)$/;
const SIGN = /^[.;]$/;

/** The words of a clause that stand before a word, nearest last. */
function clauseBefore(tokens: readonly MoneyToken[], first: number, reach: number): readonly MoneyToken[] {
  const words = tokens.slice(Math.max(0, first - reach), first);
  const end = words.findLastIndex((t) => SIGN.test(t.text));
  return words.slice(end + 1);
}

/** A comma, but for the one before "that". */
const isBorder = (word: MoneyToken, i: number, words: readonly MoneyToken[]) =>
  word.text === ',' && !THAT.test(words[i + 1]?.lower ?? '');

/**
 * "was confident that Brussels would clear it", "is expected to approve", "can close as soon as the EU has given its
 * blessing": takes the words of a document and where those for an approval begin; true when it is only reckoned with.
 */
export function isForeseen(tokens: readonly MoneyToken[], first: number): boolean {
  const words = clauseBefore(tokens, first, REACH);
  const reckons = words.some((t, i) => {
    if (AS.test(tokens[first - words.length + i - 1]?.lower ?? '') || words.slice(i).some(isBorder)) return false;
    return RECKONS.test(t.lower) || (TO_BE.test(t.lower) && (words[i + 1] ?? tokens[first])?.lower === 'to');
  });
  return reckons || isConditionOfTime(clauseBefore(tokens, first, SOON_REACH), tokens[first]);
}

/** "as soon as … has given", "sobald die Behörde zugestimmt hat": not yet; "once it had cleared" tells what came. */
function isConditionOfTime(words: readonly MoneyToken[], own: MoneyToken | undefined): boolean {
  const at = words.findIndex((_, i) =>
    [1, 2, 3].some(
      (n) =>
        i + n <= words.length &&
        AS_SOON.test(
          words
            .slice(i, i + n)
            .map((t) => t.lower)
            .join(' '),
        ),
    ),
  );
  if (at < 0) return false;
  const clause = [...words.slice(at), ...(own ? [own] : [])];
  return clause.some((t) => PERFECT.test(t.lower)) && !clause.some((t) => PAST.test(t.lower));
}

/**
 * "avec l'autorisation d'un juge", "approved by its shareholders", "mit richterlicher Genehmigung": takes where words for an
 * approval begin and end; true when a court or the owners give it, who are no competition authority.
 */
export function isOfOthers(tokens: readonly MoneyToken[], first: number, next: number): boolean {
  const behind = tokens.slice(next, next + COURT_REACH);
  const end = behind.findIndex((t) => /^[.,;:]$/.test(t.text));
  const near = end < 0 ? behind : behind.slice(0, end);
  const before = clauseBefore(tokens, first, OWNERS_REACH);
  if (near.some((t) => OF_COURT.test(t.lower)) || /^(?:richter|gericht)lich/.test(tokens[first - 1]?.lower ?? ''))
    return true;
  const own = before.slice(before.findLastIndex((t) => OWNERS.test(t.lower)) + 1);
  return own.length < before.length && !own.some((t) => t.text === ',' || OTHER_CLAUSE.test(t.lower));
}

const MODAL =
  /^(?:can|may|darf|dürfen|durften?|kann|können|peut|peuvent|pourra|pourront|puede|pueden|podrá|podrán|può|possono|potrà|potranno)$/;

/** "Meta may hire more of them": takes the first word of a permission; true where only an authority in the sentence makes it one. */
export const isBareModal = (tokens: readonly MoneyToken[], first: number) => MODAL.test(tokens[first]?.lower ?? '');
