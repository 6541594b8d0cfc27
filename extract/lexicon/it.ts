import type { Lexicon } from './lexicon.ts';

export const it: Lexicon = {
  language: 'it',
  dropsSubject: true,
  articles: 'il,lo,la,l,i,gli,le,un,uno,una,suo,sua,suoi,sue,questo,questa,quel,quella',
  indefinite: 'un,uno,una,altra,altro,qualche',
  prepositions: {
    in: 'in,nel,nella,nell,nello,nei,nelle,dentro,nel capitale di/della/del/dell',
    to: 'a,al,alla,all,allo,ai,alle,verso',
    from: 'da parte di,proveniente da',
    by: 'da,dal,dalla,dall,dai,dalle,guidato/guidata/guidati da/dal/dalla,grazie a/al/alla',
    of: 'di,del,della,dell,dello,dei,delle,d',
    with: 'con,col,insieme a/con,accanto a,assieme a',
    on: 'su,sul,sulla,sull,sui,sulle',
    at: 'presso',
    for: 'per',
    as: 'come',
    than: 'rispetto a',
    between: 'tra,fra',
    against: 'contro,rivale/rivali/concorrente di/del/della',
    like: 'come,tra cui,fra cui,compresi,compresa,quali,inclusi',
    other: 'secondo,dopo,prima,durante,senza,sotto,oltre,tramite,attraverso,mediante,entro,fino a',
  },
  conjunctions: 'e,ed,o,nonché,oltre a',
  breakers: 'ma,mentre,sebbene,perché,quando,dove,se,poiché,però,disse,ha detto,invece,dunque',
  relatives: 'che,cui,quale,quali,chi',
  passive: 'è,sono,stato,stata,stati,state,viene,vengono,venne,fu,sarà,essere',
  perfect: 'ha,hanno,aveva,avevano,abbia,già,avendo',
  it: 'esso,essa,quest ultima,quest ultimo',
  they: 'essi,esse,entrambe,entrambi,le due,i due,loro',
  possessives: 'suo,sua,suoi,sue,loro',
  startupNouns:
    'pioniere,promessa,giovane impresa,giovane realtà,azienda emergente,startup,start up,giovane società,giovane azienda,laboratorio,unicorno,sviluppatore,creatore,realtà',
  groupNouns:
    'colosso,gigante,gruppo,multinazionale,big tech,casa madre,produttore di chip,motore di ricerca,produttore',
  companyNouns: 'società,azienda,impresa,compagnia,acquirente,specialista',
  armNouns: 'fondo,divisione,controllata,braccio finanziario,filiale,ramo',
  adjectives:
    'giovane,americano,americana,statunitense,francese,britannico,britannica,tedesco,tedesca,europeo,europea,canadese,cinese,israeliano,israeliana,giapponese,californiano,californiana,coreano,coreana,newyorkese,piemontese,grande,piccola,stessa,stesso,nuova,nuovo,altra,ia,ai',
  triggers: {
    investIn: [
      'investire/investe/investito/investirà/investono/investì/investirebbe,entrare/entra/entrato/entrata/entrerà,puntare/punta/puntato,scommettere/scommette/scommesso',
    ],
    moneyInto: [
      'mettere/mette/messo/metterà,versare/versa/versato/verserà,iniettare/inietta/iniettato,impegnare/impegna/impegnato,stanziare/stanzia/stanziato,apportare/apporta,promettere/promette/promesso,sborsare/sborsa/sborsato,contribuire/contribuisce',
    ],
    fund: [
      'sostenere/sostiene/sostenuto/sostenuta,finanziare/finanzia/finanziato/finanziata,appoggiare/appoggia,spalleggiare/spalleggiata',
    ],
    raise: [
      'raccogliere/raccoglie/raccolto/raccolti,ottenere/ottiene/ottenuto,ricevere/riceve/ricevuto,chiudere/chiude/chiuso,incassare/incassa/incassato',
    ],
    participate: [
      'partecipare/partecipa/partecipato/partecipano,guidare/guida/guidato/guidata,figura/figurano,unirsi/unisce/unito,aderire/aderito',
    ],
    stake: [
      '# % di/del/della/dell,# per cento di/del/della,quota,quote,partecipazione,partecipazioni,azionista,azionisti,capitale,possiede/possedeva/possiedono,detiene/deteneva/detengono,azioni',
    ],
    investor: ['investitore,investitori,finanziatore,finanziatori,socio,socia,sostenitore,sostenitori'],
    injection: [
      'investimento,investimenti,finanziamento,finanziamenti,iniezione,ingresso,scommessa,apporto,assegno,impegno',
    ],
    round: ['round,serie a/b/c/d/e/f,aumento di capitale,giro di finanziamento'],
    acquire: [
      'acquistare/acquista/acquistato/acquistata/acquisterà,acquisire/acquisisce/acquisito/acquisita/acquisirà,comprare/compra/comprato/comprata/comprerà,rilevare/rileva/rilevato/rilevata/rileverà,assicurare/assicurato/assicurata/assicura,aggiudicare/aggiudicato,prendere/prende/preso/prenderà/assumere/assume/assunto/ottenere/ottiene/ottenuto il controllo di/del/della/dello/dell,inglobare/ingloba',
    ],
    acquisition: ['acquisizione,acquisizioni,acquisto,rilevamento,presa di controllo,offerta per,fusione con'],
    sell: ['venduta/venduto/vendere/vende,ceduta/ceduto,passa/passata/passato'],
    belong: ['appartiene/apparteneva'],
    payFor: ['pagare/paga/pagato/pagherà,sborsare/sborsa/sborsato,spendere/spende/speso,offrire/offre/offerto'],
    hire: [
      'assumere/assume/assunto/assunti/assumendo/assumerà,ingaggiare/ingaggia/ingaggiato,reclutare/recluta/reclutato,strappare/strappa/strappato,sottrarre/sottratto/sottrae,portare/porta/portato via,arruolare/arruola,accaparrarsi/accaparra/accaparrato',
    ],
    join: [
      'passare/passa/passano/passato/passati,unirsi/unisce/uniscono/unito/uniti,lavorare/lavorerà/lavoreranno/lavora,andare/va/vanno/andato/andati,entrare/entra/entrano,trasferirsi/trasferisce/trasferiti,tornare/torna/tornati,approdare/approda/approdati',
    ],
    hiring: ['assunzione,assunzioni,ingaggio,acqui hire,reclutamento'],
    supply: [
      'fornire/fornisce/fornito/fornirà/forniscono,vendere/vende/venduto,consegnare/consegna,ospitare/ospita,mettere/mette a disposizione,affittare/affitta',
    ],
    use: [
      'usare/usa/usato/userà,utilizzare/utilizza/utilizzato/utilizzerà,addestrare/addestra/addestrato,affittare/affitta/affitterà,comprare/compra/comprerà,acquistare/acquista/acquisterà,girare/girano/gira,firmare/firma/firmato,noleggiare/noleggia,prenotare/prenota,affidarsi/affida',
    ],
    spend: [
      'spendere/spende/spenderà/speso,impegnare/impegna/impegnato/impegnata,pagare/pagherà/paga,comprare/comprerà,acquistare/acquisterà,firmare/firmato/firma',
    ],
    supplier: [
      'fornitore/fornitori di? cloud/servizi/chip/calcolo?,fornitore principale,principale fornitore,partner cloud,cliente,clienti',
    ],
    supplyDeal: ['contratto,contratti,accordo,ordine,ordini,commessa,capacità di calcolo,servizi,capacità'],
  },
  partNouns:
    'quota,quote,partecipazione,azioni,parte,licenza,licenze,diritti,squadra,team,fondatori,fondatore,personale,ingegneri,dipendenti,tecnologia,capacità,chip,servizi,talenti,modelli,uffici,amministratore',
  founders: 'fondatore,fondatori,fondatrice,cofondatore,cofondatori,co fondatori,vertici,teste',
  chiefs: 'ceo,amministratore delegato,capo,numero uno,direttore generale',
  teams:
    'squadra,team,personale,ingegneri,dipendenti,ricercatori,lavoratori,talenti,pattuglia di ricercatori,addetti,suoi,staff',
  executives: 'dirigente,vicepresidente,direttore,responsabile,manager',
  compute:
    'cloud,nuvola,calcolo,chip,gpu,tpu,processori,server,data center,centro dati,centri dati,capacità,gigawatt,infrastruttura,supercomputer,semiconduttori,azure,aws,trainium,acceleratori,processore,schede grafiche,server farm,supercalcolatore,supercalcolatori,hardware,cluster,infrastrutture,acceleratore,gw,gpus',
  roundNouns: 'round,serie a/b/c/d/e,raccolta,aumento di capitale,consorzio,finanziamento,raccolto',
  moneyNouns: 'denaro,soldi,fondi,capitali,milioni,miliardi,milione,miliardo,dollari,euro,assegno,contanti',
  ai: 'ia,ai,intelligenza artificiale,apprendimento automatico,robot,robotica,umanoidi,umanoide,chatbot,modello,modelli,chip,gpu,reti neurali,algoritmi,generativa,agenti,linguistici',
  otherTrades:
    'videogiochi,banca,assicurazione,farmaceutica,compagnia aerea,pagamenti,musica,supermercati,immobiliare,calcio,schede',
  negation: 'non,né,mai,senza,nessun,nessuna,nessuno,nemmeno,neppure,nega,smentisce,smentito,rifiutato,nulla',
  reported:
    'trattative,tratta,trattano,trattativa,potrebbe,potrebbero,valuta,considera,starebbe,sarebbe,sarebbero,vorrebbe,vuole,punta a,pianifica,colloqui,ipotesi,possibile,rumors,voci,interessata,interessato,negozia,avanzate,in procinto di,sul punto di,a un passo da/dal/dall/dalla,starebbero,vorrebbero,vogliono,mira a,al vaglio,allo studio,indiscrezioni,si appresta,possibili,presunta,presunto',
  ended:
    'abbandonato,abbandona,rinunciato,rinuncia,annullato,annullata,fallito,fallita,saltato,saltata,bloccato,bloccata,vietata,ritirato,ritirata,sfumata,sfumato,tramontata,naufragato,naufragata,arenata,arenato,respinta,respinto,nulla di fatto,svanita,svanito,abbandonare,abbandonò,abbandonata,rinunciò,rinunciare,rinunciano,annullò,falliti,fallite,salta,saltati,saltate,vietato,sfuma,sfumati,sfumate,tramontato,naufraga,respinse,respinti,rifiutato,rifiutata,rifiutò,andato/andata/andati/andate/va a monte,andato/andata/andati/finito/finita in fumo,fatto/fa/fanno/fece marcia indietro,niente accordo,senza accordo,tirato/tirata/tirati indietro,rotto/rotte,decaduta,decaduto,scaduta,scaduto,detto/disse di? no,venduto/ceduto/vende/cede la propria/sua/loro? quota/partecipazione,esce/escono/uscita/uscito/uscirà/uscire dal capitale/dall azionariato',
  hypothesis: 'se,qualora,avrebbe potuto',
  agreed: 'firmato,annunciato,ha,hanno,concordato,confermato,chiuso,siglato',
  respectively: 'rispettivamente',
  valuation:
    'valutazione,valutata,valutato,vale,valore,valutano,valuta,valutare,valuterebbe,valuterebbero,valuterà,valutando,valorizza,valorizzerebbe,capitalizzazione,valorizzata',
  otherMoney:
    'ricavi,fatturato,vendite,utile,utili,perdite,multa,stipendio,all anno,annui,costo,costi,debito,mercato,per azione,entrate,a testa',
  roles: {
    total: 'prezzo,importo,in totale,totale,complessivamente,finora,portando',
    ceiling: 'fino a,massimo,al massimo,tetto',
    future: 'in seguito,restanti,successivamente,futuro,resto,rimanenti',
    fee: 'licenza,licenze,diritti,canone',
    tranche: 'iniziale,prima,primo,seconda,secondo,ulteriori,ulteriore,altri,tranche,nuovi,nuovo,serviranno',
    commitment: 'cloud,azure,aws,calcolo,capacità,chip,servizi,contratto',
    round: 'round,serie a/b/c/d/e,raccolto,raccolti,raccolta,aumento di capitale',
    combined: 'insieme,complessivamente,congiuntamente',
    each: 'ciascuno,ciascuna,rispettivamente',
    since: 'dal,da',
  },
  terms: {
    'exclusive-provider': ['esclusivo,esclusiva,in esclusiva'],
    'primary-provider': ['fornitore principale,principale fornitore'],
    'preferred-provider': ['fornitore preferenziale/preferito'],
    'several-providers': ['non esclusiva,non esclusivo,altri fornitori'],
    credits: ['crediti,crediti cloud'],
    'financing-vehicle': ['società veicolo,società di scopo,veicolo di finanziamento'],
    'allocation-preference': ['accesso prioritario/anticipato/privilegiato,capacità riservata'],
    'tied-legs': ['in cambio,in cambio di,a condizione'],
    'first-refusal': ['diritto di prelazione,diritto di prima offerta/opzione,prelazione,diritto di primo rifiuto'],
    'supplier-gives-equity': [
      'warrant per/su,concede/ha concesso/riceve/ha ricevuto/ottiene/ha ottenuto _ warrant,concede/riceve/ottiene _ warrant',
    ],
    'capacity-backstop': ['capacità invenduta/inutilizzata/residua/eccedente,capacità non venduta/utilizzata'],
    'marketplace-listing': [
      'catalogo di/dei modelli,disponibile/disponibili/distribuito/distribuiti/offerto/offerti su/tramite/attraverso _ marketplace/bedrock/foundry/vertex,su bedrock,tramite vertex',
    ],
    'board-seat': [
      'posto/posti/seggio/seggi/poltrona nel/in consiglio/cda,posto nel board,entra/entrerà nel consiglio/cda/board,consigliere di amministrazione',
    ],
    'board-observer': ['osservatore,posto di osservatore,ruolo di osservatore'],
    veto: ['veto,diritto di veto,diritti di veto,potere di veto'],
    consultation: [
      'diritto/diritti di consultazione,essere consultato/consultata,deve consultare,consultazione preventiva',
    ],
    'information-rights': [
      'diritto/diritti di/all informazione,diritti informativi,diritti di informativa,accesso a/ai/alle informazioni/dati riservate/riservati/finanziarie/finanziari/confidenziali,accesso ai conti',
    ],
    'revenue-share': [
      'condivisione/ripartizione dei/degli ricavi/introiti/utili/profitti,quota dei/sui ricavi,riceve/riceverà/incassa/incasserà/paga/pagherà/versa/verserà/ottiene/otterrà _ quota/parte/percentuale/fetta dei/sui/degli/del _ ricavi/introiti/utili/profitti/fatturato,riceve/riceverà/incassa/incasserà/paga/pagherà/versa/verserà/ottiene/otterrà _ # % dei/sui/degli/del _ ricavi/introiti/utili/profitti/fatturato',
    ],
    'no-governance-rights': [
      'nessun posto/seggio,senza posto/seggio,né posto/seggio,nessun diritto di governance/controllo',
    ],
    'non-voting': ['senza diritto di voto'],
    convertible: ['convertibili,convertibile'],
    warrants: ['warrant'],
    licence: ['licenza,licenze'],
    'hiring-waiver': ['rinuncia/rinunciano/rinunciato a _ azioni/causa/pretese,patto di non assunzione'],
    'target-continues': [
      'non chiude,rimane indipendente,resta indipendente,continua a,continuerà a/ad operare/esistere',
    ],
    'target-closes': ['chiude i battenti,cessa'],
    'product-closed': ['servizio chiuso,prodotto ritirato,smetterà/smette di funzionare,non sarà più disponibile'],
  },
};
