import type { Writable } from 'node:stream';
import type { Context } from '../../context.ts';
import { openItem, openItems, PUBLISHED_AT } from '../../db/going-out/open-items.ts';
import { getMeta } from '../../db/meta.ts';
import { formatMoney } from '../../model/amount.ts';
import { dayOf, formatDay, formatInstant, type Instant, parseInstant } from '../../model/day.ts';
import { DEAL_KINDS } from '../../model/deal.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { KIND_LABELS, LAYER_LABELS, ROLE_LABELS, SOURCE_CLASS_LABELS, STATUS_LABELS } from '../../model/labels.ts';
import type { OpenItem, OpenTie } from '../../model/open-data.ts';
import { baseUrlOf, paths } from '../../model/paths.ts';
import { deltaLine, OPEN_COLUMNS, openRow } from '../../reports/open-data.ts';
import { csv, csvLines } from '../../reports/spreadsheet.ts';
import { CSV, JSON_TYPE } from '../downloads/file-name.ts';
import { typedText } from '../forms/query.ts';
import type { Handler, PageRequest } from '../handler.ts';
import { mapDrawing } from '../present/map-layout.ts';
import { dollars, openMapTies } from '../present/open-ties.ts';
import { select } from '../present/selects.ts';
import { type ListedTie, publishedTies } from '../reading/open-ties.ts';

/** Ties in the table and in the drawing; the files have every tie. */
const MOST_ROWS = 200;
const MOST_DRAWN = 80;

/** Closed unless OPEN_DATA is on: nothing then says that there is such a page. */
function mustBeOpen({ config }: Context): void {
  if (config.OPEN_DATA !== 'on') throw new NotFound('There is no page at this address.');
}

/** The public map: who funds and supplies whom, as far as documents say so; for everybody, to read. */
export const openMap: Handler = async (context, { query }) => {
  mustBeOpen(context);
  const { db, config } = context;
  const kind = DEAL_KINDS.find((known) => known === query.get('kind'));
  const q = typedText(query.get('q'));
  const at = await getMeta(db, PUBLISHED_AT);
  const ties = at ? (await publishedTies(db, at)).filter((tie) => isIn(tie, kind, q)) : [];
  const drawable = openMapTies(ties);
  const drawn = drawable.slice(0, MOST_DRAWN);
  const data = {
    count: ties.length,
    companies: new Set(ties.flatMap((tie) => [tie.acquirer, tie.target])).size,
    drawing: mapDrawing(drawn),
    undrawn: drawable.length - drawn.length,
    rows: ties.slice(0, MOST_ROWS).map(rowOf),
    left: Math.max(0, ties.length - MOST_ROWS),
    q: q ?? '',
    selects: [
      select(
        { name: 'kind', label: 'Kind', any: 'any kind' },
        kind,
        DEAL_KINDS.map((one) => [one, KIND_LABELS[one]] as const),
      ),
    ],
    published: at ? formatInstant(at as Instant) : null,
    publishedAt: at,
    licence: config.OPEN_DATA_LICENCE,
  };
  return { view: 'open-map', title: 'Map of AI partnerships', data, wide: true };
};

function isIn(tie: ListedTie, kind: OpenTie['kind'] | undefined, q: string | undefined): boolean {
  const words = `${tie.acquirer} ${tie.target}`.toLowerCase();
  return (!kind || tie.kind === kind) && (!q || words.includes(q.toLowerCase()));
}

function rowOf(tie: ListedTie) {
  return {
    link: paths.openTie(tie.id),
    title: `${tie.acquirer} → ${tie.target}`,
    kind: KIND_LABELS[tie.kind],
    ended: tie.certainty === 'ended',
    since: tie.since ? formatDay(tie.since) : 'undated',
    in: dollars(tie.inUsd),
    back: dollars(tie.backUsd),
    authorities: tie.authorities.map(({ authority, status }) => `${authority}: ${STATUS_LABELS[status]}`).join('; '),
  };
}

