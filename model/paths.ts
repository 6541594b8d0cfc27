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
  companies: (query = '') => `/companies${query}`,
  company: (name: string) => `/companies/${encodeURIComponent(name)}`,
  scrutiny: (query = '') => `/scrutiny${query}`,
  deadlines: () => '/deadlines',
  rereadings: () => '/rereadings',
  map: (query = '') => `/map${query}`,
  documents: (query = '') => `/documents${query}`,
  document: (id: string, anchor = '') => `/documents/${encodeURIComponent(id)}${anchor}`,
  correct: (factIds: readonly string[], next: string) =>
    `/correct/${factIds.map(encodeURIComponent).join(',')}?${new URLSearchParams({ next })}`,
  addFact: (id: string, query: Readonly<Record<string, string>> = {}) =>
    `/documents/${encodeURIComponent(id)}/add?${new URLSearchParams(query)}`,
  annotated: (id: string) => `/documents/${encodeURIComponent(id)}/annotated.json`,
  cases: () => '/cases',
  stories: () => '/stories',
  sources: () => '/sources',
  source: (id: string) => `/sources/${encodeURIComponent(id)}`,
  read: () => '/read',
  screens: () => '/screens',
  screen: (rule: RuleId) => `/screens/${rule}`,
  outbox: () => '/outbox',
  alerts: (query = '') => `/alerts${query}`,
  webhooks: () => '/alerts/webhooks',
  feeds: () => '/alerts/feeds',
  tokens: () => '/account/tokens',
  reports: () => '/reports',
  report: (id: string) => `/reports/${encodeURIComponent(id)}`,
  reportFile: (id: string, format: string) => `/reports/${encodeURIComponent(id)}/${format}`,
  reportTemplates: () => '/reports/templates',
  reportTemplate: (kind: string) => `/reports/templates/${kind}`,
  openMap: () => '/open',
  openTie: (id: string) => `/open/ties/${encodeURIComponent(id)}`,
  account: () => '/account',
  secondFactor: () => '/account/second-factor',
  reviewSettings: () => '/settings/review',
  screenSettings: () => '/settings/screens',
  names: () => '/names',
  shares: () => '/shares',
  suppressions: () => '/suppressions',
  people: () => '/people',
  person: (id: number) => `/people/${id}`,
  audit: (query = '') => `/audit${query}`,
  forgot: () => '/forgot',
  invitation: (token: string) => `/invitation?token=${encodeURIComponent(token)}`,
  reset: (token: string) => `/reset?token=${encodeURIComponent(token)}`,
  sso: (next?: string) => (next ? `/sign-in/sso?next=${encodeURIComponent(next)}` : '/sign-in/sso'),
  ssoReturn: () => '/sign-in/sso/return',
};

/** Where people reach the dashboard: PUBLIC_URL, else host and port. Never taken from a request (its Host header lies). */
export function baseUrlOf(config: { PUBLIC_URL: string | null; HOST: string; PORT: number }): string {
  return config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
}
