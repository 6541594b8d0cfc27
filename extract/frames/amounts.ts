import type { AmountRole } from '../../model/amount.ts';
import { isGroup } from '../../model/company.ts';
import type { PartialDay } from '../../model/day.ts';
import type { Cue } from '../lexicon/index.ts';
import type { MoneyMention } from '../money/money.ts';
import type { Frame } from './frame.ts';
import { FRAMES } from './frame-classes.ts';
import { turnOf } from './in-turn.ts';
import { isOwnPocket } from './own-pocket.ts';
import { bordersBetween, type ParsedSentence } from './sentence.ts';
import { dateOf, datesOf, nearestDate } from './sum-dates.ts';
import { wholeBefore } from './sum-parts.ts';
import { type Place, placeOf } from './sum-place.ts';

/** A sum of a sentence and what it is for. */
export interface FoundAmount {
  frame: Frame;
  money: MoneyMention;
  role: AmountRole;
  date: PartialDay | null;
}

/** A smaller sum is the price of a share or of a cup of coffee. */
const LEAST = 10_000;

/** Takes the frames of one sentence; gives each sum in it to the deal that it belongs to, with its role. */
export function findAmounts(s: ParsedSentence, frames: readonly Frame[]): FoundAmount[] {
  const places = dealSums(s, frames);
  return places.flatMap((place) => {
    const owners = ownersOf(place, frames, s, places);
    const role = owners[0] ? roleOf(s, place, owners[0]) : 'tranche';
    const shared =
      new Set(owners.map((f) => f.acquirer)).size > 1 && !hasCue(s, 'eachRole', place.from - 4, place.to + 5);
    const dates = datesOf(s, place);
    return owners.flatMap((frame) =>
      dates.map((date) => ({
        frame,
        money: place.money,
        role: shared && role !== 'commitment' ? ('round' as const) : role,
        date,
      })),
    );
  });
}

/**
 * The sums that may be payments: no valuations, no revenue, no second currency in brackets, no price per share. Without
 * frames, every sum, and every figure that may be one: what it is for is then weighed by whoever asks.
 */
export function dealSums(s: ParsedSentence, frames: readonly Frame[] | null): Place[] {
  const { tokens } = s.unit;
  const money = frames === null && s.unit.implied.length ? [...s.unit.money, ...s.unit.implied] : s.unit.money;
  const places = money.filter((m) => m.currency !== null && m.value >= LEAST).map((money) => placeOf(tokens, money));
  if (frames === null) return places;
  return places
    .filter(({ money: m }) => m.conversionOf === null && m.per === null)
    .filter((p) => !isOtherMoney(s, p, frames));
}

/** What the words around a sum say against its being a payment. */
export type AgainstPayment = 'rate' | 'other' | 'turnover' | 'many' | 'valuation' | 'none';

/** Takes a sum and the deals that it may be paid in; gives what speaks against it. */
export function againstPayment(s: ParsedSentence, place: Place, frames: readonly Frame[]): AgainstPayment {
  if (place.money.per !== null) return 'rate';
  const left = clauseStart(s, place.from, 6);
  const right = clauseEnd(s, place.to, 4);
  const label = labelStart(s, place.from);
  const has = (cue: Cue) => hasCue(s, cue, Math.min(left, label), place.from) || hasCue(s, cue, place.to, right);
  if (has('otherMoney') || isPersons(s, place, frames)) return 'other';
  if (isTurnover(s, place)) return 'turnover';
  if (isOfMany(s, place)) return 'many';
  return has('valuation') && !isWorthOf(s, place) && !isPriceOfDeal(s, place, frames) ? 'valuation' : 'none';
}

/** "valuation: ~$29B": where the word begins that a colon sets before a sum. */
function labelStart({ unit: { tokens } }: ParsedSentence, from: number): number {
  const colon = [1, 2].find((n) => tokens[from - n]?.text === ':');
  return colon === undefined ? from : from - colon - 1;
}

/** What a person puts in from his own pocket is nobody's investment of a firm. */
const isPersons = (s: ParsedSentence, { from }: Place, frames: readonly Frame[]) =>
  frames.length > 0 && frames.every((f) => f.kind === 'investment') && isOwnPocket(s, from);

/** "$2bn worth of Azure": what the sum buys, and nobody's value. */
const isWorthOf = ({ unit: { tokens } }: ParsedSentence, { to }: Place) =>
  tokens[to]?.lower === 'worth' && tokens[to + 1]?.lower === 'of';

