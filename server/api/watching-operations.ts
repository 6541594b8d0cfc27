import { z } from 'zod';
import { rereadings } from '../../db/documents/rereadings.ts';
import { comparablePairs } from '../../db/ledger/comparable.ts';
import { pairsForGaps } from '../../db/ledger/gap-pairs.ts';
import { getPair, type LedgerPair, listPairs } from '../../db/ledger/ledger.ts';
import { countFlagsByRule } from '../../db/review/flags.ts';
import { RUN_STATES } from '../../db/schema.ts';
import { openGaps } from '../../db/sources/gaps.ts';
import { countUnread, failedItems } from '../../db/sources/items.ts';
import { getSource, runsOfSource } from '../../db/sources/sources.ts';
import { dayOf } from '../../model/day.ts';
import { NotFound } from '../../model/errors.ts';
import { BANDS, RULE_IDS } from '../../model/flag.ts';
import { GAP_KINDS, gapOf } from '../../model/gap.ts';
import { REGIMES, TEST_OUTCOMES } from '../../model/jurisdiction.ts';
import { gapsIn } from '../../rules/gaps.ts';
import { findRule } from '../../rules/index.ts';
import { jurisdictionOf } from '../pages/deal-show.ts';
import { type Operation, operation } from './operation.ts';
import { dealInBrief } from './page-schemas.ts';
import { instant, partialDay, source } from './schemas.ts';

const id = z.string().max(500);
const none = {};
const MOST = 1_000;
const MOST_COMPARABLE = 20;
const SHOWN_RUNS = 50;

const test = z.object({
  id: z.string(),
  title: z.string(),
  outcome: z.enum(TEST_OUTCOMES),
  because: z.string(),
  missing: z.array(z.string()),
});
const regime = z
  .object({
    regime: z.enum(REGIMES),
    title: z.string(),
    authority: z.string(),
    date: partialDay.nullable().meta({ description: 'The day whose rules were applied; null: the latest.' }),
    outcome: z.enum(TEST_OUTCOMES),
    tests: z.array(test),
    notes: z.array(z.string()),
    references: z.array(z.object({ title: z.string(), url: z.string() })),
  })
  .meta({ id: 'Regime', description: 'Which tests of a regime a deal meets on its day. No legal opinion.' });

const standing = dealInBrief
  .extend({
    gap: z.enum(GAP_KINDS),
    days: z.number().int().nullable().meta({ description: 'Days for which nobody is known to have moved.' }),
  })
  .meta({ id: 'BoardRow' });

