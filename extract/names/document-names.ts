import { SEATS } from '../lexicon/epithets.ts';
import type { Language } from '../lexicon/index.ts';
import type { Token } from '../text/tokens.ts';
import type { Unit } from '../unit.ts';
import { definedTerms, termIndex } from './defined-terms.ts';
import { introduces, isPastEmployer, standsAlone } from './mentions.ts';
import { listedNames, NameIndex } from './names.ts';
import { findOpenNames, type OpenName } from './open-names.ts';
import { canAcquire, isListedAi, tierOf } from './party.ts';

/** Who may be spoken of in a document. */
export interface DocumentNames {
  /** Firms of the list that are named beyond doubt, so that their short names may be believed too. */
  fullNames: ReadonlySet<string>;
  /** Names in no list. */
  open: readonly OpenName[];
  indexes: NameIndex[];
  /** Terms that the document defines for several firms at once. */
  ambiguous: ReadonlySet<string>;
  /** The document speaks of artificial intelligence, so that an unlisted firm in it may be in that trade. */
  aboutAi: boolean;
}

const LISTED = listedNames();
const LISTED_WITH_GENITIVES = listedNames(true);
const listedIn = (language: Language) => (language.lexicon.freeOrder ? LISTED_WITH_GENITIVES : LISTED);

/** Takes the sentences of a document; gives the firms it may speak of, or null when none could be the acquiring side. */
export function namesOf(units: readonly Unit[], language: Language): DocumentNames | null {
  const listed = listedIn(language);
  const fullNames = namesInFull(units, listed, language);
  if (![...fullNames].some(canAcquire)) return null;
  const found = findOpenNames(units, language, listed);
  const { terms, ambiguous } = definedTerms(units, listed, indexOf(found));
  const terminology = new Set(terms.filter((t) => t.company !== t.term).map((t) => t.term));
  const open = found.filter((o) => !terminology.has(o.name));
  const aboutAi = isAboutAi(units, language) || [...fullNames].some((name) => tierOf(name) < 2 && isListedAi(name));
  return { fullNames, open, indexes: [listed, indexOf(open), termIndex(terms, language)], ambiguous, aboutAi };
}

/** True when a document names a firm that can be the acquiring side: the cheap question that spares most pages the rest. */
export function namesGroup(units: readonly Unit[], language: Language): boolean {
  return [...namesInFull(units, listedIn(language), language)].some(canAcquire);
}

const inFull = new WeakMap<readonly Unit[], ReadonlySet<string>>();

/** Firms that the document names beyond doubt, so that their short names may be believed too; looked for once. */
function namesInFull(units: readonly Unit[], listed: NameIndex, language: Language): ReadonlySet<string> {
  const names = inFull.get(units) ?? findNamesInFull(units, listed, language);
  inFull.set(units, names);
  return names;
}

function findNamesInFull(units: readonly Unit[], listed: NameIndex, language: Language): Set<string> {
  const names = new Set<string>();
  for (const unit of units) {
    const { tokens } = unit;
    for (let i = 0; i < tokens.length; i++) {
      const match = tokens[i]?.word ? listed.at(tokens, i) : null;
      const meant = match ? null : circumscribed(tokens, i, language);
      if (meant) names.add(meant);
      if (!match || (tierOf(match.entry.company) === 2 && isPastEmployer(tokens, match.from, match.to))) continue;
      const { entry } = match;
      const labelled = introduces(tokens, match.to) || standsAlone(unit, match, [listed]);
      if ((entry.kind === 'company' || entry.kind === 'supply-brand') && labelled) names.add(entry.company);
      if (
        (entry.kind === 'company' || entry.kind === 'supply-brand') &&
        !entry.needsFullName &&
        (!entry.ordinary || i > 0)
      )
        names.add(entry.company);
      if (entry.kind === 'brand' || entry.kind === 'person') names.add(entry.company);
    }
  }
  return names;
}

/** Towns whose name in the news means the group that has its seat there. */
const METONYMS = /^(?:Redmond|Cupertino|Mountain View|Menlo Park|Armonk|Walldorf)$/;
/** Trades that only one group is told by: "the search giant", "la firme à la pomme". */
const UNMISTAKABLE = /^(?:Google|Apple|Nvidia|Meta)$/;

/** The group that is meant without being named, or null. */
function circumscribed(tokens: readonly Token[], i: number, language: Language): string | null {
  const token = tokens[i] as Token;
  if (token.cap) {
    const two = `${token.text} ${tokens[i + 1]?.text ?? ''}`;
    const town = METONYMS.test(token.text) ? token.text : METONYMS.test(two) ? two : null;
    if (town) return SEATS[town]?.[0] ?? null;
  }
  if (!language.articles.has(tokens[i - 1]?.lower ?? '')) return null;
  const trade = language.trades.at(tokens, i);
  const owner = trade?.value.length === 1 ? (trade.value[0] ?? '') : '';
  return UNMISTAKABLE.test(owner) ? owner : null;
}

function indexOf(open: readonly OpenName[]): NameIndex {
  const index = new NameIndex();
  const names = new Set(open.map((o) => o.name));
  for (const { name } of open) {
    index.add(name, name, 'open');
    const short = shortName(name);
    if (short && !names.has(short)) index.add(short, name, 'open');
  }
  return index;
}

/** "SambaNova Systems" is "SambaNova" from the second time on, and "Convergence.ai" Convergence. */
function shortName(name: string): string | null {
  const m =
    /^([^\s.]{4,})\.(?:ai|io)$/i.exec(name) ??
    /^(\S{4,}) (?:AI|Labs?|Systems|Technologies|Technology|Robotics|Inc|Therapeutics|Pharmaceuticals|Biosciences|Comput(?:e|ing)|Semiconductors?|Photonics|Microsystems|Instruments|Machines|Optics|Holdings|Corp)\.?$/.exec(
      name,
    );
  return m?.[1] ?? null;
}

function isAboutAi(units: readonly Unit[], language: Language): boolean {
  let sentences = 0;
  for (const unit of units) if (language.cues.ai.has(unit.tokens)) sentences++;
  return sentences >= 2 || (sentences > 0 && units.length < 8);
}
