import { companies } from '../../model/company.ts';
import { ANOTHER_TRADE, NEVER_A_UNIT } from '../lexicon/longer-names.ts';
import type { Token } from '../text/tokens.ts';

/** Words after a name in which the trade of a longer one is looked for: "Runway Growth Finance". */
const REACH = 2;

const groups = new Set(companies.filter(({ group }) => group).map(({ name }) => name));

/**
 * "Cohere Health", "Mistral Wind Energy", "Apple Bank": a listed name that opens the longer name of another firm. Takes where
 * the name ends. A large group has units of many trades ("Amazon Robotics"), so that fewer words tell against it. In a
 * heading in capitals the next word may belong to the sentence.
 */
export function opensAnotherName(company: string, tokens: readonly Token[], to: number): boolean {
  const trades = groups.has(company) ? (NEVER_A_UNIT[company] ?? NEVER_A_UNIT[''] ?? new Set()) : ANOTHER_TRADE;
  for (let i = to; i < to + REACH; i += 1) {
    const [before, token] = [tokens[i - 1], tokens[i]];
    if (!before || !token?.cap || !token.word || token.start !== before.end + 1) return false;
    if (trades.has(token.lower)) return isRunningText(tokens);
  }
  return false;
}

/** True when two longer words at least have no capital. */
function isRunningText(tokens: readonly Token[]): boolean {
  return tokens.filter((token) => token.word && !token.cap && token.text.length > 3).length >= 2;
}
