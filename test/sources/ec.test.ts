import { describe, expect, it } from 'vitest';
import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { companiesNamed, followedName, looksRelevant, partyName } from '../../sources/cases/watched.ts';
import { ecMergers } from '../../sources/ec/cases.ts';
import { brusselsDay } from '../../sources/ec/record.ts';
import { ecNotifications } from '../../sources/ec/search.ts';
import { statusOfDecision } from '../../sources/ec/steps.ts';
import { jsonEntries } from '../../sources/parsing/json-entries.ts';
import { fetchedFrom } from './site.ts';

const settings = { id: 'ec-mergers', url: null, publisher: 'European Commission', sourceClass: 'official' as const };
const fetched = (body: string, url = 'https://open-data.example/case-data-M.json') => fetchedFrom(body, url);
const aCase = (number: string, title: string, more: object = {}) => ({
  metadata: { caseNumber: [number], caseTitle: [title], caseInstrument: ['Merger'], ...more },
  decisions: [],
});
const dump = (cases: Record<string, unknown>) => ecMergers.list(fetched(JSON.stringify(cases)), settings);

describe('dates of the Commission', () => {
  it.each([
    ['2026-07-15T22:00:00.000+0000', '2026-07-16'],
    ['2026-01-15T23:00:00.000+0000', '2026-01-16'],
    ['2026-07-14T22:00:00Z', '2026-07-15'],
    ['2026-03-28T23:00:00.000+0000', '2026-03-29'],
    ['2026-03-29T22:00:00.000+0000', '2026-03-30'],
    ['2026-07-16T09:00:00Z', '2026-07-16'],
    ['2022-09-30', '2022-09-30'],
    ['1784152800000', '2026-07-16'],
  ])('%s is %s in Brussels', (written, day) => {
    expect(brusselsDay(written)).toBe(day);
  });

  it.each(['', 'soon', '2026-02-30', '15/07/2026', '0000-00-00', '2026-13-40T99:00:00Z', null])(
    '%s is no day',
    (text) => {
      expect(brusselsDay(text)).toBeNull();
    },
  );
});

describe('types of decision', () => {
  it.each([
    ['Art. 6(1)(a)', 'no_jurisdiction'],
    ['Art. 6(1)(b)', 'cleared'],
    ['Art. 6(1)(b) with conditions & obligations', 'remedies'],
    ['Art. 6(1)(b) in conjunction with Art. 6(2)', 'remedies'],
    ['Art. 6(1)(c)', 'phase2'],
    ['Art. 8(1)', 'cleared'],
    ['Art. 8(2) with conditions & obligations', 'remedies'],
    ['Art. 8(3)', 'challenged'],
    ['Art. 8(4)', 'challenged'],
    ['Notification withdrawn', 'abandoned'],
    ['Art. 4(5) referral', null],
    ['Art. 9(3)', null],
    ['Art. 22(3)', null],
    ['Art. 14(2) fine', null],
    ['Art. 11(3)', 'information_request'],
    ['A thing never seen', undefined],
  ])('%s', (label, status) => {
    expect(statusOfDecision(label, 'Council Regulation 139/2004')).toBe(status);
  });

  it('a bare 8(2) was a clearance under the first regulation only', () => {
    expect(statusOfDecision('Art. 8(2)', 'Council Regulation 4064/89')).toBe('cleared');
    expect(statusOfDecision('Art. 8(2)', 'Council Regulation 139/2004')).toBe('remedies');
  });
});

