import type { Token } from '../text/tokens.ts';

const RIVAL =
  /^(?:rivals?|competitors?|challengers?|concurrente?s?|konkurrent(?:en|in|innen)?|rivalen?|rivalin(?:nen)?|herausforderer[ins]?|wettbewerber[ns]?|competidor(?:a|es|as)?|concorrent[ei]|rivali)$/;
const OF = /^(?:of|to|d|de|des|du|del|di|dell|della|von|vom|zu|der)$/;

const ON =
  /^(?:on|upon|to|with|against|d|de|des|du|del|à|a|al|von|vom|zu|zum|mit|gegen|con|contra|contro|da|dal|dall|all)$/;
/** What somebody wants to be free of, or to do in place of another. */
const WITHOUT =
  /^(?:reliance|dependence|dependency|alternatives?|competes?|competed|competing|competition|dépendance|concurrence|abhängigkeit(?:en)?|konkurrenz|alternativen|konkurriert|konkurrieren|dependencia|alternativas?|competir|compite|compiten|competencia|dipendenza|alternativ[ae]|compete|competono|competere|concorrenza)$/;
/** Verbs whose object is somebody to be beaten. */
const BEATS =
  /^(?:challeng(?:e|ing)|rival(?:s|l?ed|l?ing)|overtak(?:e|es|ing)|outpac(?:e|es|ed|ing)|knock(?:s|ed|ing)?|dethron(?:e|es|ed|ing)|unseat(?:s|ed|ing)?|toppl(?:e|es|ed|ing)|concurrencer|défier|défie|détrôner|herausfordern|entthronen|desafiar|desafía|destronar|sfidare|sfida|superare|scalzare|detronizzare)$/;
const WITHOUT_REACH = 3;
/** What of somebody's is beaten; a purchase of theirs is another thing. */
const STANDING = /^(?:dominance|lead|grip|position|hold|monopoly|supremacy|reign|crown|chips?|gpus?)$/;
const STANDING_REACH = 4;

/**
 * "OpenAI rival Anthropic", "der Waymo-Konkurrent Cruise", "une concurrente d'OpenAI", "less reliance on Nvidia", "to challenge
 * Nvidia": takes where a name begins and ends; true when the words only say beside or against whom another firm is set.
 * "Its rival Google" is Google.
 */
export function isCompared(tokens: readonly Token[], from: number, to: number): boolean {
  const owns = tokens[to]?.text === "'" && tokens[to + 1]?.lower === 's';
  if (RIVAL.test(tokens[owns ? to + 2 : to]?.lower ?? '')) return true;
  if (BEATS.test(tokens[from - 1]?.lower ?? '') && from > 1 && (!owns || ownsStanding(tokens, to + 2))) return true;
  const of = tokens[from - 1]?.text === "'" ? from - 2 : from - 1;
  const prep = tokens[of]?.lower ?? '';
  if (OF.test(prep) && RIVAL.test(tokens[of - 1]?.lower ?? '')) return true;
  if (!ON.test(prep)) return false;
  for (let i = of - 1; i > of - 1 - WITHOUT_REACH; i--) {
    const word = tokens[i];
    if (WITHOUT.test(word?.lower ?? '')) return true;
    if (!word?.word || word.cap) return false;
  }
  return false;
}

const ownsStanding = (tokens: readonly Token[], at: number) =>
  tokens.slice(at, at + STANDING_REACH).some((t) => STANDING.test(t.lower));
