/** Words right before a date by which something ends: "until 11 September", "bis zum". */
const DEADLINE =
  /(?:^|[^\p{L}])(?:until|till|by|no later than|due on|due|deadline(?: is| of| on)?|jusqu['’]au|jusqu['’]à(?: la)?|d['’]ici(?: au| le| à| la)?|au plus tard(?: le)?|avant le|bis(?: zum| spätestens(?: am)?)?|spätestens(?: am)?|hasta(?: el)?|antes del?|a más tardar(?: el)?|entro(?: il| la)?|fino al(?:la)?|expires? on|runs? (?:until|to))\s*$/iu;

/** "has extended the period … to 11 June", "hat die Frist … auf den 11. Juni verlängert": what a period is moved to. */
const EXTENDED =
  /(?:^|[^\p{L}])(?:extend(?:s|ed|ing)?|postpone[ds]?|deadline|time limit|frist|verlänger\p{L}*|verschiebt|verschob|prolong\p{L}*|repouss\p{L}*|délai|prorrog\p{L}*|plazo|prorog\p{L}*|termine)(?!\p{L})[^.;]{0,200}[^\p{L}](?:to|auf(?: den)?|au|al|hasta el|fino al)\s*$/iu;

/** True when the words before a date make it the end of a period, on which nothing has happened yet. */
export function isDeadline(before: string): boolean {
  return DEADLINE.test(before.slice(-LONGEST)) || EXTENDED.test(before.slice(-LONGEST_EXTENDED));
}

/** No such words are longer, in characters. */
const LONGEST = 32;
const LONGEST_EXTENDED = 260;

/** Words right before a date from which something has gone on: "since", "seit Anfang", "depuis le", "dall'inizio del". */
const SINCE =
  /(?:^|[^\p{L}])(?:since(?: early| late| mid| the (?:start|beginning|end) of)?|seit(?: dem| der| anfang| mitte| ende)?|depuis(?: le| la| début| fin| mi)?|desde(?: el| principios de| comienzos de| finales de| mediados de)?|dal|dall['’](?:inizio del|estate del|autunno del)?|dalla (?:primavera|fine) del)[\s-]*$/iu;

/** True when the words before a date make it the beginning of a time that has lasted: what was paid in it was paid on no one day. */
export function isBeginning(before: string): boolean {
  return SINCE.test(before.slice(-LONGEST));
}