const gap = z
  .object({
    dealId: z.string(),
    acquirer: z.string(),
    target: z.string(),
    score: z.number(),
    band: z.enum(BANDS),
    days: z.number().int().nullable(),
    comparable: z.array(
      z.object({
        pairId: z.string(),
        acquirer: z.string(),
        target: z.string(),
        authority: z.string(),
        days: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Gap', description: 'A flagged deal on which no competition authority is known to have moved.' });

const run = z.object({
  startedAt: instant,
  finishedAt: instant.nullable(),
  state: z.enum(RUN_STATES),
  counts: z.record(z.string(), z.number()),
  warnings: z.array(z.string()),
  error: z.string().nullable(),
});
const sourceInFull = source
  .extend({
    waiting: z.number().int().meta({ description: 'Entries that are listed and not read yet.' }),
    gaps: z.array(z.object({ since: z.string(), until: z.string() })),
    failed: z.array(
      z.object({ url: z.string().nullable(), title: z.string().nullable(), error: z.string(), isGivenUp: z.boolean() }),
    ),
    runs: z.array(run),
  })
  .meta({ id: 'SourceInFull' });

const screenInFull = z
  .object({
    id: z.enum(RULE_IDS),
    title: z.string(),
    description: z.string(),
    falsePositives: z.array(z.string()),
    thresholds: z.record(z.string(), z.object({ value: z.number(), about: z.string() })),
    flags: z.record(z.string(), z.number().int()).meta({ description: 'How many stand, by state.' }),
  })
  .meta({ id: 'ScreenInFull' });

const saidFact = z.record(z.string(), z.unknown()).nullable();
const rereading = z
  .object({
    documentId: z.string(),
    title: z.string(),
    publisher: z.string(),
    from: z.string(),
    to: z.string(),
    readAt: instant,
    changes: z.array(z.object({ pairId: z.string().nullable(), before: saidFact, after: saidFact })),
  })
  .meta({ id: 'Rereading', description: 'A document that a newer reader reads otherwise than the one before.' });

/** What pages tell of how deals stand towards authorities, and of how the program itself is doing. */
export const watchingOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/deals/{id}/jurisdiction',
    summary: 'Which tests of which regime a deal meets on its day: met, not met, or unknown with what is missing.',
    scope: 'read',
    params: { id },
    query: none,
    answer: z.object({ data: z.array(regime) }),
    run: async (context, { params }) => ({ data: await jurisdictionOf(context, await pairOf(context.db, params.id)) }),
  }),
  operation({
    method: 'GET',
    path: '/deals/{id}/comparable',
    summary: 'Deals that have screens in common with one, the nearest first.',
    scope: 'read',
    params: { id },
    query: none,
    answer: z.object({ data: z.array(dealInBrief.extend({ shared: z.array(z.enum(RULE_IDS)) })) }),
    run: async ({ db }, { params }) => {
      const { pair, flags, score } = await pairOf(db, params.id);
      const screens = flags.map((flag) => flag.rule);
      const others = await comparablePairs(db, { pairId: pair.id, rules: screens, score }, MOST_COMPARABLE);
      const shared = (other: LedgerPair) => other.flags.map((flag) => flag.rule).filter((one) => screens.includes(one));
      return { data: others.map((other) => ({ ...briefly(other), shared: shared(other) })) };
    },
  }),
  operation({
    method: 'GET',
    path: '/scrutiny',
    summary: 'The scrutiny board: for how long nobody is known to have moved on a deal, the highest score first.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(standing) }),
    run: async ({ db, now }) => {
      const { rows } = await listPairs(db, { sort: 'score', page: 1, pageSize: MOST });
      const today = dayOf(now());
      return {
        data: rows.map((row) => {
          const { kind, days } = gapOf(row.pair, today);
          return { ...briefly(row), gap: kind, days };
        }),
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/gaps',
    summary:
      'Flagged deals on which no competition authority is known to have moved, beside how long they took on like ones.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ data: z.array(gap) }),
    run: async ({ db, now }) => ({
      data: gapsIn(await pairsForGaps(db, MOST), dayOf(now())).map(({ pairId, ...rest }) => ({
        dealId: pairId,
        ...rest,
      })),
    }),
  }),
  operation({
    method: 'GET',
    path: '/sources/{id}',
    summary: 'A source: where it stands, what of it is missing, and how its latest fifty runs went.',
    scope: 'read',
    params: { id },
    query: none,
    answer: sourceInFull,
    run: async ({ db, now }, { params }) => {
      const found = await getSource(db, params.id, now());
      const runs = await runsOfSource(db, found.id, SHOWN_RUNS);
      return {
        ...source.parse(found),
        waiting: await countUnread(db, found.id),
        gaps: (await openGaps(db, found.id)).map(({ since, until }) => ({ since, until })),
        failed: (await failedItems(db, found.id)).map(({ key: _key, ...item }) => item),
        runs: runs.map(({ startedAt, finishedAt, state, counts, warnings, error }) => {
          return { startedAt, finishedAt, state, counts, warnings, error };
        }),
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/screens/{rule}',
    summary: 'A screen with its thresholds, what it takes wrongly, and how many flags of it stand.',
    scope: 'read',
    params: { rule: z.enum(RULE_IDS) },
    query: none,
    answer: screenInFull,
    run: async ({ db }, { params }) => {
      const screen = findRule(params.rule);
      if (!screen) throw new NotFound('There is no such screen.');
      const { title, description, falsePositives, thresholds } = screen;
      return {
        id: params.rule,
        title,
        description,
        falsePositives,
        thresholds,
        flags: (await countFlagsByRule(db))[params.rule],
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/rereadings',
    summary: 'What reading documents anew changed: each present reading beside the one before; the 1,000 latest.',
    scope: 'read',
    params: none,
    query: none,
    answer: z.object({ compared: z.number().int(), isCut: z.boolean(), data: z.array(rereading) }),
    run: async ({ db }) => {
      const { compared, isCut, changed } = await rereadings(db, MOST);
      return { compared, isCut, data: changed };
    },
  }),
];

async function pairOf(db: Parameters<typeof getPair>[0], pairId: string): Promise<LedgerPair> {
  const found = await getPair(db, pairId);
  if (!found) throw new NotFound('There is no such deal.');
  return found;
}

const briefly = ({ pair, score, band }: LedgerPair) => {
  return { id: pair.id, acquirer: pair.acquirer, target: pair.target, score, band };
};
