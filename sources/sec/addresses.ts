/** Where a filing is on EDGAR. Accession numbers are `0001193125-26-027198`: filer or agent, year, number. */

const ARCHIVE = 'https://www.sec.gov/Archives/edgar/data';
const ACCESSION = /^\d{10}-\d{2}-\d{6}$/;
/** Whole submissions above this hold films and pictures; then the main document alone is fetched. */
export const LARGEST_SUBMISSION = 12 * 1024 * 1024;

/** True for an accession number with its dashes. */
export function isAccession(text: string): boolean {
  return ACCESSION.test(text);
}

function folder(cik: string, accession: string): string {
  return `${ARCHIVE}/${Number(cik)}/${accession.replaceAll('-', '')}`;
}

/** The page about a filing, for people. */
export function filingPage(cik: string, accession: string): string {
  return `${folder(cik, accession)}/${accession}-index.htm`;
}

/** The whole submission in one file: main document and exhibits. */
export function submissionFile(cik: string, accession: string): string {
  return `${folder(cik, accession)}/${accession}.txt`;
}

/** One file of a filing, or null when its name could lead elsewhere. */
export function fileOfFiling(cik: string, accession: string, name: string): string | null {
  return /^[\w.-]+$/.test(name) ? `${folder(cik, accession)}/${name}` : null;
}