/** One tie at its permanent address, also after it was withdrawn. */
export const openTie: Handler = async (context, { params }) => {
  mustBeOpen(context);
  const item = await openItem<OpenTie>(context.db, 'tie', params.id ?? '');
  if (!item) throw new NotFound('There is no such tie.');
  const { body: tie } = item;
  const data = {
    ...rowOf(tie),
    layer: tie.layer && LAYER_LABELS[tie.layer],
    sums: tie.sums.map(({ date, value, currency, role }) => ({
      sum: formatMoney({ value, currency }),
      role: ROLE_LABELS[role],
      date: date ? formatDay(date) : 'undated',
    })),
    steps: tie.authorities.map(({ authority, status, asOf }) => ({
      authority,
      status: STATUS_LABELS[status],
      asOf: asOf ? formatDay(asOf) : 'undated',
    })),
    sources: tie.sources.map((source) => ({
      ...source,
      words: `${source.publisher}, ${SOURCE_CLASS_LABELS[source.class]}, ${source.published ? formatDay(source.published) : 'undated'}`,
    })),
    json: `${paths.openTie(tie.id)}.json`,
    permanent: `${baseUrlOf(context.config)}${paths.openTie(tie.id)}`,
    first: formatInstant(item.firstAt),
    changed: formatInstant(item.changedAt),
    gone: item.goneAt && formatInstant(item.goneAt),
    licence: context.config.OPEN_DATA_LICENCE,
  };
  return { view: 'open-tie', title: `${tie.acquirer} → ${tie.target}`, data };
};

/** The same for programs. */
export const openTieJson: Handler = async (context, { params }) => {
  mustBeOpen(context);
  const item = await openItem<OpenTie>(context.db, 'tie', params.id ?? '');
  if (!item) throw new NotFound('There is no such tie.');
  return { json: { ...tieJson(context, item), licence: context.config.OPEN_DATA_LICENCE }, revalidate: true };
};

const linkOf = ({ config }: Context, id: string) => `${baseUrlOf(config)}${paths.openTie(id)}`;

function tieJson(context: Context, { body, firstAt, changedAt, goneAt }: OpenItem<OpenTie>): object {
  const times = { firstPublished: firstAt, lastChanged: changedAt, withdrawn: goneAt };
  return { ...body, link: linkOf(context, body.id), ...times };
}

/** Every tie as CSV; with `?since=` those published, changed or withdrawn after that moment. */
export const openCsv: Handler = (context, request) =>
  file(context, request, { ending: 'csv', type: CSV }, async function* (since) {
    yield csv(OPEN_COLUMNS, []);
    for await (const items of openItems<OpenTie>(context.db, 'tie', since))
      yield csvLines(items.map((item) => openRow(item, linkOf(context, item.id))));
  });

/** The same as JSON. `asOf` is the `since` to ask with the next time. */
export const openJson: Handler = (context, request) =>
  file(context, request, { ending: 'json', type: JSON_TYPE }, async function* (since) {
    const { OPEN_DATA_LICENCE: licence } = context.config;
    const asOf = await getMeta(context.db, PUBLISHED_AT);
    const head = JSON.stringify({ title: 'Map of AI partnerships', licence, asOf, since });
    yield `${head.slice(0, -1)},"ties":[`;
    let comma = '';
    for await (const items of openItems<OpenTie>(context.db, 'tie', since)) {
      yield comma + items.map((item) => JSON.stringify(tieJson(context, item))).join(',\n');
      comma = ',\n';
    }
    yield ']}\n';
  });

/** The same as FollowTheMoney, a line an entity; with `?since=` a line says what was added, changed or deleted. */
export const openFtm: Handler = (context, request) =>
  file(context, request, { ending: 'ftm.jsonl', type: 'application/x-ndjson; charset=utf-8' }, async function* (since) {
    for await (const items of openItems<object>(context.db, 'entity', since))
      yield items.map((item) => `${since ? deltaLine(item, since) : JSON.stringify(item.body)}\n`).join('');
  });

type Pieces = (since: Instant | null) => AsyncIterable<string>;

/** A file that is written while it is sent, in pieces, so that its size costs no memory. */
async function file(
  context: Context,
  { query }: PageRequest,
  { ending, type }: { ending: string; type: string },
  pieces: Pieces,
) {
  mustBeOpen(context);
  const since = sinceIn(query.get('since'));
  const filename = `ai-partnerships-${dayOf(context.now())}${since ? '-changes' : ''}.${ending}`;
  const write = async (out: Writable, signal: AbortSignal) => {
    for await (const piece of pieces(since)) {
      if (signal.aborted) return;
      if (!out.write(piece)) await new Promise((resolve) => out.once('drain', resolve).once('close', resolve));
    }
  };
  return { stream: { filename, type, write } };
}

function sinceIn(text: string | null): Instant | null {
  if (!text) return null;
  const instant = parseInstant(text.length === 10 ? `${text}T00:00:00.000Z` : text);
  if (!instant) throw new InvalidInput('Write the moment as 2026-05-22 or 2026-05-22T08:00:00.000Z.');
  return instant;
}
