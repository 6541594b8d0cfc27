import { english, french, german, italian, spanish } from './inflect.ts';

/** What firms do, and hardly anybody else whose name is nothing but a capital: make things, employ people, be founded. */
export const TRADE_VERBS: Record<string, string> = {
  en: `${english('develop,design,produce,train,operate,employ,market,automate,license,supply,manufacture,specialise,specialize,translate,simulate,analyse,analyze,deploy,craft,charge,rent,emerge,launch')},makes,made,builds,built,sells,sold,teaches,helps,reads,writes,wrote,plans,sorts,offers,runs,ran,trains,provides,counts,creates,uses,used,tests,turns,is/was based,was/is founded,was/is set up,was/is spun out,is valued,was valued,was/is incorporated,has/had # employees/staff/people/engineers,will shut/close/pay/train/rent/use/buy/run,would rent/pay/use/buy`,
  fr: `${french('développer,fabriquer,éditer,employer,concevoir,entraîner,compter,commercialiser,proposer,automatiser,traduire,analyser,exploiter,louer')},conçoit,conçoivent,concevait,traduit,construit,produit,produisait,vend,fournit,emploie,édite,est/était basé/basée/implanté/implantée/valorisé/valorisée,a été fondé/fondée/créé/créée,fait`,
  de: `${german('entwickeln,bauen,produzieren,trainieren,betreiben,beschäftigen,vermarkten,automatisieren,analysieren')},entwickelt,entwickelte,stellt/stellte,baut,verkauft,programmiert,wurde gegründet,sitzt,mietet,liefert,entwirft`,
  es: `${spanish('desarrollar,fabricar,emplear,entrenar,diseñar,automatizar,analizar,comercializar,crear,contar')},produce,vende,construye,traduce,ofrece,tiene su sede,fue fundada,usará,alquila`,
  it: `${italian('sviluppare,fabbricare,impiegare,addestrare,progettare,automatizzare,analizzare,creare')},produce,vende,costruisce,traduce,offre,ha sede,è stata fondata,realizza,conta,userà,usa`,
};

/** What a firm has and a person or a place has not. */
export const BELONGINGS: Record<string, string> = {
  en: 'models,model,robots,robot,chips,chip,software,app,apps,technology,platform,product,products,founder,founders,co founder,co founders,staff,employees,engineers,researchers,team,investors,shareholders,backers,board,valuation,chief,ceo,bosses,customers,agents,tools,headquarters,algorithms,systems,workloads,parent,owners,shares,assets,services,code,round',
  fr: 'modèles,robots,puces,logiciel,logiciels,technologie,fondateurs,salariés,ingénieurs,actionnaires,clients,algorithmes',
  de: 'modelle,roboter,chips,software,technik,gründer,mitarbeiter,kunden',
  es: 'modelos,robots,chips,tecnología,fundadores,empleados',
  it: 'modelli,robot,chip,tecnologia,fondatori,dipendenti',
};