function hasCue(s: ParsedSentence, cue: Cue, from: number, to: number): boolean {
  return s.language.cues[cue].has(s.unit.tokens, Math.max(0, from), Math.min(s.unit.tokens.length, to));
}

/** A valuation, revenue, spending of its own: words right before or right after the sum, in the same clause. */
function isOtherMoney(s: ParsedSentence, place: Place, frames: readonly Frame[]): boolean {
  const against = againstPayment(s, { ...place, money: { ...place.money, per: null } }, frames);
  return against !== 'none';
}

/** What a firm turns over, and the thresholds of merger control. */
const TURNOVER =
  /^(?:turnover|threshold|thresholds|seuil|seuils|umsatz|umsatzschwelle|schwelle|schwellen|schwellenwert|facturación|umbral|umbrales|fatturato|fatturati|soglia|soglie)$/;
/** What a holding earns or costs its owner on paper. */
const RESULT =
  /^(?:gain|profits?|income|earnings|loss|losses|impairment|writedown|windfall|bénéfices?|pertes?|plusvalue|plus-value|gewinne?|gewinns|buchgewinne?|verluste?|ertrag|erträge|ganancias?|beneficios?|pérdidas?|plusvalías?|utile|utili|plusvalenz[ae]|perdit[ae])$/;
const INTENDS = /^(?:to|will|would|may|might|could)$/;
const TURNOVER_REACH = 16;

/**
 * True for what a firm turns over or books as a result: "the turnover in the United Kingdom, which …, was not above 70
 * million pounds", "the gain on its stake: $9.5bn": no verb of payment comes between.
 */
export function isTurnover(s: ParsedSentence, place: Place): boolean {
  for (let i = place.from - 1; i >= Math.max(0, place.from - TURNOVER_REACH); i--) {
    const word = s.unit.tokens[i]?.lower ?? '';
    if (TURNOVER.test(word) || (RESULT.test(word) && !INTENDS.test(s.unit.tokens[i - 1]?.lower ?? ''))) return true;
    const paid = s.triggers.some((t) => t.from === i && FRAMES[t.class].verb && FRAMES[t.class].kind !== 'cloud');
    if (paid || isSum(s, i) || s.unit.tokens[i]?.text === ';') return false;
  }
  return false;
}

/** Deals and firms that are counted, in five languages. */
const COUNTED =
  /^(?:deals?|transactions?|rounds?|startups?|ups|companies|firms|investments|financings|opérations|entreprises|sociétés|jeunes|pousses|tours|investissements|unternehmen|firmen|runden|finanzierungsrunden|geschäfte|abschlüsse|operaciones|empresas|rondas|compañías|inversiones|operazioni|aziende|imprese|società|round|investimenti|accordi|acuerdos|accords)$/;
const COUNTED_REACH = 9;
const DESCRIBED_REACH = 5;
const MANY = 3;

/** "$29.1 billion into almost 700 AI transactions", "50 start-ups shared $2 billion": what many deals add up to is the sum of none. */
function isOfMany(s: ParsedSentence, place: Place): boolean {
  const { tokens } = s.unit;
  const counts = (i: number) => {
    const figure = /^\d{1,3}(?:[.,]\d{3})*$/.test(tokens[i]?.text ?? '') && !isSum(s, i);
    if (!figure || Number((tokens[i]?.text ?? '').replace(/[.,]/g, '')) < MANY) return false;
    for (let n = i + 1; n <= i + DESCRIBED_REACH && tokens[n]?.word; n++)
      if (COUNTED.test(tokens[n]?.lower ?? '')) return true;
    return false;
  };
  for (let i = place.to; i < Math.min(tokens.length, place.to + COUNTED_REACH); i++) {
    if (isSum(s, i) || /^[;.]$/.test(tokens[i]?.text ?? '')) return false;
    if (counts(i)) return true;
  }
  return false;
}

const PRICED = /^(supplyDeal|acquisition|hiring)$/;

/** "a contract worth $11.9 billion", "the offer was valued at $9 billion": what the deal is worth is its price. */
function isPriceOfDeal(s: ParsedSentence, place: Place, frames: readonly Frame[]): boolean {
  if (!frames.some((f) => f.kind !== 'investment')) return false;
  return (
    s.triggers.some((t) => PRICED.test(t.class) && t.to <= place.from && place.from - t.to <= 12) ||
    hasCue(s, 'feeRole', place.from - 8, place.to + 4)
  );
}

