import fitted from './calibration.json' with { type: 'json' };

/** How often something held so likely is right: a broken line that never falls, by its corners. */
export type Calibration = readonly (readonly [likely: number, right: number])[];

/**
 * Takes a calibration; gives a function from how likely the trees, or the grammar alone, hold a deal to be told to how
 * often such deals are right on pages by authors whom the reader does not know, 0–1. Between corners on a straight line,
 * below the first on one to nought, above the last as the last.
 */
export function calibratedBy(calibration: Calibration): (likely: number) => number {
  return (likely) => {
    let [x, y] = [0, 0];
    for (const [nextX, nextY] of calibration) {
      if (likely <= nextX) return nextX > x ? y + ((nextY - y) * (likely - x)) / (nextX - x) : nextY;
      [x, y] = [nextX, nextY];
    }
    return calibration.length ? y : likely;
  };
}

/** The calibration that goes with the shipped weights (`npm run train -- calibration`). */
export const calibrated = calibratedBy(fitted as unknown as Calibration);
