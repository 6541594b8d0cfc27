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

describe('what is kept under a name', () => {
  it('is there until it is dropped or another is put in its place', () => {
    const kept = recent<number>(1_000);
    kept.keep('a', 1, 10);
    kept.keep('b', 2, 10);
    kept.keep('a', 3, 10);
    kept.drop('b');
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([3, undefined, undefined]);
  });

  it('goes when as much as is kept came in twice since it was asked for, and is not found in the older half once dropped', () => {
    const kept = recent<number>(100);
    kept.keep('asked for', 1, 40);
    kept.keep('not asked for', 2, 40);
    kept.keep('third', 3, 40);
    expect(kept.get('asked for')).toBe(1);
    kept.drop('asked for');
    expect(kept.get('asked for')).toBeUndefined();
    kept.keep('fourth', 4, 90);
    expect([kept.get('not asked for'), kept.get('third'), kept.get('fourth')]).toEqual([undefined, 3, 4]);
  });
});
