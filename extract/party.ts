import { findCompany, isGroup } from '../model/company.ts';

/** Groups that are themselves AI firms: on either side of a deal. */
const LABS = new Set(['OpenAI', 'Anthropic', 'xAI', 'CoreWeave', 'Databricks']);

/** 2: a large group; 1: an AI firm that also buys, hires or supplies; 0: any other firm. */
export type Tier = 0 | 1 | 2;

/** Takes a common name; gives how large a party it is. */
export function tierOf(name: string): Tier {
  if (LABS.has(name)) return 1;
  return isGroup(name) ? 2 : 0;
}

/** True for firms that the list knows to be in the AI business. */
export function isListedAi(name: string): boolean {
  const company = findCompany(name);
  return company !== null && company.layer !== null;
}

/** True when a firm can be the acquiring or supplying side. */
export function canAcquire(name: string): boolean {
  return tierOf(name) > 0;
}