describe('the open data', () => {
  it('a changed decision changes the fingerprint of its case and of no other', () => {
    const quiet = aCase('M.1', 'ALPHA / BETA');
    const before = dump({ 'M.1': quiet, 'M.2': aCase('M.2', 'NVIDIA / GAMMA') }).items;
    const decision = {
      metadata: { decisionAdoptionDate: ['2026-02-27'], decisionTypes: ['{"label":"Art. 6(1)(b)"}'] },
    };
    const after = dump({ 'M.1': quiet, 'M.2': { ...aCase('M.2', 'NVIDIA / GAMMA'), decisions: [decision] } }).items;
    expect(after[0]?.fingerprint).toBe(before[0]?.fingerprint);
    expect(after[1]?.fingerprint).not.toBe(before[1]?.fingerprint);
  });

  it('only cases of companies that are followed are read', () => {
    const { items } = dump({ 'M.1': aCase('M.1', 'ALPHA / BETA'), 'M.2': aCase('M.2', 'AMAZON EU SARL / GAMMA') });
    expect(items.map(({ key, document }) => [key, document !== null])).toEqual([
      ['M.1', false],
      ['M.2', true],
    ]);
    expect(items[0]?.case).toMatchObject({ acquirer: 'Alpha', target: 'Beta' });
  });

  it('a file that was cut off fails as a whole: it must not pass for fewer cases', () => {
    const whole = JSON.stringify({ 'M.1': aCase('M.1', 'A / B'), 'M.2': aCase('M.2', 'C / D') });
    for (let length = whole.length - 1; length > 0; length -= 7) {
      expect(() => ecMergers.list(fetched(whole.slice(0, length)), settings)).toThrow(SourceChanged);
    }
  });

  it('one broken case is left out with a warning, many are a changed file', () => {
    const cases = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`M.${n}`, aCase(`M.${n}`, 'A / B')]));
    const one = dump({ ...cases, 'M.999': { other: 1 } });
    expect(one).toMatchObject({ listed: 201, warnings: [expect.stringContaining('M.999')] });
    expect(one.items).toHaveLength(200);
    expect(() => dump({ 'M.1': null, 'M.2': 'x', 'M.3': aCase('M.3', 'A / B') })).toThrow(SourceChanged);
  });

  it.each(['[]', 'null', '"x"', '1', '', 'Service unavailable'])('%s is no dump', (body) => {
    expect(() => ecMergers.list(fetched(body), settings)).toThrow(SourceChanged);
  });

  it('a challenge served as 200 is a refusal', () => {
    const page = '<!doctype html><title>Just a moment…</title><p>Checking';
    expect(() => ecMergers.list(fetched(page), settings)).toThrow(SourceBlocked);
  });

  it('values that are no lists, or JSON cut off within, are kept as they are', () => {
    const odd = {
      metadata: { caseNumber: 'M.7', caseTitle: 'MICROSOFT / X', caseSectors: ['{"code":"cut', null, ''] },
    };
    const { items } = dump({ 'M.7': odd });
    expect(items[0]?.document?.text).toContain('{"code":"cut');
  });

  it('its own words for a prototype do no harm', () => {
    const { items } = ecMergers.list(fetched('{"__proto__":{"metadata":{"caseTitle":["A / B"]}}}'), settings);
    expect(items.map(({ key }) => key)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).metadata).toBeUndefined();
  });
});

describe('jsonEntries', () => {
  const entries = (json: string) => [...jsonEntries(Buffer.from(json))];

  it('gives what JSON.parse gives, whatever stands in the strings', () => {
    const value = {
      'a"}{': [1, { b: '}],"\\' }],
      'c,d': 'x"y',
      e: null,
      f: -1.5e3,
      g: {},
      h: [],
      'é😀': 'é😀',
      '': true,
    };
    for (const json of [JSON.stringify(value), JSON.stringify(value, null, 2), `\ufeff${JSON.stringify(value)}`]) {
      expect(Object.fromEntries(entries(json).map(({ key, json: text }) => [key, JSON.parse(text)]))).toEqual(value);
    }
    expect(entries('{}')).toEqual([]);
  });

  it.each(['{', '{"a"', '{"a":', '{"a":1', '{"a":1 "b":2}', '{"a":{"b":1}', '{"a":"x', '{a:1}', '{"a":1,,}'])(
    'refuses %s',
    (json) => {
      expect(() => entries(json)).toThrow(SourceChanged);
    },
  );

  it('a hundred thousand brackets deep is walked, not climbed', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(entries(deep)).toHaveLength(1);
  });
});

