import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../model/day.ts';
import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { bkartaMergers, germanDay } from '../../sources/bkarta-mergers.ts';
import type { Fetched } from '../../sources/source.ts';

const settings = { id: 'bkarta-mergers', url: null, publisher: 'Bundeskartellamt', sourceClass: 'official' as const };
const [first = ''] = bkartaMergers.start;
const fetched = (body: string, url = first): Fetched => ({
  url,
  finalUrl: url,
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: Buffer.from(body),
  etag: null,
  lastModified: null,
  fetchedAt: '2026-03-02T09:00:00.000Z' as Instant,
});
const saved = readFileSync(join(import.meta.dirname, 'bkarta-mergers/pending.html'), 'utf8');

describe('the table of pending cases', () => {
  it('a row without a file number is left out and said; an open case is open', () => {
    const { items, listed, warnings } = bkartaMergers.list(fetched(saved), settings);
    expect(listed).toBe(5);
    expect(items.map(({ key, case: found }) => [key, found?.state])).toEqual([
      ['B6-15/26', 'open'],
      ['B3-12/26', 'open'],
      ['B5-201/25', 'closed'],
      ['B7-2/26', 'closed'],
      ['B9-3/26', 'closed'],
    ]);
    expect(warnings.join()).toContain('ohne');
  });

  it('a bare date in the last column says that it is over and not how', () => {
    const item = bkartaMergers.list(fetched(saved), settings).items.find(({ key }) => key === 'B7-2/26');
    const { events, warnings } = bkartaMergers.read(null, item as never, settings);
    expect(events.map(({ status }) => status)).toEqual(['phase1']);
    expect(warnings).toEqual([expect.stringContaining('does not say how it ended')]);
  });

  it('follows the link to the next page by its number, with whatever internal number the list has', () => {
    const { more } = bkartaMergers.list(fetched(saved), settings);
    expect(more).toEqual([expect.stringContaining('gtp=91234_list%253D2')]);
    const second = bkartaMergers.list(fetched(saved, more[0]), settings);
    expect(second.more).toEqual([expect.stringContaining('gtp=91234_list%253D3')]);
    const third = bkartaMergers.list(fetched(saved, second.more[0]), settings);
    expect(third.more).toEqual([]);
  });

  it('a page without the table, or a challenge, is no empty register', () => {
    expect(() => bkartaMergers.list(fetched('<html><body><p>Wartung</p></body></html>'), settings)).toThrow(
      SourceChanged,
    );
    expect(() => bkartaMergers.list(fetched('<html><title>Request Rejected</title></html>'), settings)).toThrow(
      SourceBlocked,
    );
    expect(() => bkartaMergers.list(fetched(''), settings)).toThrow(SourceChanged);
  });
});

describe('German days', () => {
  it.each([
    ['27.02.2026', '2026-02-27'],
    ['Freigabe 9.2.2026', '2026-02-09'],
    ['31.02.2026', null],
    ['-', null],
    [undefined, null],
  ])('%s', (written, day) => {
    expect(germanDay(written)).toBe(day);
  });
});
