import { describe, expect, it } from 'vitest';
import { distance } from '../../model/distance.ts';

describe('the distance of two words', () => {
  it.each([
    ['anthropic', 'anthropic', 0],
    ['anthropic', 'antropic', 1],
    ['anthropic', 'anthrpoic', 1],
    ['anthropic', 'amthropik', 2],
    ['merger', 'merge', 1],
    ['', 'ab', 2],
  ])('%s and %s: %i', (a, b, off) => {
    expect(distance(a, b, 2)).toBe(off);
    expect(distance(b, a, 2)).toBe(off);
  });

  it('stops counting beyond what is asked', () => {
    expect(distance('kitten', 'sitting', 2)).toBe(3);
    expect(distance('a', 'abcdefgh', 2)).toBe(3);
  });
});
