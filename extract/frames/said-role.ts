import type { AmountRole } from '../../model/amount.ts';
import type { Token } from '../text/tokens.ts';
import type { Frame } from './frame.ts';
import { turnOf } from './in-turn.ts';
import { isOwnPocket } from './own-pocket.ts';
import type { ParsedSentence } from './sentence.ts';
import { sinceBeginning } from './sum-dates.ts';
import { isParted, wholeBefore } from './sum-parts.ts';
import type { Place } from './sum-place.ts';

const PROMISED =
  /^(?:promis\w*|promess\w*|pledg\w*|commit(?:s|ted)?|announced|offered|zugesagt\w*|versprochen\w*|angekündigt\w*|sagte|promettait|annoncée?s?|engagée?s?|prometió|prometido|comprometió|comprometido|anunciad[oa]s?|impegnat[oaie]|annunciat[oaie])$/;
/** Of a sum that was promised only a part is there: "only $15 billion is paid", "of which $20 million arrived". */
const ARRIVED =
  /^(?:arrived|paid|received|transferred|drawn|delivered|geflossen|angekommen|gezahlt|bezahlt|überwiesen|ausgezahlt|versée?s?|arrivée?s?|payée?s?|reçue?s?|débloquée?s?|llegó|llegaron|pagado|pagados|pagaron|desembolsad[oa]s?|arrivat[oaie]|versat[oaie]|pagat[oaie]|incassat[oaie])$/;
const ONLY =
  /^(?:only|just|merely|nur|lediglich|bloß|erst|seulement|seuls|seul|uniquement|solo|sólo|solamente|soltanto|appena)$/;
const SINCE = /^(?:since|seit|depuis|dès|desde|dal|dall|da)$/;
/** A further sum "bringing the total to" is none on top. */
const REACHED =
  /^(?:total|totalling|bringing|cumulative|altogether|insgesamt|gesamt\w*|porte|portant|portaba|eleva|elevando|portando|totale)$/;

const lower = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(Math.max(0, from), Math.max(0, to)).map((t) => t.lower);

/** Words looked at on either side of a sum. */
const NEAR = 9;

/**
 * Takes a sum of an investment, its sentence and its likeliest role; gives what the words themselves say that it is for, or null where they
 * leave it open: of "promised $50 million, of which $20 million arrived" the first is a ceiling and the second was paid.
 */
export function saidRole(s: ParsedSentence, place: Place, { kind }: Frame, likeliest: AmountRole): AmountRole | null {
  const { tokens } = s.unit;
  if (kind === 'acquihire')
    return likeliest === 'total' && (place.money.further || isForStaff(s, place)) ? 'tranche' : null;
  if (kind !== 'investment') return null;
  if (turnOf(s, place)?.upTo) return 'ceiling';
  const behind = lower(tokens, place.to, place.to + NEAR);
  if (wholeBefore(s, place)) return behind.some((w) => ARRIVED.test(w) || SINCE.test(w)) ? 'tranche' : null;
  const before = lower(tokens, place.from - NEAR, place.from);
  if (isPromisedWhole(s, place, before)) return 'ceiling';
  if (likeliest === 'tranche' && !place.money.further && sinceBeginning(s, place)) return 'total';
  if (likeliest === 'ceiling' && reachesTotal(s, place)) return 'total';
  const isOneMore = place.money.further && !before.slice(-4).some((w) => REACHED.test(w));
  return isOneMore && likeliest === 'total' ? 'tranche' : null;
}

const UP_TO = /^(?:hasta|fino|jusqu|auf|bis)$/;
const TOTAL = /^(?:total|totale|gesamt\p{L}*|insgesamt)$/u;
const TOTAL_REACH = 5;

/** "con otros 4.000 millones, hasta un total de 8.000": what one sum more brings the whole to, and no ceiling. */
function reachesTotal(s: ParsedSentence, { from, money }: Place): boolean {
  const before = lower(s.unit.tokens, from - TOTAL_REACH, from);
  const isReached = before.some((w) => TOTAL.test(w)) && before.some((w) => UP_TO.test(w));
  return isReached && s.unit.money.some((m) => m.further && m.end <= money.start);
}

