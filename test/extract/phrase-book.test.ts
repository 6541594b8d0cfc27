import { describe, expect, it } from 'vitest';
import { PhraseBook } from '../../extract/text/phrase-book.ts';
import { Phrases } from '../../extract/text/phrases.ts';
import { tokenize } from '../../extract/text/tokens.ts';

const LISTS: readonly string[][] = [
  ['invest*,put _ into', 'stake/stakes in,a stake'],
  ['in,into,in the? round', 'led,led by'],
  ['the? giant,the? the giant', 'in stake*,put *schmiede', 'of # %'],
  ['# % of,# million', '*schmiede', 'led by the? giant'],
  ["au capital de/d,de,d'une"],
];
const WORDS =
  "invested investor put stake stakes a in into the round led by giant 49 % of 12 million Bildschmiede schmiede au capital de d ' une , . $ Amazon".split(
    ' ',
  );

/** Numbers that look like chance and are the same in every run. */
function* chance(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

const both = (book: PhraseBook) =>
  LISTS.map((lines) => {
    const together = book.phrases<string>();
    const alone = new Phrases<string>();
    for (const line of lines) for (const list of [together, alone]) list.add(line, line);
    return { together, alone };
  });

describe('a book of word patterns', () => {
  it('finds in 2,000 made sentences exactly what each list finds by itself', { timeout: 120_000 }, () => {
    const lists = both(new PhraseBook());
    const dice = chance(7);
    const next = (below: number) => Math.floor((dice.next().value as number) * below);
    for (let n = 0; n < 2_000; n += 1) {
      const tokens = tokenize(Array.from({ length: next(14) }, () => WORDS[next(WORDS.length)]).join(' '));
      const [from, to] = [next(6) - 1, next(tokens.length + 2)];
      for (const { together, alone } of lists) {
        expect(together.find(tokens)).toEqual(alone.find(tokens));
        expect(together.has(tokens)).toBe(alone.has(tokens));
        expect(together.has(tokens, from, to)).toBe(alone.has(tokens, from, to));
        for (let i = -1; i <= tokens.length; i += 1) expect(together.at(tokens, i)).toEqual(alone.at(tokens, i));
      }
    }
  });

  it('tells a part of a sentence from the whole of it', () => {
    const list = new PhraseBook().phrases<true>().add('a stake in', true);
    const tokens = tokenize('It bought a stake in Wiz.');
    expect(list.has(tokens)).toBe(true);
    expect(list.has(tokens.slice(0, 4))).toBe(false);
  });

  it('finds what is added after a first question', () => {
    const list = new PhraseBook().phrases<string>().add('bought', 'first');
    const tokens = tokenize('It bought a stake.');
    expect(list.find(tokens)).toHaveLength(1);
    list.add('a stake', 'second');
    expect(list.find(tokens).map((m) => m.value)).toEqual(['first', 'second']);
  });
});
