import type { Calibration } from '../extract/likelihood/calibration.ts';

/** A likelihood that was given, and whether it was right. */
export interface Given {
  likely: number;
  right: boolean;
}

/** So many of like likelihood are counted together; fewer would follow chance. */
const BLOCK = 40;

interface Block {
  likely: number;
  right: number;
  count: number;
}

/**
 * Takes likelihoods given to things not seen in training, with whether they were right; gives the line that fits best
 * among those that never fall (isotonic regression by pooling neighbours that are out of order, Ayer et al. 1955; shares
 * by Laplace's rule, so that none is nought or one).
 */
export function fitCalibration(given: readonly Given[]): Calibration {
  const sorted = [...given].sort((a, b) => a.likely - b.likely);
  const pooled: Block[] = [];
  for (let i = 0; i < sorted.length; i += BLOCK) {
    const rest = sorted.length - i < 2 * BLOCK;
    pooled.push(blockOf(rest ? sorted.slice(i) : sorted.slice(i, i + BLOCK)));
    if (rest) i = sorted.length;
    for (let [a, b] = pooled.slice(-2); a && b && shareOf(a) >= shareOf(b); [a, b] = pooled.slice(-2))
      pooled.splice(-2, 2, joined(a, b));
  }
  return pooled.map((b) => [rounded(b.likely / b.count), rounded(shareOf(b))] as const);
}

const shareOf = ({ right, count }: Block) => (right + 1) / (count + 2);

const rounded = (value: number) => Math.round(value * 1e3) / 1e3;

function blockOf(part: readonly Given[]): Block {
  const likely = part.reduce((sum, g) => sum + g.likely, 0);
  return { likely, right: part.filter((g) => g.right).length, count: part.length };
}

function joined(a: Block, b: Block): Block {
  return { likely: a.likely + b.likely, right: a.right + b.right, count: a.count + b.count };
}
