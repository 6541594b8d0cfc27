import type { Evidence } from '../model/evidence.ts';
import type { ReadScrutiny } from '../model/reading.ts';
import { judgeSteps } from './likelihood/judge-scrutiny.ts';
import { endsStudy } from './scrutiny-ended.ts';
import { type Followed, observe, speaksOfAuthority } from './scrutiny-follow.ts';
import { type LatestStep, latestSteps } from './scrutiny-latest.ts';
import {
  joinTitle,
  type KnownDeal,
  type PartyMention,
  type ProposedPair,
  putTogether,
  type ScrutinyDocument,
  type Whole,
} from './scrutiny-whole.ts';
import type { Sentence } from './sentences.ts';

export type { KnownDeal, PartyMention, ScrutinyDocument } from './scrutiny-whole.ts';

/** Gives the latest step of each authority and pair. */
export type Decide = (whole: Whole, followed: Followed) => LatestStep[];

/** What the grammar by itself takes for the latest steps. */
export const statedSteps: Decide = (_, { observations }) => latestSteps(observations);

/**
 * Takes a document, the companies mentioned in it and the deals read from it, and the pairs
 * that its sentences may tell of; gives for each competition authority and
 * deal the latest step that the document states, with the sentences that say so. A step about AI deals in general has
 * no parties. Senators, private suits, foreign-investment and national-security reviews and conduct cases give none.
 */
export function readScrutiny(
  document: ScrutinyDocument,
  parties: readonly PartyMention[],
  deals: readonly KnownDeal[],
  proposed: readonly ProposedPair[],
  decide: Decide = judgeSteps,
): ReadScrutiny[] {
  const joined = joinTitle(document);
  if (!speaksOfAuthority(joined)) return [];
  const whole = putTogether(document, joined, parties, deals, proposed);
  return decide(whole, observe(whole)).map((step) => ({
    authority: step.authority,
    acquirer: step.pair?.acquirer ?? null,
    target: step.pair?.target ?? null,
    status: step.status,
    date: step.date,
    ...(endsStudy(
      step.status,
      step.sentences.map(({ text }) => text),
    )
      ? { ended: true as const }
      : {}),
    quotes: step.sentences.map((s) => evidenceOf(whole, s)),
  }));
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
