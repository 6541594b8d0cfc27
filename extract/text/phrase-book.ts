import { longestOf, type Match, mayBegin, type Pattern, Phrases, secondWords } from './phrases.ts';
import type { Token } from './tokens.ts';

/** The patterns of one list that may begin with a word. */
interface Start {
  list: number;
  patterns: readonly Pattern<unknown>[];
}

/** The patterns that may begin with a word. */
interface Starts {
  /** Those that any word may follow. */
  open: readonly Start[];
  /** Word that some pattern asks for in second place → the patterns that it may follow. */
  before: ReadonlyMap<string, readonly Start[]>;
}

/** For each list of a book its matches in one sentence, one at most at each token, in order; undefined for none. */
type Found = readonly (readonly Match<unknown>[] | undefined)[];

/** Words whose patterns are remembered; no language has more in use. */
const MOST_WORDS = 30_000;
const NO_STARTS: Starts = { open: [], before: new Map() };

/**
 * All word patterns of a language, found together: the first question about a sentence goes over its tokens once, looks
 * each word up once, and notes the matches of every list. All further questions, of any list, are answered from that.
 */
export class PhraseBook {
  private readonly lists: Phrases<unknown>[] = [];
  private readonly starts = new Map<string, Starts>();
  private known = new WeakMap<readonly Token[], Found>();
  private lastTokens: readonly Token[] | null = null;
  private lastFound: Found = [];

  /** A new list of patterns in this book, still empty. */
  phrases<T>(): Phrases<T> {
    const list = new BookPhrases<T>(this, this.lists.length);
    this.lists.push(list as Phrases<unknown>);
    return list;
  }

  /** The matches of one list in a sentence; undefined for none. The tokens must not change afterwards. */
  found(tokens: readonly Token[], list: number): readonly Match<unknown>[] | undefined {
    if (tokens !== this.lastTokens) {
      this.lastFound = this.known.get(tokens) ?? this.findAll(tokens);
      this.lastTokens = tokens;
    }
    return this.lastFound[list];
  }

  /** Forgets what was found, because a list has grown. */
  forget(): void {
    this.starts.clear();
    this.known = new WeakMap();
    this.lastTokens = null;
  }

  private findAll(tokens: readonly Token[]): Found {
    const found: Match<unknown>[][] = new Array(this.lists.length);
    for (let i = 0; i < tokens.length; i++) {
      const starts = this.startsOf(tokens[i] as Token);
      if (starts === NO_STARTS) continue;
      for (const { list, patterns } of starts.before.get(wordAfter(tokens, i)) ?? starts.open) {
        const match = longestOf(patterns, tokens, i);
        if (match) push(found, list, match);
      }
    }
    this.known.set(tokens, found);
    return found;
  }

  private startsOf(token: Token): Starts {
    const word = token.lower;
    const known = this.starts.get(word);
    if (known) return known;
    const begin = this.lists.map((own) => own.startingWith(word).filter((pattern) => mayBegin(pattern, token)));
    const starts = begin.some((patterns) => patterns.length) ? bySecondWord(begin) : NO_STARTS;
    if (this.starts.size >= MOST_WORDS) this.starts.clear();
    this.starts.set(word, starts);
    return starts;
  }
}

/** The word or sign after a token, apostrophes aside; no word at the end. */
function wordAfter(tokens: readonly Token[], i: number): string {
  let next = i + 1;
  while (tokens[next]?.text === "'") next++;
  return tokens[next]?.lower ?? '';
}

/** Takes for each list its patterns that may begin with a word; gives them by the word that follows. */
function bySecondWord(begin: readonly (readonly Pattern<unknown>[])[]): Starts {
  const seconds = new Set(begin.flatMap((patterns) => patterns.flatMap((p) => [...(secondWords(p) ?? [])])));
  const before = (word: string) => startsAmong(begin, (p) => secondWords(p)?.has(word) ?? true);
  return {
    open: startsAmong(begin, (p) => secondWords(p) === null),
    before: new Map([...seconds].map((word) => [word, before(word)])),
  };
}

function startsAmong(
  begin: readonly (readonly Pattern<unknown>[])[],
  may: (pattern: Pattern<unknown>) => boolean,
): Start[] {
  return begin
    .map((patterns, list) => ({ list, patterns: patterns.filter(may) }))
    .filter(({ patterns }) => patterns.length > 0);
}

function push(found: Match<unknown>[][], list: number, match: Match<unknown>): void {
  const own = found[list];
  if (own) own.push(match);
  else found[list] = [match];
}

/** A list whose matches its book finds, together with those of all other lists. */
class BookPhrases<T> extends Phrases<T> {
  private readonly book: PhraseBook;
  private readonly number: number;

  constructor(book: PhraseBook, number: number) {
    super();
    this.book = book;
    this.number = number;
  }

  override add(lines: string | readonly string[], value: T): this {
    this.book.forget();
    return super.add(lines, value);
  }

  override find(tokens: readonly Token[]): Match<T>[] {
    const found = this.found(tokens);
    let free = 0;
    return found.filter((match) => {
      if (match.from < free) return false;
      free = match.to;
      return true;
    });
  }

  override at(tokens: readonly Token[], i: number): Match<T> | null {
    for (const match of this.found(tokens)) {
      if (match.from === i) return match;
      if (match.from > i) return null;
    }
    return null;
  }

  override has(tokens: readonly Token[], from = 0, to = tokens.length): boolean {
    for (const match of this.found(tokens)) {
      if (match.from >= to) return false;
      if (match.from >= from && match.to <= to) return true;
    }
    return false;
  }

  private found(tokens: readonly Token[]): readonly Match<T>[] {
    return (this.book.found(tokens, this.number) ?? NONE) as readonly Match<T>[];
  }
}

const NONE: readonly Match<never>[] = [];
