import { assemble } from '../../ledger/index.ts';
import type { Day, PartialDay } from '../../model/day.ts';
import type { Fact } from '../../model/fact.ts';
import type { Flag } from '../../model/flag.ts';
import type { Pair } from '../../model/ledger.ts';
import { evaluate } from '../../rules/evaluate.ts';
import { rules } from '../../rules/index.ts';
import { scorePair } from '../../rules/score.ts';
import { RULE_LABELS, SEVERITY_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { FactLine } from './facts.ts';

/** A flag that the text alone would raise, in words, with the numbers of the facts behind each reason. */
export interface WouldBe {
  title: string;
  acquirer: string;
  target: string;
  severity: number;
  severityWord: string;
  band: string;
  score: number;
  why: string;
  for: Reason[];
  against: Reason[];
  missing: string[];
}

interface Reason {
  text: string;
  facts: { number: number; tone: string }[];
}

export interface Judged {
  flags: WouldBe[];
  /** Titles of the screens that had nothing to say. */
  silent: string[];
  pairs: Pair[];
}

/** The id under which a text that is not stored stands among documents. */
export const THIS_TEXT = 'this-text';

/** Takes the facts of one text and its lines; gives what the screens would say if it were all there is. */
export function judge(
  facts: Fact[],
  lines: readonly FactLine[],
  { published, today }: { published: PartialDay | null; today: Day },
): Judged {
  const document = {
    id: THIS_TEXT,
    publisher: t('read.this-text'),
    sourceClass: 'press' as const,
    published,
    fetchedOn: today,
  };
  const pairs = assemble(facts, new Map([[THIS_TEXT, document]]));
  const flags = pairs.flatMap((pair) => flagsOf(pair, pairs, today, lines));
  const fired = new Set(flags.map((flag) => flag.title));
  flags.sort((a, b) => b.score - a.score);
  return { flags, pairs, silent: rules.map((rule) => RULE_LABELS[rule.id]).filter((title) => !fired.has(title)) };
}

function flagsOf(pair: Pair, pairs: Pair[], today: Day, lines: readonly FactLine[]): WouldBe[] {
  const { flags } = evaluate(pair, { pairs, today });
  const { score, band } = scorePair(pair, flags);
  return flags.map((flag) => ({
    title: RULE_LABELS[flag.rule],
    acquirer: pair.acquirer,
    target: pair.target,
    severity: flag.severity,
    severityWord: SEVERITY_LABELS[flag.severity],
    band,
    score,
    why: flag.why,
    for: reasons(flag.for, lines),
    against: reasons(flag.against, lines),
    missing: flag.missing,
  }));
}

function reasons(given: Flag['for'], lines: readonly FactLine[]): Reason[] {
  return given.map(({ text, factIds }) => ({
    text,
    facts: lines
      .filter((line) => line.factIds.some((id) => factIds.includes(id)))
      .map(({ number, tone }) => ({ number, tone })),
  }));
}
