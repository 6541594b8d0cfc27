import { sql } from 'kysely';
import type { Layer } from '../../model/deal.ts';
import type { Database } from '../open.ts';

/** What one group has put into the firms of one layer, as far as the ledger knows. */
export interface TrackedMoney {
  layer: Layer | null;
  group: string;
  /** US dollars paid: investments, purchases, licence-and-hire fees. Null when no sum is known. */
  usd: number | null;
  /** Pairs with such a deal, and those of them with a sum in dollars. */
  pairs: number;
  withSum: number;
}

/** Money on record by layer and by the group that put it in. Supply, partnerships and mere cases are left out. */
export function trackedMoney(db: Database): Promise<TrackedMoney[]> {
  return db
    .selectFrom('pairs')
    .select(({ fn }) => [
      'layer',
      'acquirer as group',
      fn.sum<number | null>('paid_usd').as('usd'),
      fn.countAll<number>().as('pairs'),
      fn.count<number>('paid_usd').as('withSum'),
    ])
    .where(sql<boolean>`kinds glob '*investment*' or kinds glob '*acquisition*' or kinds glob '*acquihire*'`)
    .groupBy(['layer', 'acquirer'])
    .orderBy('layer')
    .orderBy(sql`usd desc, acquirer`)
    .execute();
}
