import { expect, it } from 'vitest';
import { findCompany } from '../../model/company.ts';
import type { Day } from '../../model/day.ts';
import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { findSource } from '../../sources/index.ts';
import { companyOf, FILERS } from '../../sources/sec/companies.ts';
import { readSubmission } from '../../sources/sec/submission.ts';
import { type Fetched, startOf, unlisted } from '../../sources/source.ts';
import { fetcher, NOW, site } from './site.ts';

const settings = { id: 'sec-filings', url: null, publisher: 'SEC EDGAR', sourceClass: 'filing' as const };

function fetched(body: string, url: string): Fetched {
  const none = { etag: null, lastModified: null, fetchedAt: NOW };
  return { url, finalUrl: url, status: 200, contentType: 'text/html', body: Buffer.from(body), ...none };
}

/** A fetcher for which the name of the SEC leads to a server of our own. */
function secFetcher(port: number, contact: string) {
  const lookup = async () => [{ address: '127.0.0.1', family: 4 as const }];
  return fetcher([], { contact, lookup, allow: [`www.sec.gov:${port}`] });
}

it('asks the SEC nothing without saying how to be reached (fair access)', async () => {
  const server = await site((_request, response) => response.end('ok'));
  const url = `http://www.sec.gov:${server.port}/x`;
  const nameless = secFetcher(server.port, '');
  await expect(nameless.get(url)).rejects.toThrow(/FETCH_CONTACT/);
  expect(server.requests).toHaveLength(0);
  await secFetcher(server.port, 'a@example.org').get(url);
  expect(server.requests[0]?.headers['user-agent']).toContain('a@example.org');
});

it('leaves the SEC alone for ten minutes once it says that it was asked too often', async () => {
  const server = await site((_request, response) => {
    response.statusCode = 403;
    response.end('<html><title>SEC.gov | Request Rate Threshold Exceeded</title><body>Slow down.</body></html>');
  });
  const failure = secFetcher(server.port, 'a@example.org').get(`http://www.sec.gov:${server.port}/x`);
  await expect(failure).rejects.toMatchObject({ name: 'SourceBlocked', retryAfter: '2026-03-02T09:10:00.000Z' });
});

it('knows the page of the SEC that refuses at length, even when it is served as 200', () => {
  const page = `<html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head><body>${'<p>Please wait ten minutes and reduce the rate of your requests to this site.</p>'.repeat(60)}</body></html>`;
  const list = () =>
    findSource('sec-filings').list(fetched(page, 'https://data.sec.gov/submissions/CIK0000789019.json'), settings);
  expect(list).toThrow(SourceBlocked);
});

it('never reads a page of refusal or maintenance as a filing', () => {
  const { read } = findSource('sec-filings');
  const maintenance = '<html><title>SEC.gov</title><body><p>This page is temporarily unavailable.</p></body></html>';
  const refusal = '<html><title>SEC.gov | Request Rate Threshold Exceeded</title><body>Stop.</body></html>';
  expect(() => read(fetched(maintenance, 'https://www.sec.gov/a'), unlisted('k'), settings)).toThrow(SourceChanged);
  expect(() => read(fetched(refusal, 'https://www.sec.gov/a'), unlisted('k'), settings)).toThrow(SourceBlocked);
  expect(() => readSubmission('<html><p>no filing</p></html>')).toThrow(SourceChanged);
});

it('takes nothing from a list whose columns are of different lengths', () => {
  const recent = {
    accessionNumber: ['0000000001-26-000001', '0000000001-26-000002'],
    filingDate: ['2026-05-01'],
    acceptanceDateTime: ['', ''],
    form: ['8-K', '8-K'],
    items: ['', ''],
    size: [1, 1],
    primaryDocument: ['', ''],
  };
  const page = fetched(JSON.stringify({ cik: '1', name: 'X', filings: { recent } }), 'https://data.sec.gov/x');
  expect(() => findSource('sec-filings').list(page, settings)).toThrow(/columns/);
});

it('reads older filings only when somebody reads the past, each under the number in the name of its file', () => {
  const columns = {
    accessionNumber: ['0000789019-19-000012'],
    filingDate: ['2019-07-22'],
    acceptanceDateTime: ['2019-07-22T12:00:00.000Z'],
    form: ['8-K'],
    items: ['1.01,8.01'],
    size: [50_000],
    primaryDocument: ['a8k.htm'],
  };
  const files = ['CIK0000789019-submissions-001.json', '../../elsewhere.json'].map((name) => ({
    name,
    filingTo: '2020-02-01',
  }));
  const newest = JSON.stringify({ cik: 789019, name: 'MICROSOFT CORP', filings: { recent: columns, files } });
  const { list } = findSource('sec-filings');
  const address = 'https://data.sec.gov/submissions/CIK0000789019.json';
  expect(list(fetched(newest, address), settings).more).toEqual([]);
  expect(list(fetched(newest, `${address}#since=2020-03-01`), settings).more).toEqual([]);
  const { more } = list(fetched(newest, `${address}#since=2019-01-01`), settings);
  expect(more).toEqual(['https://data.sec.gov/submissions/CIK0000789019-submissions-001.json']);
  const older = list(fetched(JSON.stringify(columns), more[0] as string), settings);
  expect(older).toMatchObject({ more: [], items: [{ title: 'Microsoft: 8-K (1.01,8.01)', published: '2019-07-22' }] });
});

it('calls a Form D by its issuer when no list named it, and misses no exhibits of it', () => {
  const xml = `<?xml version="1.0"?><edgarSubmission><primaryIssuer><entityName>Example Robotics, Inc.</entityName></primaryIssuer>
    <offeringData><offeringSalesAmounts><totalOfferingAmount>5000000</totalOfferingAmount></offeringSalesAmounts></offeringData></edgarSubmission>`;
  const page = fetched(xml, 'https://www.sec.gov/x.xml');
  const read = findSource('sec-filings').read(page, unlisted('x'), settings);
  expect(read.document.title).toBe('Example Robotics, Inc., Form D: Notice of Exempt Offering of Securities');
  expect(read.warnings).toEqual([]);
});

it('survives a submission cut off in the middle', () => {
  const cut = '<SEC-DOCUMENT>x\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nItem 8.01 Other Events. Something hap';
  expect(readSubmission(cut).documents).toMatchObject([{ type: '8-K', content: expect.stringContaining('Item 8.01') }]);
});

it('searches the last month, and other sources begin where they always do', () => {
  const search = startOf(findSource('sec-search'), settings, '2026-05-21' as Day);
  expect(search.length).toBeGreaterThan(5);
  expect(search[0]).toContain('startdt=2026-04-21&enddt=2026-05-21');
  expect(startOf(findSource('sec-capex'), settings, '2026-05-21' as Day)).toEqual(findSource('sec-capex').start);
  expect(startOf(findSource('x'), { ...settings, url: 'https://a.example/feed' }, '2026-05-21' as Day)).toEqual([
    'https://a.example/feed',
  ]);
});

it('watches listed companies, each by one number', () => {
  expect(new Set(FILERS.map(({ cik }) => cik)).size).toBe(FILERS.length);
  for (const { cik, company } of FILERS) {
    expect(cik).toMatch(/^\d{10}$/);
    expect(findCompany(company)?.name).toBe(company);
  }
  expect(companyOf('789019')).toBe('Microsoft');
  expect(companyOf('1')).toBeNull();
});
