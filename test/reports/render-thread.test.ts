import { describe, expect, it } from 'vitest';
import { DealwatchError } from '../../model/errors.ts';
import type { FrozenEntry, FrozenReport } from '../../model/frozen-report.ts';
import { renderReport } from '../../reports/render.ts';
import { renderApart } from '../../reports/render-thread.ts';
import { aReport } from './entry.ts';

function ofMany(count: number): FrozenReport {
  const report = aReport('register');
  const [first] = report.entries as [FrozenEntry];
  report.entries = Array.from({ length: count }, (_, n) => ({
    ...first,
    pair: { ...first.pair, id: `amazon--firm-${n}`, target: `Firm ${n}` },
  }));
  return report;
}

describe('a report of many deals', () => {
  it('is laid out in a thread of its own, to the same bytes, while others get their turn', async () => {
    const report = ofMany(40);
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 5);
    const apart = await renderApart(report, 'x', 'pdf');
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(20);
    expect(apart.equals(await renderReport(report, 'x', 'pdf'))).toBe(true);
  }, 60_000);

  it('says in a sentence why it cannot be made, and the next one can', async () => {
    const broken = ofMany(6);
    (broken.entries[0] as { pair: unknown }).pair = null;
    await expect(renderApart(broken, 'x', 'docx')).rejects.toThrow(DealwatchError);
    expect((await renderApart(ofMany(6), 'x', 'docx')).length).toBeGreaterThan(1_000);
  }, 60_000);
});
