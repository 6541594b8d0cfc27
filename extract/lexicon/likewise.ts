/** "Amazon did the same to Adept": what says that a deal of the kind told before is told again, up to the firm. */
export const LIKEWISE: Record<string, string> = {
  en: 'do/does/did/done/doing the same to/with/at/for/in,do/does/did/done likewise with,repeat/repeats/repeated/repeating _ with/at,replicate/replicates/replicated _ with/at,pull/pulls/pulled _ same trick on/with/at,same/similar/identical trick/move/manoeuvre/playbook/recipe/pattern/scheme/treatment/arrangement with/at/for',
  fr: 'fait/faisait/font/fera de même avec/chez/pour/à,en a/avait/ont/fait fait? autant avec/chez/pour/de,a/avait/ont répété/reproduit/réédité/répliqué _ avec/chez,reproduit/répète/réédite _ avec/chez,même sort/schéma/scénario/recette/tour/manœuvre avec/chez/pour/à',
  de: 'dasselbe/gleiche/gleiches/ähnliche/ähnliches mit/bei,ebenso mit/bei,genauso mit/bei,wiederholt/wiederholte/wiederholten _ mit/bei,dasselbe/gleiche/gleiches/gleichen spiel/muster/rezept/manöver/trick/schema mit/bei',
  es: 'hizo/hace/hecho/hará/hacer/haciendo lo mismo con/en,otro tanto con,repitió/repite/repetido/repetir/repetirá _ con/en,replicó/replica/replicado/replicar _ con/en,misma/mismo jugada/fórmula/receta/maniobra/esquema/truco con/en',
  it: 'fatto/fece/fa/farà/fare lo stesso con,altrettanto con,ripetuto/ripete/ripeté/ripetere _ con,replicato/replica/replicò/replicare _ con,stessa/stesso mossa/ricetta/formula/manovra/schema/copione con',
};
