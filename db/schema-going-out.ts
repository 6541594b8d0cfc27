import type { Generated } from 'kysely';
import type { Instant } from '../model/day.ts';
import type { Band } from '../model/flag.ts';
import type { ReportCadence, ReportKind } from '../model/report.ts';
import type { ReturnKind } from '../model/returned-mail.ts';
import type { Cadence, EventKind, Scope } from '../model/subscription.ts';

/** Rows of what leaves the house (step 006). JSON and yes/no as in schema.ts. */
type Bit = 0 | 1;
type Json = string;

export const WEBHOOK_SHAPES = ['dealwatch', 'slack', 'teams'] as const;
export type WebhookShape = (typeof WEBHOOK_SHAPES)[number];
export const FEED_KINDS = ['changes', 'deadlines'] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

export interface GoingOutSchema {
  alert_settings: AlertSettingsTable;
  subscriptions: SubscriptionTable;
  alert_events: {
    id: Generated<number>;
    key: string;
    kind: EventKind;
    pair_id: string | null;
    body: Json;
    at: Instant;
  };
  alert_matches: AlertMatchTable;
  webhooks: WebhookTable;
  webhook_deliveries: WebhookDeliveryTable;
  feeds: FeedTable;
  api_tokens: ApiTokenTable;
  report_snapshots: ReportSnapshotTable;
  report_schedules: ReportScheduleTable;
  open_items: OpenItemTable;
  returned_mails: ReturnedMailTable;
  page_checks: { document_id: string; checked_at: Instant; gone_at: Instant | null };
  report_templates: {
    kind: ReportKind;
    body: Json;
    logo: Buffer | null;
    changed_by: number | null;
    changed_at: Instant;
  };
}

export interface AlertSettingsTable {
  user_id: number;
  time_zone: Generated<string>;
  digest_hour: Generated<number>;
  digest_weekday: Generated<number>;
  quiet_from: number | null;
  quiet_to: number | null;
  snoozed_until: Instant | null;
  refused_at: Instant | null;
  refused_reason: string | null;
}

export interface SubscriptionTable {
  id: Generated<number>;
  user_id: number;
  kinds: Json;
  scope: Scope;
  scope_value: string;
  min_band: Band;
  working_days: number | null;
  cadence: Cadence;
  webhook_id: number | null;
  created_at: Instant;
  last_fired_at: Instant | null;
}

export interface AlertMatchTable {
  user_id: number;
  event_id: number;
  /** Of the subscriptions that asked for it. */
  subscription_ids: Json;
  due_at: Instant;
  /** 1 when it goes out gathered with others. */
  digest: Bit;
  /** The mail that tells of it; null until it is written. */
  mail_id: number | null;
}

export interface WebhookTable {
  id: Generated<number>;
  user_id: number;
  name: string;
  url: string;
  shape: WebhookShape;
  secret: string;
  /** Deliveries given up in a row. */
  failures: Generated<number>;
  disabled_at: Instant | null;
  last_ok_at: Instant | null;
  last_error: string | null;
  created_at: Instant;
}

export interface WebhookDeliveryTable {
  id: Generated<number>;
  webhook_id: number;
  /** Null for a test. */
  event_id: number | null;
  body: Json;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  attempts: Generated<number>;
  next_try_at: Instant;
  claim: string | null;
  claimed_at: Instant | null;
  status: number | null;
  error: string | null;
  created_at: Instant;
  sent_at: Instant | null;
}

export interface FeedTable {
  id: Generated<number>;
  token_hash: string;
  user_id: number;
  name: string;
  kind: FeedKind;
  /** Query of the deals page; empty for everything. */
  filter: string;
  created_at: Instant;
  last_used_at: Instant | null;
}

export interface ApiTokenTable {
  id: Generated<number>;
  token_hash: string;
  user_id: number;
  name: string;
  scopes: Json;
  created_at: Instant;
  expires_at: Instant | null;
  last_used_at: Instant | null;
  revoked_at: Instant | null;
}

export interface ReportSnapshotTable {
  /** Hash of everything that the report is made from. */
  id: string;
  kind: ReportKind;
  title: string;
  /** Filter, time and versions, as JSON. */
  about: Json;
  /** The pairs as they stood, as compressed JSON. */
  entries: Buffer;
  created_by: number | null;
  created_at: Instant;
}

export interface ReportScheduleTable {
  id: Generated<number>;
  user_id: number;
  kind: ReportKind;
  filter: string;
  format: string;
  cadence: ReportCadence;
  next_due_at: Instant;
  created_at: Instant;
  /** When the last one was made; null before the first. */
  last_at: Instant | null;
  /** Why the last one could not be made; null when it was. */
  last_error: string | null;
}

export interface OpenItemTable {
  kind: 'tie' | 'entity';
  id: string;
  body: Json;
  hash: string;
  first_at: Instant;
  changed_at: Instant;
  /** When it was withdrawn; null while it stands. */
  gone_at: Instant | null;
}

export interface ReturnedMailTable {
  id: Generated<number>;
  mail_id: number;
  kind: ReturnKind;
  reason: string;
  at: Instant;
  /** 0 once the owner of the address has said that it works. */
  counts: Generated<Bit>;
}
