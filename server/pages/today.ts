import type { Context } from '../../context.ts';
import { countDocuments } from '../../db/documents/document-list.ts';
import { listRereadings } from '../../db/documents/proposed-readings.ts';
import { documentRefs } from '../../db/documents/stored-documents.ts';
import { deliverySettings } from '../../db/going-out/subscriptions.ts';
import { type Change, changedPairs } from '../../db/ledger/changes.ts';
import { countDirty } from '../../db/ledger/dirty.ts';
import type { LedgerPair } from '../../db/ledger/ledger.ts';
import { countAssigned } from '../../db/review/assignments.ts';
import { listFlags } from '../../db/review/flags.ts';
import { mentionsOf } from '../../db/review/mentions.ts';
import { listSources, type SourceRow } from '../../db/sources/sources.ts';
import { addDays, type Day, dayOf, type Instant } from '../../model/day.ts';
import { BANDS } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { formatInstant, formatNumber } from '../../words/format.ts';
import { BAND_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { type Period, periodOf } from '../forms/period.ts';
import type { Handler, PageRequest } from '../handler.ts';
import { changeSections, documentsIn } from '../present/changes.ts';
import { sourceWords } from '../words/source.ts';
import { datesAhead } from './scrutiny.ts';

/** Lines of a section that stand open; the others are one click away. */
const OPEN_LINES = 12;

/** Sources in trouble that are named; the others are counted. */
const NAMED_SOURCES = 8;

/** What changed, what waits for a decision, and what could not be read. */
export const today: Handler = async (context, request) => {
  const { db, now } = context;
  const { user } = request;
  const { period, changes, sections } = await changesShown(context, request);
  const sources = await listSources(db, now());
  const inTrouble = sources.map((source) => sourceWords(source, now())).filter(({ state }) => isTrouble(state));
  const data = {
    period: period.words,
    choices: choices(period, user?.previousVisitAt != null, dayOf(now())),
    day: period.day,
    count: counted(changes),
    sections: sections.map(({ lines, ...rest }) => ({
      ...rest,
      lines: lines.slice(0, OPEN_LINES),
      more: lines.slice(OPEN_LINES),
    })),
    waiting: await waiting(context),
    assigned: user ? await countAssigned(db, user.id) : 0,
    mailComesBack: user ? (await deliverySettings(db, user.id)).refusedAt !== null : false,
    mentions: user ? await mentions(context, user.id, period.from) : [],
    dates: (await datesAhead(context)).slice(0, DATES_SHOWN),
    inTrouble: { all: inTrouble.length, first: inTrouble.slice(0, NAMED_SOURCES) },
    onTime: onTime(sources),
    read: readSince(sources, period, changes.length > 0),
    reading: await reading(context),
    proposed: await proposed(context),
  };
  return { view: 'today', title: t('today.today'), data };
};

/** Deadlines and remarks that are named; the others are one click away. */
const DATES_SHOWN = 5;
const MENTIONS_SHOWN = 8;

async function mentions({ db }: Context, userId: number, since: Instant) {
  return (await mentionsOf(db, userId, since, MENTIONS_SHOWN)).map((one) => ({
    pair: `${one.acquirer} → ${one.target}`,
    link: `${paths.deal(one.pairId)}#decisions`,
    text: one.text,
    by: `${one.userName}, ${formatInstant(one.at)}`,
  }));
}

const isTrouble = (state: string) => state === 'failing' || state === 'late';

/** The period that somebody looks back over, what changed in it, and that in words by weight. */
export async function changesShown(context: Context, { query, user }: PageRequest) {
  const period = periodOf(query.get('since'), user?.previousVisitAt ?? null, context.now());
  const { changes, pairs } = await changedPairs(context.db, period.from);
  return { period, changes, sections: await sectionsOf(context, changes, pairs) };
}

async function sectionsOf({ db }: Context, changes: readonly Change[], known: readonly LedgerPair[]) {
  const pairs = new Map(known.map((entry) => [entry.pair.id, entry]));
  return changeSections(changes, { pairs, documents: await documentRefs(db, documentsIn(changes)) });
}

/** Other periods, as links. */
function choices(period: Period, wasHere: boolean, today: Day) {
  const day = (label: string, back: number) => {
    const since = addDays(today, -back);
    return { label, link: `${paths.today()}?since=${since}`, current: period.day === since };
  };
  const first = wasHere ? t('today.last-visit') : t('today.days', { n: 30 });
  const links = [
    { label: first, link: paths.today(), current: period.day === null },
    day(t('today.yesterday'), 1),
    day(t('today.days', { n: 7 }), 7),
  ];
  return wasHere ? [...links, day(t('today.days', { n: 30 }), 30)] : links;
}

function counted(changes: readonly Change[]): string | null {
  const n = changes.length;
  if (n === 0) return null;
  const pairs = new Set(changes.map((change) => change.pairId)).size;
  return t('today.on-pairs', { changes: t('today.changes', { n }), pairs: t('today.pairs', { n: pairs }) });
}

/** Flags to review by the band of their pair, each count a link to them; and what people keep an eye on. */
async function waiting({ db }: Context) {
  const { counts } = await listFlags(db, { state: 'to_review', page: 1, pageSize: 1 });
  const bands = BANDS.filter((band) => counts.bands[band] > 0).map((band) => ({
    label: band === 'none' ? t('today.in-no-band') : t('today.in-band', { band: BAND_LABELS[band] }),
    count: counts.bands[band],
    link: paths.flags(`?band=${band}`),
  }));
  const others = [
    { label: t('today.watching'), count: counts.states.watching, link: paths.flags('?state=watching') },
    { label: t('today.escalated'), count: counts.states.escalated, link: paths.flags('?state=escalated') },
  ].filter(({ count }) => count > 0);
  return { total: counts.states.to_review, rows: [...bands, ...others] };
}

/** What stands where no source is in trouble: one that has never been read is not on time. */
function onTime(sources: readonly SourceRow[]): string {
  const never = sources.filter(({ enabled, lastOkAt }) => enabled && lastOkAt === null).length;
  if (never === 0) return t('today.every-source-is-read-on');
  if (never === sources.filter(({ enabled }) => enabled).length) return t('today.no-source-has-been-read');
  return t('today.sources-wait', { n: never });
}

/** How many sources were read since then: says how far "nothing" and "all" reach. */
function readSince(sources: readonly SourceRow[], { from }: Period, changed: boolean): string {
  const n = sources.filter(({ lastOkAt }) => lastOkAt !== null && lastOkAt >= from).length;
  if (n === 0 && changed) return t('today.no-source-was-read-in');
  if (n === 0) return t('today.no-source-was-read-in-that');
  const which = t('today.the-sources-that-were-read', { n });
  return changed ? t('today.that-is-all-that-changed', { which }) : t('today.nothing-changed-in', { which });
}

/** Documents that a newer reader reads otherwise, where somebody is to decide about it; 0 where nobody is. */
async function proposed({ db }: Context): Promise<number> {
  const [newest] = await listRereadings(db);
  return newest?.state === 'ready' ? newest.otherwise : 0;
}

/** Pairs that wait for a moment after every document: fewer than this are no rebuild. */
const A_REBUILD = 50;

/** What still waits to be read or put together, as after a first start or with other weights; null when nothing does. */
async function reading({ db }: Context): Promise<{ read: string; all: string; pairs: number } | null> {
  const { fetched, duplicate, ...done } = await countDocuments(db);
  const dirty = await countDirty(db);
  if (fetched === 0 && dirty < A_REBUILD) return null;
  const read = Object.values(done).reduce((sum, n) => sum + n, 0);
  return { read: formatNumber(read), all: formatNumber(read + fetched), pairs: fetched ? 0 : dirty };
}
