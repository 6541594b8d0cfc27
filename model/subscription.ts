import type { Instant } from './day.ts';
import type { Band, RuleId } from './flag.ts';

/** What a person can ask to hear of. */
export const EVENT_KINDS = ['flag', 'score', 'status', 'money', 'contradiction', 'deal', 'deadline', 'source'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** How soon: with the event, or gathered once a day or once a week. */
export const CADENCES = ['now', 'daily', 'weekly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** Which events of those kinds: all, those of a filter of the deals or flags page, one pair, company or authority. */
export const SCOPES = ['all', 'filter', 'pair', 'company', 'authority'] as const;
export type Scope = (typeof SCOPES)[number];

/** How the query of the flags page begins in a subscription; one without it is of the deals page. */
export const FLAGS_PAGE = 'flags?';

/** Bands that can be asked for as "at or above", the highest first; `none` is every pair. */
export const BAND_RANK: Record<Band, number> = { High: 3, Medium: 2, Low: 1, none: 0 };

/** A sentence of a document that proves an event. */
export interface EventPassage {
  quote: string;
  title: string;
  /** Outlet, class and date: "Example News, press, 20 Apr 2026". */
  source: string;
  url: string | null;
}

/** Something that happened and that people may have asked to hear of. Written once, with what it says of the time. */
export interface AlertEvent {
  /** What it is, once for ever: a second event with the same key is not stored. */
  key: string;
  kind: EventKind;
  /** Null for a source. */
  pairId: string | null;
  /** `Amazon → Anthropic`, or the name of a source. */
  title: string;
  acquirer: string | null;
  target: string | null;
  authority: string | null;
  /** The screen, for a flag; events of before it was kept have none. */
  rule?: RuleId;
  /** Band of the pair when it happened, `High` for a strong flag. */
  band: Band;
  score: number;
  /** For a deadline: how many working days ahead it was asked for, of which as many or fewer are left. */
  workingDays: number | null;
  /** What happened, in words: "$5bn put in, 20 Apr 2026". */
  headline: string;
  /** What stood there before, where there is such a thing: "0.5". */
  before: string | null;
  after: string | null;
  /** Further sentences: reasons for and against, what is missing. */
  details: string[];
  passages: EventPassage[];
  /** Where it is shown, as a path of ours. */
  path: string;
  at: Instant;
}

/** What a person asked for. */
export interface Subscription {
  id: number;
  userId: number;
  kinds: EventKind[];
  scope: Scope;
  /**
   * The pair's id, the company's or the authority's name, or the query of the deals page; the one of the flags page
   * begins with `flags?`. Empty for all.
   */
  scopeValue: string;
  /** What people call it, where that is not the value itself: `Amazon → Anthropic`. */
  scopeName?: string;
  minBand: Band;
  /** For deadlines: how many working days before. */
  workingDays: number | null;
  cadence: Cadence;
  /** Where to: null is mail, else one of the person's webhooks. */
  webhookId: number | null;
  createdAt: Instant;
  lastFiredAt: Instant | null;
}

/** Where and when a person wants to be reached. Hours are of the person's own clock. */
export interface DeliverySettings {
  /** IANA name, such as Europe/Vienna. */
  timeZone: string;
  /** Hour at which digests go out, 0 to 23. */
  digestHour: number;
  /** Day of the weekly digest, 1 Monday to 7 Sunday. */
  digestWeekday: number;
  /** Nothing is sent from this hour to the other; null for no quiet hours. */
  quietFrom: number | null;
  quietTo: number | null;
  snoozedUntil: Instant | null;
  /** Set when the mail server refused the address for good: nothing more is sent to it until the person says so. */
  refusedAt: Instant | null;
  refusedReason: string | null;
}

export const DEFAULT_DELIVERY: DeliverySettings = {
  timeZone: 'UTC',
  digestHour: 8,
  digestWeekday: 1,
  quietFrom: null,
  quietTo: null,
  snoozedUntil: null,
  refusedAt: null,
  refusedReason: null,
};
