import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../config.ts';
import { readDocument } from '../extract/index.ts';
import { evidenceHolds } from '../model/evidence.ts';
import type { Reading } from '../model/reading.ts';
import { type AnnotatedDocument, f1, readAnnotated, type Scores, scoreReadings } from '../training/score.ts';

const readings = new Map<AnnotatedDocument, Reading>();

/** Reads a document once: every test below asks about the same readings. */
function read(document: AnnotatedDocument): Reading {
  const known = readings.get(document);
  if (known) return known;
  const { title, text, published, lang } = document;
  const reading = readDocument({ title, text, published, language: lang });
  readings.set(document, reading);
  return reading;
}

/**
 * Least F1 that must hold, a little below what is measured today, so that a step back is seen. `tune` may be looked at
 * while the reader is improved; `held-out` is for measuring alone and must not be opened to see why a figure is low.
 * New documents of `tune` are unseen until the next training run, so its floors come down with them and rise after it.
 */
const FLOORS: Record<string, { deals: number; amounts: number; scrutiny: number; leftAlone: number }> = {
  tune: { deals: 0.74, amounts: 0.69, scrutiny: 0.6, leftAlone: 0.88 },
  'held-out': { deals: 0.62, amounts: 0.6, scrutiny: 0.53, leftAlone: 0.68 },
};

function figures(scores: Scores): Record<'deals' | 'amounts' | 'scrutiny', number> {
  const round = (n: number) => Number(n.toFixed(3));
  return { deals: round(f1(scores.deals)), amounts: round(f1(scores.amounts)), scrutiny: round(f1(scores.scrutiny)) };
}

describe.each(Object.entries(FLOORS))('annotated documents, %s', (name, floor) => {
  const documents = readAnnotated(join(projectRoot(), 'test/corpus', name));
  const found = figures(scoreReadings(documents, read));

  it('are read as well as before', () => {
    console.info(`${name}: ${documents.length} documents, F1`, found);
    expect(documents.length).toBeGreaterThanOrEqual(30);
    for (const part of ['deals', 'amounts', 'scrutiny'] as const)
      expect(found[part], part).toBeGreaterThanOrEqual(floor[part]);
  });

  it('are left alone when they are about something else', () => {
    const others = documents.filter((document) => !document.gold.relevant);
    const disturbed = others.filter((document) => read(document).deals.some((deal) => deal.kind !== 'partnership'));
    console.info(`${name}: ${disturbed.length} of ${others.length} documents about something else have deals`);
    expect(others.length).toBeGreaterThan(10);
    expect(1 - disturbed.length / others.length).toBeGreaterThanOrEqual(floor.leftAlone);
  });

  it('bear out every word that is reported of them', () => {
    for (const document of documents) {
      const { deals, scrutiny } = read(document);
      const evidence = [
        ...deals.flatMap((d) => [...d.quotes, ...d.amounts, ...d.terms]),
        ...scrutiny.flatMap((s) => s.quotes),
      ];
      for (const one of evidence) expect(evidenceHolds(one, document), `${document.id}: ${one.quote}`).toBe(true);
    }
  });
});

const SEEDS = join(projectRoot(), '../shared/corpus/seeds');

describe.skipIf(!existsSync(SEEDS))('the five real pages (skipped where they are absent)', () => {
  it('are read nearly as a person reads them', () => {
    const scores = scoreReadings(readAnnotated(SEEDS), read);
    console.info('seeds: F1', figures(scores));
    expect(figures(scores).deals).toBeGreaterThanOrEqual(0.95);
    expect(figures(scores).amounts).toBeGreaterThanOrEqual(0.8);
  });
});
