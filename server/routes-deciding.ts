import { pageData } from './data/index.ts';
import type { Route } from './handler.ts';
import { dataRoutes } from './page-data.ts';
import { capex } from './pages/capex.ts';
import { companies, company } from './pages/companies.ts';
import { concentration } from './pages/concentration.ts';
import { correctKeep, correctShow, correctUndo } from './pages/correct.ts';
import { deadlines } from './pages/deadlines.ts';
import { dealList } from './pages/deal-list.ts';
import { dealNote } from './pages/deal-note.ts';
import { dealShow } from './pages/deal-show.ts';
import { documentAnnotated } from './pages/document-annotated.ts';
import { documentList } from './pages/document-list.ts';
import { documentShow } from './pages/document-show.ts';
import { factAdd, factKeep } from './pages/fact-add.ts';
import { flagAssign } from './pages/flag-assign.ts';
import { flagBulk } from './pages/flag-bulk.ts';
import { flagList } from './pages/flag-list.ts';
import { flagNews } from './pages/flag-news.ts';
import { flagReview } from './pages/flag-review.ts';
import { flagShow } from './pages/flag-show.ts';
import { gaps } from './pages/gaps.ts';
import { help } from './pages/help.ts';
import { ledgerJson } from './pages/ledger-json.ts';
import { map } from './pages/map.ts';
import { progress } from './pages/progress.ts';
import { quality } from './pages/quality.ts';
import { rereadingDecide, rereadingList } from './pages/rereading-list.ts';
import { scrutiny } from './pages/scrutiny.ts';
import { search } from './pages/search.ts';
import { today } from './pages/today.ts';
import { viewDelete, viewSave } from './pages/views.ts';

/** Pages on which people look at flags, deals, documents and companies, and decide. */
export const lookingAndDeciding: readonly Route[] = [
  ...dataRoutes(pageData),
  { method: 'GET', path: '/', role: 'viewer', handler: today, kept: true },
  { method: 'GET', path: '/flags', role: 'viewer', handler: flagList, kept: true },
  { method: 'POST', path: '/flags', role: 'analyst', handler: flagBulk },
  { method: 'GET', path: '/flags/news.json', role: 'viewer', handler: flagNews },
  { method: 'GET', path: '/flags/:pairId/:rule', role: 'viewer', handler: flagShow, kept: true },
  { method: 'POST', path: '/flags/:pairId/:rule', role: 'analyst', handler: flagReview },
  { method: 'POST', path: '/flags/:pairId/:rule/assign', role: 'analyst', handler: flagAssign },
  { method: 'POST', path: '/views', role: 'viewer', handler: viewSave },
  { method: 'POST', path: '/views/:id/delete', role: 'viewer', handler: viewDelete },
  { method: 'GET', path: '/deals', role: 'viewer', handler: dealList, kept: true },
  { method: 'GET', path: '/deals/:pairId', role: 'viewer', handler: dealShow, kept: true },
  { method: 'GET', path: '/companies', role: 'viewer', handler: companies, kept: true },
  { method: 'GET', path: '/companies/:name', role: 'viewer', handler: company, kept: true },
  { method: 'GET', path: '/concentration', role: 'viewer', handler: concentration, kept: true },
  { method: 'GET', path: '/capex', role: 'viewer', handler: capex, kept: true },
  { method: 'GET', path: '/map', role: 'viewer', handler: map, kept: true },
  { method: 'GET', path: '/quality', role: 'viewer', handler: quality },
  { method: 'GET', path: '/progress', role: 'viewer', handler: progress },
  { method: 'GET', path: '/rereadings', role: 'viewer', handler: rereadingList },
  { method: 'POST', path: '/rereadings/:id', role: 'admin', handler: rereadingDecide },
  { method: 'GET', path: '/help', role: 'viewer', handler: help, kept: true },
  { method: 'GET', path: '/scrutiny', role: 'viewer', handler: scrutiny, kept: true },
  { method: 'GET', path: '/gaps', role: 'viewer', handler: gaps, kept: true },
  { method: 'GET', path: '/deadlines', role: 'viewer', handler: deadlines, kept: true },
  { method: 'GET', path: '/search', role: 'viewer', handler: search, kept: true },
  { method: 'GET', path: '/documents', role: 'viewer', handler: documentList, kept: true },
  { method: 'GET', path: '/documents/:id', role: 'viewer', handler: documentShow, kept: true },
  { method: 'GET', path: '/documents/:id/annotated.json', role: 'viewer', handler: documentAnnotated },
  { method: 'GET', path: '/documents/:id/add', role: 'analyst', handler: factAdd },
  { method: 'POST', path: '/documents/:id/add', role: 'analyst', handler: factKeep },
  { method: 'GET', path: '/correct/:facts', role: 'analyst', handler: correctShow },
  { method: 'POST', path: '/correct', role: 'analyst', handler: correctKeep },
  { method: 'POST', path: '/corrections/:id/undo', role: 'analyst', handler: correctUndo },
  { method: 'GET', path: '/ledger.json', role: 'viewer', handler: ledgerJson },
  { method: 'POST', path: '/deals/:pairId/notes', role: 'analyst', handler: dealNote },
];
