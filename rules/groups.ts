import { findCompany } from '../model/company.ts';
import type { Pair } from '../model/ledger.ts';

/** The six groups that the CMA found at the centre of its web of AI partnerships (initial report 2023, update 2024). */
const GAMMAN: readonly string[] = ['Google', 'Apple', 'Microsoft', 'Meta', 'Amazon', 'Nvidia'];

/** True for Google, Apple, Microsoft, Meta, Amazon and Nvidia, under any of their names. */
export function isGamman(name: string): boolean {
  const group = findCompany(name)?.name;
  return group !== undefined && GAMMAN.includes(group);
}

/** The groups whose series of purchases are watched: the six, and OpenAI. */
export function isSerialBuyer(name: string): boolean {
  return isGamman(name) || findCompany(name)?.name === 'OpenAI';
}

/** False for a listed company outside the AI stack; firms that nobody listed are in the ledger because they are in it. */
export function isAiFirm(pair: Pair): boolean {
  return pair.layer !== null || findCompany(pair.target) === null;
}

/** Those of the six that a text names: `Series B (Microsoft, OpenAI, Nvidia)` gives Microsoft and Nvidia. */
export function gammanIn(text: string): string[] {
  return GAMMAN.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
}
