import type { DealKind } from '../../model/deal.ts';
import type { Mention } from '../names/mention.ts';
import { tierOf } from '../names/party.ts';
import { layoutOf } from '../text/layout.ts';
import type { ParsedSentence } from './sentence.ts';

/** A heading that still stands over a sentence: whom it names, what kinds of deal it speaks of, how many lines ago. */
export interface Heading {
  names: readonly string[];
  kinds: ReadonlySet<DealKind>;
  line: number;
}

/** What the layout of a document says of a sentence without its words: who is spoken of here, and of what. */
export interface Place {
  /** Named by the label of the same line, or earlier on it. */
  label: readonly string[];
  line: NamesSoFar;
  lineKinds: ReadonlySet<DealKind>;
  /** Named by other lines of the same block. */
  block: readonly string[];
  blockKinds: ReadonlySet<DealKind>;
  /** The last headings that name a group, that name another firm, and that speak of a kind of deal. */
  group: Heading | null;
  firm: Heading | null;
  told: Heading | null;
  title: readonly string[];
  titleKinds: ReadonlySet<DealKind>;
  /** Lines since the last heading that names a group. */
  age: number;
  /** Who was named by the sentences before, the latest last. */
  recent: readonly Named[];
}

/** A firm, and the sentence that names it. */
export interface Named {
  name: string;
  index: number;
}

const NONE: ReadonlySet<DealKind> = new Set();
const MOST_IN_HEADING = 4;
const MOST_OF_BLOCK = 8;
const MOST_RECENT = 12;

/** The names of a line up to one of its sentences. */
export interface NamesSoFar {
  includes: (name: string) => boolean;
  /** The last few, in order. */
  latest: (most: number) => readonly string[];
}

/** The names of a line, kept once for all its sentences: a line may be as long as the document. */
class LineNames {
  private readonly names: string[] = [];
  /** Name → where it stands first. */
  private readonly first = new Map<string, number>();

  add(names: readonly string[]): void {
    for (const name of names) {
      if (!this.first.has(name)) this.first.set(name, this.names.length);
      this.names.push(name);
    }
  }

  /** What has been added until now, whatever is added later. */
  soFar(): NamesSoFar {
    const end = this.names.length;
    return {
      includes: (name) => (this.first.get(name) ?? end) < end,
      latest: (most) => this.names.slice(Math.max(0, end - most), end),
    };
  }
}

/** Follows headings, labels and blocks from sentence to sentence. */
export class Outline {
  private line = 0;
  private paragraph = -2;
  private label: string[] = [];
  private lineNames = new LineNames();
  private lineKinds: Set<DealKind> = new Set();
  private block: string[] = [];
  private blockKinds: Set<DealKind> = new Set();
  private group: Heading | null = null;
  private firm: Heading | null = null;
  private told: Heading | null = null;
  private title: string[] = [];
  private titleKinds: ReadonlySet<DealKind> = NONE;
  private recent: readonly Named[] = [];

  /** Takes the next sentence and the kinds of deal that it speaks of; gives its place, and remembers it for those that follow. */
  next(s: ParsedSentence, kinds: ReadonlySet<DealKind>): Place {
    this.open(s);
    const place = this.place();
    this.remember(s, kinds);
    return place;
  }

  private open({ unit }: ParsedSentence): void {
    if (unit.opens) {
      this.line++;
      this.block = [...this.block, ...this.lineNames.soFar().latest(MOST_OF_BLOCK)].slice(-MOST_OF_BLOCK);
      for (const kind of this.lineKinds) this.blockKinds.add(kind);
      this.label = [];
      this.lineNames = new LineNames();
      this.lineKinds = new Set();
    }
    if (unit.paragraph !== this.paragraph) {
      this.paragraph = unit.paragraph;
      this.block = [];
      this.blockKinds = new Set();
    }
  }

  private place(): Place {
    return {
      label: this.label,
      line: this.lineNames.soFar(),
      lineKinds: new Set(this.lineKinds),
      block: this.block,
      blockKinds: new Set(this.blockKinds),
      group: this.group,
      firm: this.firm,
      told: this.told,
      title: this.title,
      titleKinds: this.titleKinds,
      age: this.group ? this.line - this.group.line : -1,
      recent: this.recent,
    };
  }

  private remember(s: ParsedSentence, kinds: ReadonlySet<DealKind>): void {
    const layout = layoutOf(s.unit);
    const names = namesIn(s.mentions);
    if (names.length)
      this.recent = [...this.recent, ...names.map((name) => ({ name, index: s.unit.index }))].slice(-MOST_RECENT);
    if (layout.shape === 'title') {
      this.title = names;
      this.titleKinds = kinds;
      return;
    }
    if (layout.labelEnd > 0) this.label = namesIn(s.mentions.filter((m) => m.to <= layout.labelEnd));
    this.lineNames.add(names);
    for (const kind of kinds) this.lineKinds.add(kind);
    if (layout.shape === 'heading' || layout.shape === 'question') this.head(names, kinds);
    else if (layout.shape === 'label' && layout.labelEnd >= s.unit.tokens.length) this.head(names, kinds);
  }

  private head(names: readonly string[], kinds: ReadonlySet<DealKind>): void {
    const heading = { names: names.slice(0, MOST_IN_HEADING), kinds, line: this.line };
    const groups = names.some((n) => tierOf(n) > 0);
    if (groups) [this.group, this.firm] = [heading, null];
    if (names.some((n) => tierOf(n) < 2)) this.firm = heading;
    if (kinds.size > 0) this.told = heading;
  }
}

const namesIn = (mentions: readonly Mention[]) =>
  mentions.filter((m) => m.form === 'name' || m.form === 'supply-brand').map((m) => m.candidates[0]?.name ?? '');
