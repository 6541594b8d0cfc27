import { findCompany } from '../../model/company.ts';
import type { Layer } from '../../model/deal.ts';

/** Groups that are themselves AI firms: on either side of a deal. */
const LABS = new Set(['OpenAI', 'Anthropic', 'xAI', 'CoreWeave', 'Databricks']);

/** 2: a large group; 1: an AI firm that also buys, hires or supplies; 0: any other firm. */
export type Tier = 0 | 1 | 2;

interface Standing {
  tier: Tier;
  ai: boolean;
  layer: Layer | null;
}

/** Folding a name is slow and the same names come again and again; the bound keeps hostile pages from filling memory. */
const MOST_KEPT = 5000;
const kept = new Map<string, Standing>();

function standingOf(name: string): Standing {
  const known = kept.get(name);
  if (known) return known;
  const company = findCompany(name);
  const tier = LABS.has(name) ? 1 : company?.group ? 2 : 0;
  const standing: Standing = { tier, ai: company !== null && company.layer !== null, layer: company?.layer ?? null };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(name, standing);
  return standing;
}

/** Takes a common name; gives how large a party it is. */
export function tierOf(name: string): Tier {
  return standingOf(name).tier;
}

/** True for firms that the list knows to be in the AI business. */
export function isListedAi(name: string): boolean {
  return standingOf(name).ai;
}

/** True when a firm can be the acquiring or supplying side. */
export function canAcquire(name: string): boolean {
  return tierOf(name) > 0;
}

/** The layer of the AI stack in which the list has a firm, or null. */
export function layerOf(name: string): Layer | null {
  return standingOf(name).layer;
}