/** What is paid to those who move, or for not going to court: neither price nor licence fee. */
const FOR_STAFF =
  /^(?:bonus\p{L}*|retention|prämien?|halteprämien?|bleibeprämien?|antrittsprämien?|sonderzahlung\p{L}*|primes?|fidélisation|primas?|bonificaci\p{L}+|premi|incentivi|gratifica\p{L}*|waive\p{L}*|sue|suing|salari\p{L}*|salaries|gehälter\p{L}*|sueldos|stipendi)$/u;

const isForStaff = (s: ParsedSentence, { from, to }: Place) =>
  [...lower(s.unit.tokens, from - NEAR, from), ...lower(s.unit.tokens, to, to + NEAR)].some((w) => FOR_STAFF.test(w));

/** "of the $50 billion only $15 billion is paid", "promised $50 million, of which $20 million arrived". */
function isPromisedWhole(s: ParsedSentence, place: Place, before: readonly string[]): boolean {
  const part = s.unit.money.find(
    (m) => m.start > place.money.end && m.value < place.money.value && m.conversionOf === null,
  );
  if (!part) return false;
  const rest = s.unit.tokens.filter((t) => t.start >= place.money.end).map((t) => t.lower);
  if (isParted(s, place)) return rest.some((w) => ONLY.test(w)) || rest.some((w) => ARRIVED.test(w));
  const at = s.unit.tokens.findIndex((t) => t.start >= part.start);
  const isPart = wholeBefore(s, { money: part, from: at, to: at + 1 }) === place.money;
  const between = s.unit.tokens.filter((t) => t.start >= place.money.end && t.end <= part.start).map((t) => t.lower);
  return isPart && [...before, ...between].some((w) => PROMISED.test(w)) && rest.some((w) => ARRIVED.test(w));
}

const PASSED_ON =
  /^(?:pass(?:es|ed|ing)?|syndicat\w*|hand(?:s|ed|ing)?|sell(?:s|ing)?|assign\w*|weiterreich\w*|weitergeb\w*|weitergereicht|abgeben|abtreten|syndiqu\w*|céder|cède\w*|cédera\w*|reverser|ceder\w*|traspas\w*|sindic\w*|cedere|cederà|girare|girerà|passare)$/;
const CO_INVESTORS =
  /^(?:co|coinvest\w*|mitinvestor\w*|koinvestor\w*|partners|others|syndicate|partnern|autres|otros|altri|terzi|terceros|tiers|dritte)$/;

/** "pass on $10 billion of that sum to co-investors": others pay it. */
function isPassedOn(s: ParsedSentence, { from, to }: Place): boolean {
  const words = (a: number, b: number) => lower(s.unit.tokens, a, b);
  const verb = [...words(from - NEAR, from), ...words(to, to + NEAR)].some((w) => PASSED_ON.test(w));
  return verb && words(to, to + NEAR).some((w) => CO_INVESTORS.test(w));
}

const LEADS =
  /^(?:leads?|led|leading|heads?|headed|anchors?|anchored|mène|mènent|conduit|conduisent|pilote|emmène|führt|führte|anführt|anführte|anführten|lidera|lideró|lideran|encabeza|encabezó|guida|guidano|capeggia|guidato)$/;
/** Words between whoever leads a round and what he puts in. */
const LEAD_REACH = 16;

/** "ASML leads the round with €1.3 billion": a firm that is nobody of this deal leads, and the sum behind is its own. */
function isLeaders(s: ParsedSentence, { from }: Place, { acquirer, target }: Frame): boolean {
  const { tokens } = s.unit;
  for (let i = from - 1; i >= Math.max(1, from - LEAD_REACH); i--) {
    if (s.mentions.some((m) => m.form === 'name' && m.from === i && m.candidates[0]?.name === acquirer)) return false;
    if (LEADS.test(tokens[i]?.lower ?? '')) return namesOther(s, i, [acquirer, target]);
  }
  return false;
}

/** Words between a firm and its verb. */
const SUBJECT_REACH = 10;

