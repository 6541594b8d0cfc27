/** What was made lately out of a text, kept so that it need not be made again. */
export interface Recent<V> {
  /** What was made of this text; made now when it is not kept. The same text always gives the same: make nothing else of it. */
  of(text: string, make: () => V): V;
}

/**
 * Takes how many characters of text may be kept, twice over; gives an empty store. When half of it is full the half that
 * was not asked for since goes: no clock and no order to keep up, and nothing to invalidate, since the text is the key.
 */
export function recent<V>(mostCharacters: number): Recent<V> {
  let [young, old] = [new Map<string, V>(), new Map<string, V>()];
  let characters = 0;
  return {
    of(text, make) {
      const known = young.get(text);
      if (known !== undefined) return known;
      const made = old.get(text) ?? make();
      if (characters + text.length > mostCharacters) {
        old = young;
        young = new Map();
        characters = 0;
      }
      young.set(text, made);
      characters += text.length;
      return made;
    },
  };
}
