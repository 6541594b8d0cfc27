import { splitSentences } from '../../extract/text/sentences.ts';
import { comparePartial, type PartialDay } from '../../model/day.ts';
import type { Certainty } from '../../model/deal.ts';
import type { StoredDocument } from '../../model/document.ts';
import type { Evidence, Span } from '../../model/evidence.ts';
import { bestWords, type Fact } from '../../model/fact.ts';
import { webLink } from '../../model/link.ts';
import { paths } from '../../model/paths.ts';
import { recent } from '../../model/recent.ts';
import { SOURCE_CLASSES } from '../../model/scrutiny.ts';
import { formatDay, formatNumber } from '../../words/format.ts';
import { SOURCE_CLASS_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { CLASS_MARKS } from '../words/source.ts';

/** The small numbered box behind a value: opens the passage that proves it. */
export interface Ref {
  /** Number of the source on this page. */
  number: number;
  /** Id of the passage that it opens. */
  passage: string;
  label: string;
}

/** One passage: the sentence that proves a value, its words marked, with its neighbours. */
export interface Passage {
  id: string;
  before: string;
  /** The sentence, cut at the words that prove the value. */
  start: string;
  marked: string;
  end: string;
  after: string;
  language: string | null;
  source: Source;
  characters: string;
  link: string;
}

export interface Source {
  number: number;
  id: string;
  title: string;
  publisher: string;
  sourceClass: { word: string; mark: string };
  date: string;
  hash: string;
  link: string;
  address: string | null;
}

/** More passages than this behind one value say no more; the dossier's list of sources names them all. */
const MOST_REFS = 5;
/** Characters of paragraphs whose passages are kept: some thousands of them. */
const MOST_CHARACTERS = 4_000_000;

/** Numbers the sources of a page in the order in which its values cite them, and keeps the passages cited. */
export class Citations {
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #documents: ReadonlyMap<string, StoredDocument>;
  readonly #sources = new Map<string, Source>();
  readonly #passages = new Map<string, Passage>();

  constructor(facts: readonly Fact[], documents: readonly StoredDocument[]) {
    this.#facts = new Map(facts.map((fact) => [fact.id, fact]));
    this.#documents = new Map(documents.map((document) => [document.id, document]));
  }

  /** Takes the facts behind a value; gives its references, one for each document. */
  refs(factIds: readonly string[]): Ref[] {
    const documents = new Set<string>();
    const refs: Ref[] = [];
    for (const id of this.#strongestFirst(factIds)) {
      const passage = refs.length < MOST_REFS ? this.#passage(id, documents) : null;
      if (!passage) continue;
      refs.push({
        number: passage.source.number,
        passage: passage.id,
        label: t('dossier.source-passage', { number: passage.source.number }),
      });
    }
    return refs;
  }

  /** The passages behind some facts themselves, one for each document, to be shown open. */
  passagesFor(factIds: readonly string[], most: number): Passage[] {
    const documents = new Set<string>();
    return this.#strongestFirst(factIds)
      .flatMap((id) => this.#passage(id, documents) ?? [])
      .slice(0, most);
  }

  /** Every passage cited so far. */
  passages(): Passage[] {
    return [...this.#passages.values()];
  }

  /** Every source cited so far, by number; then the others given, each once. */
  sources(others: readonly string[] = []): Source[] {
    for (const id of others) this.#source(id);
    return [...this.#sources.values()];
  }

  /**
   * A headline proves less than a sentence, what a document recalls less than its news, the press less than a filing or
   * the authority itself: the strongest words come first. Among equals the larger sum does: it bears most of what is said.
   */
  #strongestFirst(factIds: readonly string[]): string[] {
    const strength = (id: string) => {
      const fact = this.#facts.get(id);
      const sourceClass = this.#documents.get(fact?.documentId ?? '')?.sourceClass;
      const isTitle = fact && bestWords(fact)?.in === 'title';
      return (
        (isTitle ? 100 : 0) + (fact?.background ? 10 : 0) + (sourceClass ? SOURCE_CLASSES.indexOf(sourceClass) : 9)
      );
    };
    const ranked = factIds.map((id) => ({ id, rank: strength(id), sum: sumOf(this.#facts.get(id)) }));
    return ranked.sort((a, b) => a.rank - b.rank || b.sum - a.sum).map(({ id }) => id);
  }

  #passage(factId: string, seen: Set<string>): Passage | null {
    const fact = this.#facts.get(factId);
    const evidence = fact && bestWords(fact);
    const document = fact && this.#documents.get(fact.documentId);
    if (!evidence || !document || seen.has(document.id)) return null;
    seen.add(document.id);
    const known = this.#passages.get(factId);
    if (known) return known;
    const passage = passageOf(document, evidence, this.#source(document.id) as Source, fact.id);
    this.#passages.set(factId, passage);
    return passage;
  }

  /** The day on which the first of some documents was published: when what they tell was known at the latest. */
  firstTold(documentIds: readonly string[]): PartialDay | null {
    const days = documentIds.flatMap((id) => this.#documents.get(id)?.published ?? []);
    return days.sort(comparePartial)[0] ?? null;
  }

  /** The day on which the document of a fact was published; null when that is not known. */
  publishedWith(factId: string): PartialDay | null {
    return this.#documents.get(this.#facts.get(factId)?.documentId ?? '')?.published ?? null;
  }

  /** The deals that some facts state, each with the day of its document, first told first; without those of unknown day. */
  dealsTold(factIds: readonly string[]): { factId: string; certainty: Certainty; day: PartialDay }[] {
    const told = factIds.flatMap((factId) => {
      const [fact, day] = [this.#facts.get(factId), this.publishedWith(factId)];
      return fact?.type === 'deal' && day ? [{ factId, certainty: fact.certainty, day }] : [];
    });
    return told.sort((a, b) => comparePartial(a.day, b.day));
  }

  /** What some facts about a share of the capital or another detail say, one by one. */
  details(factIds: readonly string[]): { factId: string; detail: string }[] {
    return factIds.flatMap((factId) => {
      const fact = this.#facts.get(factId);
      return fact?.type === 'term' && fact.detail ? [{ factId, detail: fact.detail }] : [];
    });
  }

  #source(documentId: string): Source | null {
    const known = this.#sources.get(documentId);
    const document = this.#documents.get(documentId);
    if (known || !document) return known ?? null;
    const source = sourceOf(document, this.#sources.size + 1);
    this.#sources.set(documentId, source);
    return source;
  }
}

/** How much a fact says was paid or promised, in whatever currency; nothing where it tells no sum. */
const sumOf = (fact: Fact | undefined) => (fact?.type === 'amount' ? fact.amount.value : 0);

function sourceOf(document: StoredDocument, number: number): Source {
  return {
    number,
    id: document.id,
    title: document.title,
    publisher: document.publisher,
    sourceClass: { word: SOURCE_CLASS_LABELS[document.sourceClass], mark: CLASS_MARKS[document.sourceClass] },
    date: document.published ? formatDay(document.published) : t('time.undated'),
    hash: document.hash.slice(0, 12),
    link: paths.document(document.id),
    address: webLink(document.url),
  };
}

function passageOf(document: StoredDocument, evidence: Evidence, source: Source, factId: string): Passage {
  const text = document[evidence.in];
  const context = surroundings(text, evidence, evidence.in === 'text' ? (document.language ?? 'en') : null);
  const n = (at: number) => formatNumber(at);
  return {
    id: `p-${factId}`,
    ...context,
    language: document.language,
    source,
    characters:
      evidence.in === 'title'
        ? t('dossier.in-the-title')
        : t('dossier.characters', { start: n(evidence.start), end: n(evidence.end) }),
    link: paths.document(document.id, `#fact-${factId}`),
  };
}

/** The sentence around some words, cut at them, and the sentences beside it in the same paragraph. */
export function surroundings(whole: string, place: Span, language: string | null) {
  // Sentences never reach across a blank line: the rest of a long document need not be cut.
  const begin = place.start > 0 ? whole.lastIndexOf(BLANK_LINE, place.start - 1) : -1;
  const offset = begin < 0 ? 0 : begin + BLANK_LINE.length;
  const close = whole.indexOf(BLANK_LINE, place.end);
  const text = whole.slice(offset, close < 0 ? undefined : close);
  const span = { start: place.start - offset, end: place.end - offset };
  // The same passage stands on every page that cites the fact, and cutting sentences is what takes longest.
  return passages.of(`${language} ${span.start} ${span.end} ${text}`, () => around(text, span, language));
}

const passages = recent<ReturnType<typeof around>>(MOST_CHARACTERS);

const BLANK_LINE = '\n\n';

function around(text: string, span: Span, language: string | null) {
  const sentences = language === null ? [] : splitSentences(text, language);
  const at = sentences.findIndex((s) => s.start <= span.start && span.start < s.end);
  const last = sentences.findIndex((s) => s.start < span.end && span.end <= s.end);
  const own = sentences[at];
  const [from, to] = [own?.start ?? 0, Math.max(sentences[last]?.end ?? own?.end ?? text.length, span.end)];
  const neighbour = (index: number) => {
    const sentence = sentences[index];
    return own && sentence?.paragraph === own.paragraph ? text.slice(sentence.start, sentence.end) : '';
  };
  return {
    before: at > 0 ? neighbour(at - 1) : '',
    start: text.slice(from, span.start),
    marked: text.slice(span.start, span.end),
    end: text.slice(span.end, to),
    after: at >= 0 ? neighbour(Math.max(last, at) + 1) : '',
  };
}
