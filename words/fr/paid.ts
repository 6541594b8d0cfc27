import type { Translated } from '../catalogue.ts';

export const paid: Translated<'paid'> = {
  'licence-and-hire': '{acquirer} a payé {sum} pour des licences et des équipes de {target}',
  purchase: '{acquirer} a payé {sum} pour {target}',
  several: '{acquirer} a payé {sum} pour {target}, sa technologie ou ses équipes',
  stake: '{acquirer} a investi {sum} dans {target}',
};
