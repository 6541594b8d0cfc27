import { type MoneyToken, moneyTokens } from '../text/text-tokens.ts';

/** Where names stand in a text, looked up by their first word, so that many names take no more than one pass. */
export class Occurrences {
  private readonly text: string;
  private readonly tokens: readonly MoneyToken[];
  private byWord: Map<string, number[]> | null = null;
  private readonly tested = new Map<string, boolean>();
  private readonly known = new Map<string, readonly number[]>();

  constructor(text: string, tokens: readonly MoneyToken[]) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Takes a name; gives the offsets at which it begins, as a word or the beginning of words, in order. */
  of(name: string): readonly number[] {
    const known = this.known.get(name) ?? this.find(name);
    this.known.set(name, known);
    return known;
  }

  /** True where a name stands somewhere as a test asks of the text and the two ends of the name; always the same test. */
  isAnywhere(name: string, test: (text: string, at: number, end: number) => boolean): boolean {
    const is = this.tested.get(name) ?? this.of(name).some((at) => test(this.text, at, at + name.length));
    this.tested.set(name, is);
    return is;
  }

  private find(name: string): number[] {
    const first = moneyTokens(name)[0];
    const places = (first && this.words().get(first.text)) ?? [];
    return places.filter((at) => this.text.startsWith(name, at));
  }

  private words(): Map<string, number[]> {
    if (this.byWord) return this.byWord;
    const words = new Map<string, number[]>();
    for (const { text, start } of this.tokens) {
      const places = words.get(text);
      if (places) places.push(start);
      else words.set(text, [start]);
    }
    this.byWord = words;
    return words;
  }
}
