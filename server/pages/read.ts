import type { Context } from '../../context.ts';
import { getPair } from '../../db/ledger/ledger.ts';
import { dayOf, type PartialDay, parsePartialDay } from '../../model/day.ts';
import { Unreadable } from '../../model/errors.ts';
import { factsOf } from '../../model/fact.ts';
import { paths } from '../../model/paths.ts';
import type { Reading } from '../../model/reading.ts';
import { FILE_ENDINGS } from '../../sources/files/file.ts';
import { formatDay, formatNumber } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import type { Handler, PageRequest, ViewAnswer } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { type FactLine, factLines } from '../reading/facts.ts';
import { judge, THIS_TEXT } from '../reading/flags.ts';
import { anchorOnce, cut, type Mark, markedParagraphs } from '../reading/marks.ts';
import { couldNotRead, notReadable, sumsSetAside } from '../reading/silences.ts';

/** Longest text that is read, in characters: a long annual report. */
const LONGEST_TEXT = 500_000;
const LONGEST_TITLE = 500;

export interface Pasted {
  title: string;
  date: string;
  text: string;
}

/** The empty form. */
export const showRead: Handler = async (_context, request) => page(request, EMPTY, {}, null);

const EMPTY: Pasted = { title: '', date: '', text: '' };

/** Reads what was pasted and shows what would be made of it. Nothing is stored. */
export const readPasted: Handler = (context, request) => readGiven(context, request, pastedIn(request.form));

/** Reads a text, pasted or out of a file, and draws the page with what was made of it. */
export async function readGiven(context: Context, request: PageRequest, pasted: Pasted): Promise<ViewAnswer> {
  const problems = problemsIn(pasted);
  if (Object.keys(problems).length) return page(request, pasted, problems, null);
  const published = pasted.date ? parsePartialDay(pasted.date) : null;
  try {
    const { title, text } = pasted;
    const reading = await context.workers.understand({ title, text, published, language: null });
    return page(request, pasted, {}, await resultOf(context, pasted, published, reading));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return page(request, pasted, { text: t('read.it-could-not-be-read', { message: error.message }) }, null);
  }
}

/** The empty form, with what is wrong with a file that was sent. */
export function uploadProblem(request: PageRequest, sentence: string): ViewAnswer {
  return page(request, EMPTY, { file: sentence }, null);
}

/** The form with the address that was given, and why nothing was read there. */
export function linkProblem(request: PageRequest, sentence: string): ViewAnswer {
  return page(request, EMPTY, { url: sentence }, null);
}

function pastedIn(form: URLSearchParams): Pasted {
  const field = (name: string) => (form.get(name) ?? '').replaceAll('\r\n', '\n');
  return { title: field('title').trim(), date: field('date').trim(), text: field('text').trim() };
}

function problemsIn({ title, date, text }: Pasted): Record<string, string> {
  const problems: Record<string, string> = {};
  if (title.length > LONGEST_TITLE) problems.title = t('read.a-title-has-at-most', { LONGEST_TITLE });
  if (date && !parsePartialDay(date)) problems.date = t('read.write-a-date-such-as');
  if (!text) problems.text = t('read.paste-a-text-there-is');
  if (text.length > LONGEST_TEXT) {
    const count = formatNumber(text.length);
    problems.text = t('read.this-text-has-characters-up', { count, LONGEST_TEXT });
  }
  return problems;
}

async function resultOf(context: Context, pasted: Pasted, published: PartialDay | null, reading: Reading) {
  const today = dayOf(context.now());
  const facts = factsOf(THIS_TEXT, reading);
  const lines = factLines(facts);
  const { flags, silent, pairs } = judge(facts, lines, { published, today });
  const known = await onRecord(
    context,
    pairs.map((pair) => pair.id),
  );
  const idOf = new Map(pairs.map((pair) => [`${pair.acquirer} ${pair.target}`, pair.id]));
  const title = cut(pasted.title, 0, pasted.title.length, marksIn('title', lines));
  const [heading = [], ...paragraphs] = anchorOnce([title, ...markedParagraphs(pasted.text, marksIn('text', lines))]);
  return {
    heading,
    paragraphs,
    language: reading.language,
    characters: formatNumber(pasted.text.length),
    date: published ? formatDay(published) : null,
    count: lines.length,
    groups: byPair(lines, (pair) => (known.has(idOf.get(pair) ?? '') ? paths.deal(idOf.get(pair) ?? '') : null)),
    flags,
    silent,
    foreign: facts.length ? null : notReadable(reading.language),
    unread: couldNotRead(reading, pasted.text, published, today),
    aside: sumsSetAside(pasted.text, reading.language, facts),
  };
}

/** Which pairs the ledger has already. */
async function onRecord({ db }: Context, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const id of ids) if (await getPair(db, id)) known.add(id);
  return known;
}

/** Lines under the pair they speak of, in the order in which pairs appear; steps that name none stand under the sector. */
function byPair(lines: readonly FactLine[], recordOf: (pair: string) => string | null) {
  const groups = new Map<string, FactLine[]>();
  for (const line of lines) {
    const pair = `${line.acquirer} ${line.target}`;
    groups.set(pair, [...(groups.get(pair) ?? []), line]);
  }
  return [...groups.entries()].map(([pair, own]) => {
    const { acquirer, target } = own[0] as FactLine;
    return { acquirer, target, record: recordOf(pair), lines: own };
  });
}

function marksIn(part: 'title' | 'text', lines: readonly FactLine[]): Mark[] {
  return lines.flatMap(({ number, tone, reported, evidence }) =>
    evidence
      .filter((e) => e.in === part)
      .map(({ start, end }) => ({ start, end, fact: number, tone: reported ? `${tone} m-w` : tone })),
  );
}

function page(
  { user, form }: PageRequest,
  pasted: Pasted,
  problems: Readonly<Record<string, string>>,
  result: Awaited<ReturnType<typeof resultOf>> | null,
): ViewAnswer {
  const lines = Object.entries(problems).map(([field, sentence]) => ({ field, sentence }));
  const text = pasted.text.slice(0, LONGEST_TEXT);
  const mayKeep = mayUse({ role: 'analyst' }, user?.role ?? null);
  const url = (form.get('url') ?? '').slice(0, 2_000);
  const data = { pasted: { ...pasted, text }, url, problems, lines, result, mayKeep, endings: FILE_ENDINGS.join(',') };
  return { view: 'read', title: t('read.read'), data, wide: true, ...(lines.length ? { status: 422 } : {}) };
}
