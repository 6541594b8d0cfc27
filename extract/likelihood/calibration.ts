import fitted from './calibration.json' with { type: 'json' };

/** A line through log-odds: what is read as `likely` is right as often as `slope`·logit(likely) + `intercept` says. */
export interface Calibration {
  slope: number;
  intercept: number;
}

/** Nobody is surer than this of what a page says. */
const SUREST = 0.98;
/** Likelihoods beyond these say no more. */
const LEAST = 0.005;

/** Log-odds of a likelihood, 0–1. */
export function logit(likely: number): number {
  const p = Math.min(1 - LEAST, Math.max(LEAST, likely));
  return Math.log(p / (1 - p));
}

/**
 * Takes how likely the trees, or the grammar alone, hold a deal to be told; gives how often such deals are right on pages
 * by authors whom the reader does not know, 0–1 (Platt 1999; fitted by `npm run train -- calibration`).
 */
export function calibratedBy({ slope, intercept }: Calibration): (likely: number) => number {
  return (likely) => Math.min(SUREST, 1 / (1 + Math.exp(-(slope * logit(likely) + intercept))));
}

/** The calibration that goes with the shipped weights. */
export const calibrated = calibratedBy(fitted);
