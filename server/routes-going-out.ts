import { apiRoutes } from './api/openapi.ts';
import type { Route } from './handler.ts';
import { addAlert, alertSettings, removeAlert, setAlertDelivery } from './pages/alerts.ts';
import { dealsXlsx } from './pages/deals-xlsx.ts';
import { feedAdd, feedList, feedRemove, feedShow } from './pages/feeds.ts';
import { openCsv, openFtm, openJson, openMap, openTie, openTieJson } from './pages/open-data.ts';
import { scheduleAdd, scheduleEnd } from './pages/report-schedules.ts';
import { templateList, templateSave, templateShow } from './pages/report-templates.ts';
import { reportFile, reportList, reportMake, reportShow } from './pages/reports.ts';
import { tokenAdd, tokenList, tokenRevoke } from './pages/tokens.ts';
import { endSubscription, showUnsubscribe } from './pages/unsubscribe.ts';
import { webhookAdd, webhookChange, webhookList } from './pages/webhooks.ts';

/** Pages about what leaves the house: alerts, feeds, webhooks, reports, and the interface for programs. */
export const goingOut: readonly Route[] = [
  { method: 'GET', path: '/alerts', role: 'viewer', handler: alertSettings },
  { method: 'POST', path: '/alerts', role: 'viewer', handler: addAlert },
  { method: 'POST', path: '/alerts/delivery', role: 'viewer', handler: setAlertDelivery },
  { method: 'POST', path: '/alerts/:id/remove', role: 'viewer', handler: removeAlert },
  { method: 'GET', path: '/unsubscribe/:token', role: 'anyone', handler: showUnsubscribe },
  { method: 'POST', path: '/unsubscribe/:token', role: 'anyone', handler: endSubscription, signedAddress: true },

  { method: 'GET', path: '/alerts/webhooks', role: 'analyst', handler: webhookList },
  { method: 'POST', path: '/alerts/webhooks', role: 'analyst', handler: webhookAdd },
  { method: 'POST', path: '/alerts/webhooks/:id', role: 'analyst', handler: webhookChange },

  { method: 'GET', path: '/deals.xlsx', role: 'viewer', handler: dealsXlsx, limit: 'read' },
  { method: 'GET', path: '/reports', role: 'viewer', handler: reportList },
  { method: 'POST', path: '/reports', role: 'viewer', handler: reportMake, limit: 'read' },
  { method: 'POST', path: '/report-schedules', role: 'viewer', handler: scheduleAdd },
  { method: 'POST', path: '/report-schedules/:id/end', role: 'viewer', handler: scheduleEnd },
  { method: 'GET', path: '/reports/templates', role: 'viewer', handler: templateList },
  { method: 'GET', path: '/reports/templates/:kind', role: 'analyst', handler: templateShow },
  { method: 'POST', path: '/reports/templates/:kind', role: 'analyst', handler: templateSave, uploadMb: 2 },
  { method: 'GET', path: '/reports/:id', role: 'viewer', handler: reportShow },
  { method: 'GET', path: '/reports/:id/:format', role: 'viewer', handler: reportFile, limit: 'read' },

  { method: 'GET', path: '/alerts/feeds', role: 'viewer', handler: feedList },
  { method: 'POST', path: '/alerts/feeds', role: 'viewer', handler: feedAdd },
  { method: 'POST', path: '/alerts/feeds/:id', role: 'viewer', handler: feedRemove },
  { method: 'GET', path: '/feed/:token/:file', role: 'anyone', handler: feedShow, limit: 'program' },

  { method: 'GET', path: '/account/tokens', role: 'viewer', handler: tokenList },
  { method: 'POST', path: '/account/tokens', role: 'viewer', handler: tokenAdd },
  { method: 'POST', path: '/account/tokens/:id/end', role: 'viewer', handler: tokenRevoke },

  // For everybody, where OPEN_DATA is on; elsewhere there is no such page
  { method: 'GET', path: '/open', role: 'anyone', handler: openMap, limit: 'program' },
  { method: 'GET', path: '/open/ties.csv', role: 'anyone', handler: openCsv, limit: 'program' },
  { method: 'GET', path: '/open/ties.json', role: 'anyone', handler: openJson, limit: 'program' },
  { method: 'GET', path: '/open/entities.ftm.jsonl', role: 'anyone', handler: openFtm, limit: 'program' },
  { method: 'GET', path: '/open/ties/:id.json', role: 'anyone', handler: openTieJson, limit: 'program' },
  { method: 'GET', path: '/open/ties/:id', role: 'anyone', handler: openTie, limit: 'program' },
  ...apiRoutes,
];
