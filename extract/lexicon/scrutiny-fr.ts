import type { ScrutinyLexicon } from './scrutiny.ts';

export const french: ScrutinyLexicon = {
  open: 'ouvr*; ouvert|ouverte|ouverts|ouvertes; lanc*; engag*; entam*; démarr*; initi*; déclench*; diligent*; ouverture; lancement; mène|mènent|menait|mené; rouvr*; rouvert|rouverte; passe|passé ~ phase; fait face à; visé|visée|visés par',
  probe:
    'enquête|enquêtes; examen|examens; investigation|investigations; procédure|procédures; instruction; contrôle approfondi; phase 1; apac; revue',
  case: 'dossier|dossiers; affaire; cas; examen; étude',
  deep: 'approfondi|approfondie|approfondis; phase 2|deux|ii; deuxième phase; seconde phase; poussé|poussée; détaillé|détaillée',
  examine:
    'examin*; étudi*; s intéress*; se pench*; s est penché|penchée; penché|penchée sur; scrut*; regard* ~ près; regardé|regarde|regarder; analys*; surveill*; garder* à l œil; garde|gardait ~ œil; gardera|garderait ~ œil; passe|passé|passer ~ crible|loupe; observ*; évalu*; vérifi*; intrigu*; suit|suivre|suivi ~ près; se demande|demandait; cherch* à savoir; lorgn*; tient à l œil; réfléch*; fait l objet ~ examen; fait l objet ~ enquête; au courant de; en contact avec; cherch* à savoir|déterminer|comprendre|établir; veut|veulent|voulait savoir|déterminer|comprendre',
  investigate:
    'enquêt*; investigu*; enquête de phase 1|une; enquête formelle; examen formel; examen de phase 1; première phase d',
  concern:
    'inquiét*; inquiet|inquiète; préoccup*; préoccupation|préoccupations; mise|mis|met|mettre en garde; vigilan*; alert*; avert*; crainte|craintes; craint; prévenu',
  ask: `6 ( b ); appel|appelle|appelé ~ contributions|commentaires|observations|témoignages; invit* ~ commenter|commentaires|observations|avis|réagir|donner; sollicit* ~ avis|commentaires|observations;
    demand* ~ explications|informations|documents|éclaircissements|précisions|renseignements|détails|comptes|avis|données|commentaires|pièces; réclam* ~ explications|informations|documents|précisions|détails|éclaircissements|pièces;
    demande|demandes d informations|information|renseignements; exig* ~ informations|documents|détails|explications|pièces; envoy*|adress*|transm* ~ questionnaire|questionnaires|questions|demande|demandes|injonction|injonctions|requête|requêtes|courrier|ordonnances|assignation;
    questionnaire|questionnaires; injonction|injonctions ~ informations|fournir|documents; ordonn* ~ fournir|expliquer|livrer|communiquer|répondre|détailler; somm* ~ expliquer|fournir|répondre; consultation publique|du public; consult* ~ tiers|marché|acteurs; interrog* ~ concurrents|clients|tiers|marché|acteurs; recueill* ~ avis|commentaires|observations; citation|assignation à produire; assigné|assignation; souhait*|veut|veulent ~ avis|commentaires|observations; lanc*|ouvr* ~ consultation; appel à commentaires|observations|contributions; demand*|réclam*|exig* ~~ informations|documents|explications|précisions|éclaircissements|renseignements`,
  secondRequest:
    'seconde demande; deuxième demande; second request; demande complémentaire d informations; communication des griefs; griefs; conclusions provisoires',
  clear:
    'autoris*; approuv*; approbation; feu vert; valid*; donn* ~ accord|aval|feu|blanc; blanc seing; aval; agré*; avalis*; laiss* passer; accord de la|l; consentement; accord sans condition; homologu*',
  condition:
    'engagement|engagements; condition|conditions; remède|remèdes; sous réserve; concession|concessions; cession|cessions; moyennant; contrepartie|contreparties',
  close:
    'clos|close|clôt|clore|clôture*|clôturé; referm*; class*; abandonn*; renonc*; ferm*; mis fin; met fin|terme; mis un terme; mettre fin; achev*; termin*; conclu* ~ enquête|examen|instruction; enterr*; suspend*; retir*; lev*; échapp* ~ enquête|examen|procédure|investigation',
  further: 'plus avant; davantage; suite; plus loin; aller plus; sans suite; plus longtemps',
  pursue: 'donn* suite; pouss*; poursuiv*; poursuit; examin*; enquêt*; all*; approfondi*; ouvr*; saisi*; transm*',
  goOn: 'poursuiv*; continu*',
  qualify: `relev* ~ contrôle|concentrations|fusions|compétence|règlement; relève pas; qualifi*; constitu* ~ concentration|fusion|opération; assimil* à ~ fusion|concentration; à notifier|notifiée; à être notifi*; obligation ~ notif*; notifiable|notifiables; soumis|soumise|soumises|soumettre à|au ~ contrôle|notification|examen;
    tomb* ~ sous; entr* dans ~ champ|cadre|contrôle|périmètre; compéten*; rempli* ~ critères|conditions; remplit ~ critères|conditions; répond* ~ critères|définition|conditions; juridiction; seuil|seuils; influence notable|significative|matérielle|déterminante; contrôle durable; prise de contrôle; situation de fusion; être examiné|examinée; fusion au sens; concentration au sens; considér* ~ fusion|concentration; équiva* ~ fusion|concentration; s apparent* ~ fusion|concentration; ni ~ fusion|concentration; pris|prend|prenne|acquis|acquiert le contrôle; acquisition du contrôle; dans le champ; contrôlable|contrôlables; à être soumis|soumise|soumises|contrôlé|contrôlée|examiné|examinée`,
  outside:
    'hors ~ champ|compétence|juridiction|portée|contrôle; échapp* ~ contrôle|compétence|juridiction|règlement|règles; en dehors ~ champ|compétence|juridiction; dépass* ~ compétence|pouvoirs; incompéten*; sort* ~ champ; retir* ~ demande|demandes|renvoi; pas compétente|compétent; pas une fusion|concentration; ne contrôle pas; retrait ~ demande|demandes|renvoi; n a pas pris le contrôle; rien à examiner|contrôler',
  harm: 'restriction de|à ~ concurrence; nui* ~ concurrence; atteinte à la concurrence; entrav* ~ concurrence; problème|problèmes de concurrence; préoccupation|préoccupations de|en ~ concurrence; rédui* ~ concurrence; effet|effets ~ concurrence; diminution ~ concurrence; objection|objections; doute|doutes sérieux; menac* ~ concurrence; motif|raison d|pour intervenir|intervention; matière à intervenir; à redire; à objecter',
  challenge:
    'interdi*; bloqu*; s oppos*; opposée|opposé à; veto; saisi* ~ justice|tribunal ~ bloquer|empêcher|interdire; saisi* la justice; port* plainte; attaqu* en justice; poursui* en justice ~ bloquer|empêcher|interdire; assign* ~ bloquer|empêcher; contest* ~ justice; empêch*; ordonn* ~ cession|céder|défaire|annuler|revendre|démanteler; prohib*; intent* ~ action|procès',
  abandon:
    'abandonn*; renonc*; jet* l éponge; retir* ~ offre; annul*; mis fin; met fin; jeté l éponge; retiré|retirée ~ projet; enterr*; tiré un trait',
  notify:
    'ordonn* ~ notifier|notifiée|notification|notifié; exig* ~ notification|notifier|notifiée; impos* ~ notification|notifier; oblig* ~ notifier; doit|doivent|devra|devront|devait ~ notifier|notifiée|notifié; notifié* à la commission; demand* ~ notification|notifier; notification obligatoire; a|ont jusqu ~ pour trancher|décider|choisir|rendre; rendra sa décision; se prononcera',
  refer:
    'renvoy*; renvoi|renvoyé; demand* à ~ bruxelles|commission ~ examiner|saisir; saisi* ~ commission|bruxelles; transm* ~ commission|bruxelles; article 22',
  accept: 'accept* ~ renvoi|demande|examiner; s est saisi|saisie; se saisit',
  not: 'ne; n; pas; ni; aucun|aucune; jamais; sans; non; rien; personne; refus*; nul|nulle; ne plus; encore moins; faute de; évit*; contourn*',
  maybe:
    'pourrait|pourraient; si; peut|peuvent; devrait|devraient; afin de; pour choisir; éventuel*; envisag*; risqu*; appel* à; demand* à la|l ~ enquêter|bloquer; souhait*; attend*; jusqu; lorsque; lorsqu; quand; sera|seront; saurait; doit|doivent; dira; craign*; menace|menacent; possib*; tant que; soit; aurait|auraient; avant; s attend|attendent; s il|ils',
  newer:
    'désormais; à nouveau; nouveau|nouvelle|nouvelles; en revanche; rouvr*; maintenant; depuis lors; plutôt; de nouveau; à la place; néanmoins; toutefois; cependant; supplémentaire*',
  deal: `accord|accords; partenariat; opération; rachat; acquisition; fusion; investissement; alliance; transaction; rapprochement; participation; lien|liens; entrée; embauche; embauches; recrutement|recrutements; arrivée; montage; contrat; relation|relations; prise de participation; collaboration; pacte; il|elle|ils|elles; le|l|la; celui|celle|ceux; ce|cet|cette|ces; dossier; enquête; examen; affaire; y; en; deux; licence; parties; groupes`,
  deals:
    'opérations; partenariats; acquisitions; recrutements; embauches; investissements; rachats; accords; alliances; fusions; concentrations; acqui hires; acquihires; participations; prises de participation; absorptions; débauch*; start up; deals; montages; pratique; pratiques',
  conduct:
    'publicité; publicitaire|publicitaires; moteur de recherche; abus*; position dominante; monopol*; amende|amendes; vie privée; données personnelles; rgpd; dma; digital markets act; boutique d applications; messagerie; droits voisins; sécurité nationale; investissements étrangers; chatbots; mineurs; exportation*; droits d auteur; règlement sur les marchés numériques; cloud computing; licences logicielles; enquête|procédure contre|visant',
  without: 'sans; aucun|aucune; inconditionnel*',
  parties: 'parties; groupes; entreprises; sociétés; deux; partenaires; protagonistes',
  same: 'même conclusion|verdict|sort|décision|résultat|constat; fait de même; a fait de même; de même pour; idem',
  claim: 'prétend*; affirm*; dit; dire; signifi*; soutien*; assur*; s attend|attendent',
  plead: 'plaid*; argu*; rétorqu*; se défend*; fait valoir; font valoir; insist*; porte parole',
  latter: 'ce dernier; cette dernière; dernier cas; dernière opération',
  about: 'concern*; port* sur; vis*; vise|visent|visait; touch*; relatif|relative à',
  number: 'deux; trois; quatre; cinq; six; sept; huit; neuf',
  urge: 'demand* à la|l|au|aux; exhort*; appell*|appel à la|l|au; press*|presse la|l|le; écri* à; lettre à; interpell*; réclam* que|à; invit* la|l|le; saisi* la|l ~ pour',
  plan: 'prépar*; envisag*; prévo*|prévoit; s apprêt*; compt*; songe|songent',
  able: 'peut|pouvait|peuvent|pouvaient|pourra|pourrait; pouvoir|pouvoirs de; en mesure',
  merit: 'mérit*; justifi*; nécessit*; requi*; raison de|d; lieu de|d',
  undecided:
    'aucune décision|conclusion; pas encore décidé|tranché|statué|conclu; reste ouverte|ouvert; pas encore pris|rendu ~ décision',
};
