import type { Translated } from '../catalogue.ts';

export const capex: Translated<'capex'> = {
  'as-a-table': 'En tableau<hidden> : {company}</hidden>',
  'as-stated': 'tel qu’indiqué',
  'capital-expenditure': 'Dépenses d’investissement',
  'cash-paid-for-property-and':
    'Sommes versées pour des immobilisations par ceux qui construisent des centres de données, par trimestre, selon leurs déclarations. Les locations n’y figurent pas. Les barres sont à la même échelle.',
  'difference-of-two-longer-periods': 'différence de deux périodes plus longues',
  filing: 'Déclaration',
  'how-known': 'Comment on le sait',
  'no-figure-has-been-read': 'Aucun chiffre n’a encore été lu.',
  'not-known': 'non connu',
  'on-the-year': 'Sur un an',
  'on-the-year-small': ', {growth} sur un an',
  'quarter-to': 'Trimestre jusqu’au',
  'quarter-to-small': 'trimestre jusqu’au {end}',
  'quarterly-figures-come-with-the':
    'Les chiffres trimestriels viennent des données d’entreprises de la SEC. <sources>Voir si cette source est lue</sources>.',
  spent: 'Dépensé',
  'spent-in-billions': 'Dépensé, en milliards de {currency}',
};
