import { NATIONS, SEATS } from '../lexicon/epithets.ts';
import { isContrasted } from '../names/contrast.ts';
import { type Candidate, LAYER, type Mention, type Want } from '../names/mention.ts';
import { layerOf, tierOf } from '../names/party.ts';

/** On a page that names more firms, those that weigh less have been forgotten. */
const MOST_KEPT = 200;
const FORGOTTEN = 1e-4;

/** A word with a capital of which little says that it is a firm is meant by "it" the less. */
const UNSURE = 0.3;

/** What speaks for the start-up that the sentence itself has named, when it says "the start-up". */
const NAMED_JUST_NOW = 0.35;

/**
 * Who "it", "the start-up" and "the Seattle group" are. Companies gain weight when they are named, more so as subject
 * or in the title, and lose it with every sentence; words that refer back get the weightiest firms that fit.
 */
export class Discourse {
  private readonly weight = new Map<string, number>();
  private readonly traits = new Map<string, Set<string>>();
  /** The last list of firms named together: "both", "the pair". */
  private lastList: string[] = [];
  /** Subject of the sentence before, or of the clause before. */
  private lastSubject: string | null = null;
  private freshSubject = true;
  /** The start-up named last in this sentence. */
  private lastNamed: string | null = null;
  /** Firm → who was said to fund it. */
  private readonly backers = new Map<string, string>();
  private readonly named: ReadonlySet<string>;
  private readonly sole: string | null;
  private readonly isSure: (name: string) => boolean;

  /**
   * Takes the groups that the document names, so that "the chip giant" is rather one of them, and its one and only
   * start-up, which "the start-up" may mean before it is named.
   */
  constructor(
    named: ReadonlySet<string> = new Set(),
    sole: string | null = null,
    isSure: (name: string) => boolean = () => true,
  ) {
    this.isSure = isSure;
    this.named = named;
    this.sole = sole;
  }

  /** Notes that one firm funds another, for "its backer". */
  backs(acquirer: string, target: string): void {
    this.backers.set(target, acquirer);
  }

  /** Weighs everything down by one sentence; a new paragraph weighs more. */
  next(newParagraph: boolean): void {
    this.freshSubject = true;
    this.lastNamed = null;
    const left = newParagraph ? 0.7 : 0.78;
    this.weight.forEach((weight, name, all) => {
      if (weight * left < FORGOTTEN && all.size > MOST_KEPT) all.delete(name);
      else all.set(name, weight * left);
    });
  }

  /** Notes that a place or nation was said of a firm, for "the Toronto lab". */
  describe(name: string, trait: string): void {
    const traits = this.traits.get(name) ?? new Set();
    this.traits.set(name, traits.add(trait));
  }

  /** Fills in the candidates of each mention of a sentence, in order, and remembers what was named. */
  resolve(mentions: readonly Mention[]): void {
    for (const [n, mention] of mentions.entries()) {
      if (mention.form === 'relative') mention.candidates = this.antecedent(mentions, n);
      else if (mention.candidates.length === 0)
        mention.candidates =
          apposed(mentions[n - 1], mention) ??
          ownedAlike(mentions, n) ??
          bothOf(mentions, n) ??
          this.lookUp(mention, mentions[n - 1]);
      this.remember(mention);
    }
    this.rememberList(mentions);
  }

  /** The firms that weigh most and fit what is wanted, best first, each with 0–1. */
  salient(want: Want, least = 0): Candidate[] {
    const fitting: Candidate[] = [];
    this.weight.forEach((weight, name) => {
      if (weight > least && fits(name, want)) fitting.push({ name, weight });
    });
    fitting.sort((a, b) => b.weight - a.weight);
    return fitting.slice(0, 6).map(({ name, weight }) => ({ name, weight: Math.min(0.9, weight) }));
  }

  has(name: string): boolean {
    return this.weight.has(name);
  }

  private antecedent(mentions: readonly Mention[], n: number): Candidate[] {
    const relative = mentions[n] as Mention;
    for (let i = n - 1; i >= 0; i--) {
      const before = mentions[i] as Mention;
      if (before.form === 'relative' || relative.from - before.to > 12) continue;
      if (followsStranger(relative, before)) return [];
      if (before.candidates.length) relative.list = before.prep === null || before.list >= 0 ? before.list : -1;
      if (before.candidates.length) return before.candidates.map((c) => ({ name: c.name, weight: c.weight * 0.9 }));
    }
    return [];
  }

