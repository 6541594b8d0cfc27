/** A word, a phrase, or how words begin; perhaps in titles alone. */
export interface Term {
  text: string;
  prefix: boolean;
  inTitle: boolean;
}

/** Terms with at most so many words between them, in any order. */
export interface Near {
  near: readonly Term[];
  within: number;
}

/** What a document must hold. */
export type Wanted = Term | Near | { any: readonly Wanted[] } | { all: readonly Wanted[] };

/** What was written and has no meaning where it stands; the rest is looked for all the same. */
export type WordProblem = 'or-needs-two' | 'near-needs-two' | 'brackets' | 'only-left-out' | 'left-out-in-brackets';

export interface WordQuery {
  /** All of these. */
  wanted: readonly Wanted[];
  /** None of these. */
  leftOut: readonly Wanted[];
  problems: readonly WordProblem[];
}

const MOST_TERMS = 16;
const MOST_TOKENS = 64;
const LONGEST_TERM = 64;
const FARTHEST = 100;
const TOKEN = /-?(?:title:)?"[^"]*"(?:~\d{1,3})?|-?\(|\)|[^\s"()]+/giu;

/**
 * Takes what a person typed, as search engines are written to: words, “phrases”, `invest*`, `title:loop`, `a OR b`,
 * `-word` or `NOT word`, `(…)`, `"two words"~5` or `two near/5 words`. OR binds its two neighbours. Nothing is refused: an
 * operator without its words is named among the problems and left out.
 */
export function wordQuery(typed: string): WordQuery {
  const tokens = (typed.replaceAll('\0', ' ').match(TOKEN) ?? []).slice(0, MOST_TOKENS);
  const reader = new Reader(tokens);
  const wanted = reader.list(false);
  if (wanted.length === 0 && reader.leftOut.length > 0) reader.problems.add('only-left-out');
  return { wanted, leftOut: reader.leftOut, problems: [...reader.problems] };
}

/** Reads tokens from left to right; each operator takes its words from both sides. */
class Reader {
  readonly leftOut: Wanted[] = [];
  readonly problems = new Set<WordProblem>();
  private readonly tokens: readonly string[];
  private at = 0;
  private terms = 0;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  /** Up to the bracket that closes, or to the end. */
  list(inBrackets: boolean): Wanted[] {
    const found: Wanted[] = [];
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at] as string;
      if (token === ')' && inBrackets) break;
      this.at += 1;
      if (token === ')') this.problems.add('brackets');
      else if (token === 'OR') this.either(found, inBrackets);
      else if (/^near\/\d+$/i.test(token)) this.together(found, Number(token.slice('near/'.length)), inBrackets);
      else if (token !== 'AND') found.push(...this.one(token, inBrackets));
    }
    return found;
  }

  /** A term or a bracket; nothing for what is left out, which is kept apart. */
  private one(token: string, inBrackets: boolean): Wanted[] {
    if (token === 'NOT') return this.without(this.next(inBrackets), inBrackets);
    const isOut = token.startsWith('-') && token.length > 1;
    const read = token.endsWith('(') ? this.bracket() : this.term(isOut ? token.slice(1) : token);
    return isOut ? this.without(read, inBrackets) : read;
  }

  private next(inBrackets: boolean): Wanted[] {
    const token = this.tokens[this.at];
    if (token === undefined || token === ')' || token === 'OR' || token === 'AND') return [];
    this.at += 1;
    return this.one(token, inBrackets);
  }

  private without(read: readonly Wanted[], inBrackets: boolean): Wanted[] {
    if (inBrackets) this.problems.add('left-out-in-brackets');
    else this.leftOut.push(...read);
    return [];
  }

  private bracket(): Wanted[] {
    const all = this.list(true);
    if (this.tokens[this.at] === ')') this.at += 1;
    else this.problems.add('brackets');
    return all.length > 1 ? [{ all }] : all;
  }

  private either(found: Wanted[], inBrackets: boolean): void {
    const [right] = this.next(inBrackets);
    const left = found.pop();
    if (!left || !right) this.problems.add('or-needs-two');
    if (left && right) found.push({ any: 'any' in left ? [...left.any, right] : [left, right] });
    else found.push(...[left, right].filter((one) => one !== undefined));
  }

  private together(found: Wanted[], within: number, inBrackets: boolean): void {
    const [right] = this.next(inBrackets);
    const left = found.pop();
    const near = [left, right].flatMap((one) => (one && 'text' in one ? [one] : one && 'near' in one ? one.near : []));
    const isTwo =
      near.length > 1 && left && right && !('any' in left || 'all' in left || 'any' in right || 'all' in right);
    if (isTwo) found.push({ near, within: Math.min(within, FARTHEST) });
    else {
      this.problems.add('near-needs-two');
      found.push(...[left, right].filter((one) => one !== undefined));
    }
  }

  private term(token: string): Wanted[] {
    const inTitle = /^title:/i.test(token);
    const part = inTitle ? token.slice('title:'.length) : token;
    const [, within] = /"~(\d+)$/.exec(part) ?? [];
    const text = bare(within === undefined ? part : part.slice(0, part.lastIndexOf('~')));
    if (!text || this.terms >= MOST_TERMS) return [];
    if (within !== undefined) return this.apart(text.split(' '), Number(within), inTitle);
    this.terms += 1;
    // What begins with one letter is a tenth of all words: that letter is looked for as a word of its own.
    return [{ text, prefix: !part.startsWith('"') && part.endsWith('*') && text.length > 1, inTitle }];
  }

  /** The words of a phrase with `~5` behind it. */
  private apart(words: readonly string[], within: number, inTitle: boolean): Wanted[] {
    const near = words.slice(0, MOST_TERMS - this.terms).map((text) => ({ text, prefix: false, inTitle }));
    this.terms += near.length;
    if (near.length > 1) return [{ near, within: Math.min(within, FARTHEST) }];
    this.problems.add('near-needs-two');
    return near;
  }
}

const bare = (part: string): string =>
  part
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TERM)
    .trim();

/** Every term that is looked for, in order. */
export function termsOf(wanted: readonly Wanted[]): Term[] {
  return wanted.flatMap((one) => {
    if ('any' in one) return termsOf(one.any);
    if ('all' in one) return termsOf(one.all);
    return 'near' in one ? one.near : [one];
  });
}

/** As the index asks (FTS5); everything is quoted, so that no character of its own language has an effect. Null for nothing. */
export function expressionOf(wanted: readonly Wanted[], joint: 'AND' | 'OR' = 'AND'): string | null {
  if (wanted.length === 0) return null;
  // Each once: the index would be read again for every time a word is repeated.
  return [...new Set(wanted.map(said))].join(` ${joint} `);
}

function said(one: Wanted): string {
  if ('any' in one) return `(${one.any.map(said).join(' OR ')})`;
  if ('all' in one) return `(${one.all.map(said).join(' AND ')})`;
  if ('text' in one) return `${one.inTitle ? 'title : ' : ''}${quoted(one)}`;
  const inTitle = one.near.every((term) => term.inTitle) ? 'title : ' : '';
  return `${inTitle}NEAR(${one.near.map(quoted).join(' ')}, ${one.within})`;
}

const quoted = ({ text, prefix }: Term): string => `"${text}"${prefix ? ' *' : ''}`;
