import type { Route } from './handler.ts';
import { caseDecide, caseList } from './pages/case-list.ts';
import { outboxList } from './pages/outbox-list.ts';
import { outboxDecide, outboxShow } from './pages/outbox-show.ts';
import { readPasted, showRead } from './pages/read.ts';
import { readLink } from './pages/read-link.ts';
import { readUpload } from './pages/read-upload.ts';
import { screenList } from './pages/screen-list.ts';
import { screenShow } from './pages/screen-show.ts';
import { sourceAdd } from './pages/source-add.ts';
import { sourceList } from './pages/source-list.ts';
import { opmlIn, opmlOut } from './pages/source-opml.ts';
import { sourcePast } from './pages/source-past.ts';
import { sourceRun } from './pages/source-run.ts';
import { sourceShow } from './pages/source-show.ts';
import { sourceSwitch } from './pages/source-switch.ts';
import { storyList } from './pages/story-list.ts';
import { lookingAndDeciding } from './routes-deciding.ts';
import { goingOut } from './routes-going-out.ts';
import { judging } from './routes-judging.ts';
import { comingIn } from './routes-people.ts';

/** Every page, with who may open it. The server is built from this table, and tests walk it. */
export const routes: readonly Route[] = [
  ...comingIn,

  // Reading, sources, screens, mail
  { method: 'GET', path: '/read', role: 'viewer', handler: showRead },
  {
    method: 'POST',
    path: '/read',
    role: 'viewer',
    handler: readPasted,
    limit: 'read',
    bodyKb: 3000,
    keepsNothing: true,
  },
  { method: 'POST', path: '/read/link', role: 'viewer', handler: readLink, limit: 'read' },
  { method: 'POST', path: '/read/file', role: 'viewer', handler: readUpload, limit: 'read', uploadMb: 31 },
  { method: 'GET', path: '/cases', role: 'viewer', handler: caseList, kept: true },
  { method: 'POST', path: '/cases', role: 'analyst', handler: caseDecide },
  { method: 'GET', path: '/stories', role: 'viewer', handler: storyList, kept: true },
  { method: 'GET', path: '/sources', role: 'viewer', handler: sourceList, kept: true },
  { method: 'POST', path: '/sources', role: 'analyst', handler: sourceAdd, limit: 'read' },
  { method: 'GET', path: '/sources.opml', role: 'viewer', handler: opmlOut },
  { method: 'POST', path: '/sources.opml', role: 'analyst', handler: opmlIn, limit: 'read', uploadMb: 2 },
  { method: 'GET', path: '/sources/:id', role: 'viewer', handler: sourceShow, kept: true },
  { method: 'POST', path: '/sources/:id/run', role: 'analyst', handler: sourceRun },
  { method: 'POST', path: '/sources/:id/switch', role: 'analyst', handler: sourceSwitch },
  { method: 'POST', path: '/sources/:id/past', role: 'analyst', handler: sourcePast },
  { method: 'GET', path: '/screens', role: 'viewer', handler: screenList, kept: true },
  ...judging,
  { method: 'GET', path: '/screens/:rule', role: 'viewer', handler: screenShow, kept: true },
  { method: 'GET', path: '/outbox', role: 'analyst', handler: outboxList },
  { method: 'GET', path: '/outbox/:id', role: 'analyst', handler: outboxShow },
  { method: 'POST', path: '/outbox/:id', role: 'analyst', handler: outboxDecide },

  ...lookingAndDeciding,
  ...goingOut,
];
