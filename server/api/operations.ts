import { z } from 'zod';
import type { Context } from '../../context.ts';
import { getDocument } from '../../db/documents/stored-documents.ts';
import { reportEntries } from '../../db/going-out/report-entries.ts';
import { freezeReport, gatherAgain, getReport, listReports } from '../../db/going-out/report-snapshots.ts';
import { reportTemplate } from '../../db/going-out/report-templates.ts';
import { changeHeadline } from '../../db/ledger/change-headline.ts';
import { changesSince } from '../../db/ledger/changes.ts';
import { cursorDeals, cursorDocuments, cursorFlags } from '../../db/ledger/cursors.ts';
import { factsOfDocument } from '../../db/ledger/facts.ts';
import { getPair, type LedgerFlag, type LedgerPair, listAcquirers } from '../../db/ledger/ledger.ts';
import { currentSettings } from '../../db/ledger/rule-settings.ts';
import { decide, decisionsOf } from '../../db/review/reviews.ts';
import { registersRead } from '../../db/sources/registers.ts';
import { listSources } from '../../db/sources/sources.ts';
import { type Instant, parseInstant } from '../../model/day.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { type Decision, RULE_IDS } from '../../model/flag.ts';
import { REPORT_FORMATS } from '../../model/report.ts';
import { movedSince } from '../../reports/compare.ts';
import { pairJson, type RegistersRead } from '../../reports/ledger-json.ts';
import { FORMATS } from '../../reports/render.ts';
import { renderApart } from '../../reports/render-thread.ts';
import { rules } from '../../rules/index.ts';
import { weightOf } from '../../rules/settings.ts';
import { reportWishIn } from '../forms/report-wish.ts';
import { API_ROOT, type Operation, operation } from './operation.ts';
import * as schemas from './schemas.ts';

const { pageOf, paging } = schemas;
const id = z.string().max(500);
const none = {};

/** What programs can ask and do about deals, flags, documents and reports. */
export const operations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/deals',
    summary: 'Deals with their sums, flags and scrutiny, by id.',
    scope: 'read',
    params: none,
    query: { ...schemas.dealFilter, ...paging },
    answer: pageOf(schemas.deal),
    run: async ({ db, now }, { query: { cursor, limit, ...filter } }) => {
      const page = await cursorDeals(db, queryOf(filter), { after: cursor ?? '', limit });
      const registers = await registersRead(db, now());
      return { data: await Promise.all(page.rows.map((row) => dealJson(db, row, registers, now()))), next: page.next };
    },
  }),
  operation({
    method: 'GET',
    path: '/deals/{id}',
    summary: 'One deal.',
    scope: 'read',
    params: { id },
    query: none,
    answer: schemas.deal,
    run: async ({ db, now }, { params }) => {
      const pair = await getPair(db, params.id);
      if (!pair) throw new NotFound('There is no such deal.');
      return dealJson(db, pair, await registersRead(db, now()), now());
    },
  }),
  operation({
    method: 'GET',
    path: '/deals/{id}/decisions',
    summary: 'What people decided about the flags of a deal, the newest first.',
    scope: 'read',
    params: { id },
    query: none,
    answer: z.object({ data: z.array(schemas.decision.extend({ rule: z.enum(RULE_IDS) })) }),
    run: async ({ db }, { params }) => ({
      data: (await decisionsOf(db, params.id)).map((one) => ({ rule: one.rule, ...decisionJson(one) })),
    }),
  }),
  operation({
    method: 'GET',
    path: '/flags',
    summary: 'Flags, by deal and screen.',
    scope: 'read',
    params: none,
    query: { state: schemas.flag.shape.state.optional(), rule: z.enum(RULE_IDS).optional(), ...paging },
    answer: pageOf(schemas.flag),
    run: async ({ db }, { query }) => {
      const page = await cursorFlags(db, query, { after: query.cursor ?? '', limit: query.limit });
      return { data: page.rows.map(flagJson), next: page.next };
    },
  }),
  operation({
    method: 'POST',
    path: '/flags/{pairId}/{rule}/decisions',
    summary: 'Decides about a flag in the name of the token’s owner.',
    scope: 'decide',
    role: 'analyst',
    params: { pairId: id, rule: z.enum(RULE_IDS) },
    query: none,
    body: schemas.newDecision,
    answer: schemas.decision,
    run: async ({ db, now }, { params, body, user }) => {
      const { action, reason = null, note = null, evidenceHash } = body;
      const taken = { ...params, action, reason, note, evidenceHash, userId: user.id, now: now() };
      return decisionJson(await decide(db, taken));
    },
  }),
  operation({
    method: 'GET',
    path: '/documents',
    summary: 'Documents, the latest to arrive first.',
    scope: 'read',
    params: none,
    query: paging,
    answer: pageOf(schemas.document),
    run: async ({ db }, { query }) => {
      const page = await cursorDocuments(db, { before: query.cursor ?? '', limit: query.limit });
      return { data: page.rows, next: page.next };
    },
  }),
  operation({
    method: 'GET',
    path: '/documents/{id}',
    summary: 'One document with its text and what was read in it.',
    scope: 'read',
    params: { id },
    query: none,
    answer: schemas.documentInFull,
    run: async ({ db }, { params }) => {
      const document = await getDocument(db, params.id);
      if (!document) throw new NotFound('There is no such document.');
      const { text } = document;
      return { ...schemas.document.parse(document), text, facts: await factsOfDocument(db, params.id) };
    },
  }),
  operation({
    method: 'GET',
    path: '/changes',
    summary: 'What changed since a moment, the newest first; at most 500.',
    scope: 'read',
    params: none,
    query: { since: z.string().max(30) },
    answer: z.object({ data: z.array(schemas.change) }),
    run: async ({ db }, { query }) => ({
      data: (await changesSince(db, instantIn(query.since))).map((change) => ({
        kind: change.kind,
        dealId: change.pairId,
        title: `${change.acquirer} → ${change.target}`,
        at: change.at,
        headline: changeHeadline(change).headline,
      })),
    }),
  }),
  operation({
    method: 'GET',
    path: '/companies',
    summary: 'Groups that appear as acquirer, with the number of their deals.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(schemas.company) }),
    run: async ({ db }) => ({
      data: (await listAcquirers(db)).map(({ acquirer, pairs }) => ({ name: acquirer, deals: pairs })),
    }),
  }),
  operation({
    method: 'GET',
    path: '/sources',
    summary: 'Sources and when each was last read: silence after that time means nothing.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(schemas.source) }),
    run: async ({ db, now }) => ({ data: (await listSources(db, now())).map(sourceJson) }),
  }),
  operation({
    method: 'GET',
    path: '/screens',
    summary: 'The screens, what each looks for and the weight that is in force.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(schemas.screen) }),
    run: async ({ db }) => {
      const { settings } = await currentSettings(db);
      const data = rules.map(({ id: rule, title, description, weight, trust, references }) => {
        return { id: rule, title, description, weight: weightOf({ id: rule, weight }, settings), trust, references };
      });
      return { data };
    },
  }),
  operation({
    method: 'GET',
    path: '/reports',
    summary: 'Frozen reports, the newest first; at most 200.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(schemas.report) }),
    run: async ({ db }) => ({
      data: (await listReports(db, 200)).map(({ id: number, about, createdAt }) =>
        reportJson(number, about, createdAt),
      ),
    }),
  }),
  operation({
    method: 'POST',
    path: '/reports',
    summary: 'Freezes a report as the ledger stands.',
    scope: 'report',
    params: none,
    query: none,
    body: schemas.newReport,
    answer: schemas.report,
    run: async (context, { body, user }) => newReport(context, body, user.id),
  }),
  operation({
    method: 'GET',
    path: '/reports/{id}/moved',
    summary: 'Which figures of a report the ledger now has otherwise.',
    scope: 'read',
    params: { id },
    query: none,
    answer: z.object({ data: z.array(schemas.moved) }),
    run: async ({ db }, { params }) => {
      const report = await getReport(db, params.id);
      return { data: movedSince(report, await gatherAgain(db, report)) };
    },
  }),
  operation({
    method: 'GET',
    path: '/reports/{id}/{format}',
    summary: 'A file of a frozen report.',
    scope: 'read',
    params: { id, format: z.enum(REPORT_FORMATS) },
    query: none,
    answer: null,
    files: Object.values(FORMATS).map(({ type }) => type),
    run: async ({ db }, { params }) => {
      const { type, ending } = FORMATS[params.format];
      const body = await renderApart(await getReport(db, params.id), params.id, params.format);
      return { download: { filename: `dealwatch-${params.id}.${ending}`, type, body } };
    },
  }),
];

