import { describe, expect, it } from 'vitest';
import { stepOfHeadline } from '../../sources/ftc-steps.ts';

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
