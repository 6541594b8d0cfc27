import { z } from 'zod';
import { listDocuments } from '../../db/documents/document-list.ts';
import { pairsOfCompany } from '../../db/ledger/companies.ts';
import { correctionsOfPair } from '../../db/ledger/corrections.ts';
import { quarterlyFigures } from '../../db/ledger/figures.ts';
import { getPair, type LedgerPair, listPairs } from '../../db/ledger/ledger.ts';
import { listFigures, listShares } from '../../db/ledger/market-shares.ts';
import { listRulings } from '../../db/ledger/name-rulings.ts';
import { storiesSince } from '../../db/ledger/stories.ts';
import { standingSuppressions } from '../../db/ledger/suppressions.ts';
import { trackedMoney } from '../../db/ledger/tracked-money.ts';
import { searchNotes } from '../../db/review/note-search.ts';
import { addNote, notesOf } from '../../db/review/reviews.ts';
import { waitingCases } from '../../db/sources/cases.ts';
import { openCases } from '../../db/sources/open-cases.ts';
import { addDays, dayOf, parseDay } from '../../model/day.ts';
import type { Deadline } from '../../model/deadline.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import type { Note } from '../../model/note.ts';
import { deadlinesOf } from '../../regimes/deadlines.ts';
import { searchQuery } from '../forms/search-query.ts';
import { figuresOf } from '../pages/quality.ts';
import { documentFilter, namesIn } from '../pages/search.ts';
import { loopsPutAway, tiesOn } from '../present/map-ties.ts';
import { moneyByLayer } from '../present/tracked-money.ts';
import { type Operation, operation } from './operation.ts';
import * as schemas from './page-schemas.ts';

const id = z.string().max(500);
const none = {};
const FOUND = 20;
const MOST_PAIRS = 1_000;
const STORY_DAYS = 30;

