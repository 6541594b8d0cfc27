import type { Day, Instant, PartialDay } from '../../model/day.ts';
import { InvalidInput } from '../../model/errors.ts';
import type { CompanyFigure } from '../../model/jurisdiction.ts';
import type { MarketShare, StatedShare } from '../../model/market.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';
import { builtOnce } from '../prepared.ts';
import { endStanding } from '../standing.ts';
import { markPairsOfCompany } from './dirty.ts';

/** Shares of markets and figures of companies: entered by people, with source and date, never read out of news. */

export interface NewShare extends StatedShare {
  userId: number;
  now: Instant;
}

/** Enters a share. The pairs of the company are assessed anew. Throws InvalidInput for a share that cannot be. */
export async function addShare(db: Database, given: NewShare): Promise<number> {
  const { company, market, territory, share, asOf, source, userId, now } = given;
  const wrong = wrongIn(
    { company, market, territory, source },
    share > 0 && share <= 100 ? null : t('refused.a-share-lies-over'),
  );
  if (wrong) throw wrong;
  return inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('market_shares')
      .values({ company, market, territory, share, as_of: asOf, source, user_id: userId, at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(trx, {
      at: now,
      userId,
      action: 'market-share.add',
      subject: company,
      detail: { market, territory, share, asOf },
    });
    await markPairsOfCompany(trx, company);
    return id;
  });
}

function wrongIn(words: Record<string, string>, also: string | null): InvalidInput | null {
  const empty = Object.entries(words).find(([, text]) => !text.trim());
  if (empty) return new InvalidInput(t('refused.fill-in-every-field'), { [empty[0]]: t('refused.is-missing') });
  return also ? new InvalidInput(also, { share: also }) : null;
}

/** Takes a share back. Throws NotFound when it does not stand. */
export async function endShare(db: Database, id: number, userId: number, now: Instant): Promise<void> {
  const row = await db.selectFrom('market_shares').select('company').where('id', '=', id).executeTakeFirst();
  await endStanding(db, 'market_shares', id, userId, now);
  if (row) await markPairsOfCompany(db, row.company);
}

const STANDING = builtOnce((db) =>
  db
    .selectFrom('market_shares as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .selectAll('m')
    .select('u.name as user_name')
    .where('m.ended_at', 'is', null)
    .orderBy('m.market')
    .orderBy('m.territory')
    .orderBy('m.share', 'desc'),
);

/** The shares that stand, by market, place and size. */
export async function listShares(db: Database): Promise<MarketShare[]> {
  const rows = await STANDING(db);
  return rows.map(({ as_of, user_id, user_name, ended_at: _, ended_by: __, ...row }) => ({
    ...row,
    asOf: as_of,
    userId: user_id,
    userName: user_name,
  }));
}

export interface NewFigure extends CompanyFigure {
  source: string;
  userId: number;
  now: Instant;
}

/** Enters a figure of a company for the checks of jurisdiction. Throws InvalidInput when a source is missing. */
export async function addFigure(db: Database, given: NewFigure): Promise<number> {
  const { company, measure, territory, value, currency, asOf, source, userId, now } = given;
  const isShare = measure === 'share-of-supply';
  const wrong = wrongIn(
    { company, source },
    isShare === (currency === null) ? null : t('refused.a-sum-has-a-currency'),
  );
  if (wrong) throw wrong;
  return inTransaction(db, async (trx) => {
    const { id } = await trx
      .insertInto('company_figures')
      .values({ company, measure, territory, value, currency, as_of: asOf, source, user_id: userId, at: now })
      .returning('id')
      .executeTakeFirstOrThrow();
    await audit(trx, {
      at: now,
      userId,
      action: 'company-figure.add',
      subject: company,
      detail: { measure, territory, value, currency },
    });
    return id;
  });
}

/** The figures of some companies that stand, as the checks take them; with id and source for the page that lists them. */
export async function listFigures(db: Database): Promise<(CompanyFigure & { id: number; source: string })[]> {
  const rows = await db
    .selectFrom('company_figures')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('company')
    .orderBy('id')
    .execute();
  return rows.map(({ id, company, measure, territory, value, currency, as_of, source }) => {
    return { id, company, measure, territory, value, currency, asOf: as_of as PartialDay & Day, source };
  });
}

/** Takes a figure back. Throws NotFound when it does not stand. */
export function endFigure(db: Database, id: number, userId: number, now: Instant): Promise<void> {
  return endStanding(db, 'company_figures', id, userId, now);
}
