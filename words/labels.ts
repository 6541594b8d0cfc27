import type { Severity } from '../model/flag.ts';
import type { ScrutinyStatus } from '../model/scrutiny.ts';
import { labels } from './speak.ts';

/** The labels of model/labels.ts in the language of the answer. */

export const KIND_LABELS = labels('kind');
export const CERTAINTY_LABELS = labels('certainty');
export const LAYER_LABELS = labels('layer');
export const INSTRUMENT_LABELS: Partial<Record<string, string>> = labels('instrument');
export const ROLE_LABELS = labels('amount-role');
export const STATUS_LABELS = labels('status');
export const SOURCE_CLASS_LABELS = labels('source-class');
export const AUTHORITY_NAMES = labels('authority');
export const RULE_LABELS = labels('screen');
export const RULE_SHORT_LABELS = labels('screen-short');
export const SEVERITY_LABELS = labels('severity') as Record<Severity, string>;
export const BAND_LABELS = labels('band');
export const FLAG_STATE_LABELS = labels('flag-state');
export const DECISION_LABELS = labels('decision');
export const DISMISSAL_LABELS = labels('dismissal');
export const DOCUMENT_STATE_LABELS = labels('document-state');
export const TERM_LABELS = labels('term');
export const EVENT_LABELS = labels('event');
export const CADENCE_LABELS = labels('cadence');
export const STATUS_NOTES: Partial<Record<ScrutinyStatus, string>> = labels('status-notes');
