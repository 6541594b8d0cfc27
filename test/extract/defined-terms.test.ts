import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

/** The deals of a text, each as `kind acquirer → target`. */
function dealsIn(language: string, text: string): string[] {
  const { deals } = readDocument({ title: '', text, published: '2026-06-12' as PartialDay, language });
  return deals.map((d) => `${d.kind} ${d.acquirer} → ${d.target}`).sort();
}

describe('terms that a filing defines for a firm', () => {
  it('stand for it wherever they are written', () => {
    const text =
      'On 11 June 2026, Fenwick Robotics Holdings, Inc. (the "Company"), which builds AI robots, met its shareholders.\n\n' +
      'NVIDIA Corporation agreed to purchase 3,000,000 shares of the Company’s Class A common stock for $90 million.';
    expect(dealsIn('en', text)).toContain('investment Nvidia → Fenwick Robotics');
  });

  it('are found behind the short name and in French', () => {
    const text =
      'Fenwick (« Fenwick » ou la « Société »), jeune pousse qui conçoit des robots dotés d’IA, a réuni ses actionnaires.\n\n' +
      'Amazon a investi 40 millions d’euros dans la Société.';
    expect(dealsIn('fr', text)).toEqual(['investment Amazon → Fenwick']);
  });

  it('mean nobody where two firms bear them', () => {
    const text =
      'Fenwick Robotics, Inc. (the "Seller"), an AI start-up, and Larkspur Robotics, Inc. (the "Seller"), an AI start-up, met.\n\n' +
      'Amazon invested $40 million in the Seller.';
    const deals = dealsIn('en', text);
    expect(deals).not.toContain('investment Amazon → Fenwick Robotics');
    expect(deals).not.toContain('investment Amazon → Larkspur Robotics');
  });
});
