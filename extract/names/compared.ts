import type { Token } from '../text/tokens.ts';

const RIVAL =
  /^(?:rivals?|competitors?|challengers?|concurrente?s?|konkurrent(?:en|in|innen)?|rivalen?|rivalin(?:nen)?|herausforderer[ins]?|wettbewerber[ns]?|competidor(?:a|es|as)?|concorrent[ei]|rivali)$/;
const OF = /^(?:of|to|d|de|des|du|del|di|dell|della|von|vom|zu)$/;

/**
 * "OpenAI rival Anthropic", "der Waymo-Konkurrent Cruise", "une concurrente d'OpenAI": takes where a name begins and ends;
 * true when the words only say beside whom another firm is set. "Its rival Google" is Google.
 */
export function isCompared(tokens: readonly Token[], from: number, to: number): boolean {
  const owns = tokens[to]?.text === "'" && tokens[to + 1]?.lower === 's';
  if (RIVAL.test(tokens[owns ? to + 2 : to]?.lower ?? '')) return true;
  const of = tokens[from - 1]?.text === "'" ? from - 2 : from - 1;
  return OF.test(tokens[of]?.lower ?? '') && RIVAL.test(tokens[of - 1]?.lower ?? '');
}
