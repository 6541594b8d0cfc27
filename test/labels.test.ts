import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../config.ts';
import { f1, type Label } from '../rules/labels.ts';
import { scoreScreens } from './helpers/screen-score.ts';

/** A ledger kept by experts beside the project, with the screens that truly apply to its deals. */
const LEDGER = join(projectRoot(), '../shared/ledger/ledger.json');
const LABELS = join(projectRoot(), '../shared/ledger/labels-dev.json');
/** Screens with fewer examples say too little by themselves. */
const ENOUGH = 5;

describe.skipIf(!existsSync(LEDGER))('the screens beside an expert (skipped where the ledger is absent)', () => {
  const labels = existsSync(LABELS) ? (JSON.parse(readFileSync(LABELS, 'utf8')) as Record<string, Label>) : {};
  const { rows, scores } = existsSync(LEDGER)
    ? scoreScreens(readFileSync(LEDGER, 'utf8'), labels)
    : { rows: [], scores: new Map<string, number>() };

  it('agree with the expert', () => {
    const told = rows.map((row) => ({
      screen: row.rule,
      examples: row.right + row.missed.length,
      precision: Number((row.right / Math.max(1, row.right + row.extra.length)).toFixed(2)),
      recall: Number((row.right / Math.max(1, row.right + row.missed.length)).toFixed(2)),
      f1: Number(f1(row).toFixed(3)),
      wrong: [...row.extra.map((id) => `+${id}`), ...row.missed.map((id) => `-${id}`)].join(' '),
    }));
    console.table(told);
    expect(f1(rows.at(-1) as (typeof rows)[number])).toBeGreaterThanOrEqual(0.95);
    for (const row of rows.filter(({ right, missed }) => right + missed.length >= ENOUGH)) {
      expect(f1(row), row.rule).toBeGreaterThanOrEqual(0.85);
    }
  });

  it('leave every control at score 0', () => {
    const controls = Object.entries(labels).filter(([, label]) => label.control);
    expect(controls.length).toBeGreaterThan(10);
    expect(controls.filter(([id]) => scores.get(id) !== 0)).toEqual([]);
  });
});