/** True when a word says what a sum is for. */
export function hasRoleCue(s: ParsedSentence): boolean {
  return (['totalRole', 'trancheRole', 'futureRole', 'feeRole', 'ceilingRole'] as const).some((cue) =>
    s.language.cues[cue].has(s.unit.tokens),
  );
}

/** Takes a sentence and the hirings of the document; gives licence fees told of one of them: "paid $2.7 billion for a licence". */
export function findFees(s: ParsedSentence, hires: readonly Frame[]): FoundAmount[] {
  return dealSums(s, hires).flatMap((place) => {
    if (!hasCue(s, 'feeRole', clauseStart(s, place.from, 9), Math.min(place.to + 9, s.unit.tokens.length))) return [];
    const named = s.mentions.map((m) => m.candidates[0]?.name);
    const own = hires.filter((f) => named.includes(f.acquirer));
    const last = own
      .filter((f) => f.sentence.unit.index <= s.unit.index && s.unit.index - f.sentence.unit.index <= 3)
      .at(-1);
    const frame =
      own.find((f) => named.includes(f.target)) ?? last ?? own.find((f) => hires.every((h) => h.target === f.target));
    return frame
      ? [{ frame: { ...frame, sentence: s }, money: place.money, role: 'fee' as const, date: dateOf(s, place) }]
      : [];
  });
}

function clauseStart(s: ParsedSentence, at: number, reach: number): number {
  let i = at;
  while (i > 0 && at - i < reach && bordersBetween(s.borders, i - 1, at) < 0.14 && !isSum(s, i - 1)) i--;
  return i;
}

function clauseEnd(s: ParsedSentence, at: number, reach: number): number {
  let i = at;
  while (i < s.unit.tokens.length && i - at < reach && bordersBetween(s.borders, i, at) < 0.14 && !isSum(s, i)) i++;
  return i;
}

function isSum(s: ParsedSentence, i: number): boolean {
  const token = s.unit.tokens[i];
  return token !== undefined && s.unit.money.some((m) => m.start <= token.start && m.end >= token.end);
}

/** The frames a sum belongs to: those whose acquirer it stands beside in a list, else those of the nearest trigger. */
function ownersOf(place: Place, frames: readonly Frame[], s: ParsedSentence, places: readonly Place[]): Frame[] {
  if (frames.length === 0 || isStrangers(place, frames, s)) return [];
  const turn = turnOf(s, place);
  const inTurn = turn && frames.find((f) => f.acquirer === turn.owner || f.target === turn.owner);
  if (inTurn) return [inTurn];
  const whole = wholeBefore(s, place);
  const ofWhole = whole && places.find((p) => p.money === whole);
  if (ofWhole && ofWhole.from < place.from) return ownersOf(ofWhole, frames, s, places);
  const beside = besideAcquirer(place, frames, s, places);
  if (beside.length) return beside;
  let nearest: Frame | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const frame of frames) {
    const cost = distance(frame, place, s);
    if (cost < least) [least, nearest] = [cost, frame];
  }
  return nearest ? frames.filter((f) => f.group === nearest.group && f.kind === nearest.kind) : [];
}

/** "…; Google, $2 billion": a sum right behind the name of another group is that group's, whoever the sentence is about. */
function isStrangers(place: Place, frames: readonly Frame[], s: ParsedSentence): boolean {
  if (!/^[,:]$/.test(s.unit.tokens[place.from - 1]?.text ?? '')) return false;
  const owner = s.mentions.find((m) => m.form === 'name' && m.to === place.from - 1)?.candidates[0]?.name;
  if (!owner || !isGroup(owner)) return false;
  return frames.every((frame) => frame.acquirer !== owner && frame.target !== owner);
}

function distance(frame: Frame, place: Place, s: ParsedSentence): number {
  const { trigger } = frame;
  const gap = place.to <= trigger.from ? (trigger.from - place.to) * 1.2 : Math.max(0, place.from - trigger.to);
  return gap + 8 * bordersBetween(s.borders, trigger.from, place.from) - frame.score;
}

