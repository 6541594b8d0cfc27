import { FOREIGN_INVESTMENT_BODIES } from '../lexicon/foreign-investment.ts';
import { indexPhrases, type MoneyToken, type PhraseIndex, phraseAt } from '../text/text-tokens.ts';
import type { AuthorityMention } from './authorities.ts';
import { observe } from './follow.ts';
import { earlierSteps } from './history.ts';
import { type LatestStep, latestSteps } from './latest.ts';
import type { Place } from './place.ts';
import type { Whole } from './whole.ts';

const bodies: PhraseIndex<string> = indexPhrases<string>(
  Object.entries(FOREIGN_INVESTMENT_BODIES).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
);

/** Takes the tokens of a text; gives the bodies that review foreign investment, where they are named. */
export function findForeignBodies(tokens: readonly MoneyToken[]): AuthorityMention[] {
  const found: AuthorityMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const hit = phraseAt(tokens, i, bodies);
    if (
      !hit ||
      !/^\p{Lu}|\p{Lu}/u.test(
        tokens
          .slice(i, hit.next)
          .map((t) => t.text)
          .join(' '),
      )
    )
      continue;
    found.push({ first: i, next: hit.next, code: hit.value, form: 'name' });
    i = hit.next - 1;
  }
  return found;
}

/**
 * Takes a document and the bodies named in it; gives what they did about the document's deals, dated steps before the
 * latest too. The words are those for steps of authorities, but what they state is no competition scrutiny.
 */
export function foreignInvestmentSteps(whole: Whole, mentions: readonly AuthorityMention[]): LatestStep[] {
  if (mentions.length === 0) return [];
  let at = 0;
  const within = (place: Place) => {
    while (at < mentions.length && (mentions[at] as AuthorityMention).first < place.from) at++;
    const from = at;
    while (at < mentions.length && (mentions[at] as AuthorityMention).next <= place.to) at++;
    return mentions.slice(from, at);
  };
  const acting = { ...whole, places: whole.places.map((place) => withBodies(place, within(place))) };
  const followed = observe(acting);
  const latest = latestSteps(followed.observations).filter((step) => step.pair !== null);
  return [...earlierSteps(acting, followed, latest), ...latest];
}

/** The sentence with these bodies as those who act; competition authorities stay named, so that nothing of theirs is taken for it. */
function withBodies(place: Place, own: readonly AuthorityMention[]): Place {
  const others = place.authorities
    .filter((m) => m.code !== null && !own.some((o) => o.first < m.next && m.first < o.next))
    .map((m) => ({ ...m, code: null }));
  const authorities = [...own, ...others].sort((a, b) => a.first - b.first);
  // "on grounds of national security" is what such a review is about.
  return { ...place, authorities, hits: place.hits.filter((h) => h.cue !== 'conduct') };
}
