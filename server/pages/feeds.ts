import type { Context } from '../../context.ts';
import { provingSentences } from '../../db/documents/passages.ts';
import {
  createFeed,
  FEED_KINDS,
  type Feed,
  type FeedKind,
  feedsOf,
  findFeed,
  removeFeed,
} from '../../db/going-out/feeds.ts';
import { citedDocuments } from '../../db/going-out/report-entries.ts';
import { changeHeadline } from '../../db/ledger/change-headline.ts';
import { changesSince } from '../../db/ledger/changes.ts';
import { pairIdsIn } from '../../db/ledger/pair-query.ts';
import type { User } from '../../db/people/users.ts';
import { openCases } from '../../db/sources/open-cases.ts';
import { addDays, dayOf, type Instant } from '../../model/day.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { filterWords } from '../../model/report-words.ts';
import { deadlinesOf } from '../../regimes/deadlines.ts';
import { atomFeed, type FeedAbout, type FeedEntry, jsonFeed } from '../../reports/change-feed.ts';
import { deadlinesIcs } from '../../reports/deadlines-ics.ts';
import { formatInstant } from '../../words/format.ts';
import { labels, t } from '../../words/speak.ts';
import { baseUrl } from '../base-url.ts';
import type { Handler, PageRequest, TextAnswer, ViewAnswer } from '../handler.ts';

/** How far back a feed goes, and how much it holds. */
const DAYS = 60;
const MOST = 200;
const KIND_LABELS: Record<FeedKind, string> = labels('feed-kind');

/** The person's feeds, and the form for another one. */
export const feedList: Handler = (context, request) => page(context, request, {}, null);

/** Makes a feed; its addresses are shown once, now. */
export const feedAdd: Handler = async (context, request) => {
  const { db, now } = context;
  const { form } = request;
  const kind = FEED_KINDS.find((known) => known === form.get('kind')) ?? 'changes';
  const name = (form.get('name') ?? '').trim().slice(0, 100);
  if (!name) {
    return { ...(await page(context, request, { name: t('alerts.give-it-a-name') }, null)), status: 422 };
  }
  const filter = filterIn(form.get('value') ?? '');
  const token = await createFeed(db, { userId: (request.user as User).id, name, kind, filter, now: now() });
  return page(context, request, {}, { name, addresses: addressesOf(context, kind, token) });
};

/** Takes a feed out. */
export const feedRemove: Handler = async ({ db }, { params, user, form }) => {
  if (form.get('do') !== 'remove') throw new InvalidInput(t('alerts.say-what-to-do-with'));
  await removeFeed(db, /^[1-9]\d{0,9}$/.test(params.id ?? '') ? Number(params.id) : 0, (user as User).id);
  return { redirect: paths.feeds(), notice: t('alerts.its-address-shows-nothing-any') };
};

