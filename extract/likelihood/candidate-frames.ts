import type { DealKind } from '../../model/deal.ts';
import type { Frame } from '../frames/frame.ts';
import { FRAMES } from '../frames/frame-classes.ts';
import type { Trigger } from '../frames/sentence.ts';
import type { FrameClass } from '../lexicon/lexicon.ts';
import { nearestTrigger } from './features.ts';
import type { PairCandidate } from './scene.ts';

/** The frame that a deal is told by when no word for it stands in the sentence. */
const PLAIN: Partial<Record<DealKind, FrameClass>> = {
  investment: 'injection',
  acquisition: 'acquisition',
  acquihire: 'hiring',
  cloud: 'supplyDeal',
};
/** Groups of frames that the grammar has not numbered. */
const FIRST_GROUP = 100_000;

/**
 * Takes a candidate that is believed, the frames of its sentence so far, and its likelihood; gives the frame that it
 * stands for. Acquirers told by the same word for the same target share a group, so that one sum is not each one's own.
 */
export function frameOfCandidate(c: PairCandidate, others: readonly Frame[], likely: number): Frame {
  const trigger = nearestTrigger(c) ?? plainTrigger(c);
  const kin = others.find((o) => o.kind === c.kind && o.target === c.target.name && o.trigger.from === trigger.from);
  const spec = FRAMES[trigger.class];
  return {
    sentence: c.sentence,
    trigger,
    spec,
    kind: c.kind,
    acquirer: c.acquirer.name,
    target: c.target.name,
    acquirerMention: c.acquirer.mention,
    targetMention: c.target.mention,
    score: 1 + likely / 2,
    group: kin?.group ?? FIRST_GROUP + c.sentence.unit.index * 100 + others.length,
    people: null,
  };
}

function plainTrigger(c: PairCandidate): Trigger {
  const at = c.acquirer.mention?.to ?? c.target.mention?.to ?? 0;
  return { class: PLAIN[c.kind] ?? 'injection', from: at, to: at };
}
