import type { Lexicon } from './lexicon.ts';

export const de: Lexicon = {
  language: 'de',
  freeOrder: true,
  articles:
    'der,die,das,dem,den,des,ein,eine,einen,einem,einer,eines,sein,seine,seinen,seinem,seiner,ihr,ihre,ihren,ihrem,ihrer,dieser,diese,dieses',
  indefinite: 'ein,eine,einen,einem,einer,eines,kein,keine',
  prepositions: {
    in: 'in,ins,im',
    to: 'an,zu,zum,zur,ans',
    from: 'aus,seitens',
    by: 'durch,angeführt von,unter führung von,dank',
    of: 'von,vom,des,der',
    with: 'mit,gemeinsam mit,zusammen mit,neben,samt',
    on: 'auf',
    at: 'bei,beim',
    for: 'für',
    as: 'als',
    than: 'gegenüber',
    between: 'zwischen',
    against: 'gegen,konkurrent/konkurrenten/rivale/rivalen von',
    like: 'wie,darunter,etwa,unter anderem,einschließlich,nämlich',
    other: 'nach,vor,seit,während,ohne,trotz,laut,unter,über,um,bis,wegen,außer,statt',
  },
  conjunctions: 'und,oder,sowie,wie auch,als auch',
  breakers: 'aber,sondern,während,obwohl,weil,wenn,als,nachdem,bevor,dass,damit,sagte,hieß,denn,doch,allerdings,jedoch',
  relatives: 'welche,welcher,welches,dessen,deren,wer',
  passive: 'wird,wurde,werden,wurden,worden,geworden,sei,ist,sind,war',
  perfect: 'hat,haben,hatte,hatten,habe,bereits,schon',
  it: 'es,er,dieser',
  they: 'sie,beide,die beiden,die zwei,beiden',
  possessives: 'sein,seine,seinen,seinem,seiner,seines,ihr,ihre,ihren,ihrem,ihrer,dessen,deren',
  startupNouns:
    'pionier,hoffnungsträger,neuling,herausforderer,schmiede,chatbot entwickler,modellentwickler,start up,startup,start ups,jungunternehmen,jungfirma,ki firma,ki schmiede,ki labor,labor,ki entwickler,einhorn,ki hoffnung,entwickler,softwareschmiede,spezialist,ableger,ausgründung,gründung,roboterbauer,ki start up,ki startup,coding start up,chipentwickler,chip entwickler,sprachassistenten,neugründung',
  groupNouns:
    'konzern,riese,gigant,suchmaschinenkonzern,softwareriese,softwarekonzern,chipkonzern,chipriese,chiphersteller,techkonzern,tech konzern,tech riese,techriese,internetriese,internetkonzern,mutterkonzern,branchenriese,handelsriese,onlineriese,marktführer,us konzern,grafikkartenhersteller,autobauer',
  companyNouns: 'unternehmen,firma,gesellschaft,anbieter,hersteller,käufer,betreiber,haus,erfinder,macher',
  armNouns:
    'beteiligungstochter,tochter,sparte,fonds,wagniskapitalarm,risikokapitalsparte,investmentarm,abteilung,cloudsparte,tochterfirma',
  adjectives:
    'junge,jungen,junges,kleine,kleinen,amerikanische,amerikanischen,us,französische,französischen,finnische,finnischen,deutsche,deutschen,britische,britischen,israelische,israelischen,kanadische,kanadischen,chinesische,chinesischen,große,großen,ki,neue,neuen,frühere,früheren,kalifornische,kalifornischen,spezialisierte,andere,anderen,eigene,eigenen,pariser,heidelberger,kölner,europäische,europäischen,generative,künstliche',
  triggers: {
    investIn: [
      'investiert/investieren/investierte/investierten/investiere,steckt/stecken/steckte/gesteckt,beteiligt/beteiligen/beteiligte/beteiligten,eingestiegen,steigt/stieg/steigen/einsteigen,pumpt/pumpte/gepumpt/pumpen,setzt/setzte/gesetzt',
    ],
    moneyInto: [
      'floss/flossen/fließt/fließen/geflossen in/an,schießt/schoss/geschossen/schießen/nachgeschossen,bringt/brachte/gebracht/mitgebracht,gibt/gab/gegeben,zahlt/zahlte/gezahlt/zahlen,überweist/überwies/überwiesen,zugesagt/zusagt/sagte/sagt,verspricht/versprach/versprochen,stellt/stellte/gestellt,legt/legte/gelegt/legen,aufgestockt/aufstockt/stockt/stockte,bereitgestellt,verpflichtet,einbringt/eingebracht,gewährt/gewährte',
    ],
    fund: [
      'unterstützt/unterstützte/unterstützen,finanziert/finanzierte/finanzieren/mitfinanziert,fördert/förderte,getragen/trägt',
    ],
    raise: [
      'sammelt/sammelte/gesammelt/eingesammelt/einsammeln/sammeln,erhält/erhielt/erhalten,einwirbt/eingeworben/wirbt/warb,bekommt/bekam/bekommen,schließt/schloss/abgeschlossen,sichert/sicherte/gesichert,holt/holte/geholt',
    ],
    participate: [
      'nimmt/nahm/nahmen/nehmen teil,teilgenommen,beteiligt/beteiligten/beteiligen,angeführt/führt/führte/anführte/führten,mit von der partie,dabei,mit an bord,zieht/zog mit',
    ],
    stake: [
      '# %/prozent an/von/der/bei,beteiligung,beteiligungen,anteil,anteile,minderheitsbeteiligung,aktionär,anteilseigner,hält/halten/hielt,prozent an/bei,hält/halten/hielt/hielten anteile/aktien,besitzt/besaß/besitzen,wandelanleihe,wandelanleihen,mitbesitzer,teilhaber',
    ],
    investor: ['investor,investoren,geldgeber,kapitalgeber,ankerinvestor,förderer,gesellschafter,unterstützer'],
    injection: [
      'investition,investitionen,investment,engagement,einstieg,geldspritze,geldspritzen,finanzspritze,finanzierung,kapitalspritze,wette,spritze,kapital',
    ],
    round: [
      'finanzierungsrunde,runde,serie a/b/c/d/e/f,series a/b/c/d/e/f finanzierung?,kapitalrunde,kapitalerhöhung,seed runde',
    ],
    acquire: [
      'holt/holte/holen sich,übernimmt/übernehmen/übernahm/übernähme/übernommen/übernahmen,kauft/kaufte/gekauft/kaufen/kauften/aufgekauft/zugekauft,erwirbt/erwarb/erworben/erwerben,schluckt/schluckte/geschluckt,verleibt/verleibte/einverleibt,schnappt/schnappte/geschnappt,geholt,gegönnt,gesichert,sichern/sichert/sicherte,erlangt/erlangte/erlangen/gewinnt/gewann die kontrolle über,hinzugekauft,greift/griff zu',
    ],
    acquisition: ['übernahme,übernahmen,kauf,zukauf,zukäufe,erwerb,aufkauf,übernahmeangebot,akquisition'],
    sell: ['verkauft/verkaufte/verkaufen,geht/ging/gegangen'],
    belong: ['gehört/gehörte/gehören'],
    payFor: ['zahlt/zahlte/gezahlt/zahlen,bietet/bot/geboten,legt/legte/gelegt,fällig'],
    hire: [
      'wirbt/warb/abgeworben/abwirbt/abwerben/angeworben,holt/holte/geholt/zurückgeholt/holen/heuert/heuerte/angeheuert,stellt/stellte/eingestellt,verpflichtet/verpflichtete,übernimmt/übernehmen/übernahm/übernommen,gesichert/sichert/sicherte,angelt/angelte/geangelt,rekrutiert/rekrutierte,lockt/lockte/gelockt,bekommen/bekommt/bekam,schnappt/geschnappt,einstellt',
    ],
    join: [
      'wechselt/wechselte/wechselten/gewechselt/wechseln,geht/ging/gingen/gegangen/gehen,schließt/schlossen/angeschlossen,kehrt/kehrte/zurückgekehrt/kehren/kehrten,folgt/folgten/gefolgt,arbeitet/arbeiten,stößt/stießen',
    ],
    hiring: ['anwerbung,abwerbung,einstellung,verpflichtung,acqui hire,talentraub,abwerben,headhunter'],
    supply: [
      'liefert/lieferte/geliefert/liefern,stellt/stellte/bereitgestellt/stellen,versorgt/versorgte/versorgen,beliefert/belieferte,bietet/bot,rüstet/rüstete/ausgerüstet,vermietet/vermietete,hostet,verkauft/verkaufte',
    ],
    use: [
      'nutzt/nutzte/genutzt/nutzen,läuft/laufen/lief/liefen,trainiert/trainieren/trainierte,mietet/mietete/gemietet/mieten,kauft/gekauft/kaufen,bezieht/bezog/bezogen,setzt/setzte/gesetzt,verwendet/verwendete,bestellt/bestellte/bestellen,setzen,greift zurück,rechnet/rechnen,bucht/gebucht,reserviert',
    ],
    spend: [
      'ausgeben/gibt/gab/ausgegeben,verpflichtet/verpflichtete,zahlt/zahlte/zahlen/gezahlt,kauft/kaufen/gekauft,bestellt,zugesagt,abnehmen/nimmt/abgenommen',
    ],
    supplier: [
      'cloud anbieter,cloudanbieter,cloud partner,cloudpartner,hauptanbieter,hauptlieferant,lieferant,kunde,kunden,wichtigster cloud/anbieter,bevorzugter cloud/anbieter,großkunde,mieter,cloud dienstleister,infrastrukturpartner',
    ],
    supplyDeal: [
      'vertrag,verträge,*vertrag,*verträge,*verträgen,vereinbarung,auftrag,bestellung,cloud vertrag,cloudvertrag,abkommen,rechenleistung,kapazität,kapazitäten',
    ],
  },
  partNouns:
    'anteil,anteile,beteiligung,lizenz,lizenzen,rechte,team,gründer,mitgründer,belegschaft,ingenieure,mitarbeiter,technik,technologie,kapazität,chips,dienste,rechenleistung,leute,teile,entwickler,entwicklungsabteilung,chef,ceo,büros',
  founders:
    'gründer,mitgründer,gründern,mitgründern,firmengründer,führungsspitze,köpfe,führungsriege,führungsmannschaft,chefetage,die spitze,gründerteam,gründerinnen',
  chiefs: 'ceo,chef,firmenchef,vorstandschef,geschäftsführer,konzernchef',
  teams:
    'team,belegschaft,mitarbeiter,mitarbeitern,ingenieure,ingenieuren,entwickler,forscher,forschern,leute,leuten,fachleute,personal,entwicklungsabteilung,beschäftigte,beschäftigten,softwareentwicklern,angestellte,angestellten,entwicklern,forschern,mannschaft,forscherteam,entwicklerteam,teams,spezialisten,experten,wissenschaftler,wissenschaftlern',
  executives: 'manager,finanzchef,technikchef,vizepräsident,chefwissenschaftler,direktor,forschungschef',
  compute:
    'cloud,rechenleistung,rechenpower,chips,chip,gpus,gpu,tpu,tpus,prozessoren,grafikprozessoren,server,rechenzentrum,rechenzentren,kapazität,kapazitäten,gigawatt,infrastruktur,supercomputer,halbleiter,beschleuniger,tensor processing units,rechenzeit,azure,aws,cloud dienste,trainium,servern,prozessor,grafikprozessor,rechenkapazität,rechenkapazitäten,cloud kapazität,cloud kapazitäten,serverkapazität,serverkapazitäten,grafikkarten,grafikkarte,grafikchips,ki chips,beschleunigern,superrechner,superrechnern,großrechner,rechenzentrums,rechencluster,cluster,clustern,rechenleistungen,gigawatt leistung,hardware,serverfarm,serverfarmen,cloud infrastruktur,halbleitern',
  roundNouns:
    'runde,finanzierungsrunde,serie a/b/c/d/e,series a/b/c/d/e,kapitalerhöhung,finanzierung,eingesammelt,eingeworben,investorenrunde,partie',
  moneyNouns: 'geld,kapital,millionen,milliarden,mio,mrd,dollar,euro,mittel,summe,millionenbetrag,milliardenbetrag',
  ai: 'ki,künstliche intelligenz,künstlicher intelligenz,künstlichen intelligenz,maschinelles lernen,sprachmodell,sprachmodelle,chatbot,chatbots,roboter,humanoide,humanoiden,gpu,gpus,chips,chip,rechenzentrum,algorithmen,neuronale,modelle,autonomes,generative,avatare,llm,ai,modell',
  otherTrades:
    'spieleentwickler,bank,versicherer,händler,pharmakonzern,zahlungsdienst,fluggesellschaft,musik,immobilien,telekom,fußball,supermarkt',
  negation:
    'nicht,kein,keine,keinen,keiner,keinem,keines,keins,nichts,nie,niemals,ohne,weder,noch nicht,dementiert,statt,verneint,bestreitet,anstatt',
  reported:
    'gespräche,verhandelt,verhandeln,verhandlungen,verhandlungstisch,gespräch,erwägt,erwägen,prüft,könnte,könnten,will,wollen,möchte,soll,sollen,plant,planen,geplant,geplante,geplanten,offenbar,angeblich,möglich,möglicher,gerücht,gerüchte,kurz davor,interessiert,dürfte,gemunkelt,getuschelt,steht/stehen/stand/standen kurz vor,liebäugelt,liebäugeln,sondiert,sondieren,erwog,erwogen,bevorstehende,bevorstehenden,mögliche,möglichen,spekulationen,strebt,buhlt,buhlen',
  ended:
    'gescheitert,geplatzt,platzt,abgebrochen,aufgegeben,gibt auf,zurückgezogen,abgeblasen,untersagt,verboten,blockiert,abgesagt,beendet,zerschlagen,verworfen,rückzieher,leer aus,scheitert,scheiterte,leer ausgegangen,ausgeschlagen,ausgebootet,abgelehnt,zurückgewiesen,zogen/zog _ zurück,zerschlugen,zerschlug,gaben auf,gab auf,brach/brachen ab,scheiterten,platzte,platzten,untersagte,verwarf,lehnte/lehnten/lehnt ab,abgeblitzt,abfuhr,einen korb,vom tisch,nichts geworden,wurde nichts,gekippt,gestoppt,begraben,rückgängig,ausgestiegen,steigt/stieg/steigen/stiegen _ aus,ergebnislos,ausgelaufen,verfallen,trennt/trennte/getrennt',
  hypothesis: 'falls,ob,hätte,hätten,wäre,sollte',
  agreed: 'vereinbart,unterzeichnet,angekündigt,hat,haben,bestätigt,beschlossen,abgeschlossen,hatte',
  respectively: 'beziehungsweise,jeweils',
  valuation: 'bewertung,bewertet,wert,bewertete,börsenwert,bewerten,bewertete,bewerteten,bewertung,marktwert',
  otherMoney:
    'umsatz,umsätze,gewinn,verlust,verluste,strafe,bußgeld,gehalt,jährlich,pro jahr,fonds,schulden,markt,je aktie,ergebnis,einnahmen,budget,schwelle',
  roles: {
    total: 'kaufpreis,preis,insgesamt,gesamt,bislang,bisher,zusammen,summe,gesamtsumme,aufgestockt auf',
    ceiling: 'bis zu,maximal,höchstens',
    future: 'später,restliche,restlichen,künftig,weitere milliarden,folgen,folgt,in zukunft,im anschluss,noch einmal',
    fee: 'lizenz,lizenzgebühr,lizenzen,nutzungsrechte,lizenzvertrag',
    tranche: 'zunächst,erste,ersten,zweite,weitere,weiteren,zusätzlich,zusätzliche,tranche,neue,frische,aufgestockt',
    commitment: 'cloud,azure,aws,rechenleistung,kapazität,chips,dienste,vertrag',
    round:
      'runde,finanzierungsrunde,serie a/b/c/d/e,series a/b/c/d/e,eingesammelt,sammelt,sammelte,kapitalerhöhung,eingeworben',
    combined: 'zusammen,gemeinsam,insgesamt',
    each: 'jeweils,je',
    since: 'seit',
  },
  terms: {
    'exclusive-provider': ['exklusiv,exklusiver,exklusive,exklusiven,ausschließlich'],
    'primary-provider': [
      'wichtigster/wichtigste/wichtigsten anbieter/cloud/partner,hauptanbieter,primärer,primäre,hauptlieferant,größter cloud',
    ],
    'preferred-provider': ['bevorzugter,bevorzugte,bevorzugten'],
    'several-providers': [
      'nicht exklusiv,nicht exklusive,nicht exklusiven,mehrere anbieter,andere anbieter,parallel auf',
    ],
    credits: ['guthaben,cloud guthaben,gutscheine,rechenguthaben'],
    'financing-vehicle': ['zweckgesellschaft,objektgesellschaft,leasinggesellschaft'],
    'allocation-preference': [
      'bevorzugter/bevorzugten/vorrangiger/vorrangigen/frühzeitigen zugang,reservierte kapazität/kapazitäten,bevorzugt beliefert',
    ],
    'tied-legs': ['im gegenzug,im gegenzug für,unter der bedingung'],
    'first-refusal': [
      'vorkaufsrecht,vorkaufsrechts,vorkaufsrechte,erstzugriffsrecht,recht auf _ erste/erstes ablehnung/angebot,recht des ersten angebots,vorhandrecht',
    ],
    'supplier-gives-equity': [
      'optionsscheine/warrants auf/für _ eigene/eigenen aktien,optionsscheine/warrants auf bis zu,gewährt/gewährte/gibt/gab/erhält/erhielt/bekommt/bekam _ optionsscheine/warrants/bezugsrechte',
    ],
    'capacity-backstop': [
      'ungenutzte/ungenutzten/unverkaufte/unverkauften/nicht verkaufte/verkauften/genutzte/genutzten kapazität/kapazitäten/rechenkapazität/rechenleistung,unverkaufte/unverkauften/ungenutzte/ungenutzten kapazität/kapazitäten/rechenkapazität/rechenleistung,abnahmegarantie,restkapazität/restkapazitäten',
    ],
    'marketplace-listing': [
      'marktplatz von,marktplatz des,über _ marktplatz,modellkatalog,über/auf/in bedrock/foundry/vertex,über _ cloud vertrieben/angeboten',
    ],
    'board-seat': [
      'sitz im verwaltungsrat/aufsichtsrat/board,sitze im verwaltungsrat/aufsichtsrat/board,verwaltungsratssitz,aufsichtsratssitz,aufsichtsratsmandat,mandat im aufsichtsrat/verwaltungsrat,vertreter in den aufsichtsrat/verwaltungsrat,zieht/ziehen/einzug in den aufsichtsrat/verwaltungsrat/board',
    ],
    'board-observer': ['beobachter,beobachtersitz,beobachterstatus,beobachterrolle,beobachterposten'],
    veto: ['veto,vetorecht,vetorechte,veto recht,zustimmungsvorbehalt,zustimmungsvorbehalte,sperrminorität'],
    consultation: [
      'konsultationsrecht,konsultationsrechte,anhörungsrecht,mitspracherecht,mitspracherechte,konsultiert werden,konsultieren muss',
    ],
    'information-rights': [
      'informationsrecht,informationsrechte,auskunftsrecht,auskunftsrechte,einsicht in _ bücher/zahlen/geschäftszahlen/finanzen/finanzdaten,zugang zu vertraulichen informationen/daten/zahlen,zugang zu finanzdaten/geschäftszahlen',
    ],
    'revenue-share': [
      'umsatzbeteiligung,umsatzbeteiligungen,erlösbeteiligung,gewinnbeteiligung,umsatzanteil,am umsatz/gewinn beteiligt/beteiligen,an _ umsätzen/umsatz/erlösen/gewinn/gewinnen beteiligt/beteiligen/mitverdienen,erhält/erhalten/bekommt/bekommen/kassiert/kassieren/zahlt/zahlen _ # prozent/% vom/des/der/von/seiner/ihrer _ umsatz/umsatzes/umsätze/erlöse/gewinns/gewinne/einnahmen,erhält/erhalten/bekommt/bekommen/kassiert/kassieren/zahlt/zahlen _ anteil/teil am/an/vom/des/der/seines/seiner/ihrer _ umsatz/umsatzes/umsätze/umsätzen/erlöse/erlösen/gewinns/gewinne/einnahmen',
    ],
    'no-governance-rights': [
      'kein/keinen/keine sitz/sitze im aufsichtsrat/verwaltungsrat/board,weder sitz noch,weder _ stimmrechte noch,keinen aufsichtsratssitz,keine kontrollrechte/mitspracherechte,keinerlei kontrollrechte/mitspracherechte',
    ],
    'non-voting': ['stimmrechtslos,ohne stimmrecht,ohne stimmrechte,keine stimmrechte,stimmrechte _ nicht'],
    convertible: ['wandelanleihe,wandelanleihen,wandelschuldverschreibung'],
    warrants: ['optionsscheine,warrants'],
    licence: ['lizenz,lizenzen,lizenzgebühr,lizenzvertrag'],
    'hiring-waiver': [
      'verzichtet/verzichten/verzichtete _ auf _ ansprüche/klage/klagen,abwerbeverbot,abwerbeverbote,verzicht auf ansprüche',
    ],
    'target-continues': [
      'macht weiter,bleibt eigenständig,bleibt unabhängig,interimschef,eigenständig,selbstständig bleiben,selbständig bleiben,unabhängig bleiben,bleibt selbstständig/selbständig,besteht weiter,weiter bestehen',
    ],
    'target-closes': ['sperrt zu,stellt den betrieb ein,wird abgewickelt,schließt'],
    'product-closed': ['weder geliefert noch betreut,eingestellt,abgeschaltet'],
  },
};
