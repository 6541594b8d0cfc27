/** A share with the range in which the true one lies, 19 times in 20. */
export interface Share {
  part: number;
  of: number;
  share: number;
  low: number;
  high: number;
}

/** 97.5th percentile of the normal distribution. */
const Z = 1.959964;

/** Takes a count and what it is part of; gives the share with its Wilson score interval (Wilson 1927), or null of nothing. */
export function wilson(part: number, of: number): Share | null {
  if (of <= 0) return null;
  const share = part / of;
  const centre = share + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return { part, of, share, low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
