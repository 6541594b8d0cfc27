import type { Translated } from '../catalogue.ts';

export const help: Translated<'help'> = {
  'a-tour-of-five-minutes': 'Une visite de cinq minutes dans ce qui est enregistré ici, puis les touches et les mots.',
  'an-authority-found-that-it':
    'Une autorité a constaté qu’elle ne peut examiner l’opération. Les effets n’ont pas été appréciés ; ce n’est pas une autorisation.',
  assign: 'attribuer',
  'confirm-watch-escalate': 'confirmer, suivre, transmettre',
  'correct-beside-a-sum':
    '« Corriger » à côté d’une somme, d’une clause ou d’une étape vous permet d’indiquer ce que dit le document, avec le motif. Cela compte dès lors à la place, y compris lorsque le document est relu, et peut être annulé.',
  'correct-what-was-misread': 'Corriger ce qui a été mal lu',
  'decide-about-a-flag': 'Trancher un signalement',
  'decide-about-a-flag-of': 'Trancher un signalement de {pair}',
  'dismiss-with-a-reason': 'écarter avec un motif',
  dossier: 'dossier',
  filters: 'filtres',
  'follow-the-money': 'Suivre l’argent',
  'g-then-t-f-d': '<kbd>g</kbd> puis <kbd>t f d c s m o</kbd>',
  help: 'Aide',
  keys: 'Touches',
  'money-in-promised-and-spend':
    'L’argent investi, promis et dépensé en retour sont tenus à part et jamais additionnés. Le petit numéro après une valeur ouvre la phrase dont elle provient.',
  'next-previous-flag-with-shift': 'signalement suivant, précédent ; avec Maj, la paire',
  'no-jurisdiction': 'Pas de compétence',
  'none-on-record-unknown-not': 'Aucune enregistrée, inconnu, non suivi',
  note: 'note',
  'paid-so-far-agreed-for':
    'Payé à ce jour ; convenu pour plus tard ; le maximum que permet un contrat ; ce que la cible doit dépenser chez son investisseur. Ces sommes ne sont jamais additionnées.',
  'paste-a-text-or-a':
    'Collez un texte, donnez un lien ou un fichier : vous voyez ce qui serait lu et signalé, et pourquoi non. Rien n’est enregistré tant que vous ne le conservez pas.',
  'press-on-any-page': 'appuyez sur ? sur n’importe quelle page',
  'put-in-promised-ceiling-spend': 'Investi, promis, plafond, dépense en retour',
  'read-a-dossier': 'Lire un dossier',
  'read-a-text': 'lire un texte',
  'read-the-dossier-of': 'Lire le dossier de {pair}',
  'recapture-ratio': 'Taux de récupération',
  reopened: 'Rouvert',
  reported: 'Rapporté',
  'score-and-band': 'Score, niveau, plancher',
  'score-is':
    'Chaque critère rempli ajoute son poids multiplié par sa force (faible, net, fort), jusqu’à 100 : Élevé à partir de 40, Moyen à partir de 20, Faible à partir de 5. Ce qui est seulement rapporté compte pour moitié. Un dossier en phase 1 relève une paire à Moyen au moins, en phase 2 ou devant un tribunal à Élevé : « plancher ».',
  search: 'rechercher',
  'see-what-changed': 'Voir ce qui a changé',
  'see-who-has-looked-and': 'Voir qui s’y est penché, et qui non',
  'select-for-one-decision-about': 'sélectionner pour une décision sur plusieurs',
  'spend-back-for-each-1': 'Dépense en retour pour 1 investi.',
  'talked-of-or-told-by': 'Évoqué, ou annoncé par la presse seule ; non convenu.',
  'the-board-groups-pairs-by':
    'Le tableau groupe les paires selon le temps depuis lequel on ne connaît d’étape d’aucune autorité. Les hachures signifient qu’un registre est en retard : son silence ne dit rien.',
  'the-evidence-of-a-flag': 'Les preuves d’un signalement ont changé depuis qu’il a été tranché.',
  'the-map-shows-who-funds':
    'La carte montre qui finance et fournit qui. Les boucles d’argent investi et de dépense en retour ressortent en deux couleurs.',
  'the-passage-behind-a-number': 'le passage derrière un numéro',
  'the-register-was-read-and':
    'Le registre a été lu et ne contient rien ; le registre est en retard ; aucun registre n’est lu. Trois sortes de rien.',
  'the-words-that-prove-it':
    'Les mots qui le prouvent sont marqués à côté de la liste. C confirme, D et un chiffre écartent avec un motif, W suit, E transmet, U annule. Un signalement dit « regardez ici » ; ce n’est pas un constat.',
  theme: 'thème',
  'today-flags-deals-companies-scrutiny':
    'Aujourd’hui, Signalements, Opérations, Entreprises, Contrôle, Carte, Documents',
  'today-tells-what-is-new':
    'Aujourd’hui dit ce qui est nouveau depuis votre dernière visite, ce qui vous attend et quelles sources n’ont pas pu être lues.',
  tour: 'Visite',
  'try-a-text-of-your': 'Essayer un texte à vous',
  undo: 'annuler',
  'watch-and-escalate': 'Suivre, transmettre',
  'watch-keeps':
    'Suivre retire un signalement de la file jusqu’à ce que ses preuves changent ; transmettre le confie à un second examen, sous un onglet à part. Ni l’un ni l’autre ne dit si le critère avait raison : confirmer et écarter le disent.',
  words: 'Mots',
};
