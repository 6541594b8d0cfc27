import type { Context } from '../../context.ts';
import { countWaitingCases } from '../../db/sources/cases.ts';
import { openGaps } from '../../db/sources/gaps.ts';
import { sourceRhythms } from '../../db/sources/rhythm.ts';
import { listSources } from '../../db/sources/sources.ts';
import type { ListShape } from '../../sources/source.ts';
import { labels, t } from '../../words/speak.ts';
import type { Handler, PageRequest, ViewAnswer } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { type SourceState, sourceWords } from '../words/source.ts';

/** In trouble first, then those that wait, those read, those switched off. */
const ORDER: readonly SourceState[] = ['failing', 'late', 'silent', 'never', 'ok', 'off'];

/** What an analyst wrote into the form for a new feed. */
export interface FeedForm {
  url: string;
  title: string;
  publisher: string;
  everyMinutes: string;
  /** Of a sitemap or page: how the addresses of its articles begin. */
  only: string;
  shape: ListShape;
}

/** What a dry run of a source found: nothing of it is stored. */
export interface Tried {
  shape: ListShape;
  listed: number;
  /** Further lists that it leads to. */
  parts: number;
  items: { title: string; url: string | null; date: string | null }[];
  sample: Sample | null;
  warnings: string[];
}

/** The first article as it would be read. */
export interface Sample {
  title: string;
  date: string | null;
  words: number;
  text: string;
  problem: string | null;
}

const SHAPE_WORDS: Record<ListShape, string> = labels('list-shape');

const EMPTY_FORM: FeedForm = { url: '', title: '', publisher: '', everyMinutes: '60', only: '', shape: 'feed' };

/** Every source with its health, the ones in trouble on top. */
export const sourceList: Handler = (context, request) => sourcesPage(context, request, {});

/** Draws the page, with a form for a new feed as far as it was filled in. */
export async function sourcesPage(
  { db, now, config }: Context,
  { user }: PageRequest,
  filled: { form?: FeedForm; problems?: Readonly<Record<string, string>>; tried?: Tried },
): Promise<ViewAnswer> {
  const rhythms = await sourceRhythms(db, now());
  const sources = (await listSources(db, now(), { counted: true })).map((source) =>
    sourceWords(source, now(), rhythms.get(source.id)),
  );
  sources.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const inTrouble = sources.filter((s) => ['failing', 'late', 'silent'].includes(s.state));
  const { form = EMPTY_FORM, problems = {}, tried = null } = filled;
  const lines = Object.entries(problems).map(([field, sentence]) => ({ field, sentence }));
  const missing = new Set((await openGaps(db)).map(({ sourceId }) => sourceId));
  const others = sources.filter((s) => !inTrouble.includes(s));
  const data = {
    groups: [
      { title: t('sources.not-read-as-they-should'), sources: inTrouble },
      { title: inTrouble.length ? t('sources.the-others') : t('sources.all-sources'), sources: others },
    ].filter((group) => group.sources.length > 0),
    noneReached: inTrouble.some((s) => s.state === 'failing') && sources.every((s) => s.state !== 'ok'),
    standfirst: standfirst(sources.length, inTrouble.length),
    withGaps: sources.filter(({ id }) => missing.has(id)),
    waitingCases: await countWaitingCases(db),
    scheduleOff: config.SCHEDULE === 'off',
    mayChange: user !== null && mayUse({ role: 'analyst' }, user.role),
    form,
    problems,
    lines,
    tried: tried && { ...tried, what: SHAPE_WORDS[tried.shape] },
  };
  return { view: 'source-list', title: t('sources.sources'), data, ...(lines.length ? { status: 422 } : {}) };
}

function standfirst(all: number, inTrouble: number): string {
  if (all === 0) return t('sources.no-source-is-known-yet');
  if (inTrouble === 0) return t('sources.sources-none-is-late', { n: all });
  return t('sources.sources-not-been-read-as', { all, n: inTrouble });
}