function queryOf(filter: Record<string, string | undefined>): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given).toString();
}

async function dealJson(db: Context['db'], pair: LedgerPair, registers: RegistersRead, now: Instant): Promise<object> {
  const [entry] = await reportEntries(db, [pair.pair.id]);
  const json = entry ? pairJson(entry, registers, now) : {};
  return { id: pair.pair.id, ...json, flags: pair.flags.map(flagJson), updatedAt: pair.updatedAt };
}

function flagJson(flag: LedgerFlag): object {
  const { pairId, rule, severity, why, missing, state, evidenceHash, raisedAt, latest } = flag;
  const [pro, contra] = [flag.for.map((fact) => fact.text), flag.against.map((fact) => fact.text)];
  const said = { pairId, rule, severity, why, for: pro, against: contra, missing, state, evidenceHash, raisedAt };
  return { ...said, decision: latest && decisionJson(latest) };
}

const decisionJson = ({ action, reason, note, userName, at }: Decision) => ({ action, reason, note, by: userName, at });

function sourceJson(source: Awaited<ReturnType<typeof listSources>>[number]): object {
  const { id: name, title, publisher, authority, enabled, health, lastOkAt, lastError, documents } = source;
  return { id: name, title, publisher, authority, enabled, health, lastOkAt, lastError, documents };
}

function reportJson(
  number: string,
  about: { kind: string; title: string; filter: string },
  createdAt: Instant,
): object {
  const files = REPORT_FORMATS.map((format) => [format, `${API_ROOT}/reports/${number}/${format}`] as const);
  const { kind, title, filter } = about;
  return { id: number, kind, title, filter, createdAt, files: Object.fromEntries(files) };
}

async function newReport(
  { db, now }: Context,
  body: z.output<typeof schemas.newReport>,
  userId: number,
): Promise<object> {
  const { of, ...said } = body;
  const wish = reportWishIn(new URLSearchParams({ ...said, value: of }), now(), userId);
  const template = await reportTemplate(db, wish.kind);
  return reportJson(await freezeReport(db, { ...wish, ...template }), wish, wish.now);
}

function instantIn(text: string): Instant {
  const full = text.length === 10 ? `${text}T00:00:00.000Z` : text;
  const instant = parseInstant(full);
  if (!instant)
    throw new InvalidInput('Write the moment as 2026-05-22 or 2026-05-22T08:00:00.000Z.', { since: 'Not a moment.' });
  return instant;
}
