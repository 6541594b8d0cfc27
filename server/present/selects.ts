/** A filter that takes one value out of some, or none. */
export interface Select {
  name: string;
  label: string;
  any: string;
  options: { value: string; text: string; selected: boolean }[];
}

/** Takes a filter's name, its words and what is chosen; `all` are values with their words, in order. */
export function select(
  { name, label, any }: Pick<Select, 'name' | 'label' | 'any'>,
  chosen: string | undefined,
  all: readonly (readonly [string, string])[],
): Select {
  return { name, label, any, options: all.map(([value, text]) => ({ value, text, selected: value === chosen })) };
}

/** The word for a value that came from an address; the value itself when it is none of ours. */
export function labelled(labels: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(labels, value) ? (labels[value] as string) : value;
}
