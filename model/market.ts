import type { Day, Instant, PartialDay } from './day.ts';

/** A firm's share of a market, entered by an analyst: never inferred from news. */
export interface StatedShare {
  company: string;
  /** As the analyst defines it: `AI accelerators for data centres`. */
  market: string;
  /** `World`, `United Kingdom` … as written. */
  territory: string;
  /** Per cent, over 0 to 100. */
  share: number;
  /** The time for which it holds. */
  asOf: PartialDay;
  /** Where it stands: an address or a citation. */
  source: string;
}

/** A share with who entered it and when. */
export interface MarketShare extends StatedShare {
  id: number;
  userId: number;
  userName: string;
  at: Instant;
}

/** A set of thresholds of merger guidelines, and when it applied. */
export interface StructuralPresumption {
  title: string;
  url: string;
  from: Day;
  until: Day | null;
  /** HHI after the merger above which a market counts as highly concentrated. */
  hhi: number;
  /** Change in HHI above which the merger is presumed to harm. */
  delta: number;
  /** Share in per cent of the merged firm that with `shareDelta` is enough; null where the guidelines have no such test. */
  share: number | null;
  shareDelta: number;
}
