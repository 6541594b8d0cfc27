import type { Generated } from 'kysely';
import type { AmountRole } from '../model/amount.ts';
import type { Day, Instant, PartialDay } from '../model/day.ts';
import type { Certainty, DealKind, Layer } from '../model/deal.ts';
import type { DocumentState } from '../model/document.ts';
import type { FactType } from '../model/fact.ts';
import type { FigureKind } from '../model/figure.ts';
import type { Band, DecisionAction, DismissalReason, FlagState, RuleId, Severity } from '../model/flag.ts';
import type { ScrutinyStatus, SourceClass } from '../model/scrutiny.ts';
import type { GoingOutSchema } from './schema-going-out.ts';
import type { JudgementSchema } from './schema-judgement.ts';

/** Rows as SQLite gives them: 0 and 1 for no and yes, text for dates, JSON as text. Each repository turns them into model objects. */
export type Bit = 0 | 1;
/** JSON as text. */
export type Json = string;

export const ROLES = ['viewer', 'analyst', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export const SOURCE_KINDS = ['built-in', 'feed'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const OUTBOX_STATES = ['waiting', 'sending', 'sent', 'failed'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];
export const RUN_STATES = ['running', 'ok', 'failed', 'abandoned'] as const;
export type RunState = (typeof RUN_STATES)[number];
export const SIGHTING_KINDS = ['pair', 'event', 'step'] as const;
export type SightingKind = (typeof SIGHTING_KINDS)[number];

export const SESSION_WAYS = ['password', 'code', 'sso', 'link'] as const;
/** How someone signed in: by password alone, with a second factor, by single sign-on, or over a link in a mail. */
export type SessionWay = (typeof SESSION_WAYS)[number];
export const LINK_KINDS = ['invitation', 'reset'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
export const STEP_KINDS = ['code', 'sso'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export interface Schema extends GoingOutSchema, JudgementSchema {
  meta: { key: string; value: string };
  users: UserTable;
  sessions: SessionTable;
  setup_tokens: { token_hash: string; created_at: Instant; expires_at: Instant; used_at: Instant | null };
  recovery_codes: { user_id: number; code_hash: string; used_at: Instant | null };
  account_links: AccountLinkTable;
  sign_in_steps: SignInStepTable;
  sources: SourceTable;
  http_cache: {
    url: string;
    source_id: string;
    etag: string | null;
    last_modified: string | null;
    fetched_at: Instant;
    /** Further lists that it named, as JSON; null when there were none. */
    more: Generated<string | null>;
  };
  source_gaps: SourceGapTable;
  source_items: SourceItemTable;
  exchange_rates: { currency: string; day: Day; per_euro: number; fetched_at: Instant };
  reported_figures: ReportedFigureTable;
  documents: DocumentTable;
  document_bands: { band: number; seq: number };
  readings: ReadingTable;
  facts: FactTable;
  reading_facts: { reading_id: number; position: number; fact_id: string };
  current_facts: CurrentFactView;
  dirty_pairs: { pair_id: string; revision: number };
  pairs: PairTable;
  deals: { id: string; pair_id: string; kind: DealKind; certainty: Certainty };
  deal_events: DealEventTable;
  pair_scrutiny: PairScrutinyTable;
  flags: FlagTable;
  touched_pairs: { pair_id: string; seq: number };
  flag_counts: { state: FlagState; rule: RuleId; band: Band; acquirer: string; flags: number };
  flag_raisings: FlagRaisingTable;
  sightings: { subject: string; kind: SightingKind; pair_id: string; seen_at: Instant };
  decisions: DecisionTable;
  second_reviews: { id: Generated<number>; severities: string; user_id: number; at: Instant };
  rereadings: RereadingTable;
  reread_documents: { rereading_id: number; document_id: string; facts: Json };
  notes: NoteTable;
  outbox: OutboxTable;
  runs: RunTable;
  jobs: JobTable;
  audit: AuditTable;
  saved_views: SavedViewTable;
  assignments: AssignmentTable;
  corrections: CorrectionTable;
  correction_undos: { correction_id: number; user_id: number; at: Instant };
  note_mentions: { note_id: number; user_id: number };
  pair_facets: { facet: PairFacet; value: string; pair_id: string };
  companies: { name: string; acquires: number; targeted: number };
  cases: CaseTable;
  case_decisions: CaseDecisionTable;
  source_backfills: {
    source_id: string;
    since: string;
    /** List addresses still to be read, in order. */
    queue: Json;
    total: number;
    started_at: Instant;
    updated_at: Instant;
  };
}

/** What a person decided of a case: which pair it belongs to, or that it is none of ours. */
export const CASE_DECISIONS = ['match', 'aside'] as const;
export type CaseDecision = (typeof CASE_DECISIONS)[number];

interface CaseTable {
  authority: string;
  case_ref: string;
  source_id: string;
  title: string;
  url: string | null;
  /** Where it can be read when somebody wants it read. */
  page: string | null;
  acquirer: string | null;
  target: string | null;
  /** The pair it belongs to, by its title or by a person's decision. */
  pair_id: string | null;
  parties: Json;
  state: string | null;
  outcome: string | null;
  opened: string | null;
  closed: string | null;
  deadline: string | null;
  deadline_what: string | null;
  /** Why it looks like AI and Big Tech; null when it does not. */
  relevance: string | null;
  details: Json | null;
  first_seen_at: Instant;
  changed_at: Instant;
  last_seen_at: Instant;
}

interface CaseDecisionTable {
  id: Generated<number>;
  authority: string;
  case_ref: string;
  decision: CaseDecision;
  acquirer: string | null;
  target: string | null;
  note: string | null;
  user_id: number;
  at: Instant;
}

/** What of a pair its flags can be filtered by, besides its acquirer and band. */
export const PAIR_FACETS = ['kind', 'layer', 'certainty', 'authority', 'status', 'source'] as const;
export type PairFacet = (typeof PAIR_FACETS)[number];

/** Pages whose address can be kept under a name. */
export const VIEW_PAGES = ['flags', 'deals', 'documents', 'search'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

interface SavedViewTable {
  id: Generated<number>;
  user_id: number;
  page: ViewPage;
  name: string;
  query: string;
  shared: Bit;
  created_at: Instant;
}

interface AssignmentTable {
  id: Generated<number>;
  pair_id: string;
  rule: RuleId;
  /** Null: nobody any more. */
  assignee: number | null;
  user_id: number;
  at: Instant;
}

interface CorrectionTable {
  id: Generated<number>;
  document_id: string;
  /** What the machine had read; null for a fact that it missed. */
  original_id: string | null;
  original: Json | null;
  /** What the person says instead; null for a fact that the document does not state. */
  replacement_id: string | null;
  replacement: Json | null;
  reason: string;
  user_id: number;
  at: Instant;
}

interface UserTable {
  id: Generated<number>;
  email: string;
  name: string;
  role: Role;
  password_hash: string;
  mail_high_flags: Bit;
  created_at: Instant;
  last_seen_at: Instant | null;
  previous_visit_at: Instant | null;
  disabled_at: Instant | null;
  /** Base32; null while the second factor is off. */
  totp_secret: Generated<string | null>;
  /** The last 30-second step whose code was used: it works once. */
  totp_last_step: Generated<number | null>;
  code_failures: Generated<number>;
  code_blocked_until: Generated<Instant | null>;
  /** Issuer and subject at the single sign-on, separated by a space. */
  sso_subject: Generated<string | null>;
  erased_at: Generated<Instant | null>;
  /** Code of the language of the pages; null for what the browser asks for. */
  language: Generated<string | null>;
}

interface SessionTable {
  token_hash: string;
  user_id: number;
  csrf: string;
  days: number;
  created_at: Instant;
  last_used_at: Instant;
  /** However busy: then it is over. Null for sessions from before there was such an end. */
  ends_at: Generated<Instant | null>;
  way: Generated<SessionWay>;
  agent: Generated<string>;
  address: Generated<string>;
}

export interface AccountLinkTable {
  id: Generated<number>;
  token_hash: string;
  kind: LinkKind;
  email: string;
  role: Role | null;
  user_id: number | null;
  made_by: number | null;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
}

interface SignInStepTable {
  token_hash: string;
  kind: StepKind;
  visit_hash: string;
  body: Json;
  tries: Generated<number>;
  created_at: Instant;
  expires_at: Instant;
}

export interface SourceTable {
  id: string;
  title: string;
  kind: SourceKind;
  url: string | null;
  publisher: string;
  source_class: SourceClass;
  authority: string | null;
  every_minutes: number;
  enabled: Generated<Bit>;
  added_by: number | null;
  /** What the address of a source that somebody added leads to; null for built-in ones and for feeds. */
  shape: 'feed' | 'sitemap' | 'page' | null;
  /** Of a page or sitemap: addresses that count begin with one of these, separated by spaces; null for all. */
  only_addresses: string | null;
  added_at: Instant;
  /** Set when a built-in source is no longer built in; its documents stay. */
  retired_at: Instant | null;
  next_due_at: Instant;
  lease: string | null;
  lease_until: Instant | null;
  last_run_at: Instant | null;
  last_ok_at: Instant | null;
  last_error: string | null;
  error_count: Generated<number>;
  /** Since when nothing new has come although it should have, as of the last visit; null while it speaks. */
  silent_since: Instant | null;
}

/** A time in which entries of a list may have come and gone unread. */
interface SourceGapTable {
  id: Generated<number>;
  source_id: string;
  since: Instant;
  until: Instant;
  found_at: Instant;
  /** When somebody had read the past behind it; null while it is open. */
  closed_at: Instant | null;
}

interface SourceItemTable {
  source_id: string;
  key: string;
  url: string | null;
  title: string | null;
  /** As listed last. */
  fingerprint: string;
  /** As listed when it was last read to the end. */
  read_fingerprint: string | null;
  /** The item as listed, until it has been read; null when nothing waits. */
  item: Json | null;
  document_id: string | null;
  attempts: Generated<number>;
  next_try_at: Instant | null;
  error: string | null;
  first_seen_at: Instant;
  last_seen_at: Instant;
}

interface ReportedFigureTable {
  company: string;
  kind: FigureKind;
  tag: string;
  start_day: Day;
  end_day: Day;
  currency: string;
  value: number;
  filing: string;
  form: string;
  filed: Day;
}

export interface DocumentTable {
  /** Order of arrival, and the row in the full-text index. */
  seq: Generated<number>;
  id: string;
  source_id: string | null;
  url: string | null;
  canonical_url: string | null;
  publisher: string;
  source_class: SourceClass;
  title: string;
  byline: string | null;
  published: PartialDay | null;
  /** First day of `published`, or the day it was fetched: for order alone. */
  day: string;
  language: string | null;
  text: string;
  hash: string;
  text_hash: string;
  /** 1 for what is taken in to fill the past: it sends no alerts. */
  back_fill: Bit;
  fetched_at: Instant;
  last_seen_at: Instant;
  state: DocumentState;
  state_reason: string | null;
  duplicate_of: string | null;
  /** The newer text of the same page, when there is one. */
  superseded_by: string | null;
  attempts: Generated<number>;
  deal_count: Generated<number>;
}

interface ReadingTable {
  id: Generated<number>;
  document_id: string;
  extractor: string;
  version: string;
  read_at: Instant;
  millis: number;
  current: Bit;
}

interface FactTable {
  id: string;
  document_id: string;
  type: FactType;
  pair_id: string | null;
  kind: DealKind | null;
  certainty: Certainty | null;
  role: AmountRole | null;
  authority: string | null;
  status: ScrutinyStatus | null;
  body: Json;
}

interface CurrentFactView {
  id: string;
  document_id: string;
  pair_id: string | null;
  type: FactType;
  body: Json;
  extractor: string;
  position: number;
}

export interface PairTable {
  id: string;
  acquirer: string;
  target: string;
  layer: Layer | null;
  score: number;
  band: Band;
  floor: Bit;
  /** Kinds of its deals, separated by spaces. */
  kinds: string;
  paid_usd: number | null;
  committed_usd: number | null;
  latest_day: string | null;
  body: Json;
  /** Of everything but the time: equal means that a rebuild gave the same. */
  hash: string;
  updated_at: Instant;
  /** The screens and the settings that made the score: `2.0`. */
  rules_version: Generated<string>;
}

interface DealEventTable {
  deal_id: string;
  position: number;
  date: PartialDay | null;
  value: number | null;
  currency: string | null;
  role: AmountRole;
}

interface PairScrutinyTable {
  pair_id: string;
  authority: string;
  status: ScrutinyStatus;
  source: SourceClass | 'reported';
  as_of: PartialDay | null;
  needs_review: string | null;
  /** 0 when one outlet alone tells of a step. */
  established: Bit;
}

export interface FlagTable {
  pair_id: string;
  rule: RuleId;
  rule_order: number;
  severity: Severity;
  evidence_hash: string;
  body: Json;
  raised_at: Instant;
  state: FlagState;
  reopened: Bit;
  score: number;
  band: Band;
  acquirer: string;
  assignee: number | null;
}

interface FlagRaisingTable {
  id: Generated<number>;
  pair_id: string;
  rule: RuleId;
  evidence_hash: string;
  severity: Severity;
  high: Bit;
  back_fill: Bit;
  raised_at: Instant;
}

interface DecisionTable {
  id: Generated<number>;
  pair_id: string;
  rule: RuleId;
  action: DecisionAction;
  reason: DismissalReason | null;
  note: string | null;
  evidence_hash: string;
  user_id: number;
  at: Instant;
  /** 1 while it waits for another person to decide the same. */
  awaits_second: Generated<Bit>;
}

export const REREADING_STATES = ['comparing', 'ready', 'accepted', 'rejected'] as const;
export type RereadingState = (typeof REREADING_STATES)[number];

interface RereadingTable {
  id: Generated<number>;
  version: string;
  state: RereadingState;
  /** The reading up to which they have been compared, by its number. */
  last_seq: Generated<number>;
  documents: Generated<number>;
  begun_at: Instant;
  decided_at: Instant | null;
  decided_by: number | null;
}

interface NoteTable {
  id: Generated<number>;
  pair_id: string;
  rule: RuleId | null;
  text: string;
  user_id: number;
  at: Instant;
}

export interface OutboxTable {
  id: Generated<number>;
  key: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  message_id: string;
  state: OutboxState;
  attempts: Generated<number>;
  next_try_at: Instant;
  claim: string | null;
  claimed_at: Instant | null;
  error: string | null;
  created_at: Instant;
  sent_at: Instant | null;
  /** For whom; null for mail to an address that belongs to nobody here. */
  user_id: number | null;
  /** Mails about one pair hang together under this name. */
  thread: string | null;
  /** Where one click ends what the mail came from. */
  unsubscribe: string | null;
  /** A drawing as SVG, sent along as a picture. */
  picture: string | null;
  /** Reports to send along, as JSON: `[{"snapshot","format"}]`. */
  attachments: Generated<Json>;
}

export interface RunTable {
  id: Generated<number>;
  job: string;
  source_id: string | null;
  started_at: Instant;
  finished_at: Instant | null;
  state: RunState;
  counts: Generated<Json>;
  warnings: Generated<Json>;
  error: string | null;
  millis: number | null;
}

export interface JobTable {
  name: string;
  every_seconds: number;
  next_due_at: Instant;
  lease: string | null;
  lease_until: Instant | null;
  last_run_at: Instant | null;
  last_ok_at: Instant | null;
  last_error: string | null;
  error_count: Generated<number>;
}

interface AuditTable {
  id: Generated<number>;
  at: Instant;
  user_id: number | null;
  action: string;
  subject: string;
  detail: Json;
  /** Hash of this row and of the chain before it: a row changed by hand breaks every later one. */
  chain: string;
}
