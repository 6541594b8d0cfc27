/** Words for what is one of a few: states, kinds, orders. Each list is asked for by its name: `labels('mail-states')`. */

export const alertScope = {
  all: 'every deal',
  filter: 'the deals or flags of a filter',
  pair: 'one deal',
  company: 'one company',
  authority: 'one authority',
} as const;

export const alertScopeProblem = {
  filter: 'Copy the address of the Deals or Flags page with its filters.',
  pair: 'Copy the address of the deal, or its last part.',
  company: 'Write the name of the company as the Deals page has it.',
  authority: 'Write the short name of the authority, such as CMA.',
} as const;

export const codeProblem = {
  wrong: 'That code is not right, or was used before. Wait for the next one.',
  blocked: 'Too many wrong codes: no code is taken for 15 minutes.',
} as const;

export const deliveryState = {
  waiting: 'Waiting',
  sending: 'On its way',
  sent: 'Taken',
  failed: 'Given up',
} as const;

export const factKind = {
  amount: 'A sum',
  deal: 'A deal',
  term: 'A right or term',
  scrutiny: 'A step by an authority',
} as const;

export const feedKind = {
  changes: 'What changed (Atom, JSON)',
  deadlines: 'Deadlines (iCalendar)',
} as const;

export const flagSort = {
  score: 'by score',
  newest: 'newest flag first',
  money: 'by money put in',
  spend: 'by spend back',
  changed: 'last changed first',
  event: 'latest event first',
} as const;

export const gap = {
  overtaken: 'Overtaken by new facts',
  none: 'No step on record',
  quiet: 'Gone quiet',
  recent: 'Step within a year',
  ended: 'Looked at and ended',
  'called-off': 'Called off',
} as const;

export const gapNote = {
  overtaken: 'steps were taken; a deal, money or spend was told of after the last one, which is over a year old',
  none: 'no watched authority has opened, asked or decided anything; days since the deal became public',
  quiet: 'a case is open, and a year or more has passed without a public word',
  recent: 'a step in the last twelve months',
  ended: 'every case has ended, and nothing new is known since',
  'called-off': 'every deal of the pair was called off: nothing is left to look at, and no days count',
} as const;

export const listShape = {
  feed: 'a feed',
  sitemap: 'a sitemap',
  page: 'a page that lists articles',
} as const;

export const mailState = {
  waiting: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  failed: 'Not arrived, or not known',
} as const;

export const mailReturn = {
  gone: 'There is no such address',
  failed: 'It came back',
  delayed: 'Its mail server still tries',
} as const;

export const measure = {
  turnover: 'turnover',
  assets: 'assets',
  'share-of-supply': 'share of supply',
} as const;

export const reportKind = {
  dossier: 'Dossier of one deal',
  briefing: 'Briefing: what changed in a period, or a selection',
  board: 'Scrutiny board',
  register: 'Register of all deals and sums',
} as const;

export const reportRhythm = {
  daily: 'every day, about the day before',
  weekly: 'every week, about the seven days before',
  monthly: 'on the first of the month, about the month before',
} as const;

export const reportSection = {
  summary: 'Summary',
  figures: 'Key figures',
  money: 'Money',
  screens: 'Screens',
  terms: 'Terms',
  scrutiny: 'Scrutiny',
  timeline: 'Timeline',
  questions: 'Questions',
  sources: 'Sources',
  changes: 'What changed',
  overview: 'Overview',
  deals: 'Deals',
  registers: 'Registers',
  board: 'Scrutiny board',
  sums: 'Every sum',
} as const;

export const reportShort = {
  dossier: 'A dossier',
  briefing: 'A briefing',
  board: 'The scrutiny board',
  register: 'The register',
} as const;

export const role = {
  viewer: 'viewer',
  analyst: 'analyst',
  admin: 'admin',
} as const;

export const runState = {
  running: 'Under way',
  ok: 'Done',
  failed: 'Failed',
  abandoned: 'Given up',
} as const;

export const side = {
  acquirer: 'acquirers',
  target: 'targets',
} as const;

export const signInWay = {
  password: 'password',
  code: 'password and code',
  sso: 'single sign-on',
  link: 'one-time link',
} as const;

export const sourceState = {
  failing: 'Failing',
  late: 'Late',
  silent: 'Silent',
  never: 'Not read yet',
  ok: 'Read',
  off: 'Switched off',
} as const;

export const sumsAside = {
  ceiling: 'a ceiling, not added',
  total: 'a total so far, not added to its parts',
  round: 'a whole round, nobody’s own payment',
} as const;

export const territory = {
  world: 'world',
  us: 'US',
  uk: 'UK',
  eu: 'EU',
  germany: 'Germany',
  austria: 'Austria',
} as const;

export const testOutcome = {
  met: 'met',
  not_met: 'not met',
  unknown: 'unknown',
} as const;

export const tokenScope = {
  read: 'read everything that you may see',
  decide: 'decide about flags in your name',
  report: 'freeze reports',
} as const;

export const webhookShape = {
  dealwatch: 'JSON of our own',
  slack: 'Slack message',
  teams: 'Teams card',
} as const;

export const weekday = {
  '1': 'Monday',
  '2': 'Tuesday',
  '3': 'Wednesday',
  '4': 'Thursday',
  '5': 'Friday',
  '6': 'Saturday',
  '7': 'Sunday',
} as const;

/** What can go wrong with the file itself, each with the way out. */
export const trouble = {
  full: 'The disk is full: nothing more can be stored until there is room. What is stored is safe, and can be read.',
  damaged:
    'The database is damaged. Whoever runs this Dealwatch stops it and restores a backup: npm run -s restore -- FILE',
  'read-only': 'The database may not be written to. What is stored is safe, and can be read.',
  disk: 'The disk that holds the database fails. Whoever runs this Dealwatch looks at it, and restores a backup if need be.',
} as const;
