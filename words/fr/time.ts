import type { Translated } from '../catalogue.ts';

export const time: Translated<'time'> = {
  ago: 'il y a {span}',
  day: { one: '{n} jour', other: '{n} jours' },
  'every-day': { one: 'chaque jour', other: 'tous les {n} jours' },
  'every-hour': { one: 'chaque heure', other: 'toutes les {n} heures' },
  'every-minute': { one: 'chaque minute', other: 'toutes les {n} minutes' },
  hour: { one: '{n} heure', other: '{n} heures' },
  in: 'dans {span}',
  'just-now': 'à l’instant',
  min: '{millis} min',
  minute: { one: '{n} minute', other: '{n} minutes' },
  ms: '{millis} ms',
  never: 'jamais',
  'not-known': 'non connu',
  undated: 'sans date',
  s: '{seconds} s',
};
