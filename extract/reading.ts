import type { AmountRole } from '../model/amount.ts';
import type { Certainty, DealKind } from '../model/deal.ts';
import type { Evidence } from '../model/evidence.ts';
import { dealKey, type ReadAmount, type ReadDeal, type Reading, type ReadTerm } from '../model/reading.ts';
import type { DocumentRead } from './document.ts';
import type { FoundAmount } from './frames/amounts.ts';
import type { Frame } from './frames/frame.ts';
import { instrumentOf } from './frames/sum-instrument.ts';
import { placeOf } from './frames/sum-place.ts';
import type { FoundTerm } from './frames/terms.ts';
import { calibrated } from './likelihood/calibration.ts';
import type { Claim } from './survey.ts';
import type { Unit } from './unit.ts';

const MOST_QUOTES = 5;
/** Below this the reader is silent. */
const LEAST_LIKELY = 0.3;

const keyOf = (f: Frame) => dealKey(f.kind, f.acquirer, f.target);

/** Takes what the sentences of a document say; gives one entry for each kind of deal and pair. */
export function toReading(
  language: string,
  read: DocumentRead,
  calibrate: (likely: number) => number = calibrated,
): Omit<Reading, 'scrutiny'> {
  const byKey = new Map<string, Claim[]>();
  for (const claim of read.claims) {
    const key = keyOf(claim.frame);
    const own = byKey.get(key);
    if (own) own.push(claim);
    else byKey.set(key, [claim]);
  }
  const figures = { amounts: byDeal(read.amounts), terms: byDeal(read.terms) };
  const deals = [...byKey.values()]
    .map((claims) => dealOf(claims, read, figures, calibrate))
    .filter((d): d is ReadDeal => d !== null);
  return { language, deals: humbled(withoutContradictions(deals)) };
}

/** What was found, by the deal that it belongs to. */
function byDeal<F extends { frame: Frame }>(found: readonly F[]): Map<string, F[]> {
  const groups = new Map<string, F[]>();
  for (const one of found) {
    const own = groups.get(keyOf(one.frame));
    if (own) own.push(one);
    else groups.set(keyOf(one.frame), [one]);
  }
  return groups;
}

interface Figures {
  amounts: ReadonlyMap<string, readonly FoundAmount[]>;
  terms: ReadonlyMap<string, readonly FoundTerm[]>;
}

function dealOf(
  claims: readonly Claim[],
  read: DocumentRead,
  figures: Figures,
  calibrate: (likely: number) => number,
): ReadDeal | null {
  const key = keyOf((claims[0] as Claim).frame);
  const said = saidOf(claims, read.likelihoods.get(key) ?? 0);
  const first = said[0]?.frame;
  if (!first) return null;
  const likely = read.likelihoods.get(key) ?? likelyByGrammar(said);
  if (likely < LEAST_LIKELY) return null;
  return {
    kind: first.kind,
    acquirer: first.acquirer,
    target: first.target,
    certainty: certaintyOf(said),
    amounts: withoutRetold(mergeAmounts(figures.amounts.get(key) ?? [], first.kind)),
    terms: mergeTerms(figures.terms.get(key) ?? []),
    confidence: rounded(calibrate(likely)),
    background: isBackground(said, read.units.length),
    quotes: quotesOf(said),
  };
}

/** As likely a purchase that is told and denied was on the table, and is over. */
const LEAST_DENIED = 0.5;

/**
 * The claims that tell of the deal; a purchase that is denied as often as it is told has ended, if it is likely, and
 * anything else that is denied of two named firms is told only where a sentence tells it that names both.
 */
function saidOf(claims: readonly Claim[], likely: number): readonly Claim[] {
  const said = claims.filter((c) => c.assertion !== 'denied' && c.assertion !== 'supposed');
  const denied = claims.filter((c) => c.assertion === 'denied');
  if (claims[0]?.frame.kind !== 'acquisition') return denied.some(namesBoth) && !said.some(namesBoth) ? [] : said;
  if (said.length > claims.length - said.length) return said;
  return likely >= LEAST_DENIED ? said.map((c) => ({ ...c, assertion: 'ended' as const })) : [];
}

const namesBoth = ({ frame: f }: Claim) => f.acquirerMention?.form === 'name' && f.targetMention?.form === 'name';

/** Without a candidate: each claim that stands well adds; a claim with an implied argument counts less. */
function likelyByGrammar(claims: readonly Claim[]): number {
  let doubt = 1;
  for (const { frame, assertion } of claims) {
    const sure = Math.min(0.93, Math.max(0.1, (frame.score - 0.75) * 0.8));
    doubt *= 1 - (assertion === 'reported' ? sure * 0.95 : sure);
  }
  const sure = 1 - doubt;
  return sure < 0.5 ? sure : Math.min(0.95, 0.7 + 0.5 * (sure - 0.5));
}

const rounded = (likely: number) => Math.round(likely * 100) / 100;

/** The end of a deal outweighs its beginning, a fact outweighs talk. */
function certaintyOf(claims: readonly Claim[]): Certainty {
  const said = new Set(claims.map((c) => c.assertion));
  if (said.has('ended')) return 'ended';
  return said.has('done') ? 'done' : 'reported';
}

function isBackground(claims: readonly Claim[], units: number): boolean {
  const first = Math.min(...claims.map((c) => c.frame.sentence.unit.index));
  return first > Math.max(3, units * 0.35);
}

function evidence(unit: Unit, start: number, end: number): Evidence {
  return { in: unit.part, start: unit.start + start, end: unit.start + end, quote: unit.text.slice(start, end) };
}

function quotesOf(claims: readonly Claim[]): Evidence[] {
  const units = [...new Set(claims.map((c) => c.frame.sentence.unit))];
  return units.slice(0, MOST_QUOTES).map((u) => evidence(u, 0, u.text.length));
}

