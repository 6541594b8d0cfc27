import type { AmountRole, Instrument } from './amount.ts';
import type { Certainty, DealKind, Layer, Term } from './deal.ts';
import type { DocumentState } from './document.ts';
import type { Band, DecisionAction, DismissalReason, FlagState, RuleId, Severity } from './flag.ts';
import type { ScrutinyStatus, SourceClass } from './scrutiny.ts';
import type { Cadence, EventKind } from './subscription.ts';

/** Words for every status. Pages, mail and exports take them from here, so that they agree. */

export const KIND_LABELS: Record<DealKind, string> = {
  investment: 'Investment',
  acquisition: 'Acquisition',
  acquihire: 'Licence-and-hire',
  cloud: 'Cloud or chip supply',
  partnership: 'Partnership',
};

export const CERTAINTY_LABELS: Record<Certainty, string> = { done: 'done', reported: 'reported', ended: 'ended' };

export const LAYER_LABELS: Record<Layer, string> = {
  chip: 'Chips',
  infrastructure: 'Infrastructure',
  data: 'Data',
  model: 'Models',
  application: 'Applications',
  robotics: 'Robotics',
  distribution: 'Distribution',
};

export const INSTRUMENT_LABELS: Record<Instrument, string> = {
  equity: 'shares',
  convertible: 'convertible',
  credits: 'credits for computing',
  warrants: 'warrants',
  debt: 'loan',
};

export const ROLE_LABELS: Record<AmountRole, string> = {
  tranche: 'put in',
  total: 'total',
  round: 'whole round',
  ceiling: 'ceiling',
  future: 'promised',
  commitment: 'spend back',
  fee: 'licence fee',
};

export const STATUS_LABELS: Record<ScrutinyStatus, string> = {
  monitoring: 'Monitoring',
  information_request: 'Information request',
  phase1: 'Phase 1',
  phase2: 'Phase 2',
  cleared: 'Cleared',
  no_jurisdiction: 'No jurisdiction',
  remedies: 'Remedies',
  challenged: 'Challenged',
  abandoned: 'Abandoned',
};

/** Says what an ended step means, where its name alone could mislead. */
export const STATUS_NOTES: Partial<Record<ScrutinyStatus, string>> = {
  cleared: 'Approved, or looked at and not taken further: the quoted words say which.',
  no_jurisdiction: 'Effects were not assessed.',
  information_request: 'A request for information opens no case by itself.',
};

export const SOURCE_CLASS_LABELS: Record<SourceClass, string> = {
  official: 'official',
  filing: 'filing',
  press: 'press',
};

export const AUTHORITY_NAMES: Record<string, string> = {
  CMA: 'Competition and Markets Authority (UK)',
  FTC: 'Federal Trade Commission (US)',
  DOJ: 'Department of Justice, Antitrust Division (US)',
  EC: 'European Commission',
  'EC DMA': 'European Commission, Digital Markets Act',
  'EC FSR': 'European Commission, foreign subsidies',
  BKartA: 'Bundeskartellamt (Germany)',
  CADE: 'CADE (Brazil)',
  AdlC: 'Autorité de la concurrence (France)',
  AGCM: 'AGCM (Italy)',
  BWB: 'Bundeswettbewerbsbehörde (Austria)',
  SAMR: 'SAMR (China)',
  KFTC: 'KFTC (Korea)',
  JFTC: 'JFTC (Japan)',
  CCI: 'CCI (India)',
  ACCC: 'ACCC (Australia)',
  'Competition Bureau': 'Competition Bureau (Canada)',
  CNMC: 'CNMC (Spain)',
  COMCO: 'Competition Commission (Switzerland)',
  ACM: 'ACM (Netherlands)',
  CCPC: 'CCPC (Ireland)',
  TCA: 'Competition Authority (Türkiye)',
  ICA: 'Competition Authority (Israel)',
  CFIUS: 'CFIUS, foreign investment (US)',
  NDRC: 'NDRC, foreign investment (China)',
  MOFCOM: 'Ministry of Commerce, foreign trade and investment (China)',
  ISU: 'Investment Security Unit, national security (UK)',
  BMWK: 'Economy ministry, foreign investment (Germany)',
  FIRB: 'Foreign Investment Review Board (Australia)',
};

