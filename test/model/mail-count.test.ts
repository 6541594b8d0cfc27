import { expect, it } from 'vitest';
import { countMails } from '../../model/mail-count.ts';
import { at } from '../db/world.ts';

const single = (minute: number, subject: string) => ({ at: at(minute), gathered: false, subject });

it.each([
  ['nothing', [], 0],
  ['one for each pair', [single(0, 'a'), single(0, 'b'), single(0, 'b'), single(5, 'a')], 3],
  ['one for each digest', [1, 2, 3].map((n) => ({ ...single(0, `p${n}`), gathered: true })), 1],
  ['one for a flood at once', Array.from({ length: 200 }, (_, n) => single(0, `p${n}`)), 1],
  ['ten and one for a flood within the hour', Array.from({ length: 50 }, (_, n) => single(n, `p${n}`)), 11],
  ['more in the next hour', [...Array.from({ length: 50 }, (_, n) => single(n, `p${n}`)), single(130, 'q')], 12],
])('%s', (_what, tellings, mails) => {
  expect(countMails(tellings)).toBe(mails);
});
