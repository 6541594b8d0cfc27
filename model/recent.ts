/** What was made lately, kept so that it need not be made again. */
export interface Recent<V> {
  /** What was made of this text; made now when it is not kept. The same text always gives the same: make nothing else of it. */
  of(text: string, make: () => V): V;
  /** What is kept under a name that is no text of it; whoever keeps it so drops it when it has changed. */
  get(name: string): V | undefined;
  /** Keeps something under a name, taken to be so many characters long. */
  keep(name: string, value: V, characters: number): void;
  drop(name: string): void;
}

interface Entry<V> {
  value: V;
  characters: number;
}

/**
 * Takes how many characters of text may be kept, twice over; gives an empty store. When half of it is full the half that
 * was not asked for since goes: no clock and no order to keep up, and nothing to invalidate where the text is the name.
 */
export function recent<V>(mostCharacters: number): Recent<V> {
  let [young, old] = [new Map<string, Entry<V>>(), new Map<string, Entry<V>>()];
  let characters = 0;

  function put(name: string, entry: Entry<V>): void {
    if (characters + entry.characters > mostCharacters) {
      old = young;
      young = new Map();
      characters = 0;
    }
    young.set(name, entry);
    characters += entry.characters;
  }

  function find(name: string): Entry<V> | undefined {
    const known = young.get(name);
    if (known) return known;
    const older = old.get(name);
    if (older) put(name, older);
    return older;
  }

  function drop(name: string): void {
    characters -= young.get(name)?.characters ?? 0;
    young.delete(name);
    old.delete(name);
  }

  return {
    of(text, make) {
      const known = find(text);
      if (known) return known.value;
      const value = make();
      put(text, { value, characters: text.length });
      return value;
    },
    get: (name) => find(name)?.value,
    keep(name, value, length) {
      drop(name);
      put(name, { value, characters: length });
    },
    drop,
  };
}