  private lookUp(mention: Mention, before: Mention | undefined): Candidate[] {
    if (mention.plural) return this.lastList.map((name) => ({ name, weight: 0.7 }));
    if (mention.hints) {
      const hinted = this.hinted(mention);
      if (hinted.length) return hinted;
    }
    const want = mention.want;
    if (want === 'backer') return this.backerOf();
    if (mention.same && this.lastNamed) return [{ name: this.lastNamed, weight: 0.9 }];
    const scale = mention.form === 'pronoun' ? 0.85 : 0.9;
    if (mention.form === 'pronoun') return this.pronounCandidates(scale, this.ownsObject(mention, before));
    const found = this.salient(want, 0.08)
      .map((c) => ({
        name: c.name,
        weight: c.weight + (want === 'startup' && c.name === this.lastNamed ? NAMED_JUST_NOW : 0),
      }))
      .sort((a, b) => b.weight - a.weight)
      .map((c, i) => ({
        name: c.name,
        weight: scale * (0.6 + 0.4 * Math.min(0.9, c.weight)) * (i === 0 ? 1 : 0.8),
      }));
    return found.length === 0 && want === 'startup' && this.sole && !this.weight.has(this.sole)
      ? [{ name: this.sole, weight: 0.7 }]
      : found;
  }

  /** The one that funds the weightiest start-up whose backer is known. */
  private backerOf(): Candidate[] {
    const funded = this.salient('any').find((c) => this.backers.has(c.name));
    const name = funded && this.backers.get(funded.name);
    return name ? [{ name, weight: 0.85 }] : [];
  }

  /** "X agreed to buy Y, days after Google hired its chief executive": what another does something to is rather that of Y. */
  private ownsObject(mention: Mention, before: Mention | undefined): boolean {
    // A clause may open with "after": its subject stands behind what looks like a preposition.
    const acts = before?.form === 'name' && (before.prep === null || before.prep === 'other') && !before.poss;
    const actor = acts ? before.candidates[0]?.name : null;
    return mention.poss && !!actor && tierOf(actor) === 2 && this.lastNamed !== null && this.lastSubject !== actor;
  }

  /** "It" is rather the subject of the sentence before than whoever weighs most. */
  private pronounCandidates(scale: number, ofLast: boolean): Candidate[] {
    const [subject, last] = ofLast ? [0, 0.65] : [0.4, 0.25];
    const bonus = (name: string) => (name === this.lastSubject ? subject : 0) + (name === this.lastNamed ? last : 0);
    const found = this.salient('any', 0.08).map((c) => ({ name: c.name, weight: c.weight + bonus(c.name) }));
    found.sort((a, b) => b.weight - a.weight);
    return found.map((c, i) => ({
      name: c.name,
      weight: scale * (0.6 + 0.4 * Math.min(0.9, c.weight)) * (i === 0 ? 1 : 0.8),
    }));
  }

  private hinted(mention: Mention): Candidate[] {
    const owners = (mention.hints ?? []).flatMap((hint) => this.owners(hint));
    const known = owners.filter((name) => this.weight.has(name) && fits(name, mention.want));
    const ranked = [...new Set(known)].sort((a, b) => (this.weight.get(b) ?? 0) - (this.weight.get(a) ?? 0));
    if (ranked.length) return ranked.slice(0, 3).map((name, i) => ({ name, weight: i === 0 ? 0.9 : 0.55 }));
    const wanted = owners.filter((name) => fits(name, mention.want));
    // A town with several firms points to none of them before one is named.
    const trade = mention.hints?.some((hint) => hint.startsWith('?'));
    const likely = trade ? wanted.find((name) => this.named.has(name)) : undefined;
    const first = likely ?? (wanted.length === 1 ? wanted[0] : undefined);
    return first && tierOf(first) === 2 ? [{ name: first, weight: 0.75 }] : [];
  }

  private owners(hint: string): string[] {
    const value = hint.slice(1);
    if (hint.startsWith(LAYER)) return [...this.weight.keys()].filter((name) => layerOf(name) === value);
    const described = [...this.traits].filter(([, traits]) => traits.has(value.toLowerCase())).map(([name]) => name);
    if (hint.startsWith('@')) return [...described, ...(SEATS[value] ?? [])];
    if (hint.startsWith('~')) return [...described, ...(NATIONS[value] ?? [])];
    return [value];
  }

  /** Keeps a firm in mind that a sentence was about without naming it. */
  touch(name: string): void {
    this.weight.set(name, Math.min(1.2, (this.weight.get(name) ?? 0) + 0.3));
  }

  /** A new story begins: who was spoken of before is hardly meant. */
  leave(): void {
    for (const [name, weight] of this.weight) this.weight.set(name, weight * 0.3);
    this.lastSubject = null;
  }

  /** Its turn has come: what is said of a group is said of this one. */
  turn(name: string): void {
    for (const [other, weight] of this.weight) if (tierOf(other) === 2) this.weight.set(other, weight * 0.5);
    this.weight.set(name, 1.2);
    this.lastSubject = name;
  }

