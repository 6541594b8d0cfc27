import { companies } from '../../model/company.ts';

/** Filers that are watched, by the number under which the SEC knows them (its list company_tickers.json). */
export interface Filer {
  /** Ten digits, leading zeros included. */
  cik: string;
  /** Common name of the group (model/companies.json). */
  company: string;
}

/** Companies whose 8-K filings are read: all of the list that file. */
export const FILERS: readonly Filer[] = companies.flatMap(({ name, cik }) => (cik ? [{ cik, company: name }] : []));

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
