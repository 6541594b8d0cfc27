import type { PartialDay } from './day.ts';
import type { Authority } from './scrutiny.ts';

/** Regimes whose tests are checked. */
export const REGIMES = ['us-hsr', 'uk', 'eu', 'germany', 'austria', 'eu-dma-14'] as const;
export type Regime = (typeof REGIMES)[number];

export const TEST_OUTCOMES = ['met', 'not_met', 'unknown'] as const;
export type TestOutcome = (typeof TEST_OUTCOMES)[number];

/** One test of a regime, applied to one pair. */
export interface JurisdictionTest {
  /** `turnover`, `share-of-supply`, `size-of-transaction` … */
  id: string;
  /** For people, with the figure that applied on the day: `Target's UK turnover above £100m`. */
  title: string;
  outcome: TestOutcome;
  /** Why, in one sentence. */
  because: string;
  /** What an analyst would have to find out; empty when the outcome is known. */
  missing: string[];
}

/** Which of a regime's tests a deal meets on its day. Never a legal opinion. */
export interface JurisdictionCheck {
  regime: Regime;
  /** For people: `United States: HSR Act`. */
  title: string;
  authority: Authority;
  /** The day whose rules were applied; null when the deal has no date, then the latest rules were. */
  date: PartialDay | null;
  /** Met when one way in is met as a whole; not met when every way in fails; else unknown. */
  outcome: TestOutcome;
  tests: JurisdictionTest[];
  /** Exemptions and other ways in that an analyst should think of. */
  notes: string[];
  references: { title: string; url: string }[];
}

/** What an analyst entered about a company, with where it stands. */
export const MEASURES = ['turnover', 'assets', 'share-of-supply'] as const;
export type Measure = (typeof MEASURES)[number];
/** Places that the tests ask for; `world` is everything. */
export const TERRITORIES = ['world', 'us', 'uk', 'eu', 'germany', 'austria'] as const;
export type Territory = (typeof TERRITORIES)[number];

export interface CompanyFigure {
  company: string;
  measure: Measure;
  territory: Territory;
  /** Full units of the currency; per cent for a share. */
  value: number;
  /** Null for a share. */
  currency: string | null;
  /** Financial year or day for which it holds. */
  asOf: PartialDay;
}
