import type { Route } from './handler.ts';
import { nameList, nameRule, nameUndo } from './pages/names.ts';
import { saveReviewSettings, showReviewSettings } from './pages/review-settings.ts';
import { saveScreenSettings, showScreenSettings, tryScreenSettings } from './pages/screen-settings.ts';
import { figureAdd, figureEnd, shareAdd, shareEnd, shareList } from './pages/shares.ts';
import { suppressionAdd, suppressionLift, suppressionList } from './pages/suppressions.ts';

/** How the ledger is judged: weights and thresholds, who is who, what is put away. */
export const judging: readonly Route[] = [
  { method: 'GET', path: '/settings/screens', role: 'admin', handler: showScreenSettings },
  { method: 'POST', path: '/settings/screens', role: 'admin', handler: saveScreenSettings },
  { method: 'POST', path: '/settings/screens/try', role: 'admin', handler: tryScreenSettings, keepsNothing: true },
  { method: 'GET', path: '/settings/review', role: 'admin', handler: showReviewSettings },
  { method: 'POST', path: '/settings/review', role: 'admin', handler: saveReviewSettings },
  { method: 'GET', path: '/names', role: 'viewer', handler: nameList, kept: true },
  { method: 'POST', path: '/names', role: 'analyst', handler: nameRule },
  { method: 'POST', path: '/names/:id/undo', role: 'analyst', handler: nameUndo },
  { method: 'GET', path: '/shares', role: 'viewer', handler: shareList, kept: true },
  { method: 'POST', path: '/shares', role: 'analyst', handler: shareAdd },
  { method: 'POST', path: '/shares/:id/end', role: 'analyst', handler: shareEnd },
  { method: 'POST', path: '/figures', role: 'analyst', handler: figureAdd },
  { method: 'POST', path: '/figures/:id/end', role: 'analyst', handler: figureEnd },
  { method: 'GET', path: '/suppressions', role: 'viewer', handler: suppressionList },
  { method: 'POST', path: '/suppressions', role: 'analyst', handler: suppressionAdd },
  { method: 'POST', path: '/suppressions/:id/lift', role: 'analyst', handler: suppressionLift },
];
