import type { Context } from '../../context.ts';
import type { User } from '../../db/people/users.ts';
import { assign } from '../../db/review/assignments.ts';
import { decide } from '../../db/review/reviews.ts';
import { Conflict, InvalidInput, NotFound } from '../../model/errors.ts';
import { RULE_IDS, type RuleId } from '../../model/flag.ts';
import { DECISION_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { reviewForm } from '../forms/review.ts';
import type { Handler } from '../handler.ts';
import { ownPath } from '../own-path.ts';

/** A flag as a form names it, with what was on the screen. */
interface Pick {
  pairId: string;
  rule: RuleId;
  evidence: string;
  latest: string;
}

const MOST_PICKS = 200;

/** One decision, or one person asked to look, for several flags. What has changed meanwhile is left out and named. */
export const flagBulk: Handler = async (context, { form, user }) => {
  const picks = form.getAll('pick').slice(0, MOST_PICKS).flatMap(pickOf);
  if (picks.length === 0)
    throw new InvalidInput(t('queue.select-at-least-one-flag'), { pick: t('queue.select-at-least-one-flag') });
  const by = user as User;
  const notice =
    form.get('action') === 'assign'
      ? await assignAll(context, picks, form, by)
      : await decideAll(context, picks, form, by);
  return { redirect: ownPath(form.get('next')), notice };
};

function pickOf(value: string): Pick[] {
  const [key = '', evidence = '', latest = ''] = value.split(' ');
  const slash = key.lastIndexOf('/');
  const rule = RULE_IDS.find((id) => id === key.slice(slash + 1));
  return slash > 0 && rule ? [{ pairId: key.slice(0, slash), rule, evidence, latest }] : [];
}

async function decideAll(context: Context, picks: readonly Pick[], form: URLSearchParams, by: User): Promise<string> {
  let done = 0;
  const left: string[] = [];
  const { action } = reviewForm(form);
  for (const pick of picks) {
    const review = reviewForm(withFlag(form, pick));
    try {
      await decide(context.db, { ...review, pairId: pick.pairId, rule: pick.rule, userId: by.id, now: context.now() });
      done += 1;
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error;
      left.push(error.message);
    }
  }
  return [`${DECISION_LABELS[action]}: ${flags(done)}.`, leftOut(left)].filter(Boolean).join(' ');
}

/** The same form, as if it had been sent for one flag alone. */
function withFlag(form: URLSearchParams, { evidence, latest }: Pick): URLSearchParams {
  const one = new URLSearchParams(form);
  one.set('evidence', evidence);
  one.set('latest', latest);
  return one;
}

async function assignAll(context: Context, picks: readonly Pick[], form: URLSearchParams, by: User): Promise<string> {
  const assignee = assigneeOf(form);
  let done = 0;
  const left: string[] = [];
  for (const { pairId, rule } of picks) {
    try {
      await assign(context.db, { pairId, rule, assignee, userId: by.id, now: context.now() });
      done += 1;
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      left.push(error.message);
    }
  }
  const what =
    assignee === null
      ? t('queue.assigned-to-nobody')
      : assignee === by.id
        ? t('queue.assigned-to-you-2')
        : t('queue.assigned-2');
  return [`${what}: ${flags(done)}.`, leftOut(left)].filter(Boolean).join(' ');
}

/** The person named in a form; null for nobody. Throws InvalidInput when none is named. */
export function assigneeOf(form: URLSearchParams): number | null {
  const value = form.get('assignee');
  if (value === 'nobody') return null;
  const id = Number(value);
  if (Number.isSafeInteger(id) && id > 0) return id;
  throw new InvalidInput(t('queue.choose-who-is-to-look'), { assignee: t('queue.choose-who-is-to-look') });
}

const flags = (n: number) => t('queue.flags-small', { n });

/** Says that some were left as they are, with the first reason; nothing when none was. */
function leftOut(reasons: readonly string[]): string {
  if (reasons.length === 0) return '';
  return t('queue.left-as-they-are', { n: reasons.length, reason: reasons[0] ?? '' });
}
