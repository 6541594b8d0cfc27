import { describe, expect, it } from 'vitest';
import { readMapping, recordsFromCsv } from '../../cli/import-csv.ts';
import { InvalidInput } from '../../model/errors.ts';

const HEAD = 'acquirer,target,kind,date,value,currency,role';
const csv = (...lines: string[]) => recordsFromCsv([HEAD, ...lines].join('\n'), {});

describe('a ledger as CSV', () => {
  it('gives a record a row, its sum in full units', () => {
    const { records, errors } = csv(
      'Amazon,Anthropic,investment,2024-03-27,2.75bn,USD,tranche',
      '"Meta","Scale, AI",Investment,2025,"14,300,000,000",,',
    );
    expect(errors).toEqual([]);
    expect(records).toMatchObject([
      { acquirer: 'Amazon', events: [{ value: 2.75e9, role: 'tranche', date: '2024-03-27' }] },
      { target: 'Scale, AI', events: [{ value: 1.43e10, currency: 'USD', role: 'total' }] },
    ]);
  });

  it('takes other headings by a mapping, other delimiters and a byte-order mark', () => {
    const text = '\uFEFFInvestor;Company;Type;Remarks\r\nGoogle;Anthropic;cloud;\r\n';
    const { records, unused } = recordsFromCsv(text, readMapping(['acquirer=Investor', 'target=Company', 'kind=Type']));
    expect(records).toMatchObject([{ acquirer: 'Google', kind: 'cloud' }]);
    expect(unused).toEqual(['Remarks']);
  });

  it('says row by row what it cannot use, and takes the rest', () => {
    const { records, errors } = csv(
      'Amazon,Anthropic,gift,,,,',
      'Amazon,,investment,,,,',
      'Amazon,Adept,acquihire,2024-13-01,,,',
      'Amazon,Adept,acquihire,,a lot,,',
      'Amazon,Adept,acquihire',
      'Amazon,Adept,acquihire,2024-06-28,$330 million,USD,fee',
    );
    expect(records).toMatchObject([{ target: 'Adept', events: [{ value: 3.3e8 }] }]);
    expect(errors.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
    expect(errors.map(({ reason }) => reason).join(' ')).toMatch(
      /kind.*target.*2024-13-01.*a lot.*3 cells under 7 headings/s,
    );
  });

  it.each([
    ['', /empty/],
    ['investor,company\nA,B', /Say which column holds acquirer/],
    ['"open', /no CSV/],
  ])('refuses %j with a sentence', (text, sentence) => expect(() => recordsFromCsv(text, {})).toThrow(sentence));

  it('refuses a mapping to a column that is not there, and a mapping that is none', () => {
    expect(() => recordsFromCsv(`${HEAD}\n`, { layer: 'Stack' })).toThrow('There is no column "Stack"');
    expect(() => readMapping(['colour=Red'])).toThrow(InvalidInput);
  });
});
