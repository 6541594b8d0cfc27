import type { Evidence } from '../model/evidence.ts';
import type { ReadScrutiny } from '../model/reading.ts';
import { endsStudy } from './scrutiny-ended.ts';
import { observe, speaksOfAuthority } from './scrutiny-follow.ts';
import { latestSteps } from './scrutiny-latest.ts';
import {
  joinTitle,
  type KnownDeal,
  type PartyMention,
  putTogether,
  type ScrutinyDocument,
  type Whole,
} from './scrutiny-whole.ts';
import type { Sentence } from './sentences.ts';

export type { KnownDeal, PartyMention, ScrutinyDocument } from './scrutiny-whole.ts';

/**
 * Takes a document, the companies mentioned in it and the deals read from it; gives for each competition authority and
 * deal the latest step that the document states, with the sentences that say so. A step about AI deals in general has
 * no parties. Senators, private suits, foreign-investment and national-security reviews and conduct cases give none.
 */
export function readScrutiny(
  document: ScrutinyDocument,
  parties: readonly PartyMention[],
  deals: readonly KnownDeal[],
): ReadScrutiny[] {
  const joined = joinTitle(document);
  if (!speaksOfAuthority(joined)) return [];
  const whole = putTogether(document, joined, parties, deals);
  const observations = observe(whole);
  return latestSteps(observations).map((step) => ({
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
