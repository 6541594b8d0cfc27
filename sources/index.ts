import { anthropicNews } from './anthropic-news.ts';
import { authorityFeeds } from './authority-feeds.ts';
import { bkartaMergers } from './bkarta-mergers.ts';
import { cmaCases } from './cma/cases.ts';
import { cmaDigitalMarkets, cmaNews } from './cma/pages.ts';
import { ecForeignSubsidies, ecMergers } from './ec/cases.ts';
import { ecCompetitionNews, ecPress } from './ec/press.ts';
import { ecDigitalMarkets, ecNotifications, ecSubsidyNotifications } from './ec/search.ts';
import { ecbRates, ecbRatesHistory } from './ecb-rates.ts';
import { gdelt } from './gdelt.ts';
import { listAny } from './lists/any-list.ts';
import { feedSource as plainFeed } from './lists/news-feed.ts';
import { newsrooms } from './newsrooms.ts';
import { secCapex } from './sec/capex.ts';
import { secCurrent } from './sec/current.ts';
import { secFilings } from './sec/filings.ts';
import { secSearch } from './sec/search.ts';
import type { Source } from './source.ts';
import { dojCases } from './us/doj-cases.ts';
import { dojPress } from './us/doj-press.ts';
import { federalRegister, federalRegisterDoj } from './us/federal-register.ts';
import { ftcCases } from './us/ftc-cases.ts';
import { ftcEarlyTermination, ftcHsr } from './us/ftc-notices.ts';
import { ftcPress } from './us/ftc-press.ts';

/** The source for what people add: a feed, a sitemap or a page; its settings say which and whose. */
export const feedSource: Source = { ...plainFeed, list: listAny };

/** Every built-in source, in the order shown to people. To add one, see docs/adding-a-source.md. */
export const sources: readonly Source[] = [
  bkartaMergers,
  cmaCases,
  cmaDigitalMarkets,
  cmaNews,
  dojCases,
  dojPress,
  ecCompetitionNews,
  ecDigitalMarkets,
  ecForeignSubsidies,
  ecMergers,
  ecNotifications,
  ecPress,
  ecSubsidyNotifications,
  ecbRates,
  ecbRatesHistory,
  federalRegister,
  federalRegisterDoj,
  ftcCases,
  ftcEarlyTermination,
  ftcHsr,
  ftcPress,
  gdelt,
  secCapex,
  secCurrent,
  secFilings,
  secSearch,
  ...authorityFeeds,
  anthropicNews,
  ...newsrooms,
];

/** The built-in source of that id; the generic feed for every other id, since those are feeds that people added. */
export function findSource(id: string): Source {
  return sources.find((source) => source.id === id) ?? feedSource;
}
