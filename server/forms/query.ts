const LONGEST_SEARCH = 200;
const LAST_PAGE = 100_000;

/** Takes what was typed into a search field; gives it without the space around it, or undefined when nothing is left. */
export function typedText(typed: string | null): string | undefined {
  return typed?.trim().slice(0, LONGEST_SEARCH) || undefined;
}

/** The page asked for, from 1; the first one for anything that is no such number. */
export function pageNumber(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1);
  return Number.isInteger(page) && page > 0 && page < LAST_PAGE ? page : 1;
}
