import { type Calibration, logit } from '../extract/likelihood/calibration.ts';

/** A likelihood that was given, and whether it was right. */
export interface Given {
  likely: number;
  right: boolean;
}

const ROUNDS = 50;
/** Draws the line towards "as likely as said", for few examples. */
const RIDGE = 1;

/**
 * Takes likelihoods given to things not seen in training, with whether they were right; gives the line through their
 * log-odds that fits best (Platt 1999, by Newton's method). Without examples, likelihoods stay as they are.
 */
export function fitCalibration(given: readonly Given[]): Calibration {
  let [slope, intercept] = [1, 0];
  const points = given.map((g) => ({ x: logit(g.likely), y: g.right ? 1 : 0 }));
  for (let round = 0; round < ROUNDS; round++) {
    const s = sums(points, slope, intercept);
    const det = s.aa * s.bb - s.ab * s.ab;
    const [da, db] = [(s.bb * s.a - s.ab * s.b) / det, (s.aa * s.b - s.ab * s.a) / det];
    [slope, intercept] = [slope + da, intercept + db];
    if (Math.abs(da) + Math.abs(db) < 1e-9) break;
  }
  return { slope: rounded(slope), intercept: rounded(intercept) };
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** Slopes and curvatures of the loss at a line, the ridge among them. */
function sums(points: readonly { x: number; y: number }[], slope: number, intercept: number) {
  const s = { a: RIDGE * (1 - slope), b: -RIDGE * intercept, aa: RIDGE, ab: 0, bb: RIDGE };
  for (const { x, y } of points) {
    const p = 1 / (1 + Math.exp(-(slope * x + intercept)));
    const w = p * (1 - p);
    s.a += (y - p) * x;
    s.b += y - p;
    s.aa += w * x * x;
    s.ab += w * x;
    s.bb += w;
  }
  return s;
}
