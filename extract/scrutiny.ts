import type { Evidence } from '../model/evidence.ts';
import type { ReadScrutiny } from '../model/reading.ts';
import { judgeSteps } from './likelihood/judge-scrutiny.ts';
import { endsStudy } from './scrutiny/ended.ts';
import { type Followed, observe, speaksOfAuthority } from './scrutiny/follow.ts';
import { findForeignBodies, foreignInvestmentSteps } from './scrutiny/foreign-investment.ts';
import { earlierSteps } from './scrutiny/history.ts';
import { type LatestStep, latestSteps } from './scrutiny/latest.ts';
import {
  joinTitle,
  type KnownDeal,
  type PartyMention,
  type ProposedPair,
  putTogether,
  type ScrutinyDocument,
  type Whole,
} from './scrutiny/whole.ts';
import type { Sentence } from './text/sentences.ts';

export type { KnownDeal, PartyMention, ScrutinyDocument } from './scrutiny/whole.ts';

/** Gives the latest step of each authority and pair. */
export type Decide = (whole: Whole, followed: Followed) => LatestStep[];

/** What the grammar by itself takes for the latest steps. */
export const statedSteps: Decide = (_, { observations }) => latestSteps(observations);

/** What is read of authorities: where each case stands, and the dated steps by which it came there. */
export interface StepsRead {
  latest: ReadScrutiny[];
  earlier: ReadScrutiny[];
  /** What bodies that review foreign investment did: no competition scrutiny. */
  foreignInvestment: ReadScrutiny[];
}

/**
 * Takes a document, the companies mentioned in it and the deals read from it, and the pairs
 * that its sentences may tell of; gives for each competition authority and
 * deal the latest step that the document states, and the dated ones before it, with the sentences that say so. A step about AI deals in general has
 * no parties. Senators, private suits, foreign-investment and national-security reviews and conduct cases give none.
 */
export function readSteps(
  document: ScrutinyDocument,
  parties: readonly PartyMention[],
  deals: readonly KnownDeal[],
  proposed: readonly ProposedPair[],
  decide: Decide = judgeSteps,
): StepsRead {
  const joined = joinTitle(document);
  const bodies = findForeignBodies(joined.tokens);
  const watched = speaksOfAuthority(joined);
  if (!watched && bodies.length === 0) return { latest: [], earlier: [], foreignInvestment: [] };
  const whole = putTogether(document, joined, parties, deals, proposed);
  const read = (steps: readonly LatestStep[]) => steps.map((step) => readStep(whole, step));
  const foreignInvestment = read(foreignInvestmentSteps(whole, bodies));
  if (!watched) return { latest: [], earlier: [], foreignInvestment };
  const followed = observe(whole);
  const latest = decide(whole, followed);
  return { latest: read(latest), earlier: read(earlierSteps(whole, followed, latest)), foreignInvestment };
}

/** As readSteps; gives only where each case stands. */
export function readScrutiny(...given: Parameters<typeof readSteps>): ReadScrutiny[] {
  return readSteps(...given).latest;
}

function readStep(whole: Whole, { authority, pair, status, date, sentences }: LatestStep): ReadScrutiny {
  const isOver = endsStudy(
    status,
    sentences.map(({ text }) => text),
  );
  return {
    authority,
    acquirer: pair?.acquirer ?? null,
    target: pair?.target ?? null,
    status,
    date,
    ...(isOver ? { ended: true as const } : {}),
    quotes: sentences.map((s) => evidenceOf(whole, s)),
  };
}

function evidenceOf(whole: Whole, sentence: Sentence): Evidence {
  const inTitle = sentence.paragraph < 0;
  const shift = inTitle ? 0 : whole.offset;
  return {
    start: sentence.start - shift,
    end: sentence.end - shift,
    quote: sentence.text,
    in: inTitle ? 'title' : 'text',
  };
}
