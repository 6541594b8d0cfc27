import type { RuleId } from './flag.ts';

/** The address of each page, for pages and mail alike. All values are encoded here. */
export const paths = {
  today: () => '/',
  setup: (token: string) => `/setup?token=${encodeURIComponent(token)}`,
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  flags: (query = '') => `/flags${query}`,
  flag: (pairId: string, rule: RuleId) => `/flags/${encodeURIComponent(pairId)}/${rule}`,
  deals: (query = '') => `/deals${query}`,
  deal: (pairId: string) => `/deals/${encodeURIComponent(pairId)}`,
  documents: (query = '') => `/documents${query}`,
  document: (id: string, anchor = '') => `/documents/${encodeURIComponent(id)}${anchor}`,
  sources: () => '/sources',
  source: (id: string) => `/sources/${encodeURIComponent(id)}`,
  read: () => '/read',
  screens: () => '/screens',
  screen: (rule: RuleId) => `/screens/${rule}`,
  outbox: () => '/outbox',
  alerts: () => '/alerts',
};
