import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { surveyUnits } from '../extract/document.ts';
import { unitsOf } from '../extract/index.ts';
import { dealKey } from '../extract/likelihood/judge.ts';
import type { ToldSentence } from '../extract/survey.ts';
import type { Bag, Place } from './boosted-trees.ts';
import { type AnnotatedDocument, type GoldDeal, readAnnotated, sameParty } from './score.ts';

/** Every annotated document of a folder (.json), or every line of its paragraph files (.jsonl). */
export function readExamples(folder: string): AnnotatedDocument[] {
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
  return [...readAnnotated(folder), ...lines.map((line) => JSON.parse(line) as AnnotatedDocument)];
}

/** Takes an annotated document; gives a bag for each deal that its sentences may tell, doubtful ones left out. */
export function bagsOf(document: AnnotatedDocument): Map<string, Bag> {
  const { units, language } = unitsOf({ ...document, language: document.lang });
  const places = new Map<string, { kind: string; acquirer: string; target: string; places: Place[] }>();
  for (const told of surveyUnits(units, language).told)
    for (const { candidate: c, features } of told.candidates) {
      const [acquirer, target] = [c.acquirer.name, c.target.name];
      const key = dealKey(c.kind, acquirer, target);
      const deal = places.get(key) ?? { kind: c.kind, acquirer, target, places: [] };
      places.set(key, deal);
      deal.places.push({ features, claimed: isClaimed(told, c.kind, acquirer, target) });
    }
  const bags = new Map<string, Bag>();
  for (const [key, deal] of places) {
    const label = labelOf(document.gold.deals, deal);
    if (label !== null) bags.set(key, { label, places: deal.places });
  }
  return bags;
}

function isClaimed(told: ToldSentence, kind: string, acquirer: string, target: string): boolean {
  return told.claims.some(({ frame }) => frame.kind === kind && frame.acquirer === acquirer && frame.target === target);
}

/** Null where either answer would do. */
function labelOf(gold: readonly GoldDeal[], deal: { kind: string; acquirer: string; target: string }): boolean | null {
  const pair = gold.filter((g) => sameParty(g.acquirer, deal.acquirer) && sameParty(g.target, deal.target));
  const own = pair.find((g) => g.kind === deal.kind);
  if (own && !own.optional) return true;
  return pair.some((g) => g.optional || g.kind === 'partnership') ? null : false;
}
