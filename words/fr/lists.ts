import type { Translated } from '../catalogue.ts';

export const alertScope: Translated<'alert-scope'> = {
  all: 'toute opération',
  filter: 'les opérations ou signalements d’un filtre',
  pair: 'une opération',
  company: 'une entreprise',
  authority: 'une autorité',
};

export const alertScopeProblem: Translated<'alert-scope-problem'> = {
  filter: 'Copiez l’adresse de la page Opérations ou Signalements avec ses filtres.',
  pair: 'Copiez l’adresse de l’opération, ou sa dernière partie.',
  company: 'Écrivez le nom de l’entreprise tel qu’il figure sur la page Opérations.',
  authority: 'Écrivez le sigle de l’autorité, par exemple CMA.',
};

export const codeProblem: Translated<'code-problem'> = {
  wrong: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant.',
  blocked: 'Trop de codes erronés : aucun code n’est accepté pendant 15 minutes.',
};

export const deliveryState: Translated<'delivery-state'> = {
  waiting: 'En attente',
  sending: 'En route',
  sent: 'Accepté',
  failed: 'Abandonné',
};

export const factKind: Translated<'fact-kind'> = {
  amount: 'Une somme',
  deal: 'Une opération',
  term: 'Un droit ou une clause',
  scrutiny: 'Une étape d’une autorité',
};

export const feedKind: Translated<'feed-kind'> = {
  changes: 'Ce qui a changé (Atom, JSON)',
  deadlines: 'Échéances (iCalendar)',
};

export const flagSort: Translated<'flag-sort'> = {
  score: 'par score',
  newest: 'signalement le plus récent d’abord',
  money: 'par somme investie',
  spend: 'par dépense en retour',
  changed: 'dernier changement d’abord',
  event: 'dernier événement d’abord',
};

export const gap: Translated<'gap'> = {
  overtaken: 'Dépassées par des faits nouveaux',
  none: 'Aucune étape enregistrée',
  quiet: 'Devenues silencieuses',
  recent: 'Une étape depuis moins d’un an',
  ended: 'Examinées et closes',
  'called-off': 'Abandonnées',
};

export const gapNote: Translated<'gap-note'> = {
  overtaken:
    'des étapes ont eu lieu ; de l’argent ou des dépenses sont datés d’après la dernière, qui remonte à plus d’un an',
  none: 'aucune autorité suivie n’a ouvert, demandé ni décidé quoi que ce soit ; jours depuis que l’opération est publique',
  quiet: 'une affaire est ouverte, et un an ou plus s’est écoulé sans parole publique',
  recent: 'une étape au cours des douze derniers mois',
  ended: 'toutes les affaires sont closes, et rien de nouveau n’est connu depuis',
  'called-off':
    'toutes les opérations de la paire ont été abandonnées : il ne reste rien à examiner, et aucun jour ne compte',
};

export const listShape: Translated<'list-shape'> = {
  feed: 'un flux',
  sitemap: 'un plan de site',
  page: 'une page qui énumère des articles',
};

export const mailState: Translated<'mail-state'> = {
  waiting: 'En attente',
  sending: 'En cours d’envoi',
  sent: 'Envoyé',
  failed: 'Non arrivé, ou on l’ignore',
};

export const mailReturn: Translated<'mail-return'> = {
  gone: 'Cette adresse n’existe pas',
  failed: 'Il est revenu',
  delayed: 'Le serveur de courrier essaie encore',
};

export const measure: Translated<'measure'> = {
  turnover: 'chiffre d’affaires',
  assets: 'actifs',
  'share-of-supply': 'part de l’offre',
};

export const reportKind: Translated<'report-kind'> = {
  dossier: 'Dossier d’une opération',
  briefing: 'Note de synthèse : ce qui a changé sur une période, ou une sélection',
  board: 'Tableau du contrôle',
  register: 'Registre de toutes les opérations et sommes',
};

export const reportRhythm: Translated<'report-rhythm'> = {
  daily: 'chaque jour, sur la veille',
  weekly: 'chaque semaine, sur les sept jours précédents',
  monthly: 'le premier du mois, sur le mois précédent',
};

