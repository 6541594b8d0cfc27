import { paths } from '../../model/paths.ts';
import { formatMoney } from '../../words/format.ts';
import type { ListedTie } from '../reading/open-ties.ts';
import type { Tie } from './map-ties.ts';

/** A sum in dollars as people read it; a dash for none known. */
export const dollars = (usd: number | null) => (usd === null ? '–' : formatMoney({ value: usd, currency: 'USD' }));

/** Takes public ties, the largest first; gives what the map draws of them, one band each way for two firms. */
export function openMapTies(ties: readonly ListedTie[]): Tie[] {
  const pairs = new Map<string, Tie>();
  for (const tie of ties) {
    if (tie.certainty === 'ended' || tie.kind === 'partnership') continue;
    const id = `${tie.acquirer}\n${tie.target}`;
    const known = pairs.get(id) ?? empty(id, tie);
    if (tie.kind === 'cloud') known.back ??= { usd: tie.backUsd };
    else known.in ??= { usd: tie.inUsd };
    known.isLoop = Boolean(known.in && known.back);
    pairs.set(id, known);
  }
  return [...pairs.values()];
}

function empty(id: string, { acquirer, target, layer, id: tieId }: ListedTie): Tie {
  const flows = { in: null, back: null, isLoop: false, recapture: null, isReported: false, score: 0 };
  return { id, link: paths.openTie(tieId), acquirer, target, layer, ...flows };
}
