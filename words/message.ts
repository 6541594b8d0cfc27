/**
 * How a message is written. `{name}` is filled in; a message with a number names its forms by the plural rules of its
 * language and chooses by `{n}`: `{ one: '{n} flag', other: '{n} flags' }`. Where a part of a sentence is a link or
 * stands out, it is marked: `See <sources>what is being read</sources>`, `<b>Nothing here.</b>` (words/rich.ts).
 */
export type Message = string | Plural;
export type Plural = { readonly other: string } & { readonly [form in Exclude<Intl.LDMLPluralRule, 'other'>]?: string };

/** What stands in braces in a message. */
type InBraces<S extends string> = string extends S
  ? never
  : S extends `${string}{${infer Name}}${infer Rest}`
    ? Name | InBraces<Rest>
    : never;
type Forms<M> = M extends string ? M : M extends Plural ? Extract<M[keyof M], string> : never;

/** The names that a message is handed values for; `n` wherever it has forms. */
export type Names<M> = InBraces<Forms<M>> | (M extends string ? never : 'n');

/** A value within a sentence: words as they are, numbers as the language writes them. */
export type Value = string | number;

/** What a language needs to make sentences of messages. */
export interface Grammar {
  plural(n: number): Intl.LDMLPluralRule;
  number(n: number): string;
}

/** A message ready to be said: its words, or how to make them of values. */
export type Saying = string | ((values: Readonly<Record<string, Value>>) => string);

/** One piece of a message: words, or the name of a value. */
export type Piece = { words: string } | { value: string };

/** Takes one form of a message; gives its pieces in order. */
export function pieces(form: string): Piece[] {
  return form
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => (/^\{\w+\}$/.test(part) ? { value: part.slice(1, -1) } : { words: part }));
}

/** Takes a message and the grammar of its language; gives what is done once, so that saying it costs next to nothing. */
export function prepare(message: Message, grammar: Grammar): Saying {
  if (typeof message === 'string') return prepareForm(message, grammar);
  const forms = new Map(Object.entries(message).map(([form, text]) => [form, prepareForm(text, grammar)]));
  const other = prepareForm(message.other, grammar);
  return (values) => {
    const form = forms.get(grammar.plural(Number(values.n))) ?? other;
    return typeof form === 'string' ? form : form(values);
  };
}

function prepareForm(text: string, { number }: Grammar): Saying {
  const parts = pieces(text);
  if (parts.every((part) => 'words' in part)) return text;
  return (values) => {
    let said = '';
    for (const part of parts) said += 'words' in part ? part.words : filled(values, part.value, number);
    return said;
  };
}

/** The value of that name as it is written. Throws when none was handed in: a hole in a sentence is a fault. */
export function filled(
  values: Readonly<Record<string, Value>> | undefined,
  name: string,
  number: (n: number) => string,
): string {
  const value = values?.[name];
  if (value === undefined || value === null) throw new Error(`Nothing was handed in for {${name}}.`);
  return typeof value === 'number' ? number(value) : String(value);
}
