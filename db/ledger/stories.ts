import { sql } from 'kysely';
import type { Day } from '../../model/day.ts';
import type { Pair } from '../../model/ledger.ts';
import { agencyOf, voiceOf } from '../../model/outlet.ts';
import { SOURCE_CLASSES, type SourceClass } from '../../model/scrutiny.ts';
import type { Story, StorySource } from '../../model/story.ts';
import { chunks } from '../chunks.ts';
import type { Database } from '../open.ts';
import { getPairs } from './ledger.ts';

/**
 * Stories: what happened, each once, with everybody who told it. What counts as one happening the ledger has settled
 * (pair, kind, sum and window); here its documents are put beside it, copies of the same text included.
 */

const MOST_PAIRS = 500;
/** Characters at either end of a text in which an agency is named. */
const EDGE = 400;

/** Stories of which a document told on this day or later, the newest first. */
export async function storiesSince(db: Database, since: Day, limit = 200): Promise<Story[]> {
  const pairs = await getPairs(db, await pairsToldSince(db, since));
  const drafts = pairs.flatMap(({ pair }) => draftsOf(pair));
  const factDocuments = await documentsOfFacts(
    db,
    drafts.flatMap((draft) => draft.factIds),
  );
  for (const draft of drafts) for (const id of draft.factIds) addAll(draft.documentIds, factDocuments.get(id) ?? []);
  const told = await sourcesOf(db, new Set(drafts.flatMap((draft) => [...draft.documentIds])));
  return drafts
    .map((draft) => toStory(draft, told))
    .filter((story) => story !== null)
    .filter(({ latest }) => latest >= since)
    .sort((a, b) => (a.latest === b.latest ? (a.id < b.id ? -1 : 1) : a.latest > b.latest ? -1 : 1))
    .slice(0, limit);
}

async function pairsToldSince(db: Database, since: Day): Promise<string[]> {
  // Joined in this order and no other: the documents of a month are few, the facts of all years many.
  const { rows } = await sql<{ pair_id: string }>`
    select f.pair_id, max(d.day) as latest from documents d cross join facts f on f.document_id = d.id
    where d.day >= ${since} and f.pair_id is not null
    group by f.pair_id order by latest desc limit ${MOST_PAIRS}`.execute(db);
  return rows.map((row) => row.pair_id);
}

type Draft = Pick<Story, 'id' | 'pairId' | 'acquirer' | 'target' | 'what' | 'date'> & {
  documentIds: Set<string>;
  /** Facts whose documents tell it as well. */
  factIds: string[];
};

function draftsOf({ id: pairId, acquirer, target, deals, scrutiny }: Pair): Draft[] {
  const of = { pairId, acquirer, target };
  const told = deals.flatMap(({ id, kind, certainty, factIds, events }): Draft[] => {
    if (events.length === 0) {
      return [{ ...of, id, what: { type: 'deal', kind, certainty }, date: null, documentIds: new Set(), factIds }];
    }
    return events.map((event) => {
      const { role, value, currency } = event;
      const what = { type: 'sum' as const, kind, certainty: event.certainty ?? certainty, role, value, currency };
      return { ...of, id: event.id, what, date: event.date, documentIds: new Set(event.documentIds), factIds: [] };
    });
  });
  const steps = scrutiny.flatMap(({ authority, history, proposed }) =>
    [...history, ...proposed].map((step): Draft => {
      const id = `${pairId}--${authority}--${step.status}--${step.date ?? 'undated'}`;
      const what = { type: 'step' as const, authority, stage: step.stage };
      return { ...of, id, what, date: step.date, documentIds: new Set(step.documentIds), factIds: [] };
    }),
  );
  return [...told, ...steps];
}

function addAll<T>(set: Set<T>, more: Iterable<T>): void {
  for (const one of more) set.add(one);
}

async function documentsOfFacts(db: Database, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const some of chunks(ids)) {
    const rows = await db.selectFrom('current_facts').select(['id', 'document_id']).where('id', 'in', some).execute();
    for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row.document_id]);
  }
  return found;
}

interface Told extends StorySource {
  leader: string;
  voice: string;
}

/** Documents by the one that stands for them: itself first, then its copies. */
async function sourcesOf(db: Database, ids: ReadonlySet<string>): Promise<Map<string, Told[]>> {
  const found = new Map<string, Told[]>();
  for (const some of chunks([...ids])) {
    const rows = await db
      .selectFrom('documents')
      .select(['id', 'title', 'publisher', 'byline', 'source_class', 'day', 'duplicate_of'])
      .select(sql<string>`substr(text, 1, ${EDGE})`.as('opening'))
      .select(sql<string>`substr(text, -${EDGE})`.as('closing'))
      .where('superseded_by', 'is', null)
      .where((eb) => eb.or([eb('id', 'in', some), eb('duplicate_of', 'in', some)]))
      .execute();
    for (const row of rows) {
      const leader = row.duplicate_of ?? row.id;
      found.set(leader, [...(found.get(leader) ?? []), toSource(row, leader)]);
    }
  }
  return found;
}

type Row = {
  id: string;
  title: string;
  publisher: string;
  byline: string | null;
  source_class: SourceClass;
  day: string;
  duplicate_of: string | null;
  opening: string;
  closing: string;
};

function toSource(row: Row, leader: string): Told {
  const { id, title, publisher, source_class: sourceClass, day, duplicate_of: copyOf } = row;
  const own = { documentId: id, title, publisher, sourceClass, day: day as Day, isCopy: copyOf !== null };
  return { ...own, agency: agencyOf(row), voice: voiceOf({ ...row, sourceClass }), leader };
}

function toStory({ documentIds, factIds: _, ...draft }: Draft, told: ReadonlyMap<string, Told[]>): Story | null {
  const sources = [...documentIds].flatMap((id) => told.get(id) ?? []);
  const rank = ({ sourceClass }: Told) => SOURCE_CLASSES.indexOf(sourceClass);
  sources.sort((a, b) => rank(a) - rank(b) || (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  if (sources.length === 0) return null;
  const latest = sources.reduce<Day>((newest, { day }) => (day > newest ? day : newest), sources[0]?.day as Day);
  return { ...draft, latest, sources: sources.map(withoutVoice), voices: voicesOf(sources) };
}

/** Copies speak with the voice of the text that they copy. */
function voicesOf(sources: readonly Told[]): number {
  return new Set(sources.filter(({ isCopy }) => !isCopy).map(({ voice }) => voice)).size;
}

function withoutVoice({ voice: _, leader: __, ...source }: Told): StorySource {
  return source;
}
