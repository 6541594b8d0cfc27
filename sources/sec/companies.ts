/** Filers that are watched, by the number under which the SEC knows them (its list company_tickers.json). */
export interface Filer {
  /** Ten digits, leading zeros included. */
  cik: string;
  /** Common name of the group (model/companies.json). */
  company: string;
}

const filer = (cik: number, company: string): Filer => ({ cik: paddedCik(cik), company });

/** Groups whose 8-K filings are read. */
export const FILERS: readonly Filer[] = [
  filer(1018724, 'Amazon'),
  filer(2488, 'AMD'),
  filer(320193, 'Apple'),
  filer(796343, 'Adobe'),
  filer(1730168, 'Broadcom'),
  filer(858877, 'Cisco'),
  filer(1839341, 'Core Scientific'),
  filer(1769628, 'CoreWeave'),
  filer(1652044, 'Google'),
  filer(51143, 'IBM'),
  filer(50863, 'Intel'),
  filer(1326801, 'Meta'),
  filer(789019, 'Microsoft'),
  filer(1045810, 'Nvidia'),
  filer(1341439, 'Oracle'),
  filer(804328, 'Qualcomm'),
  filer(1108524, 'Salesforce'),
  filer(1373715, 'ServiceNow'),
  filer(1640147, 'Snowflake'),
  filer(1318605, 'Tesla'),
];

/** Those that build data centres for AI at the largest scale: their capital expenditure is followed. */
export const BUILDERS: readonly Filer[] = FILERS.filter(({ company }) =>
  ['Amazon', 'Apple', 'CoreWeave', 'Google', 'Meta', 'Microsoft', 'Nvidia', 'Oracle'].includes(company),
);

/** Firms that do not file themselves: filings of others that name them are looked for. */
export const NAMES_SOUGHT: readonly string[] = [
  'Anthropic',
  'Character.AI',
  'Figure AI',
  'Groq',
  'Hugging Face',
  'Inflection AI',
  'Mistral AI',
  'OpenAI',
  'Perplexity AI',
  'Safe Superintelligence',
  'Scale AI',
  'Thinking Machines Lab',
  'xAI',
];

/** Takes a number in any of the forms in use; gives ten digits. */
export function paddedCik(cik: number | string): string {
  return String(cik).padStart(10, '0');
}

/** The watched group that files under this number, or null. */
export function companyOf(cik: string): string | null {
  return FILERS.find((known) => known.cik === paddedCik(cik))?.company ?? null;
}