export const RULE_LABELS: Record<RuleId, string> = {
  'round-trip': 'Cloud-spend round-tripping',
  'circular-financing': 'Circular financing',
  'acqui-hire': 'Licence-and-hire',
  'staged-stake': 'Creeping stake',
  'cross-holding': 'Common ownership among rivals',
  exclusivity: 'Exclusive or preferred provider',
  'governance-rights': 'Governance and information rights',
  'input-foreclosure': 'Foreclosure of inputs',
  'serial-acquisition': 'Series of deals',
  'below-threshold': 'Structured outside notification',
  'nascent-competitor': 'Nascent competitor',
  'market-share': 'Market share',
};

/** The same, short enough for one line of a list. */
export const RULE_SHORT_LABELS: Record<RuleId, string> = {
  'round-trip': 'Round-tripping',
  'circular-financing': 'Circular financing',
  'acqui-hire': 'Licence-and-hire',
  'staged-stake': 'Creeping stake',
  'cross-holding': 'Common ownership',
  exclusivity: 'Exclusive provider',
  'governance-rights': 'Governance rights',
  'input-foreclosure': 'Input foreclosure',
  'serial-acquisition': 'Series of deals',
  'below-threshold': 'Outside notification',
  'nascent-competitor': 'Nascent competitor',
  'market-share': 'Market share',
};

export const SEVERITY_LABELS: Record<Severity, string> = { 1: 'weak', 2: 'clear', 3: 'strong' };

export const BAND_LABELS: Record<Band, string> = { High: 'High', Medium: 'Medium', Low: 'Low', none: 'No band' };

export const FLAG_STATE_LABELS: Record<FlagState, string> = {
  to_review: 'To review',
  watching: 'Watching',
  escalated: 'Escalated',
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
};

export const DECISION_LABELS: Record<DecisionAction, string> = {
  confirm: 'Confirmed',
  dismiss: 'Dismissed',
  watch: 'Put on watch',
  escalate: 'Escalated',
  reopen: 'Put back to review',
};

export const DISMISSAL_LABELS: Record<DismissalReason, string> = {
  figure_misread: 'Figure misread',
  talks_only: 'Talks only, nothing agreed',
  round_total: "Round total, not this investor's money",
  same_event: 'Same event, counted already',
  ordinary_supply: 'Ordinary supply contract',
  term_expired: 'Term has expired',
  other: 'Other, with a note',
};

export const DOCUMENT_STATE_LABELS: Record<DocumentState, string> = {
  fetched: 'Waiting to be read',
  read: 'Read',
  unreadable: 'Could not be read',
  unsupported_language: 'Language not read',
  duplicate: 'Same text as another document',
};

export const TERM_LABELS: Record<Term, string> = {
  'exclusive-provider': 'Exclusive provider',
  'primary-provider': 'Primary provider',
  'preferred-provider': 'Preferred provider',
  'first-refusal': 'Right of first refusal',
  'several-providers': 'Uses several providers',
  credits: 'Paid in cloud credits',
  'tied-legs': 'One leg is a condition of the other',
  'supplier-gives-equity': 'Supplier gives its customer equity or warrants',
  'capacity-backstop': 'Investor buys back unsold capacity',
  'financing-vehicle': "A separate vehicle buys the supplier's goods and leases them on",
  'allocation-preference': 'Early access or reserved supply',
  'marketplace-listing': "Sold through the investor's cloud",
  'board-seat': 'Board seat',
  'board-observer': 'Board observer',
  veto: 'Veto right',
  consultation: 'Consultation right',
  'information-rights': 'Information rights',
  'revenue-share': 'Share of revenue or profit',
  'no-governance-rights': 'No vote, seat or observer',
  'non-voting': 'Non-voting',
  convertible: 'Convertible',
  warrants: 'Warrants',
  stake: 'Stake',
  licence: 'Licence to the technology',
  'hiring-waiver': 'Waiver of claims on hiring',
  'founder-joins': 'Founder or chief executive joins',
  'person-joins': 'Named person joins',
  'staff-share': 'Share of the staff joins',
  'staff-count': 'Number of staff who join',
  'target-continues': 'Target continues',
  'target-closes': 'Target winds down',
  'product-closed': 'Product closed',
};

/** What people can be told of, as the end of "When …": the words of the Alerts page, of feeds and of the API. */
export const EVENT_LABELS: Record<EventKind, string> = {
  flag: 'a new or reopened flag',
  score: 'a change of the score',
  status: 'a step by an authority',
  money: 'a new tranche, promise or spend commitment',
  contradiction: 'figures that disagree',
  deal: 'a new deal',
  deadline: 'a deadline that comes near',
  source: 'a source that cannot be read',
};

export const CADENCE_LABELS: Record<Cadence, string> = {
  now: 'at once',
  daily: 'in a daily digest',
  weekly: 'in a weekly digest',
};