/** "Microsoft $95 million, Nvidia $50 million": one sum to each name of a list. */
function besideAcquirer(place: Place, frames: readonly Frame[], s: ParsedSentence, places: readonly Place[]): Frame[] {
  const names = new Set(frames.map((f) => f.acquirer));
  if (names.size < 2 || places.length < 2) return [];
  let best: Frame[] = [];
  let least = 8;
  const starts = frames.flatMap((f) => (f.acquirerMention ? [f.acquirerMention.from] : []));
  const sumsFirst = (places[0]?.from ?? 0) < Math.min(...starts);
  for (const frame of frames) {
    const m = frame.acquirerMention;
    if (!m) continue;
    const behind = sumsFirst ? m.from - place.to : place.from - m.to;
    const gap = behind >= 0 ? behind : 99;
    const cost = gap + 4 * bordersBetween(s.borders, m.from, place.from);
    if (cost < least - 0.01) [least, best] = [cost, [frame]];
    else if (Math.abs(cost - least) < 0.01) best.push(frame);
  }
  const first = best[0];
  const mention = first?.acquirerMention;
  const each =
    mention && (hasCue(s, 'eachRole', place.to, place.to + 3) || hasCue(s, 'eachRole', mention.to, place.from));
  const shared = each ? mention.list : -1;
  if (shared >= 0) return frames.filter((f) => f.acquirerMention?.list === shared && f.kind === first?.kind);
  return best.filter((f) => f.acquirer === first?.acquirer);
}

/** What a sum is for, if it belongs to a deal: the words around it decide, then the kind of deal. */
export function roleOf(s: ParsedSentence, place: Place, frame: Frame): AmountRole {
  const { kind, spec } = frame;
  if (kind === 'cloud') return 'commitment';
  const left = clauseStart(s, place.from, 7);
  const right = clauseEnd(s, place.to, 6);
  const before = (cue: Cue) => hasCue(s, cue, left, place.from);
  const after = (cue: Cue) => hasCue(s, cue, place.to, right);
  if (kind === 'acquihire') return hasCue(s, 'feeRole', left - 6, right + 8) ? 'fee' : 'total';
  if (before('futureRole') || after('futureRole')) return 'future';
  if (place.money.qualifier === 'up-to' || before('ceilingRole')) return 'ceiling';
  if (kind === 'acquisition') return 'total';
  if (spec.role === 'round' && (before('roundRole') || after('roundRole')) && !isOwnSum(place, frame)) return 'round';
  if (isSizeOfRound(s, place)) return 'round';
  if (isLoneCheque(s, place, frame)) return 'tranche';
  if (isSumOfParts(s, place) || isSurvey(s, frame) || hasCue(s, 'sinceRole', place.to, place.to + 3)) return 'total';
  if (isCumulative(s, place, frame) && !before('trancheRole')) return 'total';
  if (before('inAll') || after('inAll')) return 'total';
  if (before('totalRole') || after('totalRole') || isReached(s, place)) return 'total';
  return spec.role === 'round' && !isOwnSum(place, frame) ? 'round' : 'tranche';
}

/** "has taken $25m from Snowflake": one giver right behind the sum, and no round. */
function isLoneCheque(s: ParsedSentence, place: Place, frame: Frame): boolean {
  const m = frame.acquirerMention;
  if (frame.trigger.class !== 'raise' || !m || m.prep === null || m.list >= 0) return false;
  const { tokens } = s.unit;
  const more = s.language.conjunctions.at(tokens, m.to) !== null || tokens[m.to]?.text === ',';
  return m.from >= place.to && m.from - place.to <= 2 && !more && !hasCue(s, 'roundRole', place.to, tokens.length);
}

/** Words for growing, with the preposition that leads to the sum reached, language by language. */
const REACHING: readonly [RegExp, RegExp][] = [
  [
    /^(?:(?:increas|rais|tak|bring|lift|push|boost|doubl|tripl|expand)(?:e?s|ed|ing|e)?|took|taken|brought|grew|grown)$/,
    /^to$/,
  ],
  [/^(?:port(?:e|ent|ant|é|ée)|amen(?:e|ant)|faisant|passer?|relev(?:é|ant)|doublé)$/, /^à$/],
  [
    /^(?:erhöht|erhöhte|erhöhen|erhöhend|aufgestockt|aufstockt|aufstocken|stockt|stockte|verdoppelt|gestiegen)$/,
    /^auf$/,
  ],
  [
    /^(?:elev(?:a|ó|ado|ando|ar)|llev(?:a|ó|ado|ando)|aument(?:a|ó|ado|ando|ar)|ampli(?:a|ó|ado|ando|ar))$/,
    /^(?:a|hasta)$/,
  ],
  [/^(?:port(?:a|ato|ando|are|ò)|aument(?:a|ato|ando|are|ò)|sale|salito|salita|raddoppiato)$/, /^a$/],
];
const HEDGES =
  /^(?:about|around|over|nearly|almost|more|than|some|roughly|up|plus|près|de|environ|mehr|als|rund|über|knapp|fast|más|casi|unos|cerca|più|circa|oltre|quasi|a|as|much)$/;
