import { describe, expect, it } from 'vitest';
import type { Day } from '../../model/day.ts';
import { findSource } from '../../sources/index.ts';
import { fetchedFrom } from './site.ts';

describe('the Federal Register', () => {
  const agencies = { 'federal-register': 'federal-trade-commission', 'federal-register-doj': 'antitrust-division' };

  it.each(Object.entries(agencies))(
    '%s is searched back in time without a day left out or asked for twice',
    (id, agency) => {
      const addresses = findSource(id).back?.('2026-01-10' as Day, '2026-06-01' as Day) ?? [];
      const spans = addresses.map((address) => {
        const query = new URL(address).searchParams;
        expect(query.get('conditions[agencies][]')).toBe(agency);
        const day = (name: string) => query.get(`conditions[publication_date][${name}]`);
        return [day('gte'), day('lte')];
      });
      expect(spans).toEqual([
        ['2026-04-03', '2026-06-01'],
        ['2026-02-02', '2026-04-02'],
        ['2026-01-10', '2026-02-01'],
      ]);
    },
  );

  it('says when a search of the past gives less than it found', () => {
    const { id, publisher, sourceClass, list, back } = findSource('federal-register');
    const [address = ''] = back?.('2026-05-01' as Day, '2026-06-01' as Day) ?? [];
    const page = (count: number) => fetchedFrom(JSON.stringify({ count, results: [] }), address);
    const settings = { id, url: null, publisher, sourceClass };
    expect(list(page(240), settings).warnings).toEqual([expect.stringMatching(/found 240 documents and gave 0/)]);
    expect(list(page(0), settings).warnings).toEqual([]);
  });
});
