import { withQuery } from '../forms/flag-filter.ts';

/** A filter in force, with the address of the list without it. */
export interface Chip {
  label: string;
  link: string;
}

/** Takes the query and how to say each filter; gives the filters in force. */
export function chips(
  query: URLSearchParams,
  wordsFor: Readonly<Record<string, (value: string) => string>>,
  address: (query: string) => string,
): Chip[] {
  return [...query]
    .filter(([name, value]) => Object.hasOwn(wordsFor, name) && value.trim())
    .map(([name, value]) => {
      const rest = new URLSearchParams([...query].filter(([n, v]) => !(n === name && v === value)));
      return { label: wordsFor[name]?.(value.slice(0, 200)) ?? value, link: address(withQuery(rest, {})) };
    });
}
