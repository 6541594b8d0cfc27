export const time = {
  ago: '{span} ago',
  'every-s': { one: 'every {unit}', other: 'every {n} {unit}s' },
  in: 'in {span}',
  'just-now': 'just now',
  min: '{millis} min',
  ms: '{millis} ms',
  never: 'never',
  'not-known': 'not known',
  s: { one: '', other: 's' },
  undated: 'undated',
} as const;
