import type { Context } from '../../context.ts';
import { countAssigned } from '../../db/assignments.ts';
import { type Change, changedPairs } from '../../db/changes.ts';
import { countDocuments } from '../../db/document-list.ts';
import { listFlags } from '../../db/flags.ts';
import type { LedgerPair } from '../../db/ledger.ts';
import { mentionsOf } from '../../db/mentions.ts';
import { listSources, type SourceRow } from '../../db/sources.ts';
import { documentRefs } from '../../db/stored-documents.ts';
import { addDays, type Day, dayOf, formatInstant, type Instant } from '../../model/day.ts';
import { BANDS } from '../../model/flag.ts';
import { BAND_LABELS } from '../../model/labels.ts';
import { paths } from '../../model/paths.ts';
import { type Period, periodOf } from '../forms/period.ts';
import type { Handler } from '../handler.ts';
import { changeSections, documentsIn } from '../present/changes.ts';
import { sourceWords } from '../words/source.ts';
import { datesAhead } from './scrutiny.ts';

/** Lines of a section that stand open; the others are one click away. */
const OPEN_LINES = 12;

/** Sources in trouble that are named; the others are counted. */
const NAMED_SOURCES = 8;

/** What changed, what waits for a decision, and what could not be read. */
export const today: Handler = async (context, { query, user }) => {
  const { db, now } = context;
  const period = periodOf(query.get('since'), user?.previousVisitAt ?? null, now());
  const { changes, pairs } = await changedPairs(db, period.from);
  const sources = await listSources(db, now());
  const inTrouble = sources.map((source) => sourceWords(source, now())).filter(({ state }) => isTrouble(state));
  const sections = await sectionsOf(context, changes, pairs);
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
    mentions: user ? await mentions(context, user.id, period.from) : [],
    dates: (await datesAhead(context)).slice(0, DATES_SHOWN),
    inTrouble: { all: inTrouble.length, first: inTrouble.slice(0, NAMED_SOURCES) },
    onTime: onTime(sources),
    read: readSince(sources, period, changes.length > 0),
    reading: await reading(context),
  };
  return { view: 'today', title: 'Today', data };
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
  const first = wasHere ? 'Last visit' : '30 days';
  const links = [
    { label: first, link: paths.today(), current: period.day === null },
    day('Yesterday', 1),
    day('7 days', 7),
  ];
  return wasHere ? [...links, day('30 days', 30)] : links;
}

function counted(changes: readonly Change[]): string | null {
  const n = changes.length;
  if (n === 0) return null;
  const pairs = new Set(changes.map((change) => change.pairId)).size;
  return `${n} ${n === 1 ? 'change' : 'changes'} on ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}`;
}

/** Flags to review by the band of their pair, each count a link to them; and what people keep an eye on. */
async function waiting({ db }: Context) {
  const { counts } = await listFlags(db, { state: 'to_review', page: 1, pageSize: 1 });
  const bands = BANDS.filter((band) => counts.bands[band] > 0).map((band) => ({
    label: band === 'none' ? 'In no band' : `In band ${BAND_LABELS[band]}`,
    count: counts.bands[band],
    link: paths.flags(`?band=${band}`),
  }));
  const others = [
    { label: 'Watching', count: counts.states.watching, link: paths.flags('?state=watching') },
    { label: 'Escalated', count: counts.states.escalated, link: paths.flags('?state=escalated') },
  ].filter(({ count }) => count > 0);
  return { total: counts.states.to_review, rows: [...bands, ...others] };
}

/** What stands where no source is in trouble: one that has never been read is not on time. */
function onTime(sources: readonly SourceRow[]): string {
  const never = sources.filter(({ enabled, lastOkAt }) => enabled && lastOkAt === null).length;
  if (never === 0) return 'Every source is read on time.';
  if (never === sources.filter(({ enabled }) => enabled).length) return 'No source has been read yet.';
  return `${never === 1 ? 'One source waits' : `${never} sources wait`} for a first reading; the others are read on time.`;
}

/** How many sources were read since then: says how far "nothing" and "all" reach. */
function readSince(sources: readonly SourceRow[], { from }: Period, changed: boolean): string {
  const n = sources.filter(({ lastOkAt }) => lastOkAt !== null && lastOkAt >= from).length;
  if (n === 0 && changed)
    return 'No source was read in that time: these come from the starter library and from files taken in.';
  if (n === 0) return 'No source was read in that time.';
  const which = n === 1 ? 'the one source that was read' : `the ${n} sources that were read`;
  return changed ? `That is all that changed in ${which}.` : `Nothing changed in ${which}.`;
}

/** What still waits to be read, as after a first start; null when nothing does. */
async function reading({ db }: Context): Promise<{ read: string; all: string } | null> {
  const { fetched, duplicate, ...done } = await countDocuments(db);
  if (fetched === 0) return null;
  const read = Object.values(done).reduce((sum, n) => sum + n, 0);
  return { read: read.toLocaleString('en'), all: (read + fetched).toLocaleString('en') };
}