const ROLE_RANK: Record<AmountRole, number> = {
  tranche: 5,
  total: 4,
  future: 6,
  ceiling: 6,
  commitment: 5,
  fee: 6,
  round: 1,
};

/** One entry for each sum: the same figure twice is one, with the more telling role and the date that is known. */
function mergeAmounts(found: readonly FoundAmount[], kind: DealKind): ReadAmount[] {
  const amounts: ReadAmount[] = [];
  for (const { money, role, date, frame } of found) {
    const unit = frame.sentence.unit;
    const instrument = instrumentOf(frame.sentence, placeOf(unit.tokens, money));
    const amount: ReadAmount = {
      value: money.value,
      currency: money.currency as string,
      role,
      ...(money.low !== undefined && money.high !== undefined ? { low: money.low, high: money.high } : {}),
      ...(money.qualifier && money.qualifier !== 'up-to' ? { hedge: money.qualifier } : {}),
      ...(instrument ? { instrument } : {}),
      ...(money.further ? { further: true as const } : {}),
      ...(date ? { date } : {}),
      ...evidence(unit, money.start, money.end),
    };
    const same = amounts.findIndex(
      (a) =>
        a.value === amount.value &&
        a.currency === amount.currency &&
        !areDistinct(a.role, amount.role, kind) &&
        !isOneMore(a, amount),
    );
    const known = amounts[same];
    if (!known) amounts.push(amount);
    else amounts[same] = toldTwice(known, amount);
  }
  return amounts;
}

/** One sum told in two places: by its more telling role, with the day and the form that either gives. */
function toldTwice(known: ReadAmount, again: ReadAmount): ReadAmount {
  const tellsMore = ROLE_RANK[again.role] > ROLE_RANK[known.role];
  const [kept, other] = tellsMore ? [again, known] : [known, again];
  const date = kept.date ?? (tellsMore || kept.role === other.role ? other.date : undefined);
  const instrument = kept.instrument ?? other.instrument;
  return { ...kept, ...(date ? { date } : {}), ...(instrument ? { instrument } : {}) };
}

/** So far a sum may be from that of its parts: figures of news are rounded. */
const ROUNDING = 0.01;

/** "to put in $50 billion: $15 billion at once, $35 billion later": the whole is told as a total, and is no payment beside its parts. */
function withoutRetold(amounts: readonly ReadAmount[]): ReadAmount[] {
  return amounts.filter((whole) => {
    const isLike = (a: ReadAmount) => a !== whole && a.currency === whole.currency;
    const total = amounts.some((a) => isLike(a) && a.role === 'total' && a.value === whole.value);
    if (whole.role !== 'tranche' || !total) return true;
    const parts = amounts.filter((a) => isLike(a) && (a.role === 'tranche' || a.role === 'future'));
    const sum = parts.reduce((all, a) => all + a.value, 0);
    return parts.length < 2 || Math.abs(sum - whole.value) > ROUNDING * whole.value;
  });
}

/** Roles that tell more of the same figure: a headline's "$25 billion investment" is the text's "up to $25 billion". */
const REFINES: ReadonlySet<AmountRole> = new Set(['ceiling', 'future']);

/** $4bn put in today may well make a total of $4bn; a hiring is paid once, and a licence fee tells more of it. */
function areDistinct(a: AmountRole, b: AmountRole, kind: DealKind): boolean {
  if (a === b || a === 'round' || b === 'round' || kind === 'acquihire') return false;
  return !((a === 'tranche' && REFINES.has(b)) || (b === 'tranche' && REFINES.has(a)));
}

/** "in three equal parts of $10 billion, on …", "a second $4 billion in November": another payment of like size, on another day. */
function isOneMore(a: ReadAmount, b: ReadAmount): boolean {
  if (!a.date || !b.date || a.date === b.date) return false;
  return (a.in === b.in && a.start === b.start) || a.further !== b.further;
}

function mergeTerms(found: readonly FoundTerm[]): ReadTerm[] {
  const terms = new Map<string, ReadTerm>();
  for (const { term, detail, from, to, frame } of found) {
    const { unit } = frame.sentence;
    const key = `${term}|${detail ?? ''}`;
    if (!terms.has(key))
      terms.set(key, { term, detail, ...evidence(unit, unit.tokens[from]?.start ?? 0, unit.tokens[to - 1]?.end ?? 0) });
  }
  return [...terms.values()];
}

/** No piece of news tells of so many deals: a page that names everybody proves little about anybody. */
const MOST_BELIEVED = 80;

function humbled(deals: ReadDeal[]): ReadDeal[] {
  if (deals.length <= MOST_BELIEVED) return deals;
  return deals.map((d) => ({ ...d, background: true, confidence: Math.min(d.confidence, 0.5) }));
}

/**
 * A firm that was bought was not merely emptied: people who move with a purchase make no second deal. Of the two the
 * likelier is told; a purchase that came to nothing contradicts no hiring.
 */
function withoutContradictions(deals: readonly ReadDeal[]): ReadDeal[] {
  const hirings = deals.filter((d) => d.kind === 'acquihire');
  const isWeaker = (one: ReadDeal, other: ReadDeal) =>
    one.kind === 'acquihire' ? one.confidence <= other.confidence : one.confidence < other.confidence;
  const purchases = deals.filter((d) => d.kind === 'acquisition' && d.certainty !== 'ended');
  return deals.filter((d) => {
    const rivals = d.kind === 'acquihire' ? purchases : purchases.includes(d) ? hirings : [];
    return !rivals.some((o) => o.acquirer === d.acquirer && o.target === d.target && isWeaker(d, o));
  });
}
