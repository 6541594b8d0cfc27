import { describe, expect, it } from 'vitest';
import { DEAL_KINDS } from '../../model/deal.ts';
import type { Deal } from '../../model/ledger.ts';
import { SCRUTINY_STATUSES } from '../../model/scrutiny.ts';
import { type FtmEntity, ftmEntities } from '../../reports/as-ftm.ts';
import { openEntities } from '../../reports/open-data.ts';
import { aScrutiny, aStep } from '../helpers/build.ts';
import { ftmProblems } from '../helpers/ftm-schema.ts';
import { anEntry } from './entry.ts';

/** A pair with every kind of deal, and every step before an authority and a ministry. */
function everything() {
  const [first] = anEntry().pair.deals as [Deal];
  const deals = DEAL_KINDS.map((kind) => ({ ...first, id: `d-${kind}`, kind }));
  const steps = SCRUTINY_STATUSES.map((status, n) => ({ ...aStep(status, `2025-0${(n % 9) + 1}`), factIds: ['f1'] }));
  const scrutiny = [aScrutiny('CMA', ...steps), aScrutiny('CFIUS', aStep('phase1'))];
  return anEntry({ pair: { deals, scrutiny }, url: 'javascript:alert(1)' });
}

describe('FollowTheMoney entities', () => {
  it('keep every rule of the schema that its maintainers publish', () => {
    const entities = ftmEntities([anEntry(), everything()]);
    expect(new Set(entities.map((one) => one.schema))).toEqual(
      new Set(['Company', 'PublicBody', 'Ownership', 'UnknownLink', 'Payment']),
    );
    expect(ftmProblems(entities)).toEqual([]);
  });

  it('do so in the open data as well', () => {
    const entities = openEntities(everything()).map((one) => one.body as FtmEntity);
    expect(entities.length).toBeGreaterThan(5);
    expect(ftmProblems(entities)).toEqual([]);
  });

  it.each([
    [{ schema: 'Compamy', properties: {} }, 'no such schema'],
    [{ schema: 'Interest', properties: {} }, 'an abstract schema'],
    [{ schema: 'Company', properties: {} }, 'name is required'],
    [{ schema: 'Company', properties: { name: ['A'], nickname: ['B'] } }, 'no property nickname'],
    [{ schema: 'Company', properties: { name: ['A'], incorporationDate: ['May 2024'] } }, 'is no date'],
    [{ schema: 'Company', properties: { name: ['A'], topics: ['evil'] } }, 'cannot be evil'],
    [{ schema: 'Ownership', properties: { owner: ['x'], asset: ['y'] } }, 'leads to nothing'],
  ])('that break one are found: %o', (entity, words) => {
    expect(ftmProblems([{ id: 'e', ...entity } as FtmEntity]).join()).toContain(words);
  });
});
