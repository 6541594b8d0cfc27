import type { Translated } from '../catalogue.ts';

export const concentration: Translated<'concentration'> = {
  concentration: 'Concentration',
  'what-is-on-record':
    'Qui a apporté l’argent connu : ce qui a été payé pour des parts, pour des entreprises entières et pour des licences avec leurs équipes, en dollars américains au cours du jour, selon la couche de l’entreprise qui l’a reçu.',
  'what-it-is-not':
    'Ce sont des parts de l’argent de ce registre, non d’un marché. Il y manque les tours dont la part de chaque investisseur n’est pas dite, les sommes que personne n’a dites et les investisseurs qui ne sont pas suivis ; promesses et dépenses de cloud ne comptent pas. Les parts de marché et leur indice se saisissent sous <shares>Parts de marché</shares>, chacune avec sa source.',
  'shares-by-layer': 'Parts de l’argent connu dans chaque couche, apportées par {groups} et d’autres.',
  'layer-not-known': 'Couche inconnue',
  'sums-known': {
    one: 'somme connue pour {withSum} paire sur {n}',
    other: 'somme connue pour {withSum} paires sur {n}',
  },
  'index-of-these-shares': 'Indice de ces parts (IHH) : <b>{hhi}</b> sur 10 000',
  group: 'Groupe',
  'put-in': 'Apporté',
  share: 'Part',
  pairs: 'Paires',
  percent: '{share} %',
  'under-a-tenth': 'moins de 0,1 %',
  others: 'autres',
  companies: 'Entreprises',
  'nothing-on-record': 'Aucune opération avec une somme n’est encore connue.',
  'it-fills-with-the-first':
    'Cette page se remplit avec le premier investissement, le premier achat ou la première licence. <deals>Voir toutes les opérations</deals>.',
};
