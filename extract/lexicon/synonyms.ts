import { english, french, german, italian, spanish } from './inflect.ts';
import type { FrameClass } from './lexicon.ts';

/** Further words that open a frame: whole fields of ordinary newspaper verbs and nouns, added to each lexicon. */
export const SYNONYMS: Record<string, Partial<Record<FrameClass, string[]>>> = {
  en: {
    investIn: [
      english('coinvest,wager on,gamble on,buy into,plough into,pile into'),
      'bought/buying into,co invested/invests/invest,took/take/takes/taking a _ position/punt/flutter,made/makes/make/making a? bet',
    ],
    moneyInto: [
      english(
        'pump,pour,plough,inject,funnel,shovel,ladle,park,advance,infuse,tip,stump up,cough up,chip in,kick in,toss in,fork out,shell out,ante up,front,splash out,disburse,contribute,earmark',
      ),
      'put/puts/putting in,staked/staking,stick/sticks/stuck,sinking/sunk,throwing/thrown,put/puts/putting up,bring/brings/brought/bringing,promising,subscribe/subscribes/subscribed/subscribing for?,writing a? cheque/check',
    ],
    fund: [
      english('bankroll,underwrite,subsidise,subsidize,capitalise,capitalize,prop up,sponsor'),
      'underwrote/underwritten',
    ],
    raise: [
      english('rake in,drum up,rustle up,net,pocket,garner,clinch,amass,gather,accept,wrap up'),
      'take/takes/took/taken/taking in?,pulled/pull/pulls off',
    ],
    participate: [
      english('pitch in,chip in,pile in,tag along,anchor,return'),
      'were/was/are/is both/also/all/too in,were/was/are/is among _ in,took/take/takes/taken up,came/come/comes aboard/on board,re upped,followed on,wrote/write/writes _ cheque/cheques/check/checks,co invested,invested alongside,writing cheques/checks,joining in,putting money in',
    ],
    investor: [
      'cheque/check writer/writers,cornerstone/anchor investor/investors,benefactor,benefactors,sponsor,sponsors,funder,funders,paymaster,stakeholder,stakeholders,minority owner,co investor/investors,supporter,supporters,shareholder register,register of shareholders',
    ],
    injection: [
      'lifeline,punt,gamble,top up,instalment,installment,seed money,equity infusion,pledge,windfall,equity check/cheque',
    ],
    acquire: [
      english('gobble up,snaffle,devour,annex,pounce on,bag,nab,snag,snaffle up,hoover up,mop up'),
      'swallow/swallowed/swallows up,went/goes/gone/going for,take/takes/took/taken/taking full? control/possession of,gain/gains/gained control of,gobbling up,swallowing,absorbing,ate/eaten up',
    ],
    acquisition: [
      'became/become/becomes/becoming the? sole? owner of,new owner of,sole owner of,absorption,swoop,tilt at,approach for,buy up,capture of,outright purchase',
    ],
    sell: ['falls/fell/fallen,passed/passes/pass,changed/changes/change hands'],
    belong: [
      'found/find/finds/finding a? new? home,is/was/are/were/be/became/becomes/become now? a? part/unit/subsidiary/division/arm,is/was now? owned,joins/joined/join the/its _ stable/fold/family/empire,ended/ends/end up in the hands',
    ],
    empty: [
      english('empty,empty out,gut,hollow out,raid,drain,clean out,decapitate,cannibalise,cannibalize,denude,plunder'),
    ],
    hire: [
      english('headhunt,enlist,entice,tempt,woo,coax,pinch,siphon off,sweep up,hoover up,swipe,cherry pick,welcome'),
      'spirited/spirits away,walked/walks off with,made/makes off with,bring/brings/brought/bringing aboard,took/take/takes/taken aboard,stole/stolen/steals,gave/gives/given jobs to,offered/offers jobs to,moved/moves _ over',
    ],
    join: [
      english('decamp,migrate,transfer,defect'),
      'turn/turns/turned up,cross/crossed/crosses over,wound/wind/winds up,found/find/finds themselves,start/starts/started work,moved/move/moves across/over,go/went/gone to work,now on the payroll',
    ],
    hiring: [
      'exodus,raid,defection,defections,poaching spree,brain drain,transfer of _ team/staff/employees/people/engineers',
    ],
    supply: [
      english('lease,rent,furnish,house,outfit,kit out,feed,serve'),
      'leasing,lend/lent/lending,renting out,ships/shipping',
    ],
    use: [
      english(
        'lean on,subscribe,standardise on,standardize on,consume,occupy,turn to,opt for,settle on,call on,operate,hire,snap up',
      ),
      'runs/run/ran/running on,trains/train/trained/training on,sits/sit/sat/rests/rest on,move/moves/moved/moving/shift/shifts/shifted/shifting/migrating _ workload/workloads/training/models/services/systems/operations,take/takes/took/taking _ capacity,fill/fills/filled,lent,powered',
    ],
    spend: [
      english('earmark,shell out,fork out,lay out,splash,disburse,budget,hand over,funnel'),
      'undertaken,undertaking to,set/sets aside,bound/binds itself,obliged,laid out',
    ],
    supplier: [
      'chip/compute/gpu partner/supplier/provider/vendor,anchor/largest/biggest tenant,hyperscaler of choice,host',
    ],
    supplyDeal: [
      'cloud bill,compute bill,invoice,reservation,booking,hosting contract,subscription,purchases,order book,capacity deal',
    ],
  },
  fr: {
    investIn: [
      french('coinvestir,parier sur,miser sur,tabler sur'),
      'entre/entré/entrait/entrer dans le capital,monte/monté au capital',
    ],
    moneyInto: [
      'mettront/mettraient/mettaient/mirent',
      french(
        'injecter,verser,apporter,engager,placer,débourser,miser,allouer,ajouter,mobiliser,avancer,octroyer,accorder,aligner,glisser,ponctionner,parier,contribuer',
      ),
      'mettait/mettaient/mettant,promettait/promettent/promis/promise,remettre/remet/remis,souscrire/souscrit/souscrivait,met/mis/mettre sur la table',
    ],
    fund: [french('financer,épauler,parrainer,doter,subventionner,sponsoriser'), 'soutiendra/soutenaient'],
    raise: [
      french(
        'récolter,boucler,sécuriser,décrocher,collecter,engranger,rafler,empocher,attirer,encaisser,finaliser,glaner,amasser,réunir',
      ),
      'levait/levaient/levant,reçoivent/recevait,obtenait/obtiennent,clôt/clos',
    ],
    participate: [
      french('participer,diriger,piloter,abonder,figurer,accompagner'),
      'était/étaient/sont/est de la partie,étaient/était/sont/est du tour,remettent/remettait au pot,menaient/menant',
    ],
    investor: [
      'commanditaire,bienfaiteur,bienfaiteurs,mécènes,sponsor,coactionnaire,actionnaire de référence,argentier,parraine,à son/leur capital,au capital',
    ],
    injection: [
      'obole,coup de pouce,manne,perfusion,mise de fonds,prise de participation,entrée au capital,pari financier',
    ],
    acquire: [
      french('racheter,acheter,avaler,croquer,gober,dévorer,absorber,chiper,rafler,ramasser,cueillir,engloutir'),
      's empare/emparait/emparé/emparer,s offre/offrait/offert/offrir,s adjuge/adjugé,prenait/prend/pris/prendre le contrôle,met/mettait/mis/mettre la main,mettait la main sur,empare/emparé/emparée/emparait/emparer/emparera de/d/du,reprenait/reprend,faisait/fait/faire/fait main basse sur',
    ],
    acquisition: ['absorption,prise de possession,devient/devenu/devenir propriétaire,nouveau propriétaire,mainmise'],
    belong: [
      'rejoint/rejoignait/rejoindre/rejoindra le giron,entre/entré/entrée dans le giron,filiale,désormais propriété,tombe/tombé/tombée/tombait/tomber/tombant dans l escarcelle,tombe/tombé/tombée/tombait/tomber dans le/la giron/besace',
    ],
    payFor: [french('dépenser,débourser,payer,aligner'), 'offrait/offrirait,met/mettait/mis sur la table'],
    empty: [french('vider,siphonner,décapiter,dépecer,piller,dépouiller,désosser,décimer')],
    hire: [
      french(
        'embaucher,recruter,débaucher,engager,récupérer,attirer,rafler,aspirer,siphonner,chiper,enrôler,capter,séduire,piquer,subtiliser,accueillir',
      ),
      'emporte/emportait/emporté',
    ],
    join: [
      french('intégrer,rallier,migrer,retourner,passer,filer'),
      'ont pris leurs quartiers,pose/posé/posent leurs valises,travaille/travaillent désormais/aujourd hui,émarge/émargent',
    ],
    hiring: ['exode,transfert,débauchage,hémorragie,départ groupé'],
    supply: [french('livrer,héberger,alimenter,équiper,louer,prêter,procurer,épauler'), 'fournissaient/fourniront'],
    use: [
      french(
        'utiliser,tourner,entraîner,louer,acheter,réserver,commander,exploiter,déployer,migrer,puiser,opter,basculer,confier,fonctionner,consommer',
      ),
      'fait/font/faisait/faire tourner,s appuie/appuient/appuyer,recourt/recourent/recourir,dépend/dépendent,repose/reposent,choisit/choisi',
    ],
    spend: [
      french('dépenser,verser,payer,acheter,engager,commander,régler,consacrer,acquitter,débourser,facturer'),
      'promettait/promet/promis',
    ],
    supplier: ['fournisseur attitré,bailleur,hébergeur attitré'],
    supplyDeal: ['facture,réservation,bail,abonnement,bon de commande,location'],
  },
  de: {
    investIn: [
      'stiegen/einstiegen,beteiligten',
      german('investieren,pumpen,stecken,setzen,wetten,buttern'),
      'butterte,einsteigt/einstieg/eingestiegen,hineingesteckt,reingesteckt,engagiert/engagierte',
    ],
    moneyInto: [
      german(
        'pumpen,stecken,zahlen,überweisen,spendieren,spritzen,bei|steuern,zu|sagen,bereit|stellen,ein|zahlen,locker|machen,gewähren',
      ),
      'schießen/schießt/schoss zu,zugeschossen,zuschießt,beigesteuert,steuert/steuerte/steuern bei,springt/sprang ein,lässt/ließ springen,legt/legte/gelegt nach,nachgelegt,einschießt,macht/machte locker,steht/stehen bereit,investieren',
    ],
    fund: [german('unterstützen,finanzieren,mit|finanzieren,fördern,alimentieren,sponsern')],
    raise: [
      german('sammeln,ein|sammeln,sichern,kassieren'),
      'wirbt/warb/werben ein,nimmt/nahm/nehmen ein,eingenommen,bekommen,aufgenommen,streicht/strich ein',
    ],
    participate: [
      german('beteiligen,mit|machen'),
      'ist/sind/war/waren dabei,mit im boot,macht/machte/machen mit,zieht/ziehen/zogen mit,zeichnet/zeichnen/zeichnete/zeichneten,stieg/stiegen/steigt/steigen ein',
    ],
    investor: [
      'geldgebern,investoren,kapitalgebern,gesellschaftern,aktionären,anteilseignern,aktionäre,anteilseignerin,miteigentümer,anteilseigner,kapitalgeber,finanzier,mäzen,großaktionär,großinvestor,leitinvestor,gesellschafterkreis,altinvestor,altgesellschafter,geldgeberin',
    ],
    injection: [
      'geldsegen,scheck,zuschuss,einlage,finanzhilfe,kapitalzufuhr,beteiligung,milliardenwette,milliardenspritze',
    ],
    round: ['finanzierung,folgefinanzierung,wachstumsrunde,anschlussfinanzierung'],
    acquire: [
      german('kaufen,auf|kaufen,hinzu|kaufen,zu|kaufen,ein|kaufen,schlucken,schnappen,ein|verleiben'),
      'einverleibt,angelt/angelte/geangelt,sackt/sackte/eingesackt,verschlingt/verschlang/verschlungen,greift/griff/greifen nach,erwirbt/erwarben,reißt/riss sich unter den nagel,legt/legte sich zu,zugelegt,zuschlägt/zugeschlagen',
    ],
    acquisition: [
      'komplettübernahme,teilübernahme,vollübernahme,mehrheitsübernahme,verkauf,veräußerung,zukauf,ankauf,einkauf,eigentümer,neuer eigentümer,einverleibung',
    ],
    sell: ['fällt/fiel/gefallen,wandert/wanderte/gewandert,landet/landete/gelandet'],
    belong: [
      'zählt/zählte zu,wird/wurde/ist/war teil,wird/wurde/ist/war eine/einer? tochter/tochterfirma/tochtergesellschaft',
    ],
    empty: [german('leer|räumen,aus|räumen,plündern,leer|kaufen,aus|höhlen,entkernen'), 'ausgehöhlt,enthauptet'],
    hire: [
      'warben/anwarben',
      german(
        'holen,ab|werben,an|heuern,ein|stellen,rekrutieren,angeln,schnappen,locken,weg|schnappen,ab|jagen,engagieren,verpflichten,herüber|holen',
      ),
      'abgeworben,wirbt/warb/werben ab,wirbt/warb,nimmt/nahm/übernommen,zu sich geholt,gelockt,weggelockt,abgezogen,übernimmt/übernahm',
    ],
    join: [
      german('wechseln,heuern an,landen'),
      'gewechselt,geht/gehen/ging/gingen,folgt/folgten,zieht/zogen um,heuert/heuerten an,angeheuert,läuft/liefen über,übergelaufen,arbeitet/arbeiten',
    ],
    hiring: ['abwerbung,abwerbungen,wechsel,übertritt,exodus,aderlass'],
    supply: [german('liefern,beliefern,vermieten,stellen,hosten,aus|rüsten,versorgen,überlassen,verkaufen')],
    use: [
      german(
        'nutzen,mieten,pachten,buchen,trainieren,buchen,bestellen,ordern,reservieren,leasen,an|mieten,belegen,beziehen,setzen auf,rechnen',
      ),
      'läuft/laufen/lief/liefen auf/in/bei,bezieht/bezog/bezogen,stützt/stützen/stützte,greift/greifen/griff zurück,umgezogen,zieht um,betreibt/betreiben,angewiesen',
    ],
    spend: [german('zahlen,aus|geben,bezahlen,verpflichten,bestellen,ordern,überweisen'), 'gibt/gab/geben aus,ausgibt'],
    supplier: [
      'hoflieferant,ausrüster,cloudpartner,cloudanbieter,cloud anbieter,cloud partner,chiplieferant,rechenpartner',
    ],
    supplyDeal: [
      'rechnung,cloudvertrag,cloud vertrag,abnahmevertrag,mietvertrag,großauftrag,bestellung,rahmenvertrag,liefervertrag',
    ],
  },
  es: {
    investIn: [
      'invirtieron/invirtiendo/invertía/invertían/invertiría/invertirían',
      spanish('apostar por,entrar'),
      'invertía/invertían/invertirán/invertirían,tomaba/toma/tomó/tomar/tomado una? participación',
    ],
    moneyInto: [
      'pusieron/pondrán/pondría/pondrían/ponían,contribuyeron/contribuye/contribuyen/contribuirá/contribuirían',
      spanish(
        'inyectar,aportar,comprometer,destinar,desembolsar,prometer,sumar,abonar,depositar,colocar,ingresar,pagar,soltar',
      ),
      'pondrá/ponía/ponen,contribuyen/contribuía,invertir/invirtió/invertido',
    ],
    fund: [spanish('respaldar,financiar,apoyar,sufragar,patrocinar,costear,apadrinar')],
    raise: [
      spanish('recaudar,levantar,captar,recibir,cerrar,lograr,reunir,embolsar,amasar,ganar,recabar'),
      'cierra/cierran,consigue/consiguió/conseguido,obtiene/obtuvo,se hace/hizo con',
    ],
    participate: [
      spanish('participar,liderar,encabezar,sumar,acudir,figurar,capitanear,suscribir,acompañar'),
      'suscribe/suscribió,estuvo/estuvieron/están/está entre',
    ],
    investor: [
      'accionista,accionistas,socia,socias,mecenas,padrino,valedor,inversor ancla,inversores,financiador,financiadores,socio capitalista,aval',
    ],
    injection: ['capital,aporte,desembolso,balón de oxígeno,empujón,participación,espaldarazo,compromiso'],
    acquire: [
      spanish('comprar,absorber,engullir,devorar,tragar,fagocitar,recomprar'),
      'adquirirían/adquieren/adquiría/adquirieron/adquiriendo,se hace/hizo/hacía/hacerse con,hacerse/haciéndose con,se queda/quedó con,se lleva/llevó,se merienda/zampa/zampó,toma/tomó/tomar el control de,pone/puso/poner la mano sobre',
    ],
    acquisition: [
      'absorción,toma de control,adquisición,operación de compra,nuevo dueño,nueva dueña,dueño de,propietario de',
    ],
    sell: ['cae/cayó en,acaba/acabó en'],
    belong: [
      'pertenecía/pertenecerá,forma/formará parte,pasa/pasó/pasará a ser/formar,filial,acaba/acabó/acabado/acabar/termina/terminó/cae/cayó/quedó en manos,pasa/pasó/pasará/pasado a manos/poder',
    ],
    payFor: [spanish('pagar,desembolsar,abonar,gastar'), 'ofrece/ofreció/ofrecía'],
    empty: [spanish('vaciar,desmantelar,descabezar,saquear,desvalijar'), 'vació'],
    hire: [
      spanish('contratar,fichar,incorporar,captar,reclutar,enrolar,birlar,arrebatar,robar'),
      'se lleva/llevó/llevaba,atrae/atrajo,ficharía/fichaba,se trae/trajo',
    ],
    join: [
      spanish('pasar,fichar,marchar,migrar,trabajar,recalar'),
      'se une/unen/unió/unieron/unirán,se incorpora/incorporan/incorporaron,se va/van/fueron,se marcha/marcharon,se muda/mudaron',
    ],
    hiring: ['fichaje,fichajes,éxodo,fuga de talento,trasvase'],
    supply: [
      spanish('suministrar,proporcionar,alquilar,entregar,alojar,ceder,equipar,arrendar,abastecer,prestar'),
      'provee/proveía/proveerá,ofrece/ofreció',
    ],
    use: [
      spanish(
        'usar,utilizar,entrenar,alquilar,arrendar,comprar,reservar,funcionar,operar,ejecutar,apoyar,recurrir,emplear,desplegar,correr,migrar,trasladar,alojar,encargar',
      ),
      'pasa/pasarán/pasará a funcionar,depende/dependen,elige/eligió/elegido,mueve/movió',
    ],
    spend: [spanish('gastar,pagar,comprometer,comprar,abonar,contratar,destinar,desembolsar')],
    supplier: ['proveedor principal,proveedor de nube,proveedor de cómputo,nube de referencia,socio de nube'],
    supplyDeal: [
      'la/una/su/esta factura,pedido,reserva,alquiler,arrendamiento,encargo,contrato,acuerdo,crédito,créditos',
    ],
  },
  it: {
    investIn: [
      italian('scommettere su,puntare su,entrare'),
      'investirà/investiranno/investiva/investirono/investendo,prende/preso/prendere una? quota/partecipazione,acquista/acquistato una quota',
    ],
    moneyInto: [
      italian(
        'versare,iniettare,impegnare,stanziare,apportare,sborsare,destinare,aggiungere,anticipare,girare,staccare,pagare,assegnare',
      ),
      'metteva/misero/mise/mettono/mettere sul piatto,mise/misero/mettono,promette/promise/promesso,contribuirà/contribuito,stacca/staccato un assegno',
    ],
    fund: [
      italian('finanziare,appoggiare,sponsorizzare,foraggiare'),
      'sostengono/sosteneva/sostenere,spalleggia/spalleggiato',
    ],
    raise: [
      italian('incassare,ottenere,rastrellare,intascare,ricevere,completare'),
      'raccolse/raccolta/raccolgono,chiuse/chiude/chiuso,ottenne,si aggiudica/aggiudicato,si assicura/assicurato',
    ],
    participate: [
      italian('partecipare,guidare,capitanare,figurare,accompagnare,aderire'),
      'hanno/ha preso parte,prende/prendono parte,sottoscrive/sottoscritto,si unisce/uniscono,era/erano/è/sono della partita',
    ],
    investor: [
      'azionista,azionisti,mecenate,finanziatore,sostenitore,socio di minoranza,grande azionista,investitore di riferimento',
    ],
    injection: ['capitale,esborso,boccata di ossigeno,conferimento,puntata,finanziamento,sostegno,apporto'],
    acquire: [
      italian('acquistare,acquisire,comprare,rilevare,inglobare,assorbire,divorare,fagocitare,inghiottire'),
      'si compra/comprato,si aggiudica/aggiudicata/aggiudicato,si prende/presa/preso,si porta/portata a casa,mette/mise/messo le mani su,prende/preso/prese il controllo di',
    ],
    acquisition: [
      'assorbimento,presa di controllo,compravendita,acquisto,nuovo proprietario,proprietaria di,proprietario di',
    ],
    belong: [
      'entra/entrata/entrato a far parte,fa/farà parte,passa/passata/passato/passerà/passano a,finisce/finita/finito/finì a/da/dentro/in,finisce/finita/finito/finì nelle mani,diventa/diventata/diventato di/proprietà,controllata/controllato/filiale di',
    ],
    empty: [italian('svuotare,decapitare,saccheggiare,spolpare,depredare')],
    hire: [
      'assunse/assunsero',
      italian('ingaggiare,reclutare,strappare,arruolare,soffiare,rubare,attirare,accaparrare,portare via'),
      'assunse/assunti/assume,si porta/portato in casa,sottrae/sottratto,prende/preso con sé',
    ],
    join: [
      italian('passare,approdare,lavorare,migrare,tornare'),
      'si trasferisce/trasferiscono/trasferiti,si unisce/uniscono,vanno/andranno/sono andati,confluisce/confluiscono/confluiti',
    ],
    hiring: ['esodo,fuga di cervelli,trasferimento,ingaggio,ingaggi,assunzione,assunzioni'],
    supply: [italian('fornire,affittare,noleggiare,consegnare,ospitare,equipaggiare,cedere,prestare')],
    use: [
      italian(
        'usare,utilizzare,addestrare,affittare,noleggiare,comprare,acquistare,prenotare,girare,ordinare,migrare,impiegare,appoggiare,sfruttare,adottare',
      ),
      'si appoggia/appoggiano/affida/affidano,dipende/dipendono,sceglie/scelto,gira/girano/gireranno',
    ],
    spend: [
      italian('pagare,impegnare,comprare,acquistare,versare,ordinare,sborsare'),
      'spende/spenderà/speso/spendere',
    ],
    supplier: ['fornitore principale,fornitore di cloud,fornitore cloud,partner cloud,cloud di riferimento'],
    supplyDeal: ['contratto,accordo,ordine,bolletta,la/una/sua/questa fattura,noleggio,affitto,prenotazione,commessa'],
  },
};

