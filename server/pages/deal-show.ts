import type { Context } from '../../context.ts';
import { comparablePairs } from '../../db/ledger/comparable.ts';
import { correctionsOfPair, isPending } from '../../db/ledger/corrections.ts';
import { getPair, type LedgerPair } from '../../db/ledger/ledger.ts';
import { listFigures } from '../../db/ledger/market-shares.ts';
import { ratesAround } from '../../db/ledger/rates.ts';
import { standingSuppressions } from '../../db/ledger/suppressions.ts';
import { countNotes, decisionsOf, notesOf } from '../../db/review/reviews.ts';
import { gonePages } from '../../db/sources/page-checks.ts';
import { listRegisters, type Register } from '../../db/sources/registers.ts';
import { dayOf, type PartialDay } from '../../model/day.ts';
import { NotFound } from '../../model/errors.ts';
import type { Decision } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import { paths } from '../../model/paths.ts';
import { dateOf } from '../../regimes/asked.ts';
import { deadlinesOf } from '../../regimes/deadlines.ts';
import { dayOfRules } from '../../regimes/figures.ts';
import { checkJurisdiction } from '../../regimes/jurisdiction.ts';
import { formatDay, formatInstant } from '../../words/format.ts';
import { LAYER_LABELS, RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { stepsChart } from '../charts/charts.ts';
import { drawn } from '../charts/draw.ts';
import type { Handler } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { agreementWords } from '../present/agreement.ts';
import type { Citations } from '../present/citations.ts';
import { correctionLine } from '../present/correction.ts';
import { deadlineLine } from '../present/deadlines.ts';
import { dealLine } from '../present/deal-line.ts';
import {
  datesOf,
  figures,
  keyFacts,
  kindsOf,
  openQuestions,
  scoreParts,
  silentScreens,
  stakePoints,
  stakeRows,
  standfirst,
  termRows,
} from '../present/dossier.ts';
import { decisionLine, flagView } from '../present/flag.ts';
import { followPair } from '../present/follow.ts';
import { regimeRows } from '../present/jurisdiction.ts';
import { loopDrawing } from '../present/loop.ts';
import { moneyRows } from '../present/money.ts';
import { BROAD, type ChartSize, moneyChart, NARROW } from '../present/money-chart.ts';
import { scrutinyCells, unreadRegisters } from '../present/scrutiny.ts';
import { timeline } from '../present/timeline.ts';
import { bothWays, citationsFor, NOTHING_WRITTEN, reasons } from './flag-panel.ts';

const MOST_COMPARABLE = 6;
/** Remarks on the page; older ones are a link away. */
const MOST_NOTES = 50;

/** Everything known between two companies, each value with the passage that proves it. */
export const dealShow: Handler = async (context, { params, query, user }) => {
  const { db, now } = context;
  const ledger = await getPair(db, params.pairId ?? '');
  if (!ledger) throw new NotFound(t('dossier.there-is-no-such-deal'));
  const { pair } = ledger;
  const cited = ledger.flags.flatMap((flag) => [...flag.for, ...flag.against].flatMap((f) => f.factIds));
  const citations = await citationsFor(db, pair.id, cited);
  const decisions = await decisionsOf(db, pair.id);
  const corrections = await correctionsOfPair(db, pair.id, pair.documentIds);
  const registers = await listRegisters(db, now());
  const pairs = await bothWays(db, pair);
  const data = {
    ...headOf(context, ledger, registers, pairs),
    ...drawingsOf(context, ledger, citations, pairs),
    money: moneyRows(pair, citations, dayOf(now())),
    agreement: agreementWords(pair),
    flags: flagsOf(ledger, decisions, citations),
    ...silentScreens(ledger, await standingSuppressions(db, dayOf(now())), dayOf(now())),
    terms: termRows(pair, citations),
    ...(await stakesOf(ledger, citations)),
    scrutiny: scrutinyCells(pair, registers, citations),
    gone: await gonePagesOf(context, ledger),
    moments: timeline(pair, { decisions, corrections }, citations),
    regimes: regimeRows(await jurisdictionOf(context, ledger)),
    deadlines: deadlinesOf(pair).map((deadline) => deadlineLine(deadline, dayOf(now()))),
    comparable: await comparable(context, ledger, registers),
    questions: openQuestions(ledger),
    corrections: corrections.map(correctionLine),
    pending: await isPending(db, pair.id),
    decisions: decisions.map((d) => ({ rule: RULE_LABELS[d.rule], ...decisionLine(d, null) })),
    ...(await notesShown(context, pair.id, query.get('notes') === 'all')),
    sources: citations.sources(pair.documentIds),
    passages: citations.passages(),
    reasons: reasons(),
    written: NOTHING_WRITTEN,
    link: paths.deal(pair.id),
    correct: (factIds: readonly string[], place: string) => paths.correct(factIds, paths.deal(pair.id) + place),
    mayDecide: user !== null && mayUse({ role: 'analyst' }, user.role),
  };
  return { view: 'deal-show', title: `${pair.acquirer} → ${pair.target}`, data };
};

/** Remarks, the newest first, and how many older ones are not on the page. */
async function notesShown({ db }: Context, pairId: string, isWhole: boolean) {
  const notes = await notesOf(db, pairId, isWhole ? undefined : MOST_NOTES);
  const older = notes.length < MOST_NOTES || isWhole ? 0 : (await countNotes(db, pairId)) - notes.length;
  return {
    notes: notes.map(({ text, userName, at }) => ({ text, userName, at: formatInstant(at) })),
    older: older > 0 ? { count: older, link: `${paths.deal(pairId)}?notes=all#decisions` } : null,
  };
}

/** Stakes as told, and drawn where two or more are told with a day. */
async function stakesOf({ pair }: LedgerPair, citations: Citations) {
  const stakes = stakeRows(pair, citations);
  const points = stakePoints(stakes);
  const last = points.at(-1);
  if (!last || points.length < 2) return { stakes, stakeChart: null };
  const finding = t('dossier.stake-last-told', { ...pair, value: last.value, day: formatDay(last.day as PartialDay) });
  return { stakes, stakeChart: await drawn(stepsChart(finding, { series: t('dossier.stake'), unit: ' %' }, points)) };
}

/** Pages behind steps that are gone: the steps stand, and somebody should look where the case went. */
async function gonePagesOf({ db }: Context, { pair }: LedgerPair) {
  const ids = pair.scrutiny.flatMap((cell) => cell.history.flatMap((step) => step.documentIds));
  return (await gonePages(db, [...new Set(ids)])).map(({ documentId, title, publisher, goneAt }) => {
    return { link: paths.document(documentId), title, publisher, since: formatInstant(goneAt) };
  });
}

function headOf(
  { now }: Context,
  ledger: LedgerPair,
  registers: ReadonlyMap<string, Register>,
  pairs: readonly Pair[],
) {
  const { pair } = ledger;
  const today = dayOf(now());
  const unread = unreadRegisters(registers);
  return {
    acquirer: pair.acquirer,
    target: pair.target,
    companies: [paths.company(pair.acquirer), paths.company(pair.target)],
    kinds: kindsOf(pair),
    layer: pair.layer && LAYER_LABELS[pair.layer],
    dates: datesOf(pair),
    asOf: formatInstant(ledger.updatedAt),
    standfirst: standfirst(ledger, today, unread),
    keyFacts: keyFacts(ledger, today, unread, pairs),
    figures: figures(ledger, today, unread, pairs),
    score: { score: ledger.score, band: ledger.band, floor: ledger.floor, parts: scoreParts(ledger) },
    follow: followPair(ledger.pair.id),
    openFlags: ledger.flags.filter((flag) => flag.state === 'to_review').length,
  };
}

function drawingsOf({ now }: Context, { pair }: LedgerPair, citations: Citations, pairs: readonly Pair[]) {
  const draw = (size: ChartSize) =>
    moneyChart(pair, dayOf(now()), size, (event) => citations.firstTold(event.documentIds));
  const [broad, narrow] = [draw(BROAD), draw(NARROW)];
  return { loop: loopDrawing(pair, pairs), chart: broad && narrow && { broad, narrow } };
}

function flagsOf(ledger: LedgerPair, decisions: readonly Decision[], citations: Citations) {
  const own = (rule: string) => decisions.filter((decision) => decision.rule === rule);
  return ledger.flags.map((flag) => flagView(flag, own(flag.rule), citations));
}

/** Thresholds stand in these currencies; a deal in another one is turned into them at the rate of its day. */
const THRESHOLD_CURRENCIES = ['USD', 'GBP', 'EUR'];

/** Takes a pair of the ledger; gives which tests of which regime it meets on its day, by the figures that are entered. */
export async function jurisdictionOf({ db, now }: Context, { pair }: LedgerPair) {
  const today = dayOf(now());
  const own = pair.deals.flatMap((deal) => deal.events.flatMap((event) => event.currency ?? []));
  const currencies = [...new Set([...THRESHOLD_CURRENCIES, ...own])];
  const rates = await ratesAround(db, currencies, dayOfRules(dateOf(pair), today));
  return checkJurisdiction(pair, { figures: await listFigures(db), rates, today });
}

async function comparable({ db, now }: Context, ledger: LedgerPair, registers: ReadonlyMap<string, Register>) {
  const rules = ledger.flags.map((flag) => flag.rule);
  const pairs = await comparablePairs(db, { pairId: ledger.pair.id, rules, score: ledger.score }, MOST_COMPARABLE);
  return pairs.map((other) => ({
    ...dealLine(other, dayOf(now()), registers),
    shared: other.flags.filter((flag) => rules.includes(flag.rule)).map((flag) => RULE_LABELS[flag.rule]),
  }));
}
