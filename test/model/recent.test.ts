import { describe, expect, it } from 'vitest';
import { recent } from '../../model/recent.ts';

describe('what was made lately', () => {
  it('is made once for each text, and keeps apart texts that differ', () => {
    const kept = recent<string>(1_000);
    let made = 0;
    const of = (text: string) => kept.of(text, () => `${text}${++made}`);
    expect([of('a'), of('a'), of('b'), of('a')]).toEqual(['a1', 'a1', 'b2', 'a1']);
  });

  it('goes when it has not been asked for while twice as much as is kept came in', () => {
    const kept = recent<number>(100);
    let made = 0;
    const of = (text: string) => kept.of(text, () => ++made);
    of('often');
    of('once');
    for (let n = 0; n < 100; n += 1) {
      of(`other ${n}`);
      of('often');
    }
    const before = made;
    of('often');
    expect(made).toBe(before);
    of('once');
    expect(made).toBe(before + 1);
  });
});
