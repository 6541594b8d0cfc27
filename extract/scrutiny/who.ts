import { AUTHORITIES, COUNTRIES } from '../lexicon/authorities.ts';
import type { MoneyToken } from '../text/text-tokens.ts';
import type { AuthorityMention } from './authorities.ts';
import { isBareModal } from './foreseen.ts';
import { within } from './mood.ts';
import type { Party } from './pairs.ts';
import { aboutForeignInvestment, type Place } from './place.ts';
import { isReferrer } from './referral.ts';
import type { Stage } from './stages.ts';
import type { Whole } from './whole.ts';

/**
 * Takes a step and the authority still spoken of from before; gives the short names of those that take it. Empty when
 * nobody does: somebody only urges an authority, a firm is the subject, or the body does not watch competition.
 */
export function authoritiesFor(whole: Whole, place: Place, stage: Stage, near: AuthorityMention | null): string[] {
  if (aboutForeignInvestment(place)) return [];
  const elsewhere = place.authorities.some((m) => m.code === null);
  const referrers = place.authorities.filter((m) => isReferrer(whole.tokens, m));
  const handsOn = stage.cue === 'refer' && referrers.find((m) => within(stage.first, m.first, 6));
  if (handsOn) return codesOf(whole, referrers, handsOn, true);
  const acting = place.authorities.filter((m) => !referrers.includes(m));
  const usable = acting.filter(
    (m) =>
      m.form !== 'seat' ||
      isOwner(place, m) ||
      (!elsewhere && SEAT_ACTS.has(stage.cue) && within(m.next, stage.first, seatReach(m, stage, place))),
  );
  const before = usable.filter((m) => m.next <= stage.first);
  const by = usable.find((m) => m.first >= stage.next && m.first - stage.next <= 4 && isAgent(whole, m));
  const inside = usable.find((m) => m.first >= stage.first && m.first < stage.next);
  const after = usable.find((m) => m.first >= stage.next);
  if (stage.needs === 'authority-first') {
    if (by) return urged(place, by) ? [] : codesOf(whole, usable, by, true);
    const subject = before.at(-1);
    if (!subject && near?.code && stage.cue === 'refer' && PRONOUN.test(whole.tokens[place.from]?.lower ?? ''))
      return [near.code];
    const acts =
      subject && (within(subject.next, stage.first, 4) || actsFirst(whole, place, before[0] as AuthorityMention));
    return acts && !urged(place, subject) ? codesOf(whole, before, subject) : [];
  }
  // "says yes": who says so stands right before.
  if (stage.cue !== 'same' && SAYS.test(whole.tokens[stage.first]?.lower ?? '')) {
    const speaker = before.at(-1);
    return speaker && within(speaker.next, stage.first, 3) ? codesOf(whole, before, speaker) : [];
  }
  if (stage.needs === 'parties' && !partiesAct(whole, place, stage)) return [];
  const pleads = place.hits.some((h) => h.cue === 'plead' && !usable.some((m) => within(h.next, m.first, 4)));
  if (pleads && !by && !before.length) return [];
  // "Microsoft warned that the FTC": whoever warns is named first.
  if (stage.cue === 'concern' && !by && !before.length && usable.length) return [];
  const chosen = by ?? before.at(-1) ?? inside ?? after;
  if (chosen) return urged(place, chosen) ? [] : codesOf(whole, usable, chosen, chosen.first >= stage.next);
  // "Two months later Nvidia gave up": because of the authority spoken of.
  if (stage.cue === 'permit' && isBareModal(whole.tokens, stage.first)) return [];
  if (near?.code && stage.needs === 'parties') return [near.code];
  if (!near?.code || companyActs(whole, place, stage) || isAbroad(whole, stage, near.code)) return [];
  return [near.code];
}

/** How many words may stand between a capital and what it does; watching is said of many, so it stands close. */
function seatReach(mention: AuthorityMention, stage: Stage, place: Place): number {
  // "Londres y a vu une concentration, mais l'a laissée passer": the subject of the whole sentence.
  const subject = mention.first === place.from && !place.parties.some((p) => p.named);
  if (stage.cue === 'examine') return 1;
  if (subject) return SUBJECT_REACH;
  return mention.code === 'EC' ? 5 : 3;
}

const PRONOUN = /^(it|she|he|they|elle|il|ils|elles|sie|er|es|ella|él|lo|la|essa|esso)$/;

/** "an EU probe", "the UK inquiry": the country's authority is meant. */
function isOwner(place: Place, seat: AuthorityMention): boolean {
  return place.hits.some((h) => h.cue === 'probe' && within(seat.next, h.first, 2));
}

const SUBJECT_REACH = 16;

const SAYS = /^(says?|said|dit|disent|dire|sagt|sagte|sagen|dice|dijo|detto|ja|nein)$/;