/** What pages show beyond deals, flags and documents, for programs. */
export const pageOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/search',
    summary:
      'Deals and companies by name, documents and notes by their words, as on the Search page; at most 20 of each.',
    scope: 'read',
    params: none,
    query: { q: z.string().min(1).max(200) },
    answer: schemas.found,
    run: async ({ db }, { query }) => {
      const asked = searchQuery(query.q);
      const names = namesIn(asked);
      const deals = names ? await listPairs(db, { q: names, sort: 'latest', page: 1, pageSize: FOUND }) : { rows: [] };
      const found = await listDocuments(db, { ...documentFilter(asked), page: 1, pageSize: FOUND });
      return {
        deals: deals.rows.map(briefly),
        documents: found.rows.map(({ id: documentId, title: name, publisher: outlet, published, url, snippet }) => {
          return { id: documentId, title: name, publisher: outlet, published, url, snippet };
        }),
        notes: asked.text ? await searchNotes(db, asked.text, FOUND) : [],
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/deadlines',
    summary: 'Days on which authorities must, or want to, have acted, the earliest first.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(schemas.deadline) }),
    run: async ({ db }) => {
      const all = (await openCases(db)).flatMap(({ pair }) => deadlinesOf(pair));
      return { data: all.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999')).map(deadlineJson) };
    },
  }),
  operation({
    method: 'GET',
    path: '/deals/{id}/notes',
    summary: 'Notes about a deal, the newest first.',
    scope: 'read',
    params: { id },
    query: none,
    answer: z.object({ data: z.array(schemas.note) }),
    run: async ({ db }, { params }) => ({ data: (await notesOf(db, params.id)).map(noteJson) }),
  }),
  operation({
    method: 'POST',
    path: '/deals/{id}/notes',
    summary: 'Appends a note to a deal in the name of the token’s owner.',
    scope: 'decide',
    role: 'analyst',
    params: { id },
    query: none,
    body: schemas.newNote,
    answer: schemas.note,
    run: async ({ db, now }, { params, body, user }) =>
      noteJson(await addNote(db, { pairId: params.id, rule: null, text: body.text, userId: user.id, now: now() })),
  }),
  operation({
    method: 'GET',
    path: '/deals/{id}/corrections',
    summary: 'What people corrected in what was read about a deal, the newest first.',
    scope: 'read',
    params: { id },
    query: none,
    answer: z.object({ data: z.array(schemas.correction) }),
    run: async ({ db }, { params }) => {
      const pair = await getPair(db, params.id);
      if (!pair) throw new NotFound('There is no such deal.');
      const all = await correctionsOfPair(db, params.id, pair.pair.documentIds);
      return { data: all.map(({ userId: _userId, userName, ...one }) => ({ ...one, by: userName })) };
    },
  }),
  operation({
    method: 'GET',
    path: '/companies/{name}',
    summary: 'A company: the deals on which it stands on either side.',
    scope: 'read',
    params: { name: id },
    query: none,
    answer: schemas.companyInFull,
    run: async ({ db }, { params }) => {
      const { acquires, targeted } = await pairsOfCompany(db, params.name);
      if (acquires.length + targeted.length === 0) throw new NotFound('There is no such company on record.');
      return { name: params.name, acquires: acquires.map(briefly), targeted: targeted.map(briefly) };
    },
  }),
  operation({
    method: 'GET',
    path: '/ties',
    summary: 'Who funds and supplies whom, as known on a day: the map. At most the 1,000 deals of highest score.',
    scope: 'read',
    params: none,
    query: {
      on: z.string().max(10).optional().meta({ description: 'A day such as 2025-06-30; today when left out.' }),
    },
    answer: z.object({ on: z.string(), data: z.array(schemas.tie) }),
    run: async ({ db, now }, { query }) => {
      const today = dayOf(now());
      const on = query.on === undefined ? today : parseDay(query.on);
      if (!on) throw new InvalidInput('Write the day as 2026-05-22.', { on: 'Not a day.' });
      const { rows } = await listPairs(db, { sort: 'score', page: 1, pageSize: MOST_PAIRS });
      const ties = tiesOn(rows, on > today ? today : on, today, await loopsPutAway(db, today));
      return { on, data: ties.map(({ link: _link, id: dealId, ...tie }) => ({ dealId, ...tie })) };
    },
  }),
  operation({
    method: 'GET',
    path: '/stories',
    summary: 'What happened, each thing once with everybody who told it, of the last thirty days or since a day.',
    scope: 'read',
    params: none,
    query: { since: z.string().max(10).optional() },
    answer: z.object({ data: z.array(schemas.story) }),
    run: async ({ db, now }, { query }) => {
      const since = query.since === undefined ? addDays(dayOf(now()), -STORY_DAYS) : parseDay(query.since);
      if (!since) throw new InvalidInput('Write the day as 2026-05-22.', { since: 'Not a day.' });
      return { data: await storiesSince(db, since) };
    },
  }),
  operation({
    method: 'GET',
    path: '/cases',
    summary: 'Cases of authorities that are tied to no deal and wait for a person; at most 200.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ total: z.number().int(), data: z.array(schemas.waitingCase) }),
    run: async ({ db }) => {
      const { cases, total } = await waitingCases(db, 200);
      return { total, data: cases };
    },
  }),
  operation({
    method: 'GET',
    path: '/capital-expenditure',
    summary: 'What those who build data centres spend on property and equipment, by quarter, with the filings.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(schemas.quarter) }),
    run: async ({ db }) => ({ data: await quarterlyFigures(db, 'capex') }),
  }),
  operation({
    method: 'GET',
    path: '/tracked-money',
    summary: 'Who put in the money that is on record, by layer: shares of this ledger, not of a market.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(schemas.layerMoney) }),
    run: async ({ db }) => ({ data: moneyByLayer(await trackedMoney(db)) }),
  }),
  operation({
    method: 'GET',
    path: '/shares',
    summary: 'Shares of markets and figures of companies that analysts entered, with their source.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ shares: z.array(schemas.share), figures: z.array(schemas.figure) }),
    run: async ({ db }) => ({
      shares: (await listShares(db)).map(({ userId: _userId, userName, ...one }) => ({ ...one, by: userName })),
      figures: await listFigures(db),
    }),
  }),
  operation({
    method: 'GET',
    path: '/names',
    summary: 'Which names people ruled to be one company, and which to be another one in a document.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(schemas.ruling) }),
    run: async ({ db }) => ({ data: await listRulings(db, true) }),
  }),
  operation({
    method: 'GET',
    path: '/suppressions',
    summary: 'Flags that are put away, by whom, why and until when.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(schemas.suppression) }),
    run: async ({ db, now }) => ({
      data: (await standingSuppressions(db, dayOf(now()))).map(({ userId: _userId, userName, ...one }) => {
        return { ...one, by: userName };
      }),
    }),
  }),
  operation({
    method: 'GET',
    path: '/quality',
    summary: 'How well it reads and screens: verdicts by screen, corrections by language and class of source.',
    scope: 'read',
    params: none,
    query: none,
    answer: schemas.quality,
    run: async (context) => {
      const { screens, languages, classes, coverage, evidence } = await figuresOf(context);
      const { sentence: _sentence, links: _links, ...checked } = evidence;
      return { screens, languages, classes, coverage, evidence: checked };
    },
  }),
];

function briefly({ pair, score, band }: LedgerPair): object {
  return { id: pair.id, acquirer: pair.acquirer, target: pair.target, score, band };
}

const noteJson = ({ id: number, pairId, rule, text, userName, at }: Note) => {
  return { id: number, pairId, rule, text, by: userName, at };
};

function deadlineJson({ factIds: _factIds, ...deadline }: Deadline): object {
  return deadline;
}
