import type { MoneyMention } from './money/money.ts';
import type { Sentence } from './text/sentences.ts';
import { type Token, tokenize } from './text/tokens.ts';
import type { DateMention } from './when.ts';

/** A sentence of the text, or the title, with what was found in it. Offsets in it count from its own start. */
export interface Unit {
  part: 'title' | 'text';
  /** Where it stands in the folded title or text. */
  start: number;
  end: number;
  text: string;
  tokens: Token[];
  paragraph: number;
  /** Begins a line as it was written, and ends one: a line of its own does both. */
  opens: boolean;
  closes: boolean;
  index: number;
  money: MoneyMention[];
  /** Figures that may be sums, but leave out what would say so. */
  implied: MoneyMention[];
  dates: DateMention[];
}

/** Takes the title and the sentences of the text; gives the units in reading order, the title first. */
export function makeUnits(title: string, sentences: readonly Sentence[]): Unit[] {
  const whole = { start: 0, end: title.length, text: title, paragraph: -1, line: -1 };
  const head = title.trim() ? [makeUnit('title', whole, 0)] : [];
  const units = sentences.map((s, i) => {
    const opens = sentences[i - 1]?.line !== s.line;
    const closes = sentences[i + 1]?.line !== s.line;
    return { ...makeUnit('text', s, i + head.length), opens, closes };
  });
  return [...head, ...units];
}

function makeUnit(part: 'title' | 'text', s: Sentence, index: number): Unit {
  return {
    part,
    start: s.start,
    end: s.end,
    text: s.text,
    tokens: tokenize(s.text),
    paragraph: s.paragraph,
    opens: true,
    closes: true,
    index,
    money: [],
    implied: [],
    dates: [],
  };
}

/** Gives each unit the sums and dates that lie in it, with offsets counted from the unit's start. */
export function assign<T extends { start: number; end: number }>(
  units: readonly Unit[],
  part: Unit['part'],
  found: readonly T[],
  put: (unit: Unit, item: T) => void,
): void {
  const own = units.filter((u) => u.part === part);
  let i = 0;
  for (const item of found) {
    while (i < own.length && (own[i] as Unit).end <= item.start) i++;
    const unit = own[i];
    if (unit && item.start >= unit.start && item.end <= unit.end)
      put(unit, { ...item, start: item.start - unit.start, end: item.end - unit.start });
  }
}
