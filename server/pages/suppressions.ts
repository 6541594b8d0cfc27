import type { Context } from '../../context.ts';
import { liftSuppression, standingSuppressions, suppress } from '../../db/ledger/suppressions.ts';
import type { User } from '../../db/people/users.ts';
import { type Day, dayOf, parseDay } from '../../model/day.ts';
import { InvalidInput } from '../../model/errors.ts';
import { RULE_IDS, type RuleId } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { formatDay } from '../../words/format.ts';
import { RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { problemLines } from '../forms/account.ts';
import type { Answer, Handler } from '../handler.ts';

/** What is put away, by whom, why and until when. */
export const suppressionList: Handler = (context, { query }) =>
  page(
    context,
    { pairId: query.get('pair') ?? '', company: query.get('company') ?? '', rule: query.get('rule') ?? '' },
    {},
  );

/** Puts the flags of a deal or a company away until a day. */
export const suppressionAdd: Handler = async (context, { form, user }) => {
  const field = (name: string) => form.get(name)?.trim() ?? '';
  const given = { pairId: field('pairId'), company: field('company'), rule: field('rule') };
  try {
    await suppress(context.db, {
      pairId: given.pairId || null,
      company: given.company || null,
      rule: RULE_IDS.find((id) => id === given.rule) ?? null,
      reason: field('reason'),
      expiresOn: dayIn(field('expiresOn')),
      userId: (user as User).id,
      now: context.now(),
    });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return page(context, given, Object.fromEntries(Object.keys(error.fields).map((key) => [key, error.message])));
  }
  return { redirect: paths.suppressions(), notice: t('alerts.put-away-it-comes-back') };
};

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (!day) throw new InvalidInput(t('alerts.choose-the-last-day'), { expiresOn: t('alerts.is-missing') });
  return day;
}

/** Lifts a suppression before its end. */
export const suppressionLift: Handler = async ({ db, now }, { params, user }) => {
  await liftSuppression(db, Number(params.id), (user as User).id, now());
  return { redirect: paths.suppressions(), notice: t('alerts.lifted-the-flags-come-back') };
};

interface Given {
  pairId: string;
  company: string;
  rule: string;
}

async function page({ db, now }: Context, given: Given, problems: Record<string, string>): Promise<Answer> {
  const standing = await standingSuppressions(db, dayOf(now()));
  const data = {
    given,
    problems,
    lines: problemLines(problems),
    screens: RULE_IDS.map((id: RuleId) => ({ id, label: RULE_LABELS[id] })),
    standing: standing.map((one) => ({
      id: one.id,
      what: one.pairId ?? one.company ?? '',
      href: one.pairId ? paths.deal(one.pairId) : null,
      screen: one.rule ? RULE_LABELS[one.rule] : t('alerts.every-screen-small'),
      reason: one.reason,
      who: one.userName,
      until: formatDay(one.expiresOn),
    })),
  };
  return { view: 'suppressions', title: t('alerts.put-away'), data, status: Object.keys(problems).length ? 422 : 200 };
}