/** True when a name of nobody of the deal is nearest before a verb. */
function namesOther(s: ParsedSentence, verb: number, parties: readonly string[]): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - SUBJECT_REACH); i--) {
    const mention = s.mentions.find((m) => m.from <= i && m.to > i && m.form !== 'relative' && m.form !== 'pronoun');
    if (mention) return !parties.includes(mention.candidates[0]?.name ?? parties[0] ?? '');
    if (isProper(s, i)) return true;
  }
  return false;
}

/** A name that stands in no list: in capitals, or with one where no sentence begins and no article stands before it. */
function isProper(s: ParsedSentence, at: number): boolean {
  const { text, lower: word } = s.unit.tokens[at] as Token;
  if (/^\p{Lu}{3,}$/u.test(text)) return true;
  const article = s.language.articles.has(s.unit.tokens[at - 1]?.lower ?? '');
  return at > 0 && /^\p{Lu}\p{Ll}{2,}/u.test(text) && !article && !s.language.words.has(word);
}

/** Words between a verb and the sum that it takes. */
const OBJECT_REACH = 4;

/** "ASML invested €1.3 billion in Mistral in a round that Nvidia joined": whoever the verb is told of pays, and is nobody of this deal. */
function isAnothersPayment(s: ParsedSentence, { from }: Place, { acquirer, target }: Frame): boolean {
  const verb = s.triggers.findLast((t) => PAYS.test(t.class) && s.verbs.has(t.from) && t.to <= from);
  if (!verb || from - verb.to > OBJECT_REACH) return false;
  const own = s.mentions.some((m) => m.from < verb.from && m.candidates.some((c) => c.name === acquirer));
  return !own && isSubjectOther(s, verb.from, [acquirer, target]);
}

/** Auxiliaries and adverbs between a subject and its verb. */
const AUXILIARIES = 3;

/** True when a firm of nobody of the deal stands right before a verb; a person may act for a party. */
function isSubjectOther(s: ParsedSentence, verb: number, parties: readonly string[]): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - 1 - AUXILIARIES); i--) {
    const token = s.unit.tokens[i] as Token;
    const mention = s.mentions.find((m) => m.from <= i && m.to > i);
    if (mention) return mention.form === 'name' && !parties.includes(mention.candidates[0]?.name ?? parties[0] ?? '');
    if (/^\p{Lu}{3,}$/u.test(token.text)) return true;
    if (!token.word || token.cap) return false;
  }
  return false;
}

const PAYS = /^(?:investIn|fund|injection|moneyInto)$/;

/** "a combined $300 million in A, B and C": what several got together is nobody's own. */
function isCombined(s: ParsedSentence, { from, to }: Place, { acquirer, target }: Frame): boolean {
  const words = [...lower(s.unit.tokens, from - COMBINED_REACH, from), ...lower(s.unit.tokens, to, to + 2)];
  if (!words.some((w) => COMBINED.test(w))) return false;
  const lists = s.mentions.filter((m) => m.list >= 0 && m.form === 'name' && m.candidates[0]?.name);
  return lists.some(
    (m) =>
      (m.candidates[0]?.name === target || m.candidates[0]?.name === acquirer) &&
      lists.some((o) => o.list === m.list && o.candidates[0]?.name !== m.candidates[0]?.name),
  );
}

const COMBINED =
  /^(?:combined|together|jointly|zusammen|gemeinsam|ensemble|cumulés?|conjunt\p{L}*|juntos|juntas|insieme|complessiv\p{L}*)$/u;
const COMBINED_REACH = 4;

/** "$5bn and $10bn respectively": the other's turn. */
function isAnothersTurn(s: ParsedSentence, place: Place, { acquirer, target }: Frame): boolean {
  const turn = turnOf(s, place);
  return turn !== null && [acquirer, target].some((party) => turn.names.includes(party) && turn.owner !== party);
}

/** True where the words say that a sum is not this deal's own: others pay it, or it is what several pay or get together. */
export function isPaidByOthers(s: ParsedSentence, place: Place, frame: Frame): boolean {
  if (isAnothersTurn(s, place, frame)) return true;
  if (frame.kind !== 'investment') return false;
  if (isAnothersPayment(s, place, frame) || isCombined(s, place, frame)) return true;
  return isPassedOn(s, place) || isLeaders(s, place, frame) || isOwnPocket(s, place.from);
}