export const reportSection: Translated<'report-section'> = {
  summary: 'Résumé',
  figures: 'Chiffres clés',
  money: 'Argent',
  screens: 'Critères',
  terms: 'Clauses',
  scrutiny: 'Contrôle',
  timeline: 'Chronologie',
  questions: 'Questions',
  sources: 'Sources',
  changes: 'Ce qui a changé',
  overview: 'Vue d’ensemble',
  deals: 'Opérations',
  registers: 'Registres',
  board: 'Tableau du contrôle',
  sums: 'Chaque somme',
};

export const reportShort: Translated<'report-short'> = {
  dossier: 'Un dossier',
  briefing: 'Une note de synthèse',
  board: 'Le tableau du contrôle',
  register: 'Le registre',
};

export const role: Translated<'role'> = {
  viewer: 'lecteur',
  analyst: 'analyste',
  admin: 'administrateur',
};

export const runState: Translated<'run-state'> = {
  running: 'En cours',
  ok: 'Terminé',
  failed: 'Échoué',
  abandoned: 'Abandonné',
};

export const side: Translated<'side'> = {
  acquirer: 'acquéreurs',
  target: 'cibles',
};

export const signInWay: Translated<'sign-in-way'> = {
  password: 'mot de passe',
  code: 'mot de passe et code',
  sso: 'authentification unique',
  link: 'lien à usage unique',
};

export const sourceState: Translated<'source-state'> = {
  failing: 'En échec',
  late: 'En retard',
  silent: 'Silencieuse',
  never: 'Pas encore lue',
  ok: 'Lue',
  off: 'Désactivée',
};

export const sumsAside: Translated<'sums-aside'> = {
  ceiling: 'un plafond, non additionné',
  total: 'un total à ce jour, non ajouté à ses parties',
  round: 'tout un tour de table, versement propre de personne',
};

export const territory: Translated<'territory'> = {
  world: 'monde',
  us: 'États-Unis',
  uk: 'Royaume-Uni',
  eu: 'UE',
  germany: 'Allemagne',
  austria: 'Autriche',
};

export const testOutcome: Translated<'test-outcome'> = {
  met: 'rempli',
  not_met: 'non rempli',
  unknown: 'inconnu',
};

export const tokenScope: Translated<'token-scope'> = {
  read: 'lire tout ce que vous pouvez voir',
  decide: 'trancher des signalements en votre nom',
  report: 'figer des rapports',
};

export const webhookShape: Translated<'webhook-shape'> = {
  dealwatch: 'Notre propre JSON',
  slack: 'Message Slack',
  teams: 'Carte Teams',
};

export const weekday: Translated<'weekday'> = {
  1: 'lundi',
  2: 'mardi',
  3: 'mercredi',
  4: 'jeudi',
  5: 'vendredi',
  6: 'samedi',
  7: 'dimanche',
};

export const kind: Translated<'kind'> = {
  investment: 'Prise de participation',
  acquisition: 'Acquisition',
  acquihire: 'Licence et recrutement d’équipe',
  cloud: 'Fourniture de nuage ou de puces',
  partnership: 'Partenariat',
};

export const certainty: Translated<'certainty'> = {
  done: 'conclue',
  reported: 'rapportée',
  ended: 'terminée',
};

export const layer: Translated<'layer'> = {
  chip: 'Puces',
  infrastructure: 'Infrastructure',
  data: 'Données',
  model: 'Modèles',
  application: 'Applications',
  robotics: 'Robotique',
  distribution: 'Distribution',
};

export const amountRole: Translated<'amount-role'> = {
  tranche: 'investi',
  total: 'total',
  round: 'tour de table entier',
  ceiling: 'plafond',
  future: 'promis',
  commitment: 'dépense en retour',
  fee: 'redevance de licence',
};

export const instrument: Translated<'instrument'> = {
  equity: 'actions',
  convertible: 'convertible',
  credits: 'crédits de calcul',
  warrants: 'bons de souscription',
  debt: 'prêt',
};

export const status: Translated<'status'> = {
  monitoring: 'Surveillance',
  information_request: 'Demande d’informations',
  phase1: 'Phase 1',
  phase2: 'Phase 2',
  cleared: 'Autorisée',
  no_jurisdiction: 'Incompétence',
  remedies: 'Engagements ou remèdes',
  challenged: 'Contestée',
  abandoned: 'Abandonnée',
};

