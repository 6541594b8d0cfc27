import { describe, expect, it } from 'vitest';
import { plainShare } from '../../model/share.ts';

describe('a share of the capital', () => {
  it.each([
    ['27 %', '27%'],
    ['27 %', '27%'],
    ['49 per cent', '49%'],
    ['6,3 Prozent', '6.3%'],
    ['36 percent', '36%'],
    ['25 por ciento', '25%'],
  ])('%s is shown as %s', (written, shown) => expect(plainShare(written)).toBe(shown));

  it.each(['60-80% of staff (sources differ)', 'c.36% of preferred stock', 'most', 'board seat', ''])(
    'leaves "%s" as it is',
    (words) => expect(plainShare(words)).toBe(words),
  );
});
