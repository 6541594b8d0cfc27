import { correctedSince } from '../../db/documents/corrected-articles.ts';
import { storiesSince } from '../../db/ledger/stories.ts';
import { addDays, addMs, dayOf } from '../../model/day.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { correctedLine, storyLine } from '../present/story.ts';

const PERIODS = [7, 30, 90, 365] as const;
const USUAL = 30;
const DAY_MS = 86_400_000;
const MOST = 200;

/** How many days back somebody asked to look; thirty unless said. */
export function storyDays(query: URLSearchParams): number {
  return PERIODS.find((period) => String(period) === query.get('days')) ?? USUAL;
}

/** What happened lately, each happening once with everybody who told it, and articles that were changed since. */
export const storyList: Handler = async ({ db, now }, { query }) => {
  const days = storyDays(query);
  const stories = await storiesSince(db, addDays(dayOf(now()), -days), MOST + 1);
  const corrected = await correctedSince(db, addMs(now(), -days * DAY_MS));
  const data = {
    stories: stories.slice(0, MOST).map(storyLine),
    isCut: stories.length > MOST,
    corrected: corrected.map(correctedLine),
    periods: PERIODS.map((period) => ({ days: period, chosen: period === days })),
    days,
  };
  return { view: 'story-list', title: t('today.stories'), data };
};