const LONGEST_HEDGE = 3;
const VERB_REACH = 8;

/** "increased that amount to more than $4bn", "portant sa mise à 4 milliards": the sum reached, not the one added. */
function isReached(s: ParsedSentence, { from, to }: Place): boolean {
  const { tokens } = s.unit;
  let at = from - 1;
  while (from - at <= LONGEST_HEDGE && HEDGES.test(tokens[at]?.lower ?? '') && !leadsTo(tokens[at]?.lower)) at--;
  const around = [...tokens.slice(Math.max(0, at - VERB_REACH), at), ...behind(s, to)].map((token) => token.lower);
  return REACHING.some(([verb, prep]) => prep.test(tokens[at]?.lower ?? '') && around.some((word) => verb.test(word)));
}

const leadsTo = (word: string | undefined) => REACHING.some(([, prep]) => prep.test(word ?? ''));

/** German verbs stand behind: "auf 13 Milliarden Dollar aufgestockt". */
const behind = (s: ParsedSentence, to: number) => (s.language.lexicon.freeOrder ? s.unit.tokens.slice(to, to + 3) : []);

/** "a $600 million Series B", "un tour de table de 1,2 milliard": the sum is the round's. */
function isSizeOfRound(s: ParsedSentence, { from, to }: Place): boolean {
  return s.triggers.some(
    (t) => t.class === 'round' && ((t.to <= from && from - t.to <= 2) || (t.from >= to && t.from - to <= 1)),
  );
}

/** Several pairs with their sums in one sentence: an overview of what was paid so far. */
function isSurvey(s: ParsedSentence, frame: Frame): boolean {
  const { tokens } = s.unit;
  const perfect = [1, 2, 3].some((n) =>
    /^(has|have|a|ont|hat|haben|ha|han|hanno)$/.test(tokens[frame.trigger.from - n]?.lower ?? ''),
  );
  const names = s.mentions.filter((m) => m.form === 'name' && m.prep === 'in').length;
  return perfect && frame.spec.kind === 'investment' && names >= 2 && s.unit.money.length >= 2;
}

/** "$2bn, $500m of it at once and the other $1.5bn over time": the first sum is what the others add up to. */
function isSumOfParts(s: ParsedSentence, place: Place): boolean {
  const others = s.unit.money.filter(
    (m) =>
      m.conversionOf === null &&
      m !== place.money &&
      m.currency === place.money.currency &&
      m.start > place.money.start,
  );
  const sum = others.reduce((total, m) => total + m.value, 0);
  return others.length > 1 && Math.abs(sum - place.money.value) < 0.01 * place.money.value;
}

/** "had invested" goes back to one day. */
const PLUPERFECT = /^(had|avait|avaient|hatten?|había|habían|aveva|avevano)$/;
/** Only large sums are told as running totals. */
const LARGE = 500_000_000;

/** "Amazon, which has invested over $4bn": told as background and without a date, it is all that was paid so far. */
export function isCumulative(s: ParsedSentence, place: Place, frame: Frame): boolean {
  if (isNews(s) || hasDate(s, place)) return false;
  const words = [1, 2, 3].map((n) => s.unit.tokens[frame.trigger.from - n]?.lower ?? '');
  if (words.some((w) => PLUPERFECT.test(w))) return false;
  const perfect = words.some(
    (w) => s.language.perfect.has(w) && !/^(will|would|could|can|may|might|must|should)$/.test(w),
  );
  return place.money.qualifier === 'over' || (frame.spec.verb && perfect && place.money.value >= LARGE);
}

/** Told first, a sum that "has been invested" is the news; told later, it is what was paid so far. */
function isNews(s: ParsedSentence): boolean {
  return s.unit.index <= 3;
}

/** True when the sum stands right behind the investor's own name. */
function isOwnSum(place: Place, frame: Frame): boolean {
  const m = frame.acquirerMention;
  return (
    m !== null &&
    m.to <= place.from &&
    place.from - m.to <= 3 &&
    !hasCue(frame.sentence, 'roundRole', place.to, place.to + 2)
  );
}

function hasDate(s: ParsedSentence, place: Place): boolean {
  return s.unit.dates.length > 0 && nearestDate(s, place) !== null;
}
