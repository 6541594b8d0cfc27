import { listDocuments } from '../../db/documents/document-list.ts';
import { companyNames } from '../../db/ledger/companies.ts';
import { listPairs } from '../../db/ledger/ledger.ts';
import { storiesSince } from '../../db/ledger/stories.ts';
import { searchNotes } from '../../db/review/note-search.ts';
import { listRegisters } from '../../db/sources/registers.ts';
import { addDays, dayOf } from '../../model/day.ts';
import { paths } from '../../model/paths.ts';
import type { Story } from '../../model/story.ts';
import { dealFilter } from '../forms/deal-filter.ts';
import { typedText } from '../forms/query.ts';
import { searchQuery } from '../forms/search-query.ts';
import type { TableOf } from '../page-data.ts';
import { figuresOf } from '../pages/quality.ts';
import { rereadPairs } from '../pages/rereading-list.ts';
import { documentFilter, namesIn } from '../pages/search.ts';
import { storyDays } from '../pages/story-list.ts';
import { changesShown } from '../pages/today.ts';
import { dealLine } from '../present/deal-line.ts';

/** Of deals, companies and notes, and of documents, at most. */
const MOST_FOUND = 200;
const MOST_STORIES = 1_000;
const MOST_PAIRS = 1_000;

/** What changed since the last visit or the day asked for, in the words of the page. */
export const todayTable: TableOf = async (context, request) => {
  const { sections } = await changesShown(context, request);
  return {
    columns: ['section', 'learned_on', 'acquirer', 'target', 'change', 'source', 'note', 'deal'],
    rows: sections.flatMap(({ id, lines }) =>
      lines.map((line) => [
        ...[id, line.day, line.acquirer, line.target, line.words.map(({ text }) => text).join('')],
        ...[line.source && `${line.source.word}, ${line.source.publisher}`, line.note, line.link],
      ]),
    ),
  };
};

/** Each happening once, with how many told it and how many of them independently. */
export const storiesTable: TableOf = async ({ db, now }, { query }) => {
  const stories = await storiesSince(db, addDays(dayOf(now()), -storyDays(query)), MOST_STORIES);
  return {
    columns: ['acquirer', 'target', 'what', 'role', 'value', 'currency', 'date', 'told_last', 'documents', 'voices'],
    rows: stories.map((story) => [
      ...[story.acquirer, story.target, ...happening(story), story.date, story.latest],
      ...[story.sources.length, story.voices],
    ]),
  };
};

function happening({ what }: Story): [string, string | null, number | null, string | null] {
  if (what.type === 'step') return [`${what.authority}: ${what.stage}`, null, null, null];
  return what.type === 'deal' ? [what.kind, null, null, null] : [what.kind, what.role, what.value, what.currency];
}

/** Deals, companies, notes and documents that match, one after the other. */
export const searchTable: TableOf = async ({ db }, { query }) => {
  const asked = searchQuery(typedText(query.get('q')) ?? '');
  const names = namesIn(asked);
  const deals = names ? await listPairs(db, { q: names, sort: 'updated', page: 1, pageSize: MOST_FOUND }) : null;
  const companies = names ? await companyNames(db, names, MOST_FOUND) : [];
  const notes = asked.text ? await searchNotes(db, asked.text, MOST_FOUND) : [];
  const wanted = documentFilter(asked);
  const isAsked = Object.values(wanted).some((value) => value !== undefined);
  const documents = isAsked ? (await listDocuments(db, { ...wanted, page: 1, pageSize: MOST_FOUND })).rows : [];
  return {
    columns: ['kind', 'title', 'publisher', 'date', 'text', 'address'],
    rows: [
      ...(deals?.rows ?? []).map(({ pair }) => [
        ...['deal', `${pair.acquirer} → ${pair.target}`, null, null, null, paths.deal(pair.id)],
      ]),
      ...companies.map((name) => ['company', name, null, null, null, paths.company(name)]),
      ...notes.map((note) => [
        ...['note', `${note.acquirer} → ${note.target}`, note.userName, note.at, note.text, paths.deal(note.pairId)],
      ]),
      ...documents.map((one) => [
        ...['document', one.title, one.publisher, one.published, one.snippet, paths.document(one.id)],
      ]),
    ],
  };
};

/** The pairs of the Deals page by its filters, the thousand of highest rank, sums in words as the page has them. */
export const dealsTable: TableOf = async ({ db, now }, { query }) => {
  const { rows } = await listPairs(db, { ...dealFilter(query), page: 1, pageSize: MOST_PAIRS });
  const [today, registers] = [dayOf(now()), await listRegisters(db, now())];
  return {
    columns: [
      'id',
      'acquirer',
      'target',
      'kinds',
      'put_in',
      'promised',
      'spend_back',
      'score',
      'band',
      'flags',
      'step',
    ],
    rows: rows.map((row) => {
      const line = dealLine(row, today, registers);
      const kinds = row.pair.deals.map(({ kind, certainty }) => `${kind} (${certainty})`).join(', ');
      return [
        ...[row.pair.id, line.acquirer, line.target, kinds, line.putIn.text, line.promised.text, line.back.text],
        ...[line.score, line.band, line.flags, [line.scrutiny.word, line.scrutiny.note].filter(Boolean).join(', ')],
      ];
    }),
  };
};

/** How well it reads and screens: a row for each screen, language and class of source. */
export const qualityTable: TableOf = async (context) => {
  const { screens, languages, classes } = await figuresOf(context);
  const reading = (about: string, lines: typeof languages) =>
    lines.map((line) => [about, line.of, line.documents, line.facts, line.corrected, null, null, line.share]);
  return {
    columns: ['about', 'of', 'documents', 'facts', 'corrected', 'confirmed', 'decided', 'share'],
    rows: [
      ...screens.map((one) => ['screen', one.label, null, null, null, one.confirmed, one.decided, one.share]),
      ...reading('language', languages),
      ...reading('source class', classes),
    ],
  };
};

/** What a newer reader changed, by pair. */
export const rereadingsTable: TableOf = ({ db, now }) => rereadPairs(db, dayOf(now()));