export const sourceClass: Translated<'source-class'> = {
  official: 'officielle',
  filing: 'déclaration',
  press: 'presse',
};

export const authority: Translated<'authority'> = {
  CMA: 'Competition and Markets Authority (Royaume-Uni)',
  FTC: 'Federal Trade Commission (États-Unis)',
  DOJ: 'Département de la justice, division antitrust (États-Unis)',
  EC: 'Commission européenne',
  'EC DMA': 'Commission européenne, règlement sur les marchés numériques',
  'EC FSR': 'Commission européenne, subventions étrangères',
  BKartA: 'Bundeskartellamt (Allemagne)',
  CADE: 'CADE (Brésil)',
  AdlC: 'Autorité de la concurrence (France)',
  AGCM: 'AGCM (Italie)',
  BWB: 'Bundeswettbewerbsbehörde (Autriche)',
  SAMR: 'SAMR (Chine)',
  KFTC: 'KFTC (Corée)',
  JFTC: 'JFTC (Japon)',
  CCI: 'CCI (Inde)',
  ACCC: 'ACCC (Australie)',
  'Competition Bureau': 'Bureau de la concurrence (Canada)',
  CNMC: 'CNMC (Espagne)',
  COMCO: 'Commission de la concurrence (Suisse)',
  ACM: 'ACM (Pays-Bas)',
  CCPC: 'CCPC (Irlande)',
  TCA: 'Autorité de la concurrence (Turquie)',
  ICA: 'Autorité de la concurrence (Israël)',
  CFIUS: 'CFIUS, investissements étrangers (États-Unis)',
  NDRC: 'NDRC, investissements étrangers (Chine)',
  MOFCOM: 'Ministère du commerce, commerce et investissements étrangers (Chine)',
  ISU: 'Investment Security Unit, sécurité nationale (Royaume-Uni)',
  BMWK: 'Ministère de l’économie, investissements étrangers (Allemagne)',
  FIRB: 'Foreign Investment Review Board (Australie)',
};

export const screen: Translated<'screen'> = {
  'round-trip': 'Aller-retour de fonds par les dépenses de nuage',
  'circular-financing': 'Financement circulaire',
  'acqui-hire': 'Licence et recrutement d’équipe',
  'staged-stake': 'Montée progressive au capital',
  'cross-holding': 'Actionnariat commun de concurrents',
  exclusivity: 'Fournisseur exclusif ou privilégié',
  'governance-rights': 'Droits de gouvernance et d’information',
  'input-foreclosure': 'Verrouillage des intrants',
  'serial-acquisition': 'Série d’opérations',
  'below-threshold': 'Montage échappant à la notification',
  'nascent-competitor': 'Concurrent naissant',
  'market-share': 'Part de marché',
};

export const screenShort: Translated<'screen-short'> = {
  'round-trip': 'Aller-retour de fonds',
  'circular-financing': 'Financement circulaire',
  'acqui-hire': 'Recrutement d’équipe',
  'staged-stake': 'Montée au capital',
  'cross-holding': 'Actionnariat commun',
  exclusivity: 'Fournisseur exclusif',
  'governance-rights': 'Droits de gouvernance',
  'input-foreclosure': 'Verrouillage d’intrants',
  'serial-acquisition': 'Série d’opérations',
  'below-threshold': 'Hors notification',
  'nascent-competitor': 'Concurrent naissant',
  'market-share': 'Part de marché',
};

export const severity: Translated<'severity'> = {
  1: 'faible',
  2: 'net',
  3: 'fort',
};

export const band: Translated<'band'> = {
  High: 'Élevé',
  Medium: 'Moyen',
  Low: 'Faible',
  none: 'Sans niveau',
};

export const flagState: Translated<'flag-state'> = {
  to_review: 'À examiner',
  watching: 'Suivi',
  escalated: 'Transmis',
  confirmed: 'Confirmé',
  dismissed: 'Écarté',
};

export const decision: Translated<'decision'> = {
  confirm: 'Confirmé',
  dismiss: 'Écarté',
  watch: 'Mis sous suivi',
  escalate: 'Transmis',
  reopen: 'Remis à examiner',
};

