import type { Context } from '../../context.ts';
import { pairsForGaps } from '../../db/ledger/gap-pairs.ts';
import { dayOf } from '../../model/day.ts';
import { paths } from '../../model/paths.ts';
import { type Gap, gapsIn } from '../../rules/gaps.ts';
import { formatNumber } from '../../words/format.ts';
import { BAND_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import type { TableOf } from '../page-data.ts';

/** Gaps on one page: whoever wants more than these takes the table. */
const MOST_SHOWN = 200;
const MOST_IN_TABLE = 10_000;

/** Flagged pairs on which no competition authority is known to have moved, beside how long authorities took on like deals. */
export const gaps: Handler = async (context) => {
  const found = await gapsOf(context, MOST_SHOWN);
  const data = { count: found.length, rows: found.map(lineOf) };
  return { view: 'gaps', title: t('scrutiny.gaps'), data };
};

const COLUMNS = ['acquirer', 'target', 'band', 'score', 'days_since_deal', 'comparable'];

/** The same as a table. */
export const gapsTable: TableOf = async (context) => {
  const rows = (await gapsOf(context, MOST_IN_TABLE)).map((gap) => {
    const alike = gap.comparable.map(({ pairId, authority, days }) => `${authority} ${days} ${pairId}`).join(' | ');
    return [gap.acquirer, gap.target, gap.band, gap.score, gap.days, alike];
  });
  return { columns: COLUMNS, rows };
};

async function gapsOf({ db, now }: Context, most: number): Promise<Gap[]> {
  return gapsIn(await pairsForGaps(db, most), dayOf(now()));
}

function lineOf(gap: Gap) {
  const { pairId, acquirer, target, band, score, days, comparable } = gap;
  return {
    ...{ acquirer, target, band, score },
    floor: false,
    bandName: BAND_LABELS[band],
    link: paths.deal(pairId),
    days: days === null ? t('scrutiny.not-known') : formatNumber(days),
    alike: comparable.map((one) => ({
      text: `${one.authority}, ${t('scrutiny.days-2', { n: one.days })}`,
      pair: `${one.acquirer} → ${one.target}`,
      link: `${paths.deal(one.pairId)}#scrutiny`,
    })),
  };
}
