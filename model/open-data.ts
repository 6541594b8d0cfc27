import type { AmountRole } from './amount.ts';
import type { Instant, PartialDay } from './day.ts';
import type { Certainty, DealKind, Layer } from './deal.ts';
import type { ScrutinyStatus, SourceClass } from './scrutiny.ts';

/** One tie of the public map: one kind of deal between one acquirer group and one target. No flag and no verdict. */
export interface OpenTie {
  /** As in the ledger, and in the tie's permanent link. */
  id: string;
  acquirer: string;
  target: string;
  kind: DealKind;
  certainty: Certainty;
  layer: Layer | null;
  /** The earliest day that a document states; null when none is stated. */
  since: PartialDay | null;
  /** US dollars from the acquirer to the target, and promised the other way; null when not known in dollars. */
  inUsd: number | null;
  backUsd: number | null;
  sums: { date: PartialDay | null; value: number; currency: string; role: AmountRole }[];
  /** What authorities are known to have done about the two firms, whichever deal it was about. */
  authorities: { authority: string; status: ScrutinyStatus; asOf: PartialDay | null }[];
  sources: {
    title: string;
    publisher: string;
    class: SourceClass;
    published: PartialDay | null;
    url: string | null;
  }[];
}

/** Something that is or was published: what it says, and since when. */
export interface OpenItem<Body = unknown> {
  id: string;
  body: Body;
  firstAt: Instant;
  changedAt: Instant;
  /** When it was withdrawn; null while it stands. */
  goneAt: Instant | null;
}
