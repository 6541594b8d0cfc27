import { COMMON_ENDINGS, COMMON_HEADS, COMMON_NOUNS } from '../lexicon/german-nouns.ts';
import type { Language } from '../lexicon/index.ts';
import { PLACES } from '../lexicon/names.ts';
import type { Token } from '../text/tokens.ts';

/** What may stand right before a name in German: no determiner and no adjective. */
const BEFORE =
  /^(?:an|bei|von|für|um|mit|durch|gegen|hinter|neben|samt|zwischen|sich|es|er|sie|und|oder|sowie|will|wollte|soll|sollte|kann|könnte|darf|dürfte|möchte|würde|muss|musste|jetzt|nun|auch|heißt|(?:19|20)\d\d)$/;
/** "Ihr Haus mietet": whose it is, and no name. */
const OWNERS = /^(?:ihr|sein|unser|mein|euer|dein|ihre|seine|unsere|meine|dieses|jenes)$/;
const SINGULAR =
  /^(?:hat|hatte|ist|war|wird|wurde|will|wollte|soll|sollte|kann|konnte|könnte|darf|dürfte|muss|müsste|bleibt|blieb|gehört|gehörte|sagt|sagte|heißt|geht|ging|kommt|kam|steht|stand|baut|baute|verkauft|entwickelt|nutzt|zahlt|rechnet|trainiert|erhält|erhielt|bekommt|bekam|sammelt|sei|habe|wäre|hätte|werde|wolle|solle|zeichnet|sucht|verspricht|macht|liefert|mietet|braucht|nimmt|lässt|beschäftigt|bezieht)$/;

/**
 * True when a German noun stands as only a name stands: one thing, yet without article, adjective or number before it.
 * Words that stand so by themselves ("Kapital", "Anteile", "Gespräche") are left out.
 */
export function standsBare(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  if (to - from > 2 || isCommonNoun(tokens[to - 1] as Token) || OWNERS.test(tokens[from]?.lower ?? '')) return false;
  const before = tokens[from - 1];
  const after = tokens[to];
  if (before && TIMES.test(before.lower)) return true;
  if (before?.cap) return false;
  const verb = before !== undefined && isVerb(tokens, from - 1, language);
  if (!before?.word) {
    const opens = before === undefined || /^[.:!?•–—"„“»«+]$/.test(before.text);
    return opens && after !== undefined && (SINGULAR.test(after.lower) || isApposed(tokens, to, language));
  }
  return verb || BEFORE.test(before.lower);
}

/** True for nouns of everyday business prose, also at the end of a compound: "Wagniskapital", "Minderheitsanteile". */
export function isCommonNoun({ lower }: Token): boolean {
  return COMMON_NOUNS.has(lower) || COMMON_ENDINGS.test(lower) || COMMON_HEADS.test(lower);
}

function isVerb(tokens: readonly Token[], at: number, language: Language): boolean {
  const word = tokens[at]?.lower ?? '';
  return (
    language.perfect.has(word) || language.passive.has(word) || language.triggers.some((p) => p.at(tokens, at) !== null)
  );
}

/** ", ein Stuttgarter Hersteller", ", an dem", ", das": what follows a comma speaks of one thing. */
function isApposed(tokens: readonly Token[], to: number, language: Language): boolean {
  if (tokens[to]?.text !== ',') return false;
  const next = tokens[to + 1]?.lower ?? '';
  return language.articles.has(next) || /^(?:an|bei|von|mit|für|in|aus|dessen|deren|gegründet)$/.test(next);
}

/**
 * German puts what a firm is right before its name, all with capitals: "des Bamberger Spracherkenners Rauschebart". Takes
 * the run of capitals; gives where the name in it begins.
 */
export function nameInRun(tokens: readonly Token[], from: number, to: number, language: Language): number {
  let start = from;
  for (let i = from; i < to - 1; i++) {
    const noun = language.nouns.at(tokens, i);
    // "dem Konzern Rechenkapazität": a group has been named before.
    const firm = noun !== null && noun.to === i + 1 && noun.value !== 'group' && noun.value !== 'arm';
    if (TIMES.test((tokens[i] as Token).lower) && i === start) start = i + 1;
    else if (firm || language.makers.at(tokens, i)?.to === i + 1) start = i + 1;
    else if (i === start && isDescribing(tokens, i, language)) start = i + 1;
  }
  return tokens[start]?.joined ? from : start;
}

/** "vor zehn Jahren Faceshift": when it was stands right before what was bought. */
const TIMES = /^(?:jahr|jahre|jahren|monat|monate|monaten|woche|wochen|tag|tage|tagen|quartal|quartalen|stunden)$/;

/** "der Augsburger X", "dem Spracherkenner X": what somebody does or where, with its own article or adjective. */
function isDescribing(tokens: readonly Token[], at: number, language: Language): boolean {
  const own = tokens[at] as Token;
  const next = tokens[at + 1];
  if (!next || next.joined || next.start !== own.end + 1) return false;
  if (isTownsman(own)) return true;
  const before = tokens[at - 1];
  const determined =
    before !== undefined &&
    (language.articles.has(before.lower) || isTownsman(before) || DETERMINERS.test(before.lower));
  if (!determined) return false;
  return isRoleNoun(own) || (own.text.length > 5 && /(?:er|ers|ern|or|ors|in)$/.test(own.lower));
}

const DETERMINERS = /^(?:beim|vom|zum|im|unser|unsere|unserem|unseres|mein|ihr|ihrem|sein|seinem)$/;
const ROLE_NOUN =
  /(?:mitglied|mitglieds|rivale|rivalen|konkurrent|konkurrenten|nachbar|nachbarn|neuling|neulings|haus|hauses|fall|falls|projekt|projekts|marke|kandidat|kandidaten)$/;

/** "das Roboterhaus Nuri Dalgi", "der Fall Schraubfix", "unser Mitglied Webstuhl Analytics": a noun with the name right behind it. */
const isRoleNoun = ({ lower }: Token) => ROLE_NOUN.test(lower);

/** "Augsburger", "Münchner": of a town that is known. */
export function isTownsman(word: Token | undefined): boolean {
  if (!word) return false;
  const { lower, cap } = word;
  return (
    cap &&
    /er$/.test(lower) &&
    (PLACES.has(lower.slice(0, -2)) ||
      PLACES.has(`${lower.slice(0, -2)}en`) ||
      /^(?:münchner|münchener|zürcher|dresdner|bremer|basler|wiener)$/.test(lower))
  );
}
