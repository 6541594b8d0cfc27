import type { LedgerPair } from '../../db/ledger/ledger.ts';
import type { Register } from '../../db/sources/registers.ts';
import type { Day } from '../../model/day.ts';
import { promised } from '../../model/pair-money.ts';
import { paths } from '../../model/paths.ts';
import { figures, kindsOf } from './dossier.ts';
import { sumsWords } from './money.ts';
import { asOf, onceFor } from './once.ts';
import { unreadRegisters } from './scrutiny.ts';
import { type ScrutinyLine, scrutinyLine } from './scrutiny-line.ts';

/** What lists say of one pair: three sums that are never added, the score, and who has looked. */
export interface DealLine {
  link: string;
  acquirer: string;
  target: string;
  kinds: { label: string; certainty: string }[];
  putIn: Sum;
  promised: Sum;
  back: Sum;
  /** That something is only what a contract allows at most, which is no sum; null when no ceiling is known. */
  ceiling: string | null;
  score: number;
  band: string;
  floor: boolean;
  flags: number;
  /** How many of them someone has decided on. */
  decided: number;
  scrutiny: ScrutinyLine;
}

interface Sum {
  text: string;
  /** False for "sum unknown" and "none known". */
  isKnown: boolean;
}

const lines = onceFor<LedgerPair, DealLine>();

/** Takes a pair, today and the registers as they stand; gives its line, the same one while none of them is another. */
export function dealLine(ledger: LedgerPair, today: Day, registers: ReadonlyMap<string, Register>): DealLine {
  return lines(ledger, asOf(today, registers), () => made(ledger, today, registers));
}

function made(ledger: LedgerPair, today: Day, registers: ReadonlyMap<string, Register>): DealLine {
  const { pair, flags, score, band, floor } = ledger;
  const [putIn, later, back] = figures(ledger, today, unreadRegisters(registers));
  const sum = (known: string | null, said: string | undefined) => ({ text: said ?? '', isKnown: known !== null });
  return {
    link: paths.deal(pair.id),
    acquirer: pair.acquirer,
    target: pair.target,
    kinds: kindsOf(pair),
    putIn: sum(sumsWords(pair.sums.paid), putIn?.value),
    promised: sum(sumsWords(promised(pair)), later?.value),
    back: sum(sumsWords(pair.sums.committed), back?.value),
    ceiling: sumsWords(pair.sums.ceiling) && (later?.note ?? null),
    score,
    band,
    floor,
    flags: flags.length,
    decided: flags.filter((flag) => flag.state !== 'to_review').length,
    scrutiny: scrutinyLine(pair, registers),
  };
}
