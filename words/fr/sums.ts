import type { Translated } from '../catalogue.ts';

export const sums: Translated<'sums'> = {
  'from-to': '{low} à {high}',
  over: 'plus de {sum}',
  about: 'environ {sum}',
  under: 'moins de {sum}',
};