function filterIn(value: string): string {
  const text = value
    .trim()
    .slice(0, 1000)
    .replace(/^[^?]*\?/, '')
    .replace(/#.*$/, '');
  return text.includes('=') ? new URLSearchParams(text).toString() : '';
}

function addressesOf(context: Context, kind: FeedKind, token: string): string[] {
  const files = kind === 'changes' ? ['changes.atom', 'changes.json'] : ['deadlines.ics'];
  return files.map((file) => `${baseUrl(context)}/feed/${token}/${file}`);
}

async function page(
  { db }: Context,
  request: PageRequest,
  problems: Readonly<Record<string, string>>,
  made: { name: string; addresses: string[] } | null,
): Promise<ViewAnswer> {
  const feeds = await feedsOf(db, (request.user as User).id);
  const given = request.form.has('kind') && !made ? request.form : request.query;
  const data = {
    made,
    feeds: feeds.map(({ id, name, kind, filter, createdAt, lastUsedAt }) => ({
      id,
      name,
      kind: KIND_LABELS[kind],
      filter: filterWords(null, filter),
      created: formatInstant(createdAt),
      used: lastUsedAt ? formatInstant(lastUsedAt) : t('time.never'),
    })),
    kinds: FEED_KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
    form: {
      name: (given.get('name') ?? '').slice(0, 100),
      value: (given.get('value') ?? '').slice(0, 1000),
      kind: given.get('kind') ?? 'changes',
    },
    problems,
    lines: Object.entries(problems).map(([field, sentence]) => ({ field, sentence })),
  };
  return { view: 'feeds', title: t('alerts.feeds'), data };
}

/** A feed's content, for whoever knows its address. */
export const feedShow: Handler = async (context, { params }) => {
  const feed = await findFeed(context.db, params.token ?? '', context.now());
  const file = params.file ?? '';
  if (!feed) throw new NotFound(t('alerts.there-is-no-feed-at'));
  if (feed.kind === 'deadlines' && file === 'deadlines.ics') return calendar(context, feed);
  if (feed.kind !== 'changes') throw new NotFound(t('alerts.there-is-no-feed-at'));
  if (file === 'changes.atom') return changes(context, feed, `/feed/${params.token}/${file}`, 'atom');
  if (file === 'changes.json') return changes(context, feed, `/feed/${params.token}/${file}`, 'json');
  throw new NotFound(t('alerts.there-is-no-feed-at'));
};

async function calendar(context: Context, feed: Feed): Promise<TextAnswer> {
  const { db, now } = context;
  const wanted = new Set(await pairIdsIn(db, feed.filter));
  const open = (await openCases(db)).filter(({ pair }) => wanted.has(pair.id));
  const deadlines = open.flatMap(({ pair }) => deadlinesOf(pair));
  const text = deadlinesIcs(deadlines, t('alerts.dealwatch', { name: feed.name }), now(), baseUrl(context));
  return { text, type: 'text/calendar; charset=utf-8' };
}

async function changes(context: Context, feed: Feed, path: string, format: 'atom' | 'json'): Promise<TextAnswer> {
  const entries = await entriesOf(context, feed);
  const about: FeedAbout = {
    title: t('alerts.dealwatch', { name: feed.name }),
    self: `${baseUrl(context)}${path}`,
    home: `${baseUrl(context)}${paths.deals(feed.filter ? `?${feed.filter}` : '')}`,
    updated: entries[0]?.at ?? feed.createdAt,
  };
  return format === 'atom'
    ? { text: atomFeed(about, entries), type: 'application/atom+xml; charset=utf-8', revalidate: true }
    : { text: jsonFeed(about, entries), type: 'application/feed+json; charset=utf-8', revalidate: true };
}

async function entriesOf(context: Context, { filter }: Feed): Promise<FeedEntry[]> {
  const { db, now } = context;
  const since = `${addDays(dayOf(now()), -DAYS)}T00:00:00.000Z` as Instant;
  const wanted = new Set(await pairIdsIn(db, filter));
  const found = (await changesSince(db, since)).filter((change) => wanted.has(change.pairId)).slice(0, MOST);
  const told = found.map((change) => ({ change, ...changeHeadline(change) }));
  const sentences = await provingSentences(db, [...new Set(told.flatMap(({ factIds }) => factIds.slice(0, 1)))]);
  const documents = await citedDocuments(db, [...new Set([...sentences.values()].map((one) => one.documentId))]);
  return told.map(({ change, headline, factIds }) => {
    const proof = sentences.get(factIds[0] ?? '');
    const source = proof && documents.get(proof.documentId);
    return {
      key: `${change.kind} ${change.pairId} ${change.at} ${headline}`,
      title: `${change.acquirer} → ${change.target}`,
      link: `${baseUrl(context)}${paths.deal(change.pairId)}`,
      at: change.at,
      headline,
      passages: proof?.quote && source ? [{ quote: proof.quote, source: source.publisher }] : [],
    };
  });
}
