import type { Context } from '../../context.ts';
import { addFigure, addShare, endFigure, endShare, listFigures, listShares } from '../../db/ledger/market-shares.ts';
import type { User } from '../../db/people/users.ts';
import { type PartialDay, parsePartialDay } from '../../model/day.ts';
import { InvalidInput } from '../../model/errors.ts';
import { MEASURES, type Measure, TERRITORIES, type Territory } from '../../model/jurisdiction.ts';
import { paths } from '../../model/paths.ts';
import { typedNumber } from '../../model/typed-number.ts';
import { typedSum } from '../../model/typed-sum.ts';
import { decimalMark, formatDay, formatNumber } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import { problemLines } from '../forms/account.ts';
import type { Answer, Handler } from '../handler.ts';

/** Shares of markets and figures of companies, with who entered them and where they stand. */
export const shareList: Handler = (context) => page(context, {}, {});

/** Enters a share of a market. */
export const shareAdd: Handler = (context, request) =>
  entered(context, request, t('reports.the-share-is-entered-the'), async (form, userId) => {
    const share = typedNumber(form('share').replace('%', ''), decimalMark()) ?? Number.NaN;
    const { company, market, territory, source } = {
      company: form('company'),
      market: form('market'),
      territory: form('territory'),
      source: form('source'),
    };
    await addShare(context.db, {
      company,
      market,
      territory,
      source,
      share,
      asOf: dayIn(form('asOf')),
      userId,
      now: context.now(),
    });
  });

/** Enters a turnover, assets or a share of supply, for the checks of jurisdiction. */
export const figureAdd: Handler = (context, request) =>
  entered(context, request, t('reports.the-figure-is-entered'), async (form, userId) => {
    const measure = chosen<Measure>(MEASURES, form('measure'), 'measure');
    const territory = chosen<Territory>(TERRITORIES, form('place'), 'place');
    const value = typedSum(form('value'), decimalMark()) ?? typedNumber(form('value'), decimalMark());
    if (value === null)
      throw new InvalidInput(t('reports.write-the-figure-in-full'), { value: t('reports.is-no-number') });
    const currency = measure === 'share-of-supply' ? null : form('currency').toUpperCase();
    if (currency !== null && !/^[A-Z]{3}$/.test(currency))
      throw new InvalidInput(t('reports.write-the-currency-as-three'), { currency: t('reports.is-missing') });
    const source = form('source');
    await addFigure(context.db, {
      company: form('company'),
      measure,
      territory,
      value,
      currency,
      source,
      asOf: dayIn(form('asOf')),
      userId,
      now: context.now(),
    });
  });

/** Takes a share back. */
export const shareEnd: Handler = async ({ db, now }, { params, user }) => {
  await endShare(db, Number(params.id), (user as User).id, now());
  return { redirect: paths.shares(), notice: t('reports.the-share-is-taken-back') };
};

/** Takes a figure back. */
export const figureEnd: Handler = async ({ db, now }, { params, user }) => {
  await endFigure(db, Number(params.id), (user as User).id, now());
  return { redirect: paths.shares(), notice: t('reports.the-figure-is-taken-back') };
};

type Field = (name: string) => string;

async function entered(
  context: Context,
  { form, user }: Parameters<Handler>[1],
  notice: string,
  enter: (field: Field, userId: number) => Promise<void>,
): Promise<Answer> {
  try {
    await enter((name) => form.get(name)?.trim() ?? '', (user as User).id);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const problems = Object.fromEntries(Object.keys(error.fields).map((name) => [name, error.message]));
    return page(context, Object.fromEntries(form), problems);
  }
  return { redirect: paths.shares(), notice };
}

function dayIn(text: string): PartialDay {
  const day = parsePartialDay(text);
  if (!day) throw new InvalidInput(t('reports.write-for-when-it-holds'), { asOf: t('reports.is-no-date') });
  return day;
}

function chosen<T extends string>(list: readonly T[], text: string, field: string): T {
  const found = list.find((one) => one === text);
  if (!found) throw new InvalidInput(t('reports.choose-one-of-the-list'), { [field]: t('reports.is-missing') });
  return found;
}

async function page({ db }: Context, given: Record<string, string>, problems: Record<string, string>): Promise<Answer> {
  const data = {
    given,
    problems,
    lines: problemLines(problems),
    measures: MEASURES,
    territories: TERRITORIES,
    shares: (await listShares(db)).map((one) => ({
      ...one,
      share: formatNumber(one.share, 2),
      when: formatDay(one.asOf),
    })),
    figures: (await listFigures(db)).map((one) => ({
      ...one,
      value: formatNumber(one.value, 2),
      when: formatDay(one.asOf),
    })),
  };
  return {
    view: 'shares',
    title: t('reports.shares-and-figures'),
    data,
    status: Object.keys(problems).length ? 422 : 200,
  };
}
