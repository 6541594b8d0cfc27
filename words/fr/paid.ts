import type { Translated } from '../catalogue.ts';

export const paid: Translated<'paid'> = {
  'licence-and-hire': '{acquirer} paie {sum} pour des licences et des équipes de {target}',
  purchase: '{acquirer} paie {sum} pour {target}',
  several: '{acquirer} paie {sum} pour {target}, sa technologie ou ses équipes',
  stake: '{acquirer} investit {sum} dans {target}',
};
