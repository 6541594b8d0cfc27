import { describe, expect, it } from 'vitest';
import type { AmountRole } from '../../model/amount.ts';
import { DEAL_KINDS } from '../../model/deal.ts';
import type { Deal, DealEvent } from '../../model/ledger.ts';
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

  it('have as payments what was paid, each once; promises, ceilings, spend back and talks stand as words at their deal', () => {
    const [first] = anEntry().pair.deals as [Deal];
    const [paid] = first.events as [DealEvent];
    const told = (role: AmountRole, value: number, more: Partial<DealEvent> = {}): DealEvent => ({
      ...paid,
      id: `e-${role}-${value}`,
      date: null,
      role,
      value,
      ...more,
    });
    const events = [
      paid,
      told('total', 8e9),
      told('ceiling', 9e9),
      told('commitment', 3e9, { hedge: 'about' }),
      told('tranche', 5e9, { certainty: 'reported' }),
    ];
    const entities = ftmEntities([anEntry({ pair: { deals: [{ ...first, events }] } })]);
    const amounts = entities.filter(({ schema }) => schema === 'Payment').map(({ properties }) => properties.amount);
    expect(amounts).toEqual([['4000000000']]);
    expect(entities.find(({ schema }) => schema === 'Ownership')?.properties.description).toEqual([
      'total: $8bn',
      'ceiling: $9bn',
      'spend back: about $3bn',
      'put in: $5bn, reported',
    ]);
  });

  it('call nothing paid or owned that is only agreed: a price, what has no day, "up to", a purchase', () => {
    const [first] = anEntry().pair.deals as [Deal];
    const [paid] = first.events as [DealEvent];
    const of = (kind: Deal['kind'], ...events: Partial<DealEvent>[]) =>
      ftmEntities([
        anEntry({
          pair: { deals: [{ ...first, kind, terms: [], events: events.map((event) => ({ ...paid, ...event })) }] },
        }),
      ]);
    const schemas = (entities: FtmEntity[]) => entities.map(({ schema }) => schema).filter((one) => one !== 'Company');
    expect(schemas(of('acquisition', { role: 'total', date: '2025-03' as typeof paid.date }))).toEqual(['UnknownLink']);
    expect(schemas(of('investment', { role: 'ceiling', date: null }))).toEqual(['UnknownLink']);
    expect(schemas(of('investment', { date: null }))).toEqual(['Ownership']);
    // A licence fee and the package that holds it are one payment.
    const hire = of('acquihire', { role: 'fee' }, { role: 'total', value: 9e9 });
    expect(schemas(hire).sort()).toEqual(['Payment', 'UnknownLink']);
    expect(hire.find(({ schema }) => schema === 'UnknownLink')?.properties.status).toEqual(['agreed or done']);
  });

  it.each(['reported', 'ended'] as const)('have no ownership and no payment of a deal that is %s', (certainty) => {
    const [first] = anEntry().pair.deals as [Deal];
    const deals = [{ ...first, kind: 'acquisition' as const, certainty }];
    const entities = ftmEntities([anEntry({ pair: { deals } })]);
    expect(entities.map(({ schema }) => schema).sort()).toEqual(['Company', 'Company', 'UnknownLink']);
    expect(ftmProblems(entities)).toEqual([]);
    // The number of what is done is another: entities of two schemas cannot be merged.
    const done = ftmEntities([anEntry({ pair: { deals: [{ ...first, kind: 'acquisition' }] } })]).map(({ id }) => id);
    expect(done).not.toContain(entities.find(({ schema }) => schema === 'UnknownLink')?.id);
  });

  it('carry what other tools may know a listed company by, and nothing for a firm in no list', () => {
    const pair = { acquirer: 'Amazon', target: 'Larkspur Models' };
    const companies = ftmEntities([anEntry({ pair })]).filter(({ schema }) => schema === 'Company');
    const known = companies.find(({ properties }) => properties.name?.includes('Amazon'));
    expect(known?.properties).toMatchObject({ cikCode: ['0001018724'], weakAlias: expect.arrayContaining(['AWS']) });
    const unlisted = companies.find(({ properties }) => properties.name?.includes('Larkspur Models'));
    expect(unlisted?.properties).toEqual({ name: ['Larkspur Models'] });
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
