import type { Lexicon } from './lexicon.ts';

export const fr: Lexicon = {
  language: 'fr',
  articles: 'le,la,les,l,un,une,des,son,sa,ses,leur,leurs,ce,cet,cette,ces',
  indefinite: 'un,une,des,certain,certaine,autre',
  prepositions: {
    in: 'dans,en,au capital de/d/du,chez,au sein de/d/du,au tour de table de/d/du,à bord de/d',
    to: 'à,au,aux,vers,pour le compte de/d',
    from: 'auprès de/d/du/des,depuis,venus/venu de/d,issu/issus/issue de/d,par l intermédiaire de/d',
    by: 'par,grâce à/au/aux,mené/menée/menés par,emmené/emmenée par,conduit par,piloté par,de la part de/d',
    of: 'de,d,du,des',
    with: 'avec,aux côtés de/d/du/des,en compagnie de/d',
    on: 'sur',
    for: 'pour',
    as: 'comme,en tant que',
    than: 'que,qu',
    between: 'entre',
    against: 'contre,face à/au/aux,concurrent/concurrents/rival/rivaux/rivale de/d/du',
    like: 'comme,tels/telles/tel/telle que/qu,parmi lesquels/lesquelles,notamment,à savoir,y compris',
    other: 'avant,après,sans,sous,selon,pendant,durant,malgré,depuis,hors,parmi,outre,près de/d,via,moyennant,d après',
  },
  conjunctions: 'et,ou,ainsi que/qu,de même que,mais aussi,aux côtés de',
  breakers:
    'mais,tandis,alors,quand,lorsque,lorsqu,si,puis,car,cependant,toutefois,après,avant,où,afin,plutôt,dit,déclaré,annoncé',
  relatives: 'qui,que,qu,dont,lequel,laquelle,lesquels,lesquelles,auquel,duquel',
  passive: 'est,sont,été,fut,furent,était,étaient,sera,seront,être,serait',
  perfect: 'a,ont,avait,avaient,aurait,auraient,ayant,déjà',
  it: 'il,elle,celui ci,celle ci,y',
  they: 'ils,elles,les deux,le duo,tous deux,ceux ci',
  possessives: 'son,sa,ses,leur,leurs',
  startupNouns:
    'pionnier,pionnière,prodige,espoir,étoile montante,challenger,jeune firme,jeune acteur,start up,startup,jeune pousse,jeune société,jeune entreprise,jeune firme,pépite,licorne,laboratoire,labo,jeune compagnie,éditeur de chatbot,spin off,champion,créateur de chatbot/chatbots,concepteur de robots',
  groupNouns:
    'géant,groupe,mastodonte,colosse,conglomérat,multinationale,fabricant de puces,fondeur,ogre,éditeur de logiciels,éditeur de windows,moteur de recherche,géant du net,leader du cloud,hyperscaler,réseau social,spécialiste des gpu,empereur,maison mère,poids lourd,ténor',
  companyNouns:
    'entreprise,société,compagnie,firme,éditeur,spécialiste,concepteur,fabricant,développeur,maison,acquéreur,acheteur,propriétaire,créateur',
  armNouns:
    'fonds,filiale,bras financier,branche,division,fonds de capital risque,fonds d investissement,entité,structure d investissement',
  adjectives:
    'jeune,américain,américaine,français,française,britannique,allemand,allemande,européen,européenne,canadien,canadienne,chinois,chinoise,israélien,israélienne,japonais,japonaise,californien,californienne,parisien,parisienne,coréen,coréenne,néerlandais,néerlandaise,finlandais,grand,grande,petit,petite,même,ancien,ancienne,rival,rivale,autre,nouveau,nouvelle,newyorkais,newyorkaise,new,yorkais,yorkaise,fameux,fameuse,génératif,générative',
  triggers: {
    investIn: [
      'investir/investit/investi/investis/investira/investirait/investissant/investissait/investissent/réinvesti/investiront/investie,mise/misé/miser/parie/parié/parier gros?,place/placé/placer ses billes,prend/pris/prendre/prendrait/prennent/prenant/prendra/prendront/prendraient une? participation,prend/pris/prendre/prennent/prendra place,entre/entré/entrer/entrent/entrait/entrerait/entrera/entrés/entrant au,entre/entré/entrer/entrent chez,monte/monté/monter au,rentre/rentré au',
    ],
    moneyInto: [
      'injecter/injecte/injecté/injecta/injectera/injecterait/injectés/injectée/injectent,verser/verse/versé/versera/verserait/versés/versait/versant/versent,apporter/apporte/apporté/apporterait/apportera/apportés/apportent,mettre/met/mis/mettra/mettrait/mise/mettent,engager/engage/engagé/engagera/engageant/engagés/engagent,débourser/débourse/déboursé/déboursera/déboursait,placer/place/placé,consacrer/consacre/consacré,allouer/alloue/alloué,promettre/promet/promis,ajouter/ajoute/ajouté/ajoutera/rajouter/rajoute,signer/signe/signé _ chèque,miser/mise/misé,mobiliser/mobilise/mobilisé,dépenser/dépensé/dépense,contribuer/contribue/contribué/contribuerait,accorder/accorde/accordé,avancer/avance/avancé,octroyer/octroie/octroyé,doter,sortir/sort/sorti _ chèque,posé/pose sur la table',
    ],
    fund: [
      'financer/finance/financé/financée/finançant/financent/financera,soutenir/soutient/soutenu/soutenue/soutiennent/soutenait/soutenant,adosser,épauler/épaule/épaulé,parrainer/parraine,appuyer/appuie,renflouer/renfloue/renfloué',
    ],
    raise: [
      'lever/lève/levé/levée/levés/lèvera/levait/lèverait/lèvent,récolter/récolte/récolté/récoltés,recevoir/reçoit/reçu/recevra/recevrait/reçus,obtenir/obtient/obtenu/obtenus,boucler/boucle/bouclé/bouclait,sécuriser/sécurise/sécurisé,décrocher/décroche/décroché,collecter/collecte/collecté,réunir/réunit/réuni,clore/clôture/clôturé,se procurer/procure,engranger/engrangé,rafler/rafle/raflé,empocher/empoche/empoché,attirer/attire/attiré,encaisser/encaissé/encaisse,lève des fonds,finalise/finalisé',
    ],
    participate: [
      'participer/participe/participé/participent/participait/participant/participaient/participants,prendre/pris/prend/prennent/prenant/prenaient part,mener/mène/mené/menée/menait/mènent,emmener/emmené/emmenée/emmène,conduire/conduit/conduite,diriger/dirigé/dirigée/dirige,souscrire/souscrit/souscrivent/souscrivant,rejoindre/rejoint/rejoignent,remettre/remet/remis/remettent au pot,pilotée/piloté/pilote,figurer/figure/figurent/figurait/figuraient,suivi/suivre/suit,remis la main à la poche,abondé/abonde/abonder',
    ],
    stake: [
      '# % de/d/du,# pour cent de/d/du,participation,participations,part du capital,parts,part,actions,détient/détenait/détenir/détiennent/détenant/détenue/détenu,possède/possédait/posséder/possèdent/possédant,propriétaire de,capital,prise de participation,prises de participation,obligations convertibles,ticket',
    ],
    investor: [
      'actionnaire,actionnaires,investisseur,investisseurs,bailleur de fonds,bailleurs de fonds,mécène,soutien financier,soutiens,partenaire financier,tour de table,actionnariat,parrain,parrains',
    ],
    injection: [
      'investissement,investissements,financement,financements,apport,mise,pari,injection,versement,entrée,chèque,rallonge,engagement,tranche,soutien,ticket,levée,contribution,enveloppe',
    ],
    round: [
      'tour de table,tour de série,tour de financement,nouveau/dernier/premier/un/précédent/même tour,levée de fonds,levée,série a/b/c/d/e/f/g,augmentation de capital,amorçage,tour de financement,opération de financement',
    ],
    acquire: [
      'acquérir/acquerra/acquerront/acquiert/acquis/acquise/acquérait/acquerrait/acquéraient/acquièrent/acquérant,racheter/rachète/racheté/rachetée/rachètera/rachetait/rachetés/rachètent/rachetant/rachèterait,prendre/prend/pris/prenait/prendra/prennent/obtenir/obtient/obtenu le contrôle de/d/du,acheter/achète/acheté/achetée/achetait/achètera/achètent/achetant,mettre/met/mis/mettre/mettra la main sur,s offrir/offre/offert/offrir/offrira,offert/offre/offrir/offrira/offrait/offrent,avaler/avale/avalé/avalée,croquer/croque/croqué,absorber/absorbe/absorbé/absorbée,reprendre/reprend/repris/reprise,prendre/prend/pris le contrôle,déniché/déniche,gober/gobé/gobe,engloutir/englouti,s empare/emparé/emparer,emparé/empare/emparer,mangé,prend/pris/prendre possession',
    ],
    acquisition: [
      'totalité du/des capital/parts/actions/titres,totalité de ses/leurs parts/actions,acquisition,acquisitions,rachat,rachats,reprise,prise de contrôle,achat,offre publique d? achat,offre de rachat,fusion avec,opa,emplette,emplettes,mainmise',
    ],
    sell: ['vendue/vendu/vendre/vend/vendus à,vendue/vendu/vendre/vend,cédée/cédé/céder/cède'],
    belong: [
      'appartient/appartenait/appartenir/appartenant,passe/passé/passer/passée sous pavillon,passe/passé/passée sous le contrôle',
    ],
    payFor: [
      'payer/paie/payé/paiera,débourser/débourse/déboursé,dépenser/dépense/dépensé,offrir/offre/offert,mettre/met/mis _ sur la table',
    ],
    hire: [
      'embaucher/embauche/embauché/embauchée/embauchait/embauchés/embauchées/embauchent/embauchera,recruter/recrute/recruté/recrutée/recrutait/recrutés/recrutent/recrutera,débaucher/débauche/débauché/débauchait/débauchés/débauchent,engager/engage/engagé/engagés,s attacher/attaché/attache,attaché/attache/attacher,récupérer/récupère/récupéré/récupérés,attirer/attire/attiré,rafler/rafle/raflé,faire/fait revenir,fait revenir,vide/vidé/vider/vidée,aspirer/aspire/aspiré,siphonner/siphonne/siphonné,s offre/offert/offrir,ramener/ramène/ramené,chiper/chipe/chipé,enrôler/enrôle/enrôlé,met/mis/mettre la main sur,absorber/absorbe/absorbé,emporter/emporte/emporté,intégrer/intègre/intégré,accueillir/accueille/accueilli,acqui hire,acquérir/acquis',
    ],
    join: [
      'rejoindre/rejoint/rejoints/rejoignent/rejoindra/rejoindront/rejoignait/rejointe/rejoignant,passer/passe/passé/passés/passent/passés chez,partir/part/parti/partis/partent/partie,arriver/arrive/arrivent/arrivés,intégrer/intègre/intègrent/intégré/intégreront,filer/file/filé/filent,quitter/quitte/quitté/quittent,emboîter/emboîte/emboîté/emboîtent le pas,retourner/retourne/retournent/retournés,revenir/revient/reviennent/revenus,migrer/migre/migré,transfuges/transfuge,suivi/suivre,changé d employeur,rallier/rallie/rallié/rallient,atterrir/atterrit/atterri,travailler/travaille/travaillent/travailleront',
    ],
    hiring: [
      'embauche,embauches,recrutement,recrutements,débauchage,débauchages,acqui hire,acqui hires,arrivée,arrivées,transfert,absorption par l embauche,ponction',
    ],
    supply: [
      'fournir/fournit/fourni/fournira/fournissait/fournirait/fournissent/fournissant,livrer/livre/livré/livrera/livrait,héberger/héberge/hébergé/hébergera/hébergeait,vendre/vend/vendu/vendra/vendent,procurer/procure,équiper/équipé/équipera/équipent,louer/loue/loué/louera,mettre/met/mis/mettra à disposition,alimenter/alimente/alimenté,offrir/offre/offert,prêter/prête,déployer/déployé/déployés/déploiera,construire/construit/construira',
    ],
    use: [
      'utiliser/utilise/utilisé/utilisera/utilisent/utilisait/utilisant/utiliseront,tourner/tourne/tournent/tournait/tourneront,entraîner/entraîne/entraîné/entraînera/entraînés/entraînent/entraînait,recourir/recourt/recours,louer/loue/loué/louera/louait,acheter/achète/acheté/achètera/achèteront/achètent,s appuyer/appuie,appuyer/appuie/appuient/appuyer/appuiera,réserver/réserve/réservé/réservera,commander/commande/commandé/commandera,choisir/choisit/choisi,héberger/hébergé/hébergés/hébergée,dépendre/dépend,migrer/migre/migré,exploiter/exploite,déployer/déploie/déployé/déploiera,bénéficier/bénéficie,signer/signe/signé,repose/reposent/reposer,faire/fait tourner,puiser/puise,client/cliente/clients,contracter/contracté,opter/opte/opté',
    ],
    spend: [
      'dépenser/dépense/dépensera/dépensé/dépenserait/dépensent/dépensait,verser/versera/verse/versé,payer/paie/paiera/payé,acheter/achètera/achète/acheté/achèteront,s engager/engage/engagé à dépenser,engager/engage/engagé/engagée,commander/commande/commandé,régler/règle,consacrer/consacre/consacrera,promettre/promet/promis,facture,se chiffre/chiffrerait,rendra/rendre',
    ],
    supplier: [
      'fournisseur/fournisseurs de cloud/calcul/puissance/services/puces,fournisseur/fournisseurs,fournisseur cloud,prestataire,hébergeur,cloud principal/exclusif/privilégié/préféré,partenaire cloud,partenaire d entraînement,client,cliente,clients,locataire,plateforme cloud,utilisateur,premier client',
    ],
    supplyDeal: [
      'contrat,contrats,accord,accords,commande,commandes,pacte,engagement,bail,services,capacité,dépenses,puissance de calcul',
    ],
  },
  partNouns:
    'participation,participations,part,parts,actions,action,licence,licences,droits,droit,équipe,équipes,fondateur,fondateurs,cofondateur,cofondateurs,personnel,salariés,ingénieurs,chercheurs,technologie,technologies,capacité,puces,services,talents,puissance,dirigeant,patron,pdg,directeur,compétences,processeurs,cerveaux,gpu,tpu,tour,modèles,bureaux',
  founders:
    'fondateur,fondateurs,fondatrice,cofondateur,cofondateurs,co fondateur,co fondateurs,cofondatrice,dirigeants,têtes,têtes pensantes,créateurs',
  chiefs: 'pdg,patron,directeur général,dirigeant,ceo,président directeur général,chef',
  teams:
    'équipe,équipes,personnel,salariés,employés,ingénieurs,chercheurs,effectifs,gros des troupes,troupes,talents,collaborateurs,essentiel de son personnel,membres de son/l équipe,développeurs,cerveaux,scientifiques,anciens,lieutenants,collègues',
  executives:
    'vice président,directrice,manager,cadre,directeur scientifique,directeur technique,responsable,chercheur,ingénieur,directeur',
  compute:
    'cloud,nuage,calcul,puissance,gpu,tpu,puces,puce,processeurs,processeur,serveurs,serveur,centre de données,centres de données,capacité,capacités,gigawatt,gigawatts,gw,infrastructure,infrastructures,supercalculateur,supercalculateurs,semi conducteurs,accélérateurs,trainium,inférence,hébergement,informatique,azure,aws,machines,crédits,modèles,gpus,tpus,cartes graphiques,supercalcul,grappes,clusters,semiconducteurs',
  roundNouns:
    'tour,tours,série a/b/c/d/e/f/g,levée,lever,lève,levé,levés,amorçage,financement,investisseurs,investisseur,consortium,pot,capital,opération,augmentation,souscrit,souscrivent',
  moneyNouns:
    'argent,fonds,capitaux,millions,milliards,million,milliard,somme,dollars,euros,billes,chèque,mise,crédits,numéraire',
  ai: 'ia,i a,intelligence artificielle,apprentissage automatique,apprentissage profond,robot,robots,robotique,humanoïde,humanoïdes,chatbot,chatbots,modèle,modèles,puce,puces,gpu,réseau de neurones,réseaux de neurones,neurones,llm,conduite autonome,algorithmes,algorithme,générative,agents,ai,vision par ordinateur,calcul',
  otherTrades:
    'jeux vidéo,éditeur de jeux,banque,assureur,laboratoire pharmaceutique,distributeur,compagnie aérienne,hôtel,messagerie,musique,studio,paiement,paiements,supermarchés,télécoms,opérateur,immobilier,football,sécurité informatique,cybersécurité',
  negation:
    'ne,n,pas,aucun,aucune,jamais,ni,sans,non,dément,démenti,refusé,refuse,exclut,nullement,point de,plutôt que,au lieu,rien',
  reported:
    'exclut pas,exclu pas,en discussions,en discussion,discussions,en pourparlers,pourparlers,négocie,négocient,négocier,négociations,négociation,envisage,envisagerait,envisagent,réfléchit,réfléchissait,réfléchissaient,songe,songeait,étudie,étudierait,pourrait,pourraient,devrait,souhaite,souhaiterait,veut,voudrait,compte bien,prévoit,prévu,projette,projet de,intéressé par,serait,seraient,sur le point de,lorgne,rumeur,rumeurs,éventuel,éventuelle,hypothèse,convoite,tentée/tenté de,s apprêterait,s apprête,espère,cherche à,proche de,avancées,intéresse/intéresserait,en passe de,veulent,courtise,courtisent,à l étude,étudient,songent,convoitent,possibles,pressenti,pressentie',
  ended:
    'repoussé/repousse/repoussée une/l/son/la offre,repoussé _ offre,abandonné,abandonne,abandonner,abandonnent,renoncé,renonce,renoncer,renoncent,échoué,échoue,échec,tombé à l eau,capoté,capote,annulé,annule,annulée,bloqué,bloque,bloquée,interdit,interdite,rompu,rompt,avorté,avortée,retiré,retirée,rejeté,rejetée,jeté l éponge,fait machine arrière,sans suite,n a pas abouti,pas abouti,tourné court,mis fin,a cédé sa participation,revendu,éconduit,éconduite,décliné,refusé l offre,fin de non recevoir,sans accord,n a pas prospéré,battu en retraite,fait marche arrière,sort/sortent/sorti/sortira/sortir du capital,vend/vendu/cède/cédé ses/sa/leurs parts/participation',
  hypothesis: 'si,s il,s ils,si jamais,aurait pu,auraient pu,imaginons,à supposer',
  agreed: 'signé,annoncé,a,ont,convenu,confirmé,accepté,va,vont,officialisé,bouclé,finalisé',
  respectively: 'respectivement',
  valuation:
    'valorisation,valorisé,valorisée,valorise,valorisant,valorisait,valait,vaut,valeur,capitalisation,valorisés,évaluée,évalué,évaluant,valoriserait',
  otherMoney:
    'chiffre d affaires,revenus,revenu,ventes,bénéfice,bénéfices,perte,pertes,dépenses d investissement,amende,amendes,salaire,par an,annuel,annuels,annuelle,coût,coûts,dette,marché,fonds de,par action,à dollars,titre,cours,recettes,économies,prime,primes,budget,don,subvention,capitalisation,objectif de cours,dividende,pièce',
  roles: {
    total:
      'prix,montant,au total,total,en tout,portant,porte,portait,cumul,cumulé,jusqu ici,à ce jour,au global,doublant,somme totale',
    ceiling: 'jusqu à,jusqu,maximum,au maximum,plafond,au plus,maximal,pourrait atteindre,pourrait grimper',
    future:
      'à l avenir,ultérieurement,ensuite,plus tard,reste,restants,restant,restante,solde,suivra,suivront,pourraient venir,par la suite,rajouter,ajouter,à terme,étalé,seconde partie,futur,future,sous conditions,d ici,conditionnée,viendront,sera versé,seront versés,seront versées,à verser,restent à verser',
    fee: 'licence,licences,redevance,redevances,droit d exploiter,exploiter,droits',
    tranche:
      'initial,initiale,première,premier,deuxième,seconde,troisième,tranche,supplémentaires,supplémentaire,nouveau,nouveaux,nouvelle,de plus,immédiatement,rallonge,d abord,dans un premier temps,comptant,encore',
    commitment: 'dépenser,cloud,azure,calcul,capacité,puces,aws,services,contrat,commande,gpu,tpu',
    round:
      'tour,tour de table,série a/b/c/d/e/f/g,levée,lever,lève,levé,levés,amorçage,augmentation de capital,récolté,récoltés,bouclé',
    combined: 'à eux deux,ensemble,à elles deux,conjointement,au cumul,collectivement',
    each: 'chacun,chacune,respectivement,autant',
    since: 'depuis',
  },
  terms: {
    'exclusive-provider': [
      'fournisseur/cloud/hébergeur/partenaire exclusif,exclusivité,exclusivement,en exclusivité,seul fournisseur',
    ],
    'primary-provider': [
      'principal fournisseur,fournisseur principal,principal partenaire,partenaire principal,cloud principal,premier fournisseur,fournisseur de cloud principal',
    ],
    'preferred-provider': [
      'fournisseur _ préféré/privilégié/préférentiel,partenaire privilégié/préféré,cloud préféré/privilégié',
    ],
    'first-refusal': ['droit de premier refus,droit de préemption,droit de priorité'],
    'several-providers': [
      'non exclusif,n est pas exclusif,n a rien d exclusif,plusieurs fournisseurs/clouds,autres fournisseurs,libre de',
    ],
    credits: ['crédits,crédits cloud,crédits de calcul,bons d achat'],
    'tied-legs': [
      'en échange,en contrepartie,à condition,en retour,sous condition,obligé de,utilisable/utilisables/utilisés/valable/valables/dépensés seulement/uniquement/exclusivement sur/chez',
    ],
    'supplier-gives-equity': [
      'bons de souscription,attribue _ actions,warrants,monter/entrer au capital de son fournisseur',
    ],
    'capacity-backstop': ['capacité invendue,capacités inutilisées'],
    'financing-vehicle': ['société/véhicule/structure ad hoc,véhicule de financement,véhicule de location'],
    'allocation-preference': ['accès prioritaire/anticipé/privilégié,capacité réservée,capacités réservées'],
    'marketplace-listing': [
      'disponible/disponibles/proposé/proposés/distribué/distribués sur/via/aux,catalogue,place de marché,bedrock,vertex,foundry',
    ],
    'board-seat': [
      'siège au conseil,siège au sein du conseil,fauteuil au conseil/comité,entre au conseil,administrateur',
    ],
    'board-observer': ['observateur,siège d observateur,rôle d observateur'],
    veto: ['veto,droit de veto'],
    consultation: ['consulté,droit de consultation,être consulté'],
    'information-rights': [
      'droit d information,droits d information,droit à l information,accès à/aux des/ses? informations/données/comptes confidentielles/financières/financiers,accès aux comptes',
    ],
    'revenue-share': [
      'partage des/de/du revenus/recettes/bénéfices/profits/chiffre,part de/du/des _ revenus/recettes/bénéfices/ventes reversée/versée,touche/touchera/perçoit/percevra/reçoit/recevra/reverse/reversera/verse/versera _ part/pourcentage de/du/des _ revenus/recettes/bénéfices/ventes/chiffre,touche/touchera/perçoit/percevra/reçoit/recevra/reverse/reversera/verse/versera _ # % de/du/des _ revenus/recettes/bénéfices/ventes/chiffre',
    ],
    'no-governance-rights': ['aucun siège,sans siège,ni siège,aucun pouvoir de gouvernance'],
    'non-voting': ['sans droit de vote,sans droits de vote,aucun droit de vote,ni droit de vote'],
    convertible: ['convertible,convertibles,convertis en actions,obligations convertibles,se transforme en actions'],
    warrants: ['bons de souscription,warrants'],
    licence: ['licence,licences,sous licence'],
    'hiring-waiver': ['renonce à poursuivre,renonciation,clause de non débauchage'],
    'target-continues': [
      'continue d exister,poursuit sa route/ses activités/son activité,reste indépendante,demeurera une entité,poursuit son chemin,reste une entité,indépendante,ne disparaît pas,ne ferme pas,continuera d exister,poursuivra sa route/ses activités/son activité',
    ],
    'target-closes': ['ferme ses portes,cesse ses activités,mise en liquidation,met la clé sous la porte,disparaît'],
    'product-closed': ['service fermé,arrêt du service,application fermée,débranché'],
  },
};
