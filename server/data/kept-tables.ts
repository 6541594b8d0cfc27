import { listDocuments } from '../../db/documents/document-list.ts';
import { listFigures, listShares } from '../../db/ledger/market-shares.ts';
import { listRulings } from '../../db/ledger/name-rulings.ts';
import { currentSettings } from '../../db/ledger/rule-settings.ts';
import { standingSuppressions } from '../../db/ledger/suppressions.ts';
import { countFlagsByRule } from '../../db/review/flags.ts';
import { waitingCases } from '../../db/sources/cases.ts';
import { sourceRhythms } from '../../db/sources/rhythm.ts';
import { listSources } from '../../db/sources/sources.ts';
import { dayOf } from '../../model/day.ts';
import { rules } from '../../rules/index.ts';
import { weightOf } from '../../rules/settings.ts';
import { documentFilter } from '../forms/document-filter.ts';
import type { TableOf } from '../page-data.ts';
import { sourceWords } from '../words/source.ts';

/** Rows at most of lists that can be endless; the interface for programs pages through all of them. */
const MOST = 1_000;

/** What is read of documents by the filters of the Documents page, the newest thousand. */
export const documentsTable: TableOf = async ({ db }, { query }) => {
  const { rows } = await listDocuments(db, { ...documentFilter(query), page: 1, pageSize: MOST });
  return {
    columns: ['id', 'published', 'title', 'publisher', 'source_class', 'language', 'state', 'reason', 'deals', 'url'],
    rows: rows.map((row) => [
      ...[row.id, row.published, row.title, row.publisher, row.sourceClass, row.language, row.state, row.stateReason],
      ...[row.dealCount, row.url],
    ]),
  };
};

/** Which names people ruled to be one company, everywhere or in one document; those taken back with the time. */
export const namesTable: TableOf = async ({ db }) => ({
  columns: ['name', 'stands_for', 'kind', 'document', 'reason', 'by', 'at', 'taken_back_at'],
  rows: (await listRulings(db, true)).map((one) => [
    ...[one.name, one.into, one.kind, one.documentId, one.reason, one.userName, one.at, one.endedAt],
  ]),
});

/** What is put away, by whom, why and until when. */
export const suppressionsTable: TableOf = async ({ db, now }) => ({
  columns: ['deal', 'company', 'screen', 'reason', 'by', 'at', 'until'],
  rows: (await standingSuppressions(db, dayOf(now()))).map((one) => [
    ...[one.pairId, one.company, one.rule, one.reason, one.userName, one.at, one.expiresOn],
  ]),
});

/** Shares of markets and figures of companies: what is measured says which. */
export const sharesTable: TableOf = async ({ db }) => ({
  columns: ['company', 'measure', 'market', 'territory', 'value', 'unit', 'holds_for', 'source'],
  rows: [
    ...(await listShares(db)).map((one) => [
      ...[one.company, 'share-of-market', one.market, one.territory, one.share, '%', one.asOf, one.source],
    ]),
    ...(await listFigures(db)).map((one) => [
      ...[one.company, one.measure, null, one.territory, one.value, one.currency ?? '%', one.asOf, one.source],
    ]),
  ],
});

/** Cases of authorities that name no pair that is followed. */
export const casesTable: TableOf = async ({ db }) => ({
  columns: ['authority', 'case', 'title', 'state', 'outcome', 'opened', 'closed', 'why_listed', 'parties', 'url'],
  rows: (await waitingCases(db, MOST)).cases.map((one) => [
    ...[one.authority, one.caseRef, one.title, one.state, one.outcome, one.opened, one.closed, one.relevance],
    ...[one.parties.join(' | '), one.url],
  ]),
});

/** Each source with how it stands and when it was last read well. */
export const sourcesTable: TableOf = async ({ db, now }) => {
  const rhythms = await sourceRhythms(db, now());
  const sources = await listSources(db, now(), { counted: true });
  return {
    columns: [
      'id',
      'title',
      'publisher',
      'class',
      'state',
      'trouble',
      'last_read_well',
      'last_run',
      'documents',
      'url',
    ],
    rows: sources.map((source) => {
      const { state, trouble } = sourceWords(source, now(), rhythms.get(source.id));
      return [
        ...[source.id, source.title, source.publisher, source.sourceClass, state, trouble, source.lastOkAt],
        ...[source.lastRunAt, source.documents, source.url],
      ];
    }),
  };
};

/** Each screen with the weight that is in force, how often it fired and what people decided. */
export const screensTable: TableOf = async ({ db }) => {
  const counts = await countFlagsByRule(db);
  const { settings } = await currentSettings(db);
  return {
    columns: ['screen', 'title', 'weight', 'on_trial', 'to_review', 'confirmed', 'dismissed', 'watching', 'escalated'],
    rows: rules.map(({ id, title, weight, trust }) => {
      const { to_review, confirmed, dismissed, watching, escalated } = counts[id];
      return [
        id,
        title,
        weightOf({ id, weight }, settings),
        trust === 'trial' ? 'yes' : 'no',
        to_review,
        confirmed,
        dismissed,
        watching,
        escalated,
      ];
    }),
  };
};
