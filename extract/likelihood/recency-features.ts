import type { Place } from '../frames/outline.ts';
import { tierOf } from '../names/party.ts';
import { bucket, type Feature, f } from './feature.ts';
import type { PairCandidate, Party } from './scene.ts';

const SENTENCES = [1, 2, 3, 5, 9];

/** Takes a candidate; gives how long ago a party was named that its sentence does not name, and who was named since. */
export function recencyFeatures({ acquirer, target, sentence }: PairCandidate, { recent }: Place): Feature[] {
  return ago('a', acquirer, 2, sentence.unit.index, recent).concat(ago('t', target, 1, sentence.unit.index, recent));
}

function ago(side: string, { name, mention }: Party, tier: number, now: number, recent: Place['recent']): Feature[] {
  if (mention?.form === 'name' || mention?.form === 'supply-brand') return [];
  const rivals = new Set<string>();
  for (let i = recent.length - 1; i >= 0; i--) {
    const named = recent[i] as Place['recent'][number];
    if (named.name === name)
      return [
        f`since ${side}|${bucket(now - named.index, SENTENCES)}`,
        f`rivals since ${side}|${Math.min(2, rivals.size)}`,
        f`since ${side}|${bucket(now - named.index, SENTENCES)}|${Math.min(2, rivals.size)}`,
      ];
    if (tier === 2 ? tierOf(named.name) === 2 : tierOf(named.name) < 2) rivals.add(named.name);
  }
  return [f`since ${side}|${'long'}`];
}
