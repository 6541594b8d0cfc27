/** Words that say what a sum is for, beside those of each language's lexicon. A `/` parts forms, `_` stands for any word. */
type RoleWords = Partial<
  Record<'total' | 'ceiling' | 'future' | 'fee' | 'tranche' | 'commitment' | 'each' | 'since', string>
>;

export const ROLE_WORDS: Record<string, RoleWords> = {
  en: {
    total:
      'consideration,all in,to date,stands at,now stands,cumulative,in aggregate,taking its/their/the,lifting its/their/the,pushing its/their/the,brings the,takes the,purchase consideration,aggregate,combined value of the deal',
    ceiling:
      'ceiling,cap,capped,earn out,earnout,not exceed,no higher than,at the outside,if every,if all,could rise to,could go to',
    future:
      'another,more later,held back,in reserve,deferred,escrow,on condition,upon,once the,if the,if it,when it,in instalments,in installments,over the coming,pledged,promised,has promised,may add,option,over the next,in stages,still owed,yet to be paid,outstanding',
    fee: 'to use its/their,for the use,technology licence/license,ip licence/license,rights,waiver,non exclusive',
    tranche:
      'upfront,up front,down payment,at once,right away,immediately,first cheque/check,this time,fresh,a further,another,an extra,topped up,put in,wired,cheque,check,instalment,installment,stake for',
    commitment:
      'contract,contract worth,order,orders,purchase commitment,cloud credits,compute,capacity,spend,spending,lease,rent,supply,gpus,servers,chips,over _ years,years',
    each: 'each,apiece,a piece,per head,respectively each',
    since: 'since,so far,to date,until now,up to now',
  },
  fr: {
    total:
      'prix d achat,prix de vente,addition,facture,ardoise,la somme de,au bas mot,porte le total,portera,porté à,amène,cumulés,depuis le début,à ce stade,cumulée,dans l ensemble,contrepartie',
    ceiling:
      'au plus,dans la limite de,plafonné,plafonnée,pouvant aller,pouvant atteindre,si tous,complément de prix,grimper à,monter à',
    future:
      'de plus,en réserve,promet,promis,promise,promises,s engage,engagé,engage à,autres,encore,si les,lorsque,à condition,sous réserve,échelonné,au fil,en deux temps,prochaines années,avant la fin,reste à,tranche suivante,par étapes,dans un second temps',
    fee: 'licence,brevets,pour utiliser,pour l usage,technologie,concession,non exclusive',
    tranche:
      'immédiatement,tout de suite,d emblée,comptant,première tranche,premier chèque,apport,apporte,verse,versé,avance,avancé,chèque,supplémentaire,supplémentaires,de mieux,remet,nouvel apport,mise,souscrit',
    commitment:
      'contrat,commande,achats,dépenses,dépenser,calcul,nuage,puces,serveurs,capacité,hébergement,services,location,louer,bail,sur _ ans,d ici,crédits',
    each: 'chacun,chacune,pièce,par tête',
    since: 'depuis,à ce jour,jusqu à présent,jusqu ici',
  },
  de: {
    total:
      'gesamtvolumen,volumen,gegenleistung,kaufpreis,kostet,kostete,summiert,summieren,steigt auf,erhöht auf,erhöht sich auf,in summe,unterm strich,alles in allem,bis heute,inzwischen,mittlerweile,gesamteinsatz,kosten lassen,auf den tisch',
    ceiling: 'bis zu,obergrenze,gedeckelt,im besten fall,wenn alle,earn out,könnte auf,steigen auf,klettern',
    future:
      'weitere,weiteren,zugesagt,versprochen,verspricht,in aussicht,unter bedingungen,an bedingungen,sobald,sofern,falls,wenn,in raten,in den kommenden,noch einmal,option,rückbehalt,einbehalten,nachschießen,gestaffelt,vertraglich,bei erreichen,ausstehende,ausstehend',
    fee: 'lizenz,lizenzen,lizenzgebühr,nutzung,nutzungsrecht,nutzungsrechte,patente,nicht exklusive,rechte',
    tranche:
      'sofort,zunächst,vorab,überwiesen,eingezahlt,einlage,scheck,finanzspritze,kapitalspritze,frisches,frisch,neue,erneut,steckt,schießt,legt nach,anzahlung,rate,beteiligt sich mit,steigt mit',
    commitment:
      'vertrag,auftrag,bestellung,abzunehmen,abnahme,abnahmeverpflichtung,rechenzeit,rechenkapazität,rechenzentrum,chips,server,cloud,leistungen,miete,mieten,gutschriften,über _ jahre,jahre,laufzeit',
    each: 'je,jeweils,pro kopf,jede,jeder',
    since: 'seit,bisher,bislang,seither',
  },
  es: {
    total:
      'precio,contraprestación,factura,desembolso total,suma,en conjunto,lleva,llevan,ya ha puesto,ha gastado,se ha gastado,hasta la fecha,a día de hoy,eleva a,elevando,con lo que suma,montante,cifra total,valorada la operación,por valor de',
    ceiling: 'hasta,tope,techo,a lo sumo,podría llegar,podrá llegar,si se cumplen todos,earn out,máximo de',
    future:
      'otros,más,adicionales,prometidos,promete,prometió,compromiso de,comprometido,si se cumplen,cuando,siempre que,condicionados,condicionada,aplazado,aplazados,a plazos,en los próximos,más tarde,opción,pendientes,pendiente,reserva,en reserva,posterior,al cabo',
    fee: 'licencia,patentes,uso de la tecnología,por usar,no exclusiva,derechos de uso,en concepto de licencia',
    tranche:
      'de entrada,al contado,en el acto,inmediatamente,ya,aporta,aportó,aportación,inyecta,inyectó,cheque,desembolsa,desembolsó,abona,abonó,pone,puso,suscribe,primer pago,anticipo,refuerza,vuelve a poner,nueva inyección',
    commitment:
      'contrato,pedido,encargo,compra de,gasto,gastar,alquiler,alquilará,capacidad,servidores,chips,nube,cómputo,servicios,en _ años,años,créditos,suministro',
    each: 'cada uno,cada una,por cabeza,por barba',
    since: 'desde,hasta ahora,hasta la fecha,hasta hoy',
  },
  it: {
    total:
      'corrispettivo,prezzo,conto,esborso,in tutto,nel complesso,somma,cifra complessiva,ad oggi,a oggi,porta a,porta così,portando,sale a,ha speso,controvalore,pagati per',
    ceiling: 'fino a,tetto,al massimo,potrà essere incrementato,potrebbe salire,massimo di,earn out,se tutti',
    future:
      'altri,ulteriori,promessi,promette,promesso,impegno,impegnata,impegnato a,al raggiungimento,se,quando,a condizione,condizionati,rateizzato,rate,nei prossimi,opzione,più avanti,entro,residui,in riserva,differito,successivo,seconda parte',
    fee: 'licenza,brevetti,uso della tecnologia,per usare,non esclusiva,diritti d uso,a titolo di licenza',
    tranche:
      'subito,immediatamente,in contanti,versa,versato,versati,mette,messo,immette,iniezione,aggiunge,assegno,assegni,apporto,anticipo,acconto,sottoscrive,sottoscritto,entra con,nuova tranche',
    commitment:
      'contratto,ordine,ordini,acquisto di,spesa,spenderà,affitto,noleggio,capacità,server,chip,nuvola,cloud,calcolo,servizi,in _ anni,anni,crediti,fornitura',
    each: 'ciascuno,ciascuna,a testa,cadauno',
    since: 'da allora,finora,ad oggi,a oggi',
  },
};