/** What a capital can be said to do: "London cleared". */
const SEAT_ACTS: ReadonlySet<string> = new Set([
  'clear',
  'challenge',
  'open',
  'refer',
  'accept',
  'notify',
  'close',
  'investigate',
  'deep',
  'secondRequest',
  'ask',
  'further',
  'permit',
  'undertake',
  'obstacle',
  'examine',
]);

/** "did not reach the European thresholds", told of a national authority: another one's law. */
function isAbroad(whole: Whole, stage: Stage, code: string): boolean {
  if (stage.cue !== 'qualify' && stage.cue !== 'outside') return false;
  const own = AUTHORITIES.find((a) => a.code === code)?.country ?? 'us';
  return whole.tokens.slice(stage.first, stage.next + 3).some((t) => {
    const country = COUNTRIES[t.lower];
    return country !== undefined && t.lower.length > 2 && country !== own;
  });
}

/** "by the CMA", "par Bruxelles". */
function isAgent(whole: Whole, mention: AuthorityMention): boolean {
  const words = [1, 2, 3].map((n) => whole.tokens[mention.first - n]?.lower ?? '');
  return words.some((word) => /^(by|par|von|vom|durch|por|da|dal|dalla|dall)$/.test(word));
}

/** An authority that sues is named before the firm it sues. */
function actsFirst(whole: Whole, place: Place, first: AuthorityMention): boolean {
  const start = (whole.tokens[first.first] as MoneyToken).start;
  return !place.parties.some((p) => p.named && p.start < start);
}

/** Somebody calls on the authority to act, which is not its own step: "urged the FTC to investigate". */
export function urged(place: Place, mention: AuthorityMention): boolean {
  const first = place.authorities.find((m) => m.code !== null && m.form !== 'seat') ?? mention;
  if (mention.first - first.next > 8) return false;
  return place.hits.some(
    (h) => h.cue === 'urge' && h.first < first.first && first.first - h.next <= 4 && h.next <= first.first + 1,
  );
}

/** The deal's parties are the subject: one of them, or "the companies", stands right before the verb. */
export function partiesAct(whole: Whole, place: Place, stage: Stage): boolean {
  const from = Math.max(place.from, stage.first - SUBJECT_REACH);
  const [start, cue] = [(whole.tokens[from] as MoneyToken).start, (whole.tokens[stage.first] as MoneyToken).start];
  const owns = (p: Party) => /^['’]/.test(whole.text.slice(p.end, p.end + 1));
  const firm = place.parties.findLast((p) => p.start >= start && p.end <= cue && !owns(p));
  const word = place.hits.findLast((h) => h.cue === 'parties' && h.first >= from && h.next <= stage.first);
  const authority = place.authorities.findLast((m) => m.next <= stage.first);
  const actor = Math.max(firm?.end ?? -1, word ? (whole.tokens[word.first] as MoneyToken).end : -1);
  return actor > (authority ? (whole.tokens[authority.next - 1] as MoneyToken).end : 0);
}

/** True when a company is the subject right before the words, so that no authority of an earlier sentence is. */
function companyActs(whole: Whole, place: Place, stage: Stage): boolean {
  const from = Math.max(place.from, stage.first - 4);
  const [start, end] = [(whole.tokens[from] as MoneyToken).start, (whole.tokens[stage.first] as MoneyToken).start];
  // "Microsoft/Inflection AI, operation cleared": the deal is what was cleared.
  const dealt = (p: Party) =>
    place.hits.some(
      (h) =>
        h.cue === 'deal' &&
        h.next <= stage.first &&
        (whole.tokens[h.first] as MoneyToken).start >= p.end &&
        (whole.tokens[h.first] as MoneyToken).text.length > 4,
    );
  return place.parties.some(
    (p) =>
      p.named && p.start >= start && p.end <= end && !/^['’]/.test(whole.text.slice(p.end, p.end + 1)) && !dealt(p),
  );
}

/** The authority and those joined to it: "the FTC and the Justice Department", "from the FTC, Brussels and the CMA". */
function codesOf(
  whole: Whole,
  all: readonly AuthorityMention[],
  chosen: AuthorityMention | undefined,
  onward = false,
): string[] {
  if (!chosen?.code) return [];
  const codes = [chosen.code];
  const step = onward ? 1 : -1;
  for (let i = all.indexOf(chosen); all[i + step]; i += step) {
    const [a, b] = (onward ? [all[i], all[i + 1]] : [all[i - 1], all[i]]) as [AuthorityMention, AuthorityMention];
    const between = whole.tokens.slice(a.next, b.first);
    const joined = between.length <= 5 && between.some((t) => /^(and|et|und|y|e|&|,)$/.test(t.lower));
    const code = (onward ? b : a).code;
    if (!joined || !code) break;
    codes.push(code);
  }
  return [...new Set(codes)];
}