export const dismissal: Translated<'dismissal'> = {
  figure_misread: 'Chiffre mal lu',
  talks_only: 'Simples pourparlers, rien de convenu',
  round_total: 'Total du tour de table, non l’argent de cet investisseur',
  same_event: 'Même événement, déjà compté',
  ordinary_supply: 'Contrat de fourniture ordinaire',
  term_expired: 'La clause a expiré',
  other: 'Autre, avec une note',
};

export const documentState: Translated<'document-state'> = {
  fetched: 'En attente de lecture',
  read: 'Lu',
  unreadable: 'N’a pas pu être lu',
  unsupported_language: 'Langue non lue',
  duplicate: 'Même texte qu’un autre document',
};

export const term: Translated<'term'> = {
  'exclusive-provider': 'Fournisseur exclusif',
  'primary-provider': 'Fournisseur principal',
  'preferred-provider': 'Fournisseur privilégié',
  'first-refusal': 'Droit de premier refus',
  'several-providers': 'Recourt à plusieurs fournisseurs',
  credits: 'Payé en crédits de nuage',
  'tied-legs': 'Un volet est la condition de l’autre',
  'supplier-gives-equity': 'Le fournisseur donne à son client du capital ou des bons de souscription',
  'capacity-backstop': 'L’investisseur rachète la capacité invendue',
  'financing-vehicle': 'Un véhicule distinct achète les biens du fournisseur et les donne en location',
  'allocation-preference': 'Accès anticipé ou approvisionnement réservé',
  'marketplace-listing': 'Vendu par le nuage de l’investisseur',
  'board-seat': 'Siège au conseil',
  'board-observer': 'Observateur au conseil',
  veto: 'Droit de veto',
  consultation: 'Droit de consultation',
  'information-rights': 'Droits d’information',
  'revenue-share': 'Part du chiffre d’affaires ou du bénéfice',
  'no-governance-rights': 'Ni vote, ni siège, ni observateur',
  'non-voting': 'Sans droit de vote',
  convertible: 'Convertible',
  warrants: 'Bons de souscription',
  stake: 'Participation',
  licence: 'Licence de la technologie',
  'hiring-waiver': 'Renonciation à agir contre les recrutements',
  'founder-joins': 'Arrivée du fondateur ou du directeur général',
  'person-joins': 'Arrivée d’une personne nommée',
  'staff-share': 'Arrivée d’une part de l’équipe',
  'staff-count': 'Nombre de salariés qui arrivent',
  'target-continues': 'La cible poursuit son activité',
  'target-closes': 'La cible cesse son activité',
  'product-closed': 'Produit arrêté',
};

export const event: Translated<'event'> = {
  flag: 'un signalement nouveau ou rouvert',
  score: 'un changement du score',
  status: 'une étape d’une autorité',
  money: 'un nouveau versement, une promesse ou un engagement de dépense',
  contradiction: 'des chiffres qui divergent',
  deal: 'une nouvelle opération',
  deadline: 'une échéance qui approche',
  source: 'une source qui ne peut être lue',
};

export const cadence: Translated<'cadence'> = {
  now: 'aussitôt',
  daily: 'dans un récapitulatif quotidien',
  weekly: 'dans un récapitulatif hebdomadaire',
};

export const statusNotes: Translated<'status-notes'> = {
  cleared: 'Autorisée, ou examinée sans suite : les mots cités disent lequel.',
  no_jurisdiction: 'Les effets n’ont pas été appréciés.',
  information_request: 'Une demande d’informations n’ouvre pas à elle seule une affaire.',
};

export const trouble: Translated<'trouble'> = {
  full: 'Le disque est plein : rien ne peut plus être enregistré tant qu’il n’y a pas de place. Ce qui est enregistré est en sûreté et peut être lu.',
  damaged:
    'La base de données est endommagée. Qui exploite ce Dealwatch l’arrête et restaure une sauvegarde : npm run -s restore -- FILE',
  'read-only': 'La base de données est en lecture seule. Ce qui est enregistré est en sûreté et peut être lu.',
  disk: 'Le disque qui contient la base de données est défaillant. Qui exploite ce Dealwatch l’examine et restaure au besoin une sauvegarde.',
};