/** Nouns for a deal whose sides the sentences before have named: "The transaction is worth …". */
export const DEAL_NOUNS: Record<string, string> = {
  en: 'the/this deal,the/this transaction,the/this purchase,the/this acquisition,the/this agreement,the/this contract,the/this investment,the/this takeover,the/this offer,the price,price tag,purchase price,consideration,terms,the bill,the cheque/check,the stake,the figure,the sum,the scale,the cost,the outlay,cost it,set it back',
  fr: 'l opération,l opération,la transaction,le rachat,l acquisition,l accord,le contrat,l investissement,l offre,le prix,la facture,l addition,le chèque,la somme,le montant,l apport,apport,la mise,la participation',
  de: 'der/den/dem deal,die/der transaktion,der/die übernahme,der kauf,der kaufpreis,kaufpreis,der preis,der vertrag,die/der investition,das/im investment,die beteiligung,das angebot,die summe,der betrag,das volumen,gegenleistung,die sache',
  es: 'la operación,la transacción,la compra,la adquisición,el acuerdo,el contrato,la inversión,la oferta,el precio,la factura,la cifra,el importe,la suma,el cheque,la participación,la aportación',
  it: 'l operazione,la transazione,l acquisto,l acquisizione,l accordo,il contratto,l investimento,l offerta,il prezzo,il conto,la cifra,l importo,la somma,l assegno,la quota,il corrispettivo',
};