/** Nouns for one who funds a firm, behind "its": "its backer". One only: "its shareholders" are many. */
export const BACKERS: Record<string, string> = {
  en: 'backer,investor,shareholder,patron,benefactor,paymaster,main/biggest/largest/lead backer/investor/shareholder,financier,funder,sponsor',
  fr: 'bailleur de fonds,actionnaire,investisseur,mécène,financeur,parrain,principal/premier actionnaire/investisseur',
  de: 'geldgeber,geldgeberin,investor,aktionär,anteilseigner,förderer,großaktionär,kapitalgeber,gesellschafter',
  es: 'inversor,accionista,mecenas,inversionista,financiador,principal inversor/accionista',
  it: 'investitore,azionista,finanziatore,principale azionista/investitore,sostenitore',
};

/** Words that make a sum a total whatever else is said: "in all", "to date". */
export const IN_ALL: Record<string, string> = {
  en: 'in all,in total,altogether,all told,to date,so far,total,totals,sum total,cumulative,cumulatively,bringing,brings,brought,lifts/lifted/lifting/raises/raised/raising/takes/taking/took _ to',
  fr: 'au total,en tout,à ce jour,jusqu ici,jusqu à présent,cumul,au cumul,total,portant,porte,porté,portent',
  de: 'insgesamt,in summe,bislang,bisher,gesamt,summiert,alles in allem,damit auf,steigt/stieg/erhöht _ auf',
  es: 'en total,hasta la fecha,hasta ahora,en conjunto,total,eleva,elevando,lo que eleva,suma ya',
  it: 'in tutto,in totale,finora,ad oggi,fino a oggi,complessivamente,totale,portando,porta a',
};