  /** A heading sets the subject of what follows. */
  head(name: string): void {
    for (const [other, weight] of this.weight) this.weight.set(other, weight * 0.5);
    this.weight.set(name, 1.4);
    this.lastSubject = name;
  }

  private remember(mention: Mention): void {
    const best = mention.candidates[0];
    if (!best || mention.form === 'relative') return;
    const named = mention.form === 'name' || mention.form === 'supply-brand';
    const subject = mention.prep === null && !mention.poss && !opensCompound(mention);
    if (subject && mention.form !== 'pronoun' && this.freshSubject) {
      this.lastSubject = best.name;
      this.freshSubject = false;
    }
    if (named && tierOf(best.name) < 2) this.lastNamed = best.name;
    const sure = this.isSure(best.name) ? 1 : UNSURE;
    const gain = sure * ((named ? 0.6 : 0.35) + (subject ? 0.3 : 0) + (mention.unit.part === 'title' ? 0.2 : 0));
    this.weight.set(best.name, Math.min(1.5, (this.weight.get(best.name) ?? 0) + gain));
  }

  private rememberList(mentions: readonly Mention[]): void {
    const lists = new Map<number, string[]>();
    for (const m of mentions) {
      const name = m.candidates[0]?.name;
      if (m.list >= 0 && name) lists.set(m.list, [...new Set([...(lists.get(m.list) ?? []), name])]);
    }
    const last = [...lists.values()].filter((l) => l.length > 1).at(-1);
    if (last) this.lastList = last.slice(0, 6);
  }
}

/** "the Nvidia-backed cloud company": a name that only begins a compound is no subject. */
const opensCompound = ({ unit: { tokens }, to }: Mention) =>
  tokens[to]?.joined === true && /^\p{Ll}/u.test(tokens[to]?.text ?? '');

/** ", LG, which entered": the relative speaks of a firm that nobody here knows; "une start-up d'IA dont" of the one before. */
function followsStranger(relative: Mention, before: Mention): boolean {
  const { tokens } = relative.unit;
  const at = tokens[relative.from - 1]?.text === ',' ? relative.from - 2 : relative.from - 1;
  if (isContrasted(tokens, at, at + 1)) return false;
  return at >= before.to && tokens[at]?.cap === true && at > 0 && !/^(?:AI|IA|KI)$/.test(tokens[at]?.text ?? '');
}

const ALIKE = /^(?:and|as|well|et|und|sowie|y|e|ed|ainsi|que|así|como|nonché)$/;

/** "Microsoft's partnership with Mistral as well as its hiring": whose it is goes on behind "and". */
function ownedAlike(mentions: readonly Mention[], n: number): Candidate[] | null {
  const mention = mentions[n] as Mention;
  if (mention.form !== 'pronoun' || !mention.poss || !ALIKE.test(mention.unit.tokens[mention.from - 1]?.lower ?? ''))
    return null;
  const owner = mentions.slice(0, n).findLast((m) => m.poss && m.form === 'name');
  const [best] = owner?.candidates ?? [];
  return best ? [{ name: best.name, weight: 0.9 }] : null;
}

/** "Nvidia, Cisco (both in the round of this month)": those named together in the same sentence, right before. */
function bothOf(mentions: readonly Mention[], n: number): Candidate[] | null {
  const mention = mentions[n] as Mention;
  const last = mentions[n - 1];
  if (!mention.plural || !last || last.list < 0 || mention.from - last.to > NEAR_LIST) return null;
  const names = mentions.slice(0, n).flatMap((m) => (m.list === last.list ? (m.candidates[0]?.name ?? []) : []));
  return new Set(names).size > 1 ? [...new Set(names)].map((name) => ({ name, weight: 0.7 })) : null;
}

/** Tokens between a list and the word that stands for all of it. */
const NEAR_LIST = 2;

/** "Manus, the agent developer from Singapore,": what comes right behind the comma describes the name before it. */
function apposed(before: Mention | undefined, mention: Mention): Candidate[] | null {
  if (before?.form !== 'name' || mention.form !== 'definite' || mention.plural || mention.same) return null;
  const { tokens } = mention.unit;
  const name = before.candidates[0]?.name;
  if (!name || mention.from !== before.to + 1 || tokens[before.to]?.text !== ',' || !fits(name, mention.want))
    return null;
  mention.list = -1;
  return [{ name, weight: 0.95 }];
}

function fits(name: string, want: Want): boolean {
  if (want === 'any' || want === 'backer') return true;
  return want === 'group' ? tierOf(name) === 2 : tierOf(name) < 2;
}
