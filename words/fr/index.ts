import type { Catalogue } from '../catalogue.ts';
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

/** Every word of the pages in French. */
export const fr: Catalogue = {
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
  kind: lists.kind,
  certainty: lists.certainty,
  layer: lists.layer,
  'amount-role': lists.amountRole,
  instrument: lists.instrument,
  status: lists.status,
  'source-class': lists.sourceClass,
  authority: lists.authority,
  screen: lists.screen,
  'screen-short': lists.screenShort,
  severity: lists.severity,
  band: lists.band,
  'flag-state': lists.flagState,
  decision: lists.decision,
  dismissal: lists.dismissal,
  'document-state': lists.documentState,
  term: lists.term,
  event: lists.event,
  cadence: lists.cadence,
  'status-notes': lists.statusNotes,
};
