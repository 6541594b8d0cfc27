import type { Day } from '../model/day.ts';
import { evaluate } from '../rules/evaluate.ts';
import { ledgerView } from '../rules/ledger-view.ts';
import { digraph, loopFinder, stronglyConnected } from '../rules/loops/digraph.ts';
import { scorePair } from '../rules/score.ts';
import type { Bench, Row } from './bench.ts';
import { madeLedger, numbers } from './made-ledger.ts';

const DEALS = 100_000;
const FIRMS = 10_000;
const LEGS = 100_000;

const bench: Bench = {
  about: 'the twelve screens over a ledger of 100,000 deals, and loops among 10,000 firms',
  async run() {
    return [assess(), loops()];
  },
};
export default bench;

function assess(): Row {
  const pairs = madeLedger(DEALS);
  const context = { pairs: ledgerView(pairs), today: '2026-06-01' as Day };
  const began = performance.now();
  let flags = 0;
  for (const pair of pairs) {
    const found = evaluate(pair, context);
    scorePair(pair, found.flags);
    flags += found.flags.length;
    if (found.errors.length) throw new Error(`${pair.id}: ${found.errors[0]?.message}`);
  }
  if (flags === 0) throw new Error('No screen fired: there was nothing to measure.');
  return {
    what: `${DEALS.toLocaleString('en-GB')} deals assessed, ${flags.toLocaleString('en-GB')} flags`,
    unit: 's',
    ours: (performance.now() - began) / 1000,
    peer: null,
    limit: { kind: 'most', value: 5, of: 'ours' },
  };
}

/** The shortest loop through every leg, exactly, and the groups that are strongly connected. */
function loops(): Row {
  const next = numbers(11);
  const ends = () => Array.from({ length: LEGS }, () => Math.floor(next() * FIRMS));
  const [from, to] = [ends(), ends()];
  const began = performance.now();
  const graph = digraph(FIRMS, from, to);
  stronglyConnected(graph);
  const finder = loopFinder(graph);
  let found = 0;
  for (let i = 0; i < LEGS; i += 1) if (finder.through(from[i] as number, to[i] as number)) found += 1;
  if (found === 0) throw new Error('No loop was found: there was nothing to measure.');
  return {
    what: `loops through each of ${LEGS.toLocaleString('en-GB')} legs of ${FIRMS.toLocaleString('en-GB')} firms`,
    unit: 's',
    ours: (performance.now() - began) / 1000,
    peer: null,
    limit: { kind: 'most', value: 1, of: 'ours' },
  };
}