describe('the search', () => {
  const url = ecNotifications.start[0] as string;
  const list = (answer: unknown, at = url) =>
    ecNotifications.list(fetched(JSON.stringify(answer), at), { ...settings, id: 'ec-notifications' });

  it('asks for open mergers and for decisions, each its own question at one address', () => {
    const forms = ecNotifications.start.map((address) => ecNotifications.request?.(address, { apiDataGov: '' }).form);
    expect(forms).toHaveLength(2);
    expect(JSON.stringify(forms[0])).toContain('METADATA_CASE');
    expect(JSON.stringify(forms[1])).toContain('METADATA_DECISION');
  });

  it('that finds nothing has failed: there is never no open merger', () => {
    expect(() => list({ totalResults: 0, results: [] })).toThrow(SourceChanged);
  });

  it('asks for all open mergers, page after page, and for the newest decisions alone', () => {
    const rows = Array.from({ length: 100 }, (_, n) => ({ reference: `M.${n}`, metadata: { caseNumber: [`M.${n}`] } }));
    const { more, warnings } = list({ totalResults: 150, results: rows });
    expect(more.map((next) => new URL(next).searchParams.get('pageNumber'))).toEqual(['2']);
    expect([warnings, ecNotifications.request?.(more[0] as string, { apiDataGov: '' }).form]).toEqual([
      [],
      ecNotifications.request?.(url, { apiDataGov: '' }).form,
    ]);
    expect(list({ totalResults: 150, results: rows.slice(0, 50) }, more[0])).toMatchObject({ more: [], warnings: [] });
    expect(list({ totalResults: 150, results: rows.slice(0, 20) }, more[0]).warnings.join()).toMatch(/gave 20 of 150/);
    expect(list({ totalResults: 9_000, results: rows }, ecNotifications.start[1]).more).toEqual([]);
  });

  it('takes a new key from the settings of the register', () => {
    const { more } = list({ modules: { odse: { cs: { apikey: 'NEW KEY&x' } } } }, 'https://register.example/env.json');
    expect(more).toHaveLength(2);
    expect(new URL(more[0] as string).searchParams.get('apiKey')).toBe('NEW KEY&x');
    expect(ecNotifications.request?.(more[1] as string, { apiDataGov: '' }).form).toBeDefined();
  });
});

describe('whose company it is', () => {
  it.each([
    ['GOOGLE IRELAND LIMITED', 'Google'],
    ['Amazon Web Services EMEA SARL', 'Amazon'],
    ['Microsoft Corporation', 'Microsoft'],
    ['Meta Platforms Technologies, LLC', 'Meta'],
    ['OpenAI', 'OpenAI'],
  ])('%s belongs to %s', (written, group) => {
    expect(followedName(written)).toBe(group);
  });

  it.each(['Meta Materials', 'Apple Tree Partners', 'Oracle Bone Museum', 'Amazonia Foods', 'Halden Robotics', ''])(
    '%s belongs to none',
    (written) => {
      expect(followedName(written)).toBeNull();
    },
  );

  it('a shouted name becomes readable, an abbreviation stays', () => {
    expect(partyName('ACTIVISION BLIZZARD')).toBe('Activision Blizzard');
    expect(partyName('PORT OF SPLIT')).toBe('Port of Split');
    expect(partyName('KKR')).toBe('KKR');
    expect(partyName('eFinancial')).toBe('eFinancial');
  });

  it('companies are found in a text by their names with a capital', () => {
    expect(companiesNamed('The CMA looks at Microsoft’s hiring of staff of Inflection AI by Microsoft.')).toEqual([
      'Microsoft',
      'Inflection AI',
    ]);
    expect(companiesNamed('apple growers and meta studies on the amazon')).toEqual([]);
  });

  it('a case of AI and a large group is told from any other', () => {
    expect(looksRelevant('Google: generative AI search services')).toContain('Google');
    expect(looksRelevant('Hiring of staff of Inflection AI')).toContain('Inflection AI');
    expect(looksRelevant('Google / Fitbit')).toBeNull();
    expect(looksRelevant('Artificial intelligence in farming')).toBeNull();
  });
});
