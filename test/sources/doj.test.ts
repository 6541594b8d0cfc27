import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { partiesOfCaption } from '../../sources/us/captions.ts';
import { dojCases } from '../../sources/us/doj-cases.ts';
import { dojDay, dojPress } from '../../sources/us/doj-press.ts';
import { fetchedFrom } from './site.ts';

const settings = { id: 'doj-press', url: null, publisher: 'Department of Justice', sourceClass: 'official' as const };
const fetched = (body: string, url = dojPress.start[0] as string, contentType = 'application/json') =>
  fetchedFrom(body, url, contentType);
const saved = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');
const release = (n: number, date: string) => ({
  title: `Antitrust release ${n}`,
  uuid: `u-${n}`,
  url: `/opa/pr/r-${n}`,
  date,
  body: '<p>Words of the Antitrust Division.</p>',
});
const answer = (count: number | string, dates: string[]) =>
  JSON.stringify({ metadata: { resultset: { count } }, results: dates.map((date, n) => release(n, date)) });

describe('dates of the Department of Justice', () => {
  it.each([
    ['1738777030', '2025-02-05'],
    [1738777030, '2025-02-05'],
    ['<time datetime="2025-02-05T12:37:10-05:00">1738777030</time>\n', '2025-02-05'],
    ['<time datetime="2025-02-05T12:37:10-05:00"></time>', '2025-02-05'],
    ['2025-02-05T12:37:10-05:00', '2025-02-05'],
    // 04:30 UTC is the evening before in Washington.
    ['1772166600', '2026-02-26'],
  ])('%s is %s', (written, day) => {
    expect(dojDay(written)).toBe(day);
  });

  it.each(['', null, undefined, 'yesterday', '<time>soon</time>', '12', '2025'])('%s is no day', (written) => {
    expect(dojDay(written)).toBeNull();
  });
});

describe('the order of the releases', () => {
  it('newest first needs no other page', () => {
    expect(dojPress.list(fetched(answer(269_000, ['1772213830', '1772038800'])), settings).more).toEqual([]);
  });

  it('oldest first: the last pages are asked for, by the page size that the site really used', () => {
    const { more, warnings } = dojPress.list(fetched(answer('41', ['1041483600', '1041483601'])), settings);
    expect(more.map((url) => new URL(url).searchParams.get('page'))).toEqual(['20', '19', '18']);
    expect(warnings).toEqual([expect.stringContaining('newest')]);
  });

  it('a page further on asks for no more, however old it is', () => {
    const url = `${dojPress.start[0]}`.replace('page=0', 'page=20');
    expect(dojPress.list(fetched(answer(41, ['1041483600']), url), settings).more).toEqual([]);
  });

  it('a release out of order in front does not hide that the page is fresh', () => {
    expect(dojPress.list(fetched(answer(9000, ['1041483600', '1772213830'])), settings).more).toEqual([]);
  });
});

describe('what is not the list', () => {
  it('an interstitial served as 200 is a refusal', () => {
    const page =
      '<html><head><meta http-equiv="refresh" content="5; URL=\'/?bm-verify=AAQ\'"></head><body></body></html>';
    expect(() => dojPress.list(fetched(page, undefined, 'text/html'), settings)).toThrow(SourceBlocked);
    expect(() => dojCases.list(fetched(page, dojCases.start[0], 'text/html'), settings)).toThrow(SourceBlocked);
  });

  it('results of another shape are a change, one odd one among many is left out', () => {
    const odd = JSON.stringify({ metadata: { resultset: { count: 9 } }, results: [{ a: 1 }, { b: 2 }, null] });
    expect(() => dojPress.list(fetched(odd), settings)).toThrow(SourceChanged);
  });

  it('a page without cards is a changed page, not a day without cases', () => {
    const empty = fetched(
      '<!doctype html><html><body><main><p>No results.</p></main></body></html>',
      dojCases.start[0],
    );
    expect(() => dojCases.list(empty, settings)).toThrow(SourceChanged);
  });
});

it('only what is of the Antitrust Division is taken', () => {
  const { items, listed } = dojPress.list(fetched(saved('doj-press/newest-first.json')), settings);
  expect(listed).toBe(6);
  expect(items.map(({ key }) => key)).toEqual(['aaaa-1', 'aaaa-3', 'aaaa-4']);
});

describe('captions of American cases', () => {
  it.each([
    ['U.S. v. Nvidia Corp. and Halden Robotics, Inc.', 'Nvidia', 'Halden Robotics'],
    [
      'U.S. and Plaintiff States v. UnitedHealth Group Inc. and Change Healthcare Inc.',
      'UnitedHealth Group',
      'Change Healthcare',
    ],
    ['Nvidia/Arm, In the Matter of', 'Nvidia', 'Arm'],
    ['Microsoft/Activision Blizzard, In the Matter of', 'Microsoft', 'Activision Blizzard'],
    ['Meta Platforms, Inc./Mark Zuckerberg/Within Unlimited, FTC v.', 'Meta', 'Within Unlimited'],
    [
      'Tempur Sealy International, Inc. / Mattress Firm Group Inc., In the Matter of',
      'Tempur Sealy International',
      'Mattress Firm Group',
    ],
    ['FTC v. Amazon.com, Inc. and iRobot Corporation', 'Amazon', 'iRobot'],
    ['United States v. Google LLC; Vilnius Vision Ltd.', 'Google', 'Vilnius Vision'],
  ])('%s', (caption, acquirer, target) => {
    expect(partiesOfCaption(caption)).toEqual({ acquirer, target });
  });

  it.each([
    'U.S. v. Apple Inc.',
    'RentGrow, Inc., U.S. v.',
    'Google LLC, FTC v.',
    'In the Matter of Brauer',
    '',
    'U.S. v. Live Nation Entertainment Inc., et al.',
  ])('%s names one party', (caption) => {
    expect(partiesOfCaption(caption)).toBeNull();
  });
});
