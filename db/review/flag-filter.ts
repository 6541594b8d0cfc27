import type { Day, Instant } from '../../model/day.ts';
import type { Certainty, DealKind, Layer } from '../../model/deal.ts';
import type { Band, FlagState, RuleId } from '../../model/flag.ts';
import type { ScrutinyStatus, SourceClass } from '../../model/scrutiny.ts';

/** What people may ask of the queue of flags. */

export const FLAG_SORT_IDS = ['score', 'newest', 'money', 'spend', 'changed', 'event'] as const;
export type FlagSort = (typeof FLAG_SORT_IDS)[number];

export interface FlagFilter {
  states?: readonly FlagState[] | undefined;
  /** One state; the same as a list of one. */
  state?: FlagState | undefined;
  rules?: readonly RuleId[] | undefined;
  bands?: readonly Band[] | undefined;
  acquirers?: readonly string[] | undefined;
  /** Pairs before this authority. */
  authority?: string | undefined;
  /** Pairs before one of these; with `statuses`, where one of these has one of those. */
  authorities?: readonly string[] | undefined;
  statuses?: readonly ScrutinyStatus[] | undefined;
  kinds?: readonly DealKind[] | undefined;
  layers?: readonly Layer[] | undefined;
  certainties?: readonly Certainty[] | undefined;
  /** Pairs of which a source of one of these classes tells. */
  sourceClasses?: readonly SourceClass[] | undefined;
  /** Ids of people; 0 for flags that nobody was asked to look at. */
  assignees?: readonly number[] | undefined;
  /** Words, each of them part of a name on either side. */
  q?: string | undefined;
  /** Words, each of them part of the target's name. */
  target?: string | undefined;
  /** The latest dated sum or step of the pair is not before, or not after, this day. */
  from?: Day | undefined;
  to?: Day | undefined;
  /** US dollars put in or to be spent back: one of the two is at least, or neither is more than, this. */
  least?: number | undefined;
  most?: number | undefined;
  /** Anything about the pair has changed since. */
  changedSince?: Instant | undefined;
  /** Default: by the score of the pair, its flags together. */
  sort?: FlagSort | undefined;
  /** From 1. */
  page: number;
  pageSize: number;
}
