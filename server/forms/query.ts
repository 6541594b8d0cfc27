export { typedText } from '../../model/typed-text.ts';

const LAST_PAGE = 100_000;

/** The page asked for, from 1; the first one for anything that is no such number. */
export function pageNumber(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1);
  return Number.isInteger(page) && page > 0 && page < LAST_PAGE ? page : 1;
}
