/** What all charts have in common: colours of the style sheet, letters, axes. Values only, no functions. */

export const LETTERS = { fontSize: 11, color: 'var(--ink-3)' };

/** An axis of names or quarters. */
export function namesAxis(names: readonly string[]) {
  return {
    type: 'category' as const,
    data: [...names],
    axisLabel: { ...LETTERS, hideOverlap: true },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: 'var(--ink-3)' } },
  };
}

/** An axis of values; `unit` stands behind each figure. */
export function valuesAxis(unit: string, more: object = {}) {
  return {
    type: 'value' as const,
    splitNumber: 3,
    axisLabel: { ...LETTERS, formatter: `{value}${unit}` },
    splitLine: { lineStyle: { color: 'var(--line)' } },
    ...more,
  };
}

/** An axis of time. */
export function timeAxis() {
  return {
    type: 'time' as const,
    axisLabel: { ...LETTERS, hideOverlap: true, formatter: { year: '{yyyy}', month: '{MM}/{yyyy}', day: '{d}.{M}.' } },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: 'var(--ink-3)' } },
  };
}

/** Says under the pointer what a point is; drawn as part of the picture, since pages take no styles from scripts. */
export const TOOLTIP = {
  trigger: 'axis' as const,
  renderMode: 'richText' as const,
  confine: true,
  backgroundColor: 'var(--raised)',
  borderColor: 'var(--line-3)',
  textStyle: { color: 'var(--ink)', fontSize: 12 },
};
