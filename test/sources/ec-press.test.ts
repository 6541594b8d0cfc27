import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../model/day.ts';
import { Unreadable } from '../../model/errors.ts';
import { stepOfEcHeadline } from '../../sources/ec/headlines.ts';
import { ecPress, referenceOf } from '../../sources/ec/press.ts';
import type { Fetched, FoundItem } from '../../sources/source.ts';

describe('headlines of the press corner', () => {
  it.each([
    ['Mergers: Commission clears acquisition of Run:ai by Nvidia', 'cleared', 'Nvidia', 'Run:ai'],
    [
      'Commission approves acquisition of sole control of Fitbit by Google, subject to conditions',
      'remedies',
      'Google',
      'Fitbit',
    ],
    [
      'Commission opens in-depth investigation into proposed acquisition of iRobot by Amazon',
      'phase2',
      'Amazon',
      'iRobot',
    ],
    [
      'Mergers: Commission prohibits proposed acquisition of Halden Robotics by Meta',
      'challenged',
      'Meta',
      'Halden Robotics',
    ],
    [
      'Commission sends Statement of Objections over the acquisition of Turku Speech by OpenAI',
      'phase2',
      'OpenAI',
      'Turku Speech',
    ],
    [
      'Commission takes note of the withdrawal of the acquisition of Turku Speech by OpenAI',
      'abandoned',
      'OpenAI',
      'Turku Speech',
    ],
    [
      'Commission clears Microsoft’s acquisition of Activision Blizzard, subject to commitments',
      'remedies',
      'Microsoft',
      'Activision Blizzard',
    ],
    [
      'Mergers: Commission clears acquisition of joint control of X Data by Apple and KKR',
      'cleared',
      'Apple',
      'X Data',
    ],
  ])('%s', (headline, status, acquirer, target) => {
    expect(stepOfEcHeadline(headline)).toEqual({ status, acquirer, target });
  });

  it.each([
    'Commission welcomes agreement on artificial intelligence',
    'Antitrust: Commission opens investigation into Microsoft',
    'Commission publishes guidelines on mergers',
    'Statement by the Commission on competition',
    `Mergers: Commission clears acquisition of ${'A '.repeat(5000)}`,
    '',
  ])('%.60s names no step on a pair', (headline) => {
    expect(stepOfEcHeadline(headline)).toBeNull();
  });
});

describe('releases', () => {
  const item = { key: 'IP/26/1', title: 'T', fields: { reference: 'IP/26/1' }, document: null } as unknown as FoundItem;
  const settings = { id: 'ec-press', url: null, publisher: 'European Commission', sourceClass: 'official' as const };
  const answer = (body: string): Fetched => ({
    url: 'https://ec.europa.eu/commission/presscorner/api/documents?reference=IP/26/1&language=en',
    finalUrl: 'https://ec.europa.eu/commission/presscorner/api/documents',
    status: 200,
    contentType: 'application/json',
    body: Buffer.from(body),
    etag: null,
    lastModified: null,
    fetchedAt: '2026-03-02T09:00:00.000Z' as Instant,
  });

  it.each([
    '',
    '{"refCd":"IP/26/1","docuLanguageResource":null}',
    '{"refCd":"IP/26/1","docuLanguageResource":{"title":"T"}}',
  ])('an empty answer (%s) is no release without news', (body) => {
    expect(() => ecPress.read(answer(body), item, settings)).toThrow(Unreadable);
  });

  it('the day is the one in Brussels, as written', () => {
    const body = JSON.stringify({
      refCd: 'IP/26/1',
      publishDate: '2026-03-01T00:10:00.000+01:00',
      docuLanguageResource: { title: 'T', htmlContent: '<p>Some words.</p>' },
    });
    expect(ecPress.read(answer(body), item, settings).document.published).toBe('2026-03-01');
  });

  it('a page for people and its reference', () => {
    expect(referenceOf('https://ec.europa.eu/commission/presscorner/detail/en/ip_26_1900')).toBe('IP/26/1900');
    expect(referenceOf('https://ec.europa.eu/commission/presscorner/detail/fr/mex_25_7?x=1')).toBe('MEX/25/7');
    expect(referenceOf('https://ec.europa.eu/commission/presscorner/home/en')).toBeNull();
    expect(referenceOf(null)).toBeNull();
  });

  it('going back, every day is asked for once, in months, the newest first', () => {
    const back = ecPress.back?.('2025-12-15' as Day, '2026-03-02' as Day) ?? [];
    const days = back.map((url) => /datefrom=(\d{8})&dateto=(\d{8})/.exec(url)?.slice(1));
    expect(days).toEqual([
      ['15022026', '02032026'],
      ['15012026', '14022026'],
      ['15122025', '14012026'],
    ]);
  });
});
