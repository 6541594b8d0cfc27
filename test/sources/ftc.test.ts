import { describe, expect, it } from 'vitest';
import type { Instant } from '../../model/day.ts';
import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import type { Fetched } from '../../sources/source.ts';
import { ftcCases, matterNumber } from '../../sources/us/ftc-cases.ts';
import { ftcHsr } from '../../sources/us/ftc-notices.ts';
import { stepOfHeadline } from '../../sources/us/ftc-steps.ts';

describe('headlines of the FTC', () => {
  it.each([
    ['FTC Sues to Block Alpha Corp.’s Acquisition of Beta Dynamics, Inc.', 'challenged', 'Alpha', 'Beta Dynamics'],
    [
      'FTC Challenges Tall Trees’ $4 Billion Proposed Acquisition of Mill Works',
      'challenged',
      'Tall Trees',
      'Mill Works',
    ],
    ['Statement Regarding Termination of Nvidia Corp.’s Attempted Acquisition of Beta', 'abandoned', 'Nvidia', 'Beta'],
    ['FTC Closes Its Investigation of Amazon’s Purchase of Clinic One', 'cleared', 'Amazon', 'Clinic One'],
    ['FTC Approves Final Order on Marsh Oil’s Purchase of Fenland Fuel', 'remedies', 'Marsh Oil', 'Fenland Fuel'],
    ['FTC Order Requires Divestitures Following Merger of Alpha and Beta', 'remedies', 'Alpha', 'Beta'],
    ['Commission Issues Second Request in Google’s Acquisition of Beta AI', 'phase2', 'Google', 'Beta AI'],
    ['FTC Seeks to Block Chip Giant Nvidia’s Takeover of Robot Maker Beta', 'challenged', 'Nvidia', 'Beta'],
  ])('%s', (headline, status, acquirer, target) => {
    expect(stepOfHeadline(headline)).toEqual({ status, acquirer, target });
  });

  it.each([
    'FTC Sues to Block $40 Billion Chip Merger',
    'FTC Launches Inquiry into AI Investments and Partnerships',
    'FTC Announces New Chief Economist',
    'Agenda of the Open Commission Meeting',
    '',
  ])('nothing is claimed from %j', (headline) => {
    expect(stepOfHeadline(headline)).toBeNull();
  });

  it.each([
    'Aa '.repeat(160),
    'FTC Sues to Block '.repeat(28),
    `Merger of ${'A and '.repeat(80)}`,
    "A's ".repeat(120),
    'A’s Acquisition of '.repeat(26),
  ])('a pumped headline is done in no time: %#', (headline) => {
    const begun = performance.now();
    stepOfHeadline(headline);
    expect(performance.now() - begun).toBeLessThan(200);
  });
});

describe('numbers of matters', () => {
  it.each([
    ['222 3002', '2223002'],
    ['191-0031', '1910031'],
    ['2510012', '2510012'],
    ['251-0012-nvidia-halden', '2510012'],
  ])('%s is %s', (written, number) => {
    expect(matterNumber(written)).toBe(number);
  });

  it.each(['C-4700', '1:26-cv-02415', '12345678', '', null])('%s is none', (written) => {
    expect(matterNumber(written)).toBeNull();
  });
});

describe('early terminations', () => {
  const settings = {
    id: 'ftc-hsr',
    url: null,
    publisher: 'Federal Trade Commission',
    sourceClass: 'official' as const,
  };
  const fetched = (body: string, url: string): Fetched => ({
    url,
    finalUrl: url,
    status: 200,
    contentType: 'application/json',
    body: Buffer.from(body),
    etag: null,
    lastModified: null,
    fetchedAt: '2026-03-02T09:00:00.000Z' as Instant,
  });

  it('the key goes in a header and stands in no address', () => {
    const [url = ''] = ftcHsr.start;
    expect(ftcHsr.request?.(url, { apiDataGov: 'KEY' })).toEqual({ headers: { 'x-api-key': 'KEY' } });
    expect(url).not.toMatch(/key/i);
  });

  it('an error of the gateway is no empty list', () => {
    const error = '{"error":{"code":"OVER_RATE_LIMIT","message":"…"}}';
    expect(() => ftcHsr.list(fetched(error, ftcHsr.start[0] as string), settings)).toThrow(SourceChanged);
  });

  it('a list of cases without one is a changed page, a challenge a refusal', () => {
    const url = ftcCases.start[0] as string;
    expect(() => ftcCases.list(fetched('<html><body><main>Nothing</main></body></html>', url), settings)).toThrow(
      SourceChanged,
    );
    expect(() => ftcCases.list(fetched('<html><title>Access Denied</title></html>', url), settings)).toThrow(
      SourceBlocked,
    );
  });
});
