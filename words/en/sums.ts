export const sums = {
  'from-to': '{low} to {high}',
  over: 'over {sum}',
  about: 'about {sum}',
  under: 'under {sum}',
} as const;
