import type { Context } from '../../context.ts';
import { listPairs } from '../../db/ledger/ledger.ts';
import { listFlags } from '../../db/review/flags.ts';
import { addDays, type Day, dayOf, parseDay } from '../../model/day.ts';
import { LAYERS } from '../../model/deal.ts';
import { paths } from '../../model/paths.ts';
import { formatDay, formatMoney } from '../../words/format.ts';
import { LAYER_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { withQuery } from '../forms/flag-filter.ts';
import { typedText } from '../forms/query.ts';
import type { Handler } from '../handler.ts';
import type { TableOf } from '../page-data.ts';
import { mapDrawing } from '../present/map-layout.ts';
import { type Flow, loopsPutAway, type Tie, tiesOn } from '../present/map-ties.ts';
import { recaptureWords } from '../present/money.ts';
import { moneyGroups } from '../present/money-groups.ts';
import { select } from '../present/selects.ts';

/** Pairs looked at, and ties drawn at once; the table has every tie of those looked at. */
const MOST_PAIRS = 1_000;
const MOST_DRAWN = 120;
const MOST_CYCLES = 20;
/** Rows of the table and of the loops beside the drawing; all are in the files. */
const MOST_ROWS = 200;
const MOST_LOOPS = 30;
/** Months back from today to which the slider reaches, and the stops beside it. */
const MONTHS = 60;
const STOPS = [24, 12, 6, 0];

/** Who funds and supplies whom on a day: loops stand out, and each is a line of the table beside them. */
export const map: Handler = async (context, { query }) => {
  const today = dayOf(context.now());
  const view = viewOf(query, today);
  const { ties: all, pairs } = await tiesFor(context, view, today);
  const ties = all.slice(0, MOST_DRAWN);
  const loops = all.filter((tie) => tie.isLoop);
  const data = {
    summary: [
      pairs > MOST_PAIRS ? t('map.among-the-highest', { most: MOST_PAIRS, n: pairs }) : '',
      sentence(all, loops),
    ]
      .filter(Boolean)
      .join(' '),
    count: all.length,
    loopCount: loops.length,
    drawing: mapDrawing(ties),
    undrawn: all.length - ties.length,
    loops: loops.slice(0, MOST_LOOPS).map(line),
    ties: all.slice(0, MOST_ROWS).map(line),
    cycles: await cycles(context),
    groups: await moneyGroups(context),
    on: view.on,
    known: view.on >= today ? t('map.as-known-today') : t('map.as-known-on', { onWords: formatDay(view.on) }),
    back: view.back,
    months: MONTHS,
    stops: STOPS.map((months) => ({
      label: months === 0 ? t('map.today') : formatDay(monthsBefore(today, months).slice(0, 7) as Day),
      current: view.back === months,
      link: paths.map(withQuery(query, { back: months ? String(months) : null, on: null })),
    })),
    shown: view,
    q: view.q ?? '',
    selects: [
      select(
        { name: 'layer', label: t('map.layer-2'), any: t('map.any-layer') },
        view.layer,
        LAYERS.map((one) => [one, LAYER_LABELS[one]] as const),
      ),
    ],
    csv: `/map.csv${withQuery(query, {})}`,
  };
  return { view: 'map', title: t('map.map'), data, wide: true };
};

/** The ties that the map shows, as a table. */
export const mapTable: TableOf = async (context, { query }) => {
  const today = dayOf(context.now());
  const view = viewOf(query, today);
  const { ties } = await tiesFor(context, view, today);
  const columns = [
    'acquirer',
    'target',
    'layer',
    'money_in_usd',
    'spend_back_usd',
    'loop',
    'reported_only',
    'score',
    'on',
  ];
  const flow = (one: Flow) => (one ? (one.usd ?? 'unknown') : '');
  const rows = ties.map((tie) => [
    ...[tie.acquirer, tie.target, tie.layer, flow(tie.in), flow(tie.back)],
    ...[tie.isLoop ? 'yes' : 'no', tie.isReported ? 'yes' : 'no', tie.score, view.on],
  ]);
  return { columns, rows };
};

interface MapView {
  on: Day;
  /** Months before today. */
  back: number;
  loops: boolean;
  oneWay: boolean;
  reported: boolean;
  layer: (typeof LAYERS)[number] | undefined;
  q: string | undefined;
}

function viewOf(query: URLSearchParams, today: Day): MapView {
  const back = Math.min(MONTHS, Math.max(0, Math.trunc(Number(query.get('back')) || 0)));
  const day = parseDay(query.get('on') ?? '');
  const show = query.getAll('show');
  return {
    on: day && day <= today ? day : monthsBefore(today, back),
    back,
    loops: show.length === 0 || show.includes('loops'),
    oneWay: show.length === 0 || show.includes('one-way'),
    reported: show.includes('reported'),
    layer: LAYERS.find((layer) => layer === query.get('layer')),
    q: typedText(query.get('q')),
  };
}

/** The last day of the month so many months before; today for none. */
function monthsBefore(today: Day, months: number): Day {
  if (months === 0) return today;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const index = year * 12 + (month - 1) - months + 1;
  const first = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01` as Day;
  return addDays(first, -1);
}

/** Loops first, then by size: what is left out of a crowded drawing is what matters least; and how many pairs there are. */
async function tiesFor({ db }: Context, view: MapView, today: Day): Promise<{ ties: Tie[]; pairs: number }> {
  const { rows, total } = await listPairs(db, { q: view.q, sort: 'score', page: 1, pageSize: MOST_PAIRS });
  const size = (tie: Tie) => (tie.in?.usd ?? 0) + (tie.back?.usd ?? 0);
  const ties = tiesOn(rows, view.on, today, await loopsPutAway(db, today))
    .filter((tie) => (tie.isLoop ? view.loops : view.oneWay) && (view.reported || !tie.isReported))
    .filter((tie) => !view.layer || tie.layer === view.layer)
    .sort((a, b) => Number(b.isLoop) - Number(a.isLoop) || size(b) - size(a) || (a.id < b.id ? -1 : 1));
  return { ties, pairs: total };
}

const dollars = (usd: number) => formatMoney({ value: usd, currency: 'USD' });

function line(tie: Tie) {
  const words = (flow: Flow) => (flow ? (flow.usd === null ? '?' : dollars(flow.usd)) : '–');
  const ratio = tie.recapture ? recaptureWords(tie.recapture) : '?';
  return { ...tie, in: words(tie.in), back: words(tie.back), ratio: tie.isLoop ? ratio : '–' };
}

function sentence(ties: readonly Tie[], loops: readonly Tie[]): string {
  if (ties.length === 0) return t('map.no-tie-matches');
  const companies = new Set(ties.flatMap((tie) => [tie.acquirer, tie.target])).size;
  const both = loops.filter((tie) => tie.in?.usd && tie.back?.usd);
  const sum = (of: 'in' | 'back') => both.reduce((all, tie) => all + (tie[of]?.usd ?? 0), 0);
  const known = both.length
    ? ` ${t('map.in-the-with-both-sums', { n: both.length, in: dollars(sum('in')), back: dollars(sum('back')) })}`
    : '';
  const closing = t('map.close-a-loop', { n: loops.length });
  return t('map.between-companies', {
    n: ties.length,
    companies,
    closing,
    known,
  });
}

/** Money that comes round through three firms and more, as the screen for circular financing finds it. */
async function cycles({ db }: Context) {
  const { rows } = await listFlags(db, { rules: ['circular-financing'], page: 1, pageSize: MOST_CYCLES });
  return rows.map((flag) => ({
    text: flag.why,
    pair: `${flag.acquirer} → ${flag.target}`,
    link: paths.flag(flag.pairId, flag.rule),
  }));
}
