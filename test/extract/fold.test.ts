import { describe, expect, it } from 'vitest';
import { fold, unfold } from '../../extract/text/fold.ts';

describe('fold', () => {
  it('leaves plain text alone and needs no map for signs of equal length', () => {
    expect(fold('Plain text.')).toEqual({ text: 'Plain text.', map: null });
    expect(fold('l’IA d’Anthropic')).toEqual({ text: "l'IA d'Anthropic", map: null });
  });

  it.each([
    ['zero-width characters', 'Micro\u200bsoft', 'Microsoft'],
    ['Greek and Cyrillic twins inside Latin words', '\u039cicr\u043esoft', 'Microsoft'],
    ['full-width letters', '\uff2fpenAI', 'OpenAI'],
    ['an accent that stands apart', 'Ge\u0301ant', 'Géant'],
    ['a pile of accents', `e${'\u0301'.repeat(50)}x`, 'éx'],
  ])('makes %s plain', (_, text, plain) => {
    expect(fold(text).text).toBe(plain);
  });

  it('keeps Greek words Greek', () => {
    expect(fold('Η Μαρία είδε').text).toBe('Η Μαρία είδε');
  });

  it('finds the way back to the words as given', () => {
    const text = '\u202eThe \u200bMicro\u200bsoft deal';
    const folded = fold(text);
    const at = folded.text.indexOf('Microsoft');
    const { start, end } = unfold(folded, at, at + 'Microsoft'.length);
    expect(text.slice(start, end)).toBe('Micro\u200bsoft');
  });
});
