import { describe, expect, it } from 'vitest';
import { moneyTokens } from '../../extract/text/text-tokens.ts';
import { tokenize } from '../../extract/text/tokens.ts';

/** What counts as a token, as Unicode says it; the cutters look it up unit by unit. */
const WORDS = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;
const MONEY =
  /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*|\p{L}[\p{L}\p{M}]*|[^\s\p{L}\p{M}\d]/gu;

const PIECES = [
  ...['a', 'B', 'é', 'ß', 'И', '社', 'ﬁ', '𝐀', '𐐷', 'e\u0301', '\u0301', '\u{1e8d0}', '½', '²', '٣', '7', '000', '12'],
  ...[
    ' ',
    '\u00a0',
    '\u202f',
    '\u2009',
    '\n',
    '\t',
    '\u200b',
    '-',
    '.',
    ',',
    "'",
    '’',
    '$',
    '(',
    '😀',
    '\ud800',
    '\udc00',
  ],
];

/** Texts of pieces in an order that looks like chance and is the same in every run. */
function madeTexts(count: number): string[] {
  let state = 11;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: next(16) }, () => PIECES[next(PIECES.length)]).join(''),
  );
}

const places = (tokens: readonly { start: number; end: number; text: string }[]) =>
  tokens.map(({ start, end, text }) => ({ start, end, text }));
const expected = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length, text: m[0] }));

const isWord = (text: string | undefined) => /^[\p{L}\p{N}]/u.test(text ?? '');
/** A hyphen between two letters or figures joins them and is no token. */
const isJoint = (text: string, at: number) => text[at] === '-' && isWord(text[at - 1]) && isWord(text[at + 1]);

describe('tokens', () => {
  it('of sentences are the words and signs that Unicode knows, hyphens inside words left out', () => {
    for (const text of madeTexts(4_000))
      expect(places(tokenize(text))).toEqual(expected(text, WORDS).filter((t) => !isJoint(text, t.start)));
  });

  it('for sums keep figures with their separators and letters with their accents together', () => {
    for (const text of madeTexts(4_000)) expect(places(moneyTokens(text))).toEqual(expected(text, MONEY));
  });

  it('know capitals and lower case, hyphens and what touches', () => {
    const [start, up, e] = tokenize('Start-up Éclair');
    expect([start?.cap, start?.lower, start?.joined]).toEqual([true, 'start', false]);
    expect([up?.cap, up?.joined]).toEqual([false, true]);
    expect([e?.cap, e?.lower]).toEqual([true, 'éclair']);
    expect(moneyTokens('US$2,5 Mrd.').map((t) => [t.lower, t.kind, t.glued])).toEqual([
      ['us', 'word', false],
      ['$', 'sign', true],
      ['2,5', 'figure', true],
      ['mrd', 'word', false],
      ['.', 'sign', true],
    ]);
  });
});
