import type { Translated } from '../catalogue.ts';

/** What keys.js says: handed to the browser as it stands, where the number takes the place of `#`. */
export const keys: Translated<'keys'> = {
  list: 'Touches',
  close: 'Fermer',
  'another-theme': 'Autre thème',
  'keys-are-on': 'Raccourcis actifs',
  'keys-and-theme': 'Touches et thème',
  search: 'Rechercher',
  theme: 'Thème : celui du système, clair, sombre',
  'read-a-text': 'Lire un texte',
  'next-previous': 'Signalements : suivant, précédent',
  'next-pair': 'Signalements : paire suivante, précédente',
  show: 'Signalements : afficher celui en cours',
  dossier: 'Signalements : dossier de la paire',
  passage: 'Signalements : le passage derrière un numéro',
  decide: 'Signalements : confirmer, suivre, transmettre',
  dismiss: 'Signalements : écarter avec un motif',
  assign: 'Signalements : attribuer',
  note: 'Signalements : note',
  select: 'Signalements : sélectionner, pour une décision commune',
  filters: 'Signalements : filtres',
  undo: 'Signalements : annuler, remettre à examiner',
  'this-list': 'Cette liste',
  'one-selected': '1 sélectionné',
  'some-selected': '# sélectionnés',
  'load-again': 'Rechargez la page pour le voir.',
};
