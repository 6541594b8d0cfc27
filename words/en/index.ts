import {
  AUTHORITY_NAMES,
  BAND_LABELS,
  CADENCE_LABELS,
  CERTAINTY_LABELS,
  DECISION_LABELS,
  DISMISSAL_LABELS,
  DOCUMENT_STATE_LABELS,
  EVENT_LABELS,
  FLAG_STATE_LABELS,
  INSTRUMENT_LABELS,
  KIND_LABELS,
  LAYER_LABELS,
  ROLE_LABELS,
  RULE_LABELS,
  RULE_SHORT_LABELS,
  SEVERITY_LABELS,
  SOURCE_CLASS_LABELS,
  STATUS_LABELS,
  STATUS_NOTES,
  TERM_LABELS,
} from '../../model/labels.ts';
import { account } from './account.ts';
import { alerts } from './alerts.ts';
import { capex } from './capex.ts';
import { companies } from './companies.ts';
import { concentration } from './concentration.ts';
import { correct } from './correct.ts';
import { counted } from './counted.ts';
import { deals } from './deals.ts';
import { documents } from './documents.ts';
import { dossier } from './dossier.ts';
import { frame } from './frame.ts';
import { help } from './help.ts';
import { keys } from './keys.ts';
import * as lists from './lists.ts';
import { map } from './map.ts';
import { paid } from './paid.ts';
import { people } from './people.ts';
import { quality } from './quality.ts';
import { queue } from './queue.ts';
import { read } from './read.ts';
import { refused } from './refused.ts';
import { reports } from './reports.ts';
import { screens } from './screens.ts';
import { scrutiny } from './scrutiny.ts';
import { search } from './search.ts';
import { signIn } from './sign-in.ts';
import { sources } from './sources.ts';
import { sums } from './sums.ts';
import { time } from './time.ts';
import { today } from './today.ts';

/** Every word of the pages in English, by page; the labels of the model stand in model/labels.ts, where mails and exports take them too. */
export const en = {
  account,
  alerts,
  capex,
  companies,
  concentration,
  correct,
  counted,
  deals,
  documents,
  dossier,
  frame,
  help,
  keys,
  map,
  paid,
  people,
  quality,
  queue,
  read,
  refused,
  reports,
  screens,
  scrutiny,
  search,
  'sign-in': signIn,
  sources,
  time,
  today,
  sums,
  'alert-scope': lists.alertScope,
  'alert-scope-problem': lists.alertScopeProblem,
  'code-problem': lists.codeProblem,
  'delivery-state': lists.deliveryState,
  'fact-kind': lists.factKind,
  'feed-kind': lists.feedKind,
  'flag-sort': lists.flagSort,
  gap: lists.gap,
  'gap-note': lists.gapNote,
  'list-shape': lists.listShape,
  'mail-return': lists.mailReturn,
  'mail-state': lists.mailState,
  measure: lists.measure,
  'report-kind': lists.reportKind,
  'report-rhythm': lists.reportRhythm,
  'report-section': lists.reportSection,
  'report-short': lists.reportShort,
  role: lists.role,
  'run-state': lists.runState,
  side: lists.side,
  'sign-in-way': lists.signInWay,
  'source-state': lists.sourceState,
  'sums-aside': lists.sumsAside,
  territory: lists.territory,
  'test-outcome': lists.testOutcome,
  'token-scope': lists.tokenScope,
  'webhook-shape': lists.webhookShape,
  trouble: lists.trouble,
  weekday: lists.weekday,
  kind: KIND_LABELS,
  certainty: CERTAINTY_LABELS,
  layer: LAYER_LABELS,
  'amount-role': ROLE_LABELS,
  instrument: INSTRUMENT_LABELS,
  status: STATUS_LABELS,
  'source-class': SOURCE_CLASS_LABELS,
  authority: AUTHORITY_NAMES,
  screen: RULE_LABELS,
  'screen-short': RULE_SHORT_LABELS,
  severity: SEVERITY_LABELS,
  band: BAND_LABELS,
  'flag-state': FLAG_STATE_LABELS,
  decision: DECISION_LABELS,
  dismissal: DISMISSAL_LABELS,
  'document-state': DOCUMENT_STATE_LABELS,
  term: TERM_LABELS,
  event: EVENT_LABELS,
  cadence: CADENCE_LABELS,
  'status-notes': STATUS_NOTES as Record<keyof typeof STATUS_NOTES, string>,
} as const;
