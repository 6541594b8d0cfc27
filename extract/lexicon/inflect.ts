/**
 * The forms of regular verbs, so that a lexicon may name a verb once. Each function takes verbs separated by commas,
 * with whatever follows the verb ("snap up"), and gives a line in the syntax of `phrases.ts`.
 */

type Forms = (verb: string) => string[];

const expand = (forms: Forms) => (list: string) =>
  list
    .split(',')
    .map((entry) => {
      const [verb = '', ...rest] = entry.trim().split(' ');
      return [forms(verb).join('/'), ...rest].join(' ');
    })
    .join(',');

const DOUBLED = /^[^aeiou]*[aeiou][bgmnpt]$/;

/** "snap up" → "snap/snaps/snapped/snapping up". */
export const english = expand((verb) => {
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const stem = DOUBLED.test(verb) ? verb + verb.at(-1) : verb;
  return [verb, /(?:[sxz]|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`, `${stem}ed`, `${stem}ing`];
});

const FRENCH_ER = 'er e es ent é ée és ées ait aient ant a èrent era eront erait eraient'.split(' ');
const FRENCH_IR = 'ir it issent i ie is ies issait issaient issant irent ira iront irait iraient'.split(' ');

/** "avaler", "engloutir": the verbs in -er and those in -ir that go like "finir". */
export const french = expand((verb) => {
  const stem = verb.slice(0, -2);
  if (verb.endsWith('ir')) return FRENCH_IR.map((ending) => stem + ending);
  // "placer", "engager" keep their sound before a and o.
  const soft = stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem.endsWith('g') ? `${stem}e` : stem;
  return FRENCH_ER.map((ending) => (ending.startsWith('a') ? soft : stem) + ending);
});

const SPANISH: Record<string, string[]> = {
  ar: 'ar a an ó aron ado ada ados adas aba aban ando ará arán aría arían'.split(' '),
  er: 'er e en ió ieron ido ida idos idas ía ían iendo erá erán ería erían'.split(' '),
  ir: 'ir e en ió ieron ido ida idos idas ía ían iendo irá irán iría irían'.split(' '),
};

/** "inyectar", "vender", "repartir": regular verbs of the three classes. */
export const spanish = expand((verb) => (SPANISH[verb.slice(-2)] ?? ['']).map((ending) => verb.slice(0, -2) + ending));

const ITALIAN: Record<string, string[]> = {
  are: 'are a ano ò arono ato ata ati ate ava avano ando erà eranno erebbe erebbero'.split(' '),
  ere: 'ere e ono é erono uto uta uti ute eva evano endo erà eranno erebbe erebbero'.split(' '),
  ire: 'ire isce iscono ì irono ito ita iti ite iva ivano endo irà iranno irebbe irebbero'.split(' '),
};

/** "iniettare", "vendere", "acquisire": regular verbs of the three classes. */
export const italian = expand((verb) => (ITALIAN[verb.slice(-3)] ?? ['']).map((ending) => verb.slice(0, -3) + ending));

/** "pumpen" → "pumpen/pumpt/pumpte/pumpten/gepumpt"; "auf|kaufen" also as "aufgekauft", "aufzukaufen". */
export const german = expand((entry) => {
  const [particle, verb = ''] = entry.includes('|') ? entry.split('|') : ['', entry];
  const stem = verb.replace(/e?n$/, '');
  const e = /[dt]$/.test(stem) ? 'e' : '';
  const plain = [verb, `${stem}${e}t`, `${stem}${e}te`, `${stem}${e}ten`];
  const participle = /^(?:be|er|ver|ent|zer|ge)|ier$/.test(stem) ? `${stem}${e}t` : `ge${stem}${e}t`;
  if (!particle) return [...plain, participle];
  return [...plain.map((form) => particle + form), particle + participle, `${particle}zu${verb}`];
});

/** Forms that are nouns of their own: "le entrate" are revenues, "entradas" tickets. */
const NOUNS = /(?:ate|adas|idas)$/;
/** How many of the forms that a lexicon gives must be the regular ones, for the others to be added. */
const LEAST_REGULAR = 2;
const REGULAR: Record<string, Forms> = { fr: formsOf(french), es: formsOf(spanish), it: formsOf(italian) };

function formsOf(inflect: (verb: string) => string): Forms {
  return (verb) => inflect(verb).split('/');
}

/**
 * Takes a line of a lexicon; gives it with all forms of the regular verbs that it names in the infinitive and some forms:
 * "entrare/entra/entrato" has "entrati" and "entrerebbe" too. German strong verbs and English ones are listed in full.
 */
export function completed(line: string, language: string): string {
  const forms = REGULAR[language];
  if (!forms) return line;
  return line
    .split(',')
    .map((entry) => {
      const [first = '', ...rest] = entry.trim().split(' ');
      return [withAllForms(first.split('/'), forms), ...rest].join(' ');
    })
    .join(',');
}

function withAllForms(listed: readonly string[], forms: Forms): string {
  const [infinitive = ''] = listed;
  if (!/(?:er|ir|ar|are|ere|ire)$/.test(infinitive) || listed.length <= LEAST_REGULAR) return listed.join('/');
  const regular = forms(infinitive).filter((form) => form && !NOUNS.test(form));
  const known = listed.slice(1).filter((form) => regular.includes(form));
  return known.length < LEAST_REGULAR ? listed.join('/') : [...new Set([...listed, ...regular])].join('/');
}
