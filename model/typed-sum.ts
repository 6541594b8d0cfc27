const SCALES: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};
const TYPED = /^[^\d-]{0,4}\s*(\d[\d,\s]*(?:\.\d+)?)\s*([a-z]*)\.?$/i;

/** Takes a sum as a person writes it: `2.75bn`, `$15m`, `2,750,000,000`; gives full units, or null when it is none. */
export function typedSum(typed: string): number | null {
  const [, digits = '', unit = ''] = TYPED.exec(typed.trim()) ?? [];
  const scale = unit ? SCALES[unit.toLowerCase()] : 1;
  const value = Number(digits.replace(/[,\s]/g, '') || Number.NaN) * (scale ?? Number.NaN);
  return Number.isFinite(value) && value > 0 ? Math.round(value * 100) / 100 : null;
}
