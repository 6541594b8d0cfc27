import type { Mention } from '../names/mention.ts';
import type { ParsedSentence } from './sentence.ts';

const WHOSE = /^(?:its|their|his|her|sein(?:e[nrms]?)?|ihr(?:e[nrms]?)?|su|sus|la sua|le sue|son|sa|ses|leurs?)$/;
const HOLDING = new Set(['stake', 'injection', 'investor']);

/** "had sold its entire Nvidia stake", "seine gesamte Nvidia-Beteiligung": whose shares somebody else holds, and who holds none by that. */
export function isHeldStake(s: ParsedSentence, m: Mention | null): boolean {
  if (m === null || m.form !== 'name' || m.poss) return false;
  const { tokens } = s.unit;
  const owned = [1, 2].some((n) => WHOSE.test(tokens[m.from - n]?.lower ?? ''));
  return owned && s.triggers.some((t) => t.from === m.to && HOLDING.has(t.class));
}
