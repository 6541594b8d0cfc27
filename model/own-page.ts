import { foldName } from './company.ts';
import { AUTHORITY_NAMES } from './labels.ts';
import type { Authority } from './scrutiny.ts';

/** Names under which authorities publish, beside their short name and the one that pages show. */
const ALSO: Readonly<Record<Authority, readonly string[]>> = {
  AGCM: ['Autorità Garante della Concorrenza e del Mercato', 'Italian Competition Authority'],
  CADE: ['Conselho Administrativo de Defesa Econômica'],
  CCI: ['Competition Commission of India'],
  CMA: ['GOV.UK'],
  CNMC: ['Comisión Nacional de los Mercados y la Competencia'],
  DOJ: ['Department of Justice', 'US Department of Justice', 'Justice Department'],
  FTC: ['US Federal Trade Commission'],
  JFTC: ['Japan Fair Trade Commission'],
  KFTC: ['Korea Fair Trade Commission'],
  SAMR: ['State Administration for Market Regulation'],
};

/** One house that acts under several names. */
const HOUSES: Readonly<Record<Authority, Authority>> = { 'EC DMA': 'EC', 'EC FSR': 'EC' };

const byName = new Map<string, Authority>();
for (const [authority, shown] of Object.entries(AUTHORITY_NAMES)) {
  const name = shown.replace(/ \([^)]*\)$/, '');
  for (const one of [authority, name, ...(ALSO[authority] ?? [])]) byName.set(foldName(one), houseOf(authority));
}

function houseOf(authority: Authority): Authority {
  return HOUSES[authority] ?? authority;
}

/**
 * True when a page of this publisher may speak of its own step: it is the authority's, or nobody's that is known. What another
 * authority's page says of it has that page's day only by chance.
 */
export function isOwnPage(publisher: string, authority: Authority): boolean {
  const house = byName.get(foldName(publisher));
  return house === undefined || house === houseOf(authority);
}
