import { commonName, companies, findCompany, foldName } from '../../model/company.ts';

/** Which of the companies that are followed a register names, also by the names of their subsidiaries. */

/** Words that a group's subsidiaries carry behind its name: places, functions, forms of holding. */
const SUBSIDIARY =
  /^(uk|us|usa|emea|eu|europe|european|france|ireland|germany|deutschland|italia|italy|espana|iberica|nederland|luxembourg|india|japan|china|korea|brasil|international|global|worldwide|holdings?|group|ventures?|investments?|capital|services|technology|technologies|systems?|operations|platforms?|cloud|payments|media|networks?|software|research|labs?|digital|web|marketplace|retail|logistics|entertainment|studios?|semiconductors?|com|inc|llc|limited|ltd|corporation|corp|gmbh|sarl|sas|sa|bv|nv|srl|spa|ag|se|plc|and|of|the)$/;

/** A longer name is none; patterns for names need not bear more. */
const LONGEST_WRITTEN = 200;

/** Forms of companies that the folding of names does not know, since only registers write them out. */
const RARE_FORM =
  /[\s,]+(s\.?\s?à\s?r\.?\s?l|s\.?a\.?r\.?l|l\.?\s?p|kg|gmbh & co\.? kg|pte|pty|k\.?k|a\/s|as|oyj|s\.?r\.?l)\.?(\s+ltd\.?)?$/i;

/**
 * Takes a name as a register writes it; gives the common name of the company followed that it belongs to ("GOOGLE
 * IRELAND LIMITED" is Google), or null. A longer name counts only when all that is behind the group's is generic.
 */
export function followedName(written: string): string | null {
  if (written.length > LONGEST_WRITTEN) return null;
  const name = written.replace(RARE_FORM, '');
  const known = findCompany(written) ?? findCompany(name);
  if (known) return known.name;
  const words = foldName(name).split(' ');
  for (let n = words.length - 1; n > 0; n--) {
    if (!words.slice(n).every((word) => SUBSIDIARY.test(word))) return null;
    const group = findCompany(words.slice(0, n).join(' '));
    if (group) return group.name;
  }
  return null;
}

/** The name under which a party is filed: that of the company followed, else its own, readable. */
export function partyName(given: string): string {
  const written = given.replace(/\s+/g, ' ').trim().slice(0, LONGEST_WRITTEN);
  return followedName(written) ?? readable(commonName(written.replace(RARE_FORM, '')));
}

/** "ACTIVISION BLIZZARD" is shouted by a register; "IBM" and "KKR" are names. */
function readable(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  return name
    .replace(/\p{Lu}{4,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    .replace(/(?<=\S )(OF|AND|THE|FOR|IN|DE|DU|LA|DER|UND|ET)(?= )/g, (word) => word.toLowerCase());
}

const LONGEST_NAME = 4;
/** Names that are also words: they count only where a text writes them with a capital and they do not begin a sentence. */
const listed = new Set(companies.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldName));

/**
 * Takes a text of a register; gives the companies followed that it names, once each, in order. A name counts only with
 * a capital letter, and the longest name at a place wins.
 */
export function companiesNamed(text: string): string[] {
  const words = text.slice(0, 20_000).match(/[\p{L}\p{N}][\p{L}\p{N}.&+:’'-]*/gu) ?? [];
  const found = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    if (!/^[\p{Lu}\p{N}]/u.test(words[at] as string)) continue;
    for (let n = Math.min(LONGEST_NAME, words.length - at); n > 0; n--) {
      const name = words
        .slice(at, at + n)
        .join(' ')
        .replace(/['’]s?$/, '');
      if (!listed.has(foldName(name))) continue;
      found.add(followedName(name) as string);
      at += n - 1;
      break;
    }
  }
  return [...found];
}

const AI_WORDS =
  /\b(AI|artificial intelligence|machine[- ]learning|generative|foundation models?|large language models?|LLMs?|chatbots?|neural networks?|GPUs?|AI chips?|accelerators? for AI|K\.?Ü?I\.?|künstliche[rn]? Intelligenz|intelligence artificielle|IA|inteligencia artificial|intelligenza artificiale|inteligência artificial)\b/u;

/**
 * Takes what a register says of a case; gives why it looks like AI and Big Tech, in words, or null: it names one of
 * the large groups and AI, or a start-up that is followed.
 */
export function looksRelevant(text: string): string | null {
  const named = companiesNamed(text);
  if (named.length === 0) return null;
  const startUp = named.find((name) => !findCompany(name)?.group);
  if (startUp) return `names ${startUp}`;
  const word = AI_WORDS.exec(text)?.[0];
  return word ? `names ${named[0]} and speaks of ${word}` : null;
}
