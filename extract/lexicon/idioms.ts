import { english, french, german, italian, spanish } from './inflect.ts';
import type { FrameClass } from './lexicon.ts';

/** Idioms, headline verbs, terms of law and talk of forums that open a frame, added to each lexicon. */
export const IDIOMS: Record<string, Partial<Record<FrameClass, string[]>>> = {
  en: {
    investIn: [
      'buy/buys/bought/buying its/their way into,get/gets/got/getting in on,double/doubles/doubled/doubling down on,place/places/placed/placing a? bet/bets/wager on,take/takes/took/taking a _ punt/flutter on,make/makes/made/making a _ investment,plunge/plunged into,sink/sinks/sank/sunk/sinking _ into,seed/seeds/seeded/seeding,deepen/deepens/deepened its/their commitment to',
    ],
    moneyInto: [
      english(
        'drop,dole out,lavish,splash,extend,dispense,devote,loan,dish out,ladle out,plonk down,plump down,pony up,ship,stake',
      ),
      'handing,part/parts/parted with,drop/dropped/dropping _ into/on,up/ups/upped/upping its/their investment/stake/bet,top/topped/topping up,let/lets it/them have,spend/spends/spent/spending _ on a,stump/stumping up,came/come/comes up with,brings/bring/brought/bringing its _ to',
    ],
    fund: [
      english('seed,backstop,endow,capitalise,recapitalize'),
      'throw/throws/threw/thrown its weight behind,got/get/gets behind',
    ],
    raise: [
      english('bank,score,hoover up,corral,muster,hook,reel in'),
      'bringing/brings/brought/bring in,drum/drums/drumming up,take/takes/took/taken money/cash/funding/capital/cheques,landing,bagging,securing,raising',
    ],
    participate: [
      'brought/bring/brings in,cheques/checks came/come from,money came/comes/come from',
      'put/puts/putting money in,rounded/rounding/rounds out,came/come/comes along,wrote/writes/write _ of the cheques/checks,new on the,on the share/shareholder/shareholders register,on the register,on the cap table,pony/ponies/ponied up,joined/join the cap table,topped up,dipped/dip/dips in,with money from',
    ],
    stake: [
      'a # % share/slice/chunk/piece/cut/holding/stake,a fifth/quarter/third/tenth/half of,half of,a slice/chunk/piece of,slices of,pieces of,chunk/piece of,toehold in,shareholding in,holdings in,equity in,class a/b/c shares of/in,ordinary shares of/in,common stock of/in,newly issued shares of/in,part owner of,minority owner of,co owner of,simple agreement,safe note/notes,convertible loan/debt/debenture',
    ],
    investor: [
      'money man/men,bankroller,bankrollers,largest/biggest/main/early/earliest/first/existing/new/lead/anchor backer/backers/shareholder/shareholders/investor/investors,sugar daddy,angel,name/names on the cap table',
    ],
    injection: [
      'vote of confidence,war chest,seed cheque/check,largesse,handout,bailout,rescue,rescue money,loan,top up,follow on,investment deal,equity deal,funding deal,financing deal,capital commitment,equity commitment',
    ],
    acquire: [
      english(
        'absorb,devour,inhale,digest,pluck,collar,pocket,lap up,scoop up,wolf down,eat,eat up,munch,annexe,assimilate,nab,bag,snap,outbid rivals for',
      ),
      'take/takes/took/taken/taking _ over,take/takes/took/taken/taking _ off the market,take/takes/took/taken/taking ownership of,buy/buys/bought/buying _ outright',
      'eaten/ate,walk/walks/walked/walking away? off? with,make/makes/made/making off with,come/comes/came/coming away with,splash/splashes/splashed/splashing out? on,splurge/splurges/splurged on,wins/won/win control of,assume/assumes/assumed control of,take/takes/took/taken ownership of,become/becomes/became/becoming the? _ owner of,lay/lays/laid hands on,get/gets/got/getting its/their hands on,fold/folds/folded _ into itself,bring/brings/brought/bringing _ in house,merge/merges/merged with,pull/pulls/pulled the trigger on,swooping/swooped/swoops for/on/in,close/closes/closed/closing on its purchase of,clinch/clinches/clinched,buy/buys/bought/buying up/out,purchasing,scooping up,tuck/tucks/tucked in,now owns,owns now,own outright,owns outright',
    ],
    acquisition: [
      'ownership of,swoop,swoop for/on,tilt,buy out,full takeover,outright acquisition,merger agreement,combination with,tie up with,marriage with,nuptials with,deal/deals/pact for,move for,play for,option on the rest of,tender offer for',
    ],
    sale: [
      'sale of,sales of,the sale,disposal of,divestment of,divestiture of,hand over of,transfer of ownership of,exit of',
    ],
    sell: [
      'offloaded/offload/offloads,divested/divests/divest,disposed of,hived off,hand/hands/handed over,sells/sold/sell up/out/itself',
    ],
    belong: [
      'passes/passed/passing/pass to,is/are/was/were his/hers/theirs now?,is/was/are/were/been/be swallowed/absorbed,become/becomes/became/becoming a? wholly? owned? subsidiary/property/possession,find/finds/found a? new? home/owner/nest,changed/changes/change hands,come/comes/came under the roof/wing/umbrella,move/moves/moved under the roof/wing/umbrella,has/had a new owner,gets/got a new owner',
    ],
    payFor: [
      english('shell out,stump up,cough up,part with,lay out'),
      'splash/splashed/splashes out,plunk/plunked down,put/puts/putting _ on the table,sum/price of',
    ],
    hire: [
      english(
        'scalp,cream off,raid,round up,snag,appoint,entice away,whisk away,lure away,hire away,peel off,vacuum up,bundle off',
      ),
      'take/takes/took/taken/taking its/the/their/most/all people/team/staff/engineers/researchers/talent,hiring/hires/hired/hire away,made/makes/make an? offers to,extend/extended offers to,wins/win/won over,spirit/spirited away,walk/walked/walks off with,stole/steal/steals/stolen away?',
    ],
    join: [
      english('decamp,relocate,resurface,report to,enrol,enlist,hop over,cross'),
      'is/are/was/were at,are/is/were/was all? on the/their/its payroll,sign/signs/signed/signing with,start/starts/started/starting at,end/ends/ended/ending up at,head/heads/headed/heading to/for/over,now draw/draws/drawing their/its salaries/salary,pack/packs/packed their bags for,badge/badges,wear/wears the/its/a badge,were/are/was/is folded/absorbed/integrated into,come/comes/came/coming over,follow/follows/followed him/her/them,walk/walked over,followed suit',
    ],
    hiring: [
      'talent acquisition,acqui hiring,hire and licence/license deal/deals/arrangement/arrangements?,license and hire,reverse acqui hire/hires,team hire/move,team transfer,mass hiring/hire/move,brain gain,personnel transfer,transfer of staff,migration of,poach,haul of talent',
    ],
    supply: [
      english('lend,allot,allocate,earmark,provision,reserve,dedicate,dispatch'),
      'supplying,hosting,sign/signs/signed up as its,will be supplied',
    ],
    use: [
      english('book,reserve,lease,order,source,procure,install,stock up on,queue for,plug into,build on'),
      'gets/get/got/getting its/their/all? _ compute/computing/chips/gpus/capacity/processors/power/servers,draws/draw/drew/drawing its/their? _ compute/computing/power,come/comes/came/coming from,live/lives/lived on,sit/sits/sat partly? on,is/are/was/were hosted/trained/served/run/housed/computed on/in/at/by/with,signed/signs/sign over its,standardised/standardized on,goes/go/went all in on,turned round and ordered',
    ],
    spend: [
      english('funnel,plough back,hand back,commit,book,rack up'),
      'obliged/obligated to buy/purchase/spend/pay/take,committed/commits/commit to buy/buying/purchase/purchasing/spend/spending/pay/paying,on the hook for,good for,take/takes/took/taken delivery of,be used up,orders/order/ordered worth',
    ],
    supplier: [
      'sole/main/primary/preferred/exclusive/official/principal host/supplier/cloud/landlord/provider,provider of chips/capacity/gpus/compute/servers,cloud partner/vendor/host/supplier,launch customer,anchor customer,biggest customer/client,compute supplier/landlord,chip vendor/partner',
    ],
    supplyDeal: [
      'memorandum of understanding,capacity agreement/contract/deal/reservation,compute agreement/contract/pact/deal/order,cloud agreement/contract/pact/order,hosting agreement/contract/deal,supply agreement/contract/pact,take or pay contract/agreement/commitment,gpu order/deal/contract,chip order/deal/contract/supply,server order/deal,rental agreement/contract,purchase agreement/order,framework agreement,reserved capacity,cloud bill,worth of tpu/gpu/cloud/azure/aws/compute/chips',
    ],
  },
  fr: {
    investIn: [
      'investissent/investissait/investirait,entre/entrent/entrait/entrée/entré/entrer/entrera dans le capital/tour,arrive/arrivent/arrivé/arrivée/arriver au capital,arrive/arrivent/arrivée/arrivé/arriver/entre/entrer/entré/entrée chez,fait/font/faire/faisait son entrée au/dans/chez,prend/pris/prendre/prenant un? ticket/parts/part,mise/misé/miser gros,se renforce/renforcer/renforcé au/dans,monte/montée/monté/monter au/dans',
    ],
    moneyInto: [
      french(
        'dépenser,consentir,débloquer,allonger,aligner,rallonger,remettre,confier,prêter,lâcher,glisser,filer,apporter,doubler',
      ),
      'remet/remettent/remis/remettra,met/mettent/mis/mettre au pot,met/mis la main à la poche,sort/sortent/sorti/sortir le chéquier,casse/cassé sa tirelire,signe/signé/signent un chèque,rallonge/rallongé,consent/consenti',
    ],
    fund: [
      french('sponsoriser,abonder,accompagner,doter,alimenter'),
      'soutenant,soutenus,soutenues,appuyée/appuyé,adossée/adossé à',
    ],
    raise: [
      french('rassembler,glaner,mobiliser,drainer,capter,ramasser'),
      'levant,leva,reçut,obtint,récolta,boucle/bouclé/boucler son/sa/un/une tour/levée/série',
    ],
    participate: [
      french('souscrire,rejoindre,suivre,accompagner,compléter,contribuer'),
      'ont/a/avait/avaient pris part,prirent part,étaient/sont/était/est au/du/dans le? tour,figure/figurent parmi/dans,complète/complètent le tour,compte/comptent/comptant parmi,remet/remettent/remis au pot,mené/menée/mène/mènent conjointement,chef/cheffe de file',
    ],
    stake: [
      'parts du capital,# % du capital,# % des parts,le/un quart/tiers/cinquième/dixième du/des capital/parts/actions,une partie du capital,prend/prends/pris/prise/prendre/prenant # %,bloc/bloc d actions,minoritaire de/d/chez,ticket d entrée,titres de/d,actions de/d/nouvelles,obligations convertibles,prêt convertible,co actionnaire,propriétaire à,détient/détiennent/détenait/détenant,contrôle/contrôlent',
    ],
    investor: [
      'nouvel/nouveau/premier/principal/gros/grand actionnaire/investisseur/soutien,actionnaire de référence,partenaire au capital,bienfaiteur,tour de table,table de capitalisation,sponsor,sponsors,commanditaire',
    ],
    injection: [
      'arrivée au capital,entrée au capital,montée au capital,prise de participation,coup de pouce,bouée de sauvetage,rallonge,ticket,manne,mise de fonds,apport en capital,dotation,prêt,avance,participation financière,investissement stratégique,engagement financier',
    ],
    acquire: [
      french(
        'croquer,avaler,gober,digérer,dévorer,phagocyter,emporter,rafler,remporter,grignoter,cueillir,ramasser,souffler,arracher,adjuger,ingérer,absorber,acheter,racheter,intégrer à,englober',
      ),
      's offre/offrent/offrait/offrira/offrirait/offrir/offert,s est/sont? offert,offert/offerte,s adjuge/adjugé/adjuger,s octroie/octroyé/octroyer,s approprie/approprié/approprier,se paie/paye/payé/payer/paient,se saisit/saisi/saisir de/d,met/mettent/mettait/mis/mettre/mettra/mettant la main sur,jette/jeté/jeter son dévolu sur,craque/craqué/craquer pour,fait/font/fit/faire/faisant/ferait main basse sur,fait/font/fit/faire/faisait/fera l acquisition de/d/du,fait/faire l emplette de/d,fait/faire sien/sienne,prend/prennent/pris/prendre/prendra/prenait le? contrôle/totalité de/d/du,devient/deviennent/devenu/devenir/deviendra le? seul? propriétaire/acquéreur/actionnaire unique de/d/du,se porte/porté/porter acquéreur de/d,se rend/rendu/rendre maître de/d,dispose/disposer désormais de,repris/reprend/reprendre/reprenait,ramène/ramené dans ses filets,mange/mangé/manger/mangée,ravi/ravit/ravir,remballé',
    ],
    acquisition: [
      'offre sur,offre pour,offre d achat,offre de rachat,contre offre,son/une/l/cette/notre/leur/sa offre,mainmise sur,mariage avec,absorption,repreneur,repreneuse,nouveau propriétaire,nouvelle propriétaire,nouveau patron,nouvelle maison mère,prise en main,opération de rachat,prise de possession,acquéreur de/d,emplette',
    ],
    sale: [
      'vente,cession,revente,cession de/d,vente de/d/du,mise en vente de/d,passage sous pavillon,passage sous la coupe,transmission',
    ],
    sell: [
      'cédé/cédée/cédées/cédés/cèdent/céder/cèdera/cédait,vendu/vendue/vendent/vendait/vendra,revendu/revendue/revend,bradée/bradé,apporté/apportée,se vend/vendent/vendre/vendu/vendue',
    ],
    belong: [
      'tombe/tombé/tombée/tomber dans l escarcelle,tombe/tombé/tombée/tomber dans le giron,rejoint/rejoindre/rejoindra le giron/groupe,entre/entré/entrée/entrer dans le giron,passe/passé/passée/passer dans le giron,passe/passé/passée/passer aux mains,passe/passé/passée sous la coupe,change/changé/changer de mains,devient/devenu/devenue/devenir/deviendra la? propriété/filiale/division,est/était désormais? la? propriété/filiale/possession,appartient/appartiennent/appartiendra désormais,fait/font partie',
    ],
    payFor: [
      french('débourser,allonger,aligner,lâcher,payer,régler'),
      'coûte/coûté/coûter,met/mis/mettre/mettait _ sur la table,propose/proposé/proposait,offre/offert/offrait',
    ],
    hire: [
      french(
        'siphonner,aspirer,débaucher,recruter,embaucher,enrôler,chiper,piquer,rafler,capter,happer,racoler,emporter',
      ),
      'fait/faire/font passer,prend/pris/prendre sous son aile,accueille/accueilli/accueillir/accueillent,fait/faire signer,offre/offert un poste/contrat,met/mis/mettre sous contrat,s attache/attaché/attacher,s adjoint/adjoindre,emmène/emmené,arrache/arraché,vide/vidé/vider de ses,met/mis/mettre la main sur l équipe',
    ],
    join: [
      french('rallier,intégrer,migrer,atterrir,débarquer,filer,émigrer,déménager,travailler,signer chez'),
      'prend/prennent/pris leurs/ses quartiers,passe/passent/passés/passées/passer chez,ont/a pris le chemin,part/partent/partis/parti/partir chez/pour,entre/entrent/entrés/entré au service,fait/font leurs valises,a/ont fait/signé ses? leurs? valises,sont/est désormais,changent/change d employeur,suivent/suivi/suivis leur/leurs/le',
    ],
    hiring: [
      'passage,passage chez,exode,migration,fuite des cerveaux,ponction,razzia,hold up,transfert d équipe,acqui embauche,débauchage collectif,recrutement en bloc,embauche en bloc,départ',
    ],
    supply: [
      french('louer,réserver,allouer,mettre à disposition,héberger,provisionner,prêter,céder'),
      'met/mettra à sa/la disposition,assure/assurera,prête',
    ],
    use: [
      french(
        'transférer,déplacer,louer,réserver,commander,consommer,opérer,basculer,migrer,calculer,tourner,puiser,entraîner,héberger,exploiter,installer',
      ),
      'n a _ choisi,a choisi,se fournit/fournissent/fournir,s approvisionne/approvisionner,s équipe/équiper,recevra/reçoit/recevoir,prend/prendra ses,viennent/vient/viendront de/d,provient/proviennent de/d,tire/tirent ses/leur,passe/passé commande',
    ],
    spend: [
      french('consacrer,consommer,restituer,commander'),
      's oblige/oblige/obligé/obligée en? retour? à,s engage/engagée/engagé/engagent à,devra/doit/doivent/devront dépenser/acheter/verser/payer/consommer,dépensera/dépensant,obligation d achat,rendre',
    ],
    supplier: [
      'bailleur de calcul,fournisseur de calcul/puces/cloud/gpu/capacités/serveurs,hébergeur exclusif/principal/unique,cloud exclusif/principal/unique,seul/unique/premier/principal fournisseur/hébergeur/client,locataire',
    ],
    supplyDeal: [
      'contrat de cloud/calcul/fourniture/location/capacité/services,accord de fourniture/cloud/capacité/calcul,commande,commande de/d,protocole d accord,bail,location,réservation de capacité,abonnement,engagement d achat,engagement de dépense/consommation',
    ],
  },
  de: {
    investIn: [
      german('engagieren,ein|steigen,nach|legen,mit|ziehen'),
      'einzusteigen,kauft/kaufte/kaufen/kauften sich _ ein,kauft/kaufte sich ein,einkauft/eingekauft,legt/legte/legen nach,nachlegt/nachgelegt,beteiligt/beteiligte/beteiligen/beteiligten sich,zu beteiligen,macht/machte einen einstieg,aufgesprungen',
    ],
    moneyInto: [
      german(
        'nach|schießen,zu|schießen,auf|stocken,ein|bringen,ein|schießen,spendieren,lockermachen,beisteuern,investieren,berappen,hin|blättern,verleihen,leihen',
      ),
      'in die hand nehmen/nimmt/nahm/genommen,nimmt/nahm/nehmen _ in die hand,auf den tisch legt/legen/gelegt,legt/legte/legen _ auf den tisch,zuzuschießen,greift/griff tief in die tasche',
    ],
    fund: [
      german('alimentieren,bezuschussen,stützen,kofinanzieren,tragen'),
      'steht/stand/stehen hinter,finanziell unterstützt/gestützt,greift/griff unter die arme',
    ],
    raise: [
      german('ein|sammeln,ein|streichen,ein|fahren,sichern,erlösen,verbuchen'),
      'eingeworben,einzuwerben,bekam/bekommen/bekommt,erhielt/erhält/erhalten,holt/holte/geholt sich?,an land gezogen,zieht/zog an land',
    ],
    participate: [
      'geld kommt/kam/stammt/stammte von/aus,gehen/ging/gingen/geht _ mit,zu den geldgebern/investoren/kapitalgebern/gesellschaftern/aktionären gehören/gehört/gehörten/gehörte/zählen/zählt/zählten',
      german('mit|machen,zeichnen,mit|ziehen,beteiligen'),
      'ebenfalls dabei,auch dabei,im boot,an bord,als leitinvestor,mit von der partie,mitgezogen,gezeichnet',
    ],
    stake: [
      '# % der/des aktien/anteile/kapitals/stammkapitals,# prozent der/des aktien/anteile/kapitals,ein viertel/drittel/fünftel/zehntel an/der/von?,die hälfte an/der/von?,aktien der/von/an,vorzugsaktien,geschäftsanteile,kapitalanteile,gesellschaftsanteile,aktienpaket,paket,sperrminorität,minderheit an,minderheitsbeteiligung,minderheitsanteil,minderheitsanteile,mehrheitsbeteiligung,kapitalbeteiligung,wandeldarlehen,genussrechte,stammaktien,junge aktien,neue aktien,mitgesellschafter,mitaktionär,teilhaberin,beteiligt an,anteilskauf,anteilserwerb,prozentpunkte,hielten,hält,besitzt/besitzen/besaß',
    ],
    investor: [
      'gesellschafter,gesellschafterin,neuer/neue/größter/wichtigster/erster aktionär/gesellschafter/investor/geldgeber/teilhaber,ankeraktionär,großaktionär,minderheitsgesellschafter,minderheitsaktionär,miteigentümer,gesellschafterkreis,geldquelle,sponsor,sponsoren,förderer,zeichner,zeichnern,unterstützer',
    ],
    injection: [
      'kapitalbeteiligung,zuschuss,darlehen,anschubfinanzierung,finanzhilfe,kapitalspritze,geldsegen,finanzierungszusage,beteiligung,minderheitsbeteiligung,millioneninvestition,milliardeninvestition,milliardenbeteiligung,millionenspritze,einstieg bei,nachschlag,scheck,investitionszusage,engagement',
    ],
    acquire: [
      german(
        'schlucken,verspeisen,verschlingen,vereinnahmen,schnappen,angeln,krallen,ergattern,erstehen,ein|sacken,ein|verleiben,ein|kaufen,auf|kaufen,zu|kaufen,weg|schnappen,ersteigern,an|eignen,mampfen,verfrühstücken',
      ),
      'frisst/fraß/gefressen/fressen,isst/aß,gönnt/gönnte/gegönnt,gekrallt,geangelt,sichert/sicherte/gesichert,greift/griff/greifen/gegriffen nach/zu,zugegriffen,schlägt/schlug/zugeschlagen/zuschlagen zu?,bekommt/bekam/erhält/erhielt/bekommen den zuschlag für,übernehmen/übernimmt/übernahm/übernommen/übernehme/zu übernehmen,bringt/brachte/gebracht unter sein dach,nimmt/nahm/genommen unter seine fittiche,reißt/riss/gerissen sich,kommt/kam zum zug bei,erworben/erwirbt/erwarb/erwerben/zu erwerben/erwerbe,mehrheit an,kontrolle über,alleineigentümer',
    ],
    acquisition: [
      'angebot für,angebot,offerte für,offerte,kaufangebot,kaufofferte,übernahmeofferte,barofferte,zusammenschluss,zusammenschlusses,fusion mit,erwerb,erwerbs,kaufs,zukaufs,mehrheitserwerb,kontrollerwerb,komplettübernahme,vollübernahme,kaufvertrag,kaufvereinbarung,übernahmevereinbarung,übernahmepläne,übernahmeplan,übernahmeversuch,kaufpreis für,zuschlag für,neuer/neue eigentümer/eigentümerin/besitzer/mutter/herr/hausherr,eigentümer von,beute,einkaufstour,einverleibung,sämtliche/sämtlicher anteile/aktien,alle anteile/aktien,alleinige kontrolle',
    ],
    sale: ['verkauf,verkaufs,veräußerung,weiterverkauf,abgabe,notverkauf,eigentümerwechsel,besitzerwechsel,exit'],
    sell: [
      german('veräußern,ab|geben,ab|stoßen,verscherbeln'),
      'gehen/geht/ging/gegangen/gehe/gingen,verkaufen/verkauft/verkaufte/verkauften,fällt/fiel/gefallen,wandert/wanderte/gewandert,landet/landete/gelandet,kommt/kam/gekommen',
    ],
    belong: [
      'gehört/gehörte/gehören/gehörten jetzt?,gehört nun,unter dem/das dach,unter die/den fittiche/fittichen,ist/wird/wurde/war/werde nun? jetzt? teil/tochter/eigentum/hundertprozentige,hundertprozentige tochter,in den besitz/schoß,im besitz/eigentum,wechselt/wechselte/gewechselt den besitzer/eigentümer',
    ],
    payFor: [
      german('zahlen,bieten,berappen,hin|legen,aus|geben,überweisen,löhnen'),
      'gab/gibt/geben/ausgegeben aus?,legt/legte/legen/gelegt _ hin,geboten/bietet/bot/bieten,kostete/kostet/kosten',
    ],
    hire: [
      german(
        'ab|werben,an|heuern,verpflichten,rekrutieren,ein|stellen,holen,locken,ködern,ab|saugen,ein|sammeln,weg|kaufen,ab|ziehen,übernehmen,an|stellen,herüber|ziehen,aus|spannen',
      ),
      'abgeworben/abwirbt/abwarb/abwerben,unter vertrag genommen/nimmt/nahm,an bord geholt/holt/holte,holt/holte/geholt an bord/ins haus/zu sich,ins haus geholt/holt,mitgenommen,spannt/spannte/ausgespannt aus',
    ],
    join: [
      german('wechseln,über|laufen,an|heuern,um|ziehen,landen,migrieren,aus|wandern,folgen'),
      'heuert/heuern/heuerte/heuerten/angeheuert an?,läuft/laufen/lief/liefen _ über,übergelaufen,angeschlossen,zieht/ziehen/zog/zogen _ um,umgezogen,sitzt/sitzen nun/jetzt bei,ist/sind jetzt/nun bei,arbeitet/arbeiten nun? jetzt? künftig? bei/für,geht/gehen/ging/gingen/gegangen zu/zum,kommt/kommen/kam/kamen zu/zum,steht/stehen auf der gehaltsliste,auf der lohnliste,kündigt/kündigen/kündigten geschlossen',
    ],
    hiring: [
      'personalwechsel,teamwechsel,mannschaftswechsel,teamübernahme,personalübernahme,talentübernahme,talentabwerbung,übernahme der belegschaft/mitarbeiter/beschäftigten,massenabwerbung,weggang,abgang,abgänge,transfer,überlaufen',
    ],
    supply: [
      german(
        'liefern,aus|liefern,bereit|stellen,zur verfügung stellen,vermieten,verleihen,ein|räumen,ab|treten,reservieren,hosten,beherbergen,bestücken,ein|richten',
      ),
      'zur verfügung gestellt/stellt/stellte,räumt/räumte/eingeräumt ein?',
    ],
    use: [
      german(
        'rechnen,nutzen,buchen,mieten,an|mieten,leasen,bestellen,ordern,reservieren,beziehen,verarbeiten,trainieren,ein|setzen,ein|kaufen,auf|stellen,verbauen,migrieren,um|ziehen,verlagern,betreiben,hosten,verlassen',
      ),
      'gerechnet wird,rechnet/rechnen/rechnete auf/bei/in/mit,bezieht/beziehen/bezog/bezogen,laufen/läuft/lief/liefen auf/bei/in,steht/stehen/standen bei,zurückgreift/zurückgegriffen,gebunden an,angewiesen auf,abnehmen/abnimmt/abgenommen,nimmt/nahm/nehmen _ ab,aufzustellen,errichten/errichtet',
    ],
    spend: [
      german('aus|geben,ab|nehmen,bestellen,ordern,verpflichten,zahlen,zusagen,buchen,überweisen,zurück|zahlen'),
      'abzunehmen,abnimmt/abnahm/abgenommen,zur abnahme verpflichtet,verpflichtet/verpflichtete/verpflichtet sich,auszugeben,zu bezahlen,abnahme,bestellwert,auftragswert,kostenpunkt',
    ],
    supplier: [
      'alleiniger/einziger/wichtigster/größter/bevorzugter/exklusiver cloud/anbieter/lieferant/partner/kunde,cloudlieferant,cloud lieferant,rechenzentrumspartner,cloudhoster,hoster,hausanbieter,hauptkunde,ankerkunde,erstkunde,abnehmer,vermieter,mieterin,infrastrukturlieferant,chip lieferant,chipausrüster',
    ],
    supplyDeal: [
      'abnahme,abnahmeverpflichtung,abnahmevereinbarung,abnahmevertrag,cloud verpflichtung,rahmenabkommen,absichtserklärung,chip bestellung,chipbestellung,gpu bestellung,lieferung von,rechenzeit,mietvertrag,nutzungsvertrag,dienstleistungsvertrag,infrastrukturvertrag,kapazitätsvertrag,cloud abkommen,cloud deal,cloud auftrag,cloud leistungen,cloudleistungen,azure leistungen,rechenvertrag,hosting vertrag',
    ],
  },
  es: {
    investIn: [
      spanish('apostar,entrar,colar'),
      'invierta/inviertan/invertida/invertido/invertidos/invirtiera,lleva/llevan/llevaba invertidos/metidos/puestos,entra/entran/entró/entrado/entrará/entrar/entre en el capital/accionariado,toma/tomó/tomado/tomará/tomar una? participación/estaca/cuota,se suma/sumó/sumará al capital,refuerza/reforzó/reforzado su apuesta por,sube/subió su apuesta por,se juega/jugó',
    ],
    moneyInto: [
      spanish('meter,depositar,aflojar,adelantar,regar,prestar,dedicar,añadir,volcar,sufragar,comprometer,inyectar'),
      'pone/ponen/puso/pusieron/puesto/pondrá/habrá puesto/puestos,lleva/llevan metidos/metido,extiende/extendió/extendido un cheque,firma/firmó un cheque,saca/sacó/sacado la chequera/cartera/billetera,se rasca/rascó el bolsillo,pone/puso sobre la mesa',
    ],
    fund: [spanish('respaldar,sostener,avalar,capitalizar,cofinanciar,bancar,apuntalar'), 'sostiene/sostuvo'],
    raise: [
      spanish('recaudar,levantar,captar,amasar,conseguir,embolsar,cosechar,atraer,allegar,sumar'),
      'se embolsa/embolsó/embolsado,se asegura/aseguró/asegurado,obtiene/obtienen/obtuvieron,consigue/consiguieron,cierra/cierran/cerraron/cerró/cerrado su/la/una serie/ronda',
    ],
    participate: [
      spanish('acompañar,completar,suscribir,codirigir,colideral,cubrir,secundar,anclar'),
      'figura/figuran/figuró entre,están/está/estaban/estaba en la ronda,entra/entran/entraron/entró en la ronda,completan/completa/completaron la ronda,con la participación de,se unió/unieron/une/unen a la ronda,tomó/toma/tomaron/han/ha tomado parte,va/van/iba/iban en la ronda,pone/ponen el grueso',
    ],
    stake: [
      '# % del capital,# % de las acciones,el # %,un/el tercio/cuarto/quinto del capital,la mitad del capital,paquete accionarial,participación minoritaria,participación mayoritaria,minoría,acciones de/del/preferentes,nota convertible,préstamo convertible,bonos convertibles,títulos de,participada,participada por,copropietario,copropietaria,ostenta/ostentaba,controla/controlaba el? # %,tomará/toma/tomó/tomar el # %',
    ],
    investor: [
      'socio,socia,socios,nuevo/principal/mayor/primer accionista/inversor/socio,socio industrial,inversor de referencia,accionista de referencia,patrocinadores,financiera,ángel,mecenas,valedores',
    ],
    injection: [
      'aportaciones,inyección de capital,apuesta,apuesta por,espaldarazo,salvavidas,crédito,préstamo,línea de crédito,toma de participación,entrada en el capital,desembolso,dotación,colchón,chequera',
    ],
    acquire: [
      spanish(
        'comprar,zampar,tragar,devorar,merendar,absorber,fagocitar,rescatar,adjudicar,apropiar,anexionar,apoderar de,arrebatar,deglutir,engullir',
      ),
      'compre/compren/comprara/comprase/comprando/compradas,adquiera/adquieran/adquirir/adquirido/adquirida/adquirirán,se haga/hagan/hará/harán/hicieron/haría/hacen/hizo/hace con,se ha/han hecho con,haberse/hacerse/haciéndose hecho? con,se queda/quedan/quedó/quedaron/quedará/quedarse con,se lleva/llevan/llevó/llevaron/llevarse,se come/comió/comido,se adueña/adueñó/adueñado de,se adjudica/adjudicó/adjudicado,se apodera/apoderó de,echa/echó/echado/echar el guante/lazo a,toma/tomó/tomado/tomar/tomará el? control/propiedad/totalidad/# de,pone/puso/puesto las? la? manos? sobre/en,pasa/pasó a ser dueño/dueña/propietario/propietaria de,se mete/metió en el bolsillo,cierra/cerró/cerrado la compra de,se casa/casó/casado con,pesca/pescó/pescado,caza/cazó/cazado',
    ],
    acquisition: [
      'oferta por,oferta de compra por?,oferta pública de adquisición,oferta sobre,oferta,opa sobre,compras,recompra,fusión con,matrimonio con,integración de,nuevo/nueva dueño/dueña/propietario/propietaria/amo/ama/casa,presa,conquista,toma de control,operación sobre',
    ],
    sale: ['venta,ventas de,traspaso,cesión,enajenación,desinversión en,cambio de manos'],
    sell: [
      spanish('traspasar,enajenar,ceder'),
      'vendida/vendido/vender/vendieron/vendió/vende/venden/venderá/vendidas/vendidos,se vende/vendió/venderá,cerró/cierra/cerrado la venta,va a parar,acaba/acabó/acabará en manos,cae/cayó en manos/brazos,pasa/pasó/pasará a manos',
    ],
    belong: [
      'pertenece/pertenecerá/pertenecían,pasa/pasan/pasó/pasaron/pasará a ser/formar/manos/depender/integrarse,pasó/pasa/pasará bajo el control/paraguas,bajo el paraguas,es/era/será ahora? ya? propiedad/filial/parte/de,forma/formaba/formará parte,se integra/integró/integrará en,queda/quedó/quedará integrada/integrado en,cae/cayó en la órbita',
    ],
    payFor: [
      spanish('pagar,desembolsar,abonar,soltar,apoquinar,costar'),
      'pone/puso _ sobre la mesa,ofrece/ofrecía/ofreció/ofrecido,cuesta/costó',
    ],
    hire: [
      spanish(
        'fichar,contratar,reclutar,captar,incorporar,seducir,pescar,robar,birlar,arrebatar,sumar,enrolar,cazar,absorber,rascar',
      ),
      'se lleva/llevan/llevó/llevaron/llevado,se ha/han llevado,se trae/trajo/traído,se queda/quedó con,se hace/hizo con,mete/metió en nómina,pone/puso en nómina,ficharon/fichará/fichando,vacía/vació/vaciado,ofrece/ofreció trabajo/contrato/puesto a',
    ],
    join: [
      spanish('recalar,desembarcar,migrar,aterrizar,mudar,trasladar,emigrar,trabajar,marchar,fichar por'),
      'se une/unen/unió/unieron/unirán/unirse,se incorpora/incorporan/incorporó/incorporaron/incorporarán/incorporarse,se pasa/pasan/pasaron/pasarán/pasarse a,se va/van/fueron/fue/irán/han ido a,se marcha/marchan/marcharon a,se muda/mudan/mudaron/mudarán a,trabaja/trabajan/trabajarán ya? ahora? para/en,están/está ya/ahora en,cambia/cambian/cambiaron de camiseta/empresa/bando,siguen/siguieron a,acaban/acabaron en',
    ],
    hiring: [
      'éxodo,desembarco,trasvase,fuga,fichaje en bloque,contratación en bloque,fichar en bloque,traspaso del equipo,salida en bloque,marcha,caza de talento,robo de talento,fuga de cerebros',
    ],
    supply: [
      spanish('alquilar,arrendar,prestar,reservar,ceder,hospedar,albergar,proveer,surtir,dotar,servir,destinar'),
      'pone/puso/pondrá a disposición,provee/proveerá/proveyó,aporta/aportará',
    ],
    use: [
      spanish(
        'alquilar,arrendar,consumir,alojar,hospedar,migrar,entrenar,desplegar,instalar,adoptar,encargar,surtir,contratar,reservar,correr,calcular,ejecutar',
      ),
      'se apoya/apoyan/apoyará en,se sirve/sirven de,tira/tiran de,funciona/funcionan/funcionará sobre/en,corre/corren/correrá sobre/en,se nutre/nutren de,vienen/viene/vendrán de,proceden/procede de,se traslada/trasladó a,muda/mudó/mudará,se obliga/obligó,se compromete/comprometió/comprometido',
    ],
    spend: [
      spanish('gastar,abonar,destinar,consumir,reservar,dedicar,encargar'),
      'se compromete/comprometió/comprometido/comprometida/comprometieron a,se obliga/obligó/obligada a,obligada/obligado a,deberá/tendrá que gastar/comprar/pagar/consumir,gastarse,se gasta/gastará/gastó,dejará/deja,por valor de',
    ],
    supplier: [
      'proveedor/proveedora único/única/exclusivo/exclusiva/principal/preferente/habitual/de,nube única/exclusiva/principal/preferente,casero,arrendador,inquilina,arrendataria,suministrador,suministradora,alojador,cliente ancla,primer cliente',
    ],
    supplyDeal: [
      'contrato de nube/suministro/alquiler/capacidad/servicios/cómputo,acuerdo de suministro/nube/capacidad/cómputo,pedido de/por,carta de intenciones,memorando,compromiso de compra/gasto/consumo,factura de la nube,alquiler de,reserva de capacidad,arrendamiento,suscripción',
    ],
  },
  it: {
    investIn: [
      italian('scommettere,puntare,entrare,approdare'),
      'investe/investono/investito/investirà/investendo/investano/investa,entra/entrano/entrato/entrata/entrati/entrerà/entrare/entri nel capitale/azionariato,fa/fanno/fatto/farà il? suo? ingresso in/nel/nella,prende/prendono/preso/presa/prenderà/prese una? quota/partecipazione/fetta,acquisisce/acquisito/acquisita/acquisirà una? quota/partecipazione/il,rileva/rilevato una? quota/partecipazione,sale/salito/salire al,rafforza/rafforzato la scommessa',
    ],
    moneyInto: [
      italian(
        'versare,girare,staccare,sganciare,allungare,prestare,anticipare,iniettare,destinare,dirottare,conferire,riversare,immettere,concedere',
      ),
      'tira/tirato/tirano/tirare fuori,mette/mettono/messo/metterà/mise/messi di? tasca?,mette/messo/mettere/mettono sul/in piatto/tavolo,stacca/staccano/staccato un? assegno/assegni,apre/aperto il portafoglio,ci mette/metterà/messo,ha/hanno messo,infila/infilato',
    ],
    fund: [
      italian('finanziare,foraggiare,appoggiare,sovvenzionare,patrocinare,puntellare,ricapitalizzare'),
      'sostiene/sostengono/sostenuta/sostenuto/sostenuti,spalleggiata/spalleggiato',
    ],
    raise: [
      italian('raccogliere,rastrellare,racimolare,incassare,mobilitare,intascare,ottenere,attirare'),
      'raccolto/raccoglie/raccolti/raccolgono/raccolse,chiude/chiuso/chiudono/chiusa un? il? round/aumento/giro,si assicura/assicurata/assicurato,porta/portato a casa,portano/porta in cassa',
    ],
    participate: [
      italian('partecipare,guidare,sottoscrivere,affiancare,capitanare,completare,aderire,ancorare'),
      'figura/figurano tra/fra,prende/prendono/preso/presero parte,hanno/ha partecipato/aderito,si aggiunge/aggiungono/aggiunti,si accoda/accodano,entra/entrano nel round/giro,della partita,con la partecipazione di,capofila',
    ],
    stake: [
      '# % del capitale/delle,il # % di/del/della/dell,# per cento di/del/della/dell,un terzo/quarto/quinto/decimo del/delle capitale/quote,la metà del/delle capitale/quote,quota di minoranza,quota di maggioranza,pacchetto azionario,azioni di/della,azioni privilegiate,prestito convertibile,obbligazioni convertibili,nota convertibile,fetta,comproprietario,partecipata da,sottoscritto/sottoscrive/sottoscritta il? # %,rilevato/rileva il? # %,detiene/detengono/deteneva,possiede/possiedono,controlla/controllava,è/era/sono socio/soci di',
    ],
    investor: [
      'socio,soci,nuovo/nuova/principale/maggiore/primo socio/azionista/investitore/finanziatore,partner finanziario,socio industriale,azionista di riferimento,sponsor,mecenati,angelo,compagine,libro soci',
    ],
    injection: [
      'ingresso nel capitale,entrata nel capitale,iniezione di liquidità/capitali,scommessa su,versamento,versamenti,assegni,assegno,prestito,anticipo,salvagente,boccata d ossigeno,stanziamento,aumento,quota di minoranza,apporto di capitale,dote',
    ],
    acquire: [
      italian(
        'comprare,acquistare,acquisire,rilevare,inglobare,ingoiare,divorare,mangiare,pappare,conquistare,fagocitare,annettere,inghiottire,strappare,assorbire,cannibalizzare',
      ),
      'acquisisca/compri/acquisti/rilevi,si compra/comprano/comprata/comprato,si mangia/mangiano/mangiata/mangiato,si pappa/pappata,si prende/prendono/presa/preso/prese/prenderà,si è/sono presa/preso/comprata/comprato/mangiata/aggiudicata/aggiudicato/assicurata/assicurato/portata/portato,se l è/hanno? comprato/comprata/presa/preso,si aggiudica/aggiudicano/aggiudicherà/aggiudicarsi,aggiudicarsi,si assicura/assicurano/assicurerà,assicurarsi,si accaparra/accaparrano,accaparrarsi,si porta/portano a casa,portarsi a casa,porta/portato/portare/portano a casa,fa/fatto/fare/fanno/farà sua/suo/proprio/propria/sue,mette/messo/mettere/mettono le? mani su/sulla/sul/sull,prende/preso/prendere/prenderà il controllo di/della/del/dell,diventa/diventato/diventata/diventerà proprietario/proprietaria/padrone/padrona di/della/del,ha/hanno/aveva in pancia,tenersi,sposa/sposato,infila/infilato nel carrello,mettere in carrello',
    ],
    acquisition: [
      'offerta su/per/di,offerta d acquisto,offerta,opa su,shopping,compera,rilevazione,presa,conquista,matrimonio con,nozze con,fusione,incorporazione,aggregazione con,nuovo/nuova padrone/padrona/proprietario/proprietaria,compratore,acquirente,preda,acquisizione del,intero capitale di,operazione su,passaggio di mano',
    ],
    sale: [
      'vendita,cessione,passaggio delle quote,passaggio di proprietà,passaggio,dismissione,alienazione,cessioni,contratto di cessione',
    ],
    sell: [
      'venduta/venduto/vendere/vende/vendono/venderà/vendette/vendute/venduti,ceduta/ceduto/cedere/cede/cedono/cederà/cedette,passa/passata/passato/passano/passerà,finisce/finita/finito/finire nelle? mani/orbita,va/andata/andato/andrà',
    ],
    belong: [
      'appartiene/appartengono/appartenuta,entra/entrata/entrato/entrare/entrerà nel gruppo,entra/entrata/entrato/entrare nell orbita,confluisce/confluita/confluito/confluirà in,è/era/sarà/diventa/diventata/diventato ora? parte/proprietà/controllata/una? divisione di,passa/passata/passato/passerà sotto il? controllo/ala/ombrello/insegne,passa/passata/passato di mano,cambia/cambiato padrone/mano,fa/faceva parte,sotto il controllo,sotto l ombrello',
    ],
    payFor: [
      italian('pagare,sborsare,sganciare,versare,offrire,costare'),
      'mette/messo _ sul piatto/tavolo,tira/tirato fuori,spende/spendono/spesi/spesa/spendere,costata/costato/costa',
    ],
    hire: [
      italian(
        'ingaggiare,reclutare,arruolare,soffiare,rubare,strappare,imbarcare,pescare,risucchiare,inglobare,prelevare,accasare',
      ),
      'assume/assumono/assunto/assunti/assunta/assunse/assumere/assumerà,si prende/presa/preso/prendono,si porta/portata/portato/portano via/a,porta/portato/portati via,mette/messo sotto contratto,mette/messi a libro paga,a libro paga,fa/fatto man bassa di,svuota/svuotato/svuotare,tira/tirato dentro',
    ],
    join: [
      italian('passare,traslocare,approdare,migrare,trasmigrare,accasare,lavorare,atterrare,emigrare'),
      'passano/passa/passati/passato/passeranno/passarono a/in/da,vanno/va/andranno/andati/andato a/in/da,si trasferiscono/trasferisce/trasferiti/trasferito/trasferiranno,si uniscono/unisce/uniranno/uniti,finiscono/finisce/finiti/finito in/a,sono/è ora/già/adesso in/a/da,seguono/segue/seguiti/seguito,cambiano/cambiato casacca/datore,entrano/entra/entrati in,fanno/fatto le valigie',
    ],
    hiring: [
      'travaso,esodo,migrazione,fuga,passaggio della squadra,passaggio in blocco,assunzione in blocco,razzia,saccheggio,scippo,caccia ai talenti,acquisizione di talenti,trasloco',
    ],
    supply: [
      italian(
        'affittare,noleggiare,ospitare,destinare,riservare,concedere,prestare,consegnare,dotare,rifornire,alloggiare,cedere',
      ),
      'mette/metterà/messo/mettono a disposizione,fornisce/fornirà/forniva/fornì/forniscono/fornito',
    ],
    use: [
      italian(
        'affittare,noleggiare,consumare,ospitare,migrare,addestrare,installare,impiegare,adottare,ordinare,prenotare,appaltare,calcolare,usare',
      ),
      'gira/girano/gireranno/girare/girava su/sui/sulle/sul/in,si appoggia/appoggiano/appoggerà a/su,si serve/servono di,si rifornisce/riforniscono da,vengono/viene/verranno da/dai/dalle,prende/prendono/prenderà/preso in uso/affitto/prestito,si impegna/impegnata/impegnato,lavora/lavorano su/sui,addestra/addestrerà/addestrano su/sui/sulle/con',
    ],
    spend: [
      italian('spendere,consumare,destinare,riservare,ordinare,impegnare'),
      'spende/spenderà/spenderanno/speso/spesi/spenderebbe,si impegna/impegnata/impegnato/impegnano a,si obbliga/obbligata a,obbligata/obbligato a,dovrà/deve spendere/comprare/acquistare/pagare/consumare,per un valore di',
    ],
    supplier: [
      'unico/esclusivo/principale/preferenziale/primo fornitore/cloud,fornitore unico/esclusivo/preferenziale,fornitore di calcolo/gpu/chip,padrone di casa,locatore,locatario,inquilino,affittuario,cloud unico/principale/esclusivo,soluzione cloud',
    ],
    supplyDeal: [
      'contratto di fornitura/cloud/noleggio/affitto/servizi/hosting,contratto cloud,accordo di fornitura/cloud/capacità,fornitura di,fornitura,hosting su,lettera di intenti,lettera d intenti,impegno d acquisto,impegno di spesa,prenotazione di capacità,canone,affitto di,noleggio di',
    ],
  },
};
