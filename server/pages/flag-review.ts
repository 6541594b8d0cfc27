import type { Context } from '../../context.ts';
import { latestDecision } from '../../db/ledger/decisions.ts';
import type { User } from '../../db/people/users.ts';
import { decide } from '../../db/review/reviews.ts';
import { Conflict, InvalidInput, NotFound } from '../../model/errors.ts';
import type { RuleId } from '../../model/flag.ts';
import { DECISION_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { type ReviewForm, reviewForm } from '../forms/review.ts';
import type { Answer, Handler } from '../handler.ts';
import { ownPath } from '../own-path.ts';
import { flagPanel } from './flag-panel.ts';
import { ruleNamed } from './flag-show.ts';

/** Takes a decision about a flag and goes on to the next one. When someone else was quicker, shows both versions. */
export const flagReview: Handler = async (context, { params, form, user }) => {
  const [pairId, rule] = [params.pairId ?? '', ruleNamed(params.rule)];
  const by = user as User;
  try {
    const review = reviewForm(form);
    try {
      await decide(context.db, { ...review, pairId, rule, userId: by.id, now: context.now() });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (!(await isDoneAlready(context, pairId, rule, review, by))) {
        return await conflict(context, pairId, rule, review, form, error);
      }
    }
    return { redirect: afterwards(form, pairId, rule) };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return again(context, pairId, rule, form, error);
  }
};

/** A button pressed twice: the same person has just taken the same decision on the same evidence. */
async function isDoneAlready({ db }: Context, pairId: string, rule: RuleId, review: ReviewForm, by: User) {
  const latest = await latestDecision(db, pairId, rule);
  return latest?.userId === by.id && latest.action === review.action && latest.evidenceHash === review.evidenceHash;
}

/** The next page, which then offers to take the decision back. */
function afterwards(form: URLSearchParams, pairId: string, rule: RuleId): string {
  const [path = '/', anchor] = ownPath(form.get('next')).split('#');
  const done = `done=${encodeURIComponent(`${pairId}/${rule}`)}`;
  const isQueue = path === '/flags' || path.startsWith('/flags?');
  const to = isQueue ? `${path}${path.includes('?') ? '&' : '?'}${done}` : path;
  return anchor ? `${to}#${anchor}` : to;
}

async function conflict(
  context: Context,
  pairId: string,
  rule: RuleId,
  review: ReviewForm,
  form: URLSearchParams,
  error: Conflict,
): Promise<Answer> {
  const panel = await flagPanel(context, pairId, rule);
  if (!panel) throw error;
  const yours = { label: DECISION_LABELS[review.action], note: review.note };
  const written = { reason: review.reason, note: review.note ?? '', problem: null };
  const shown = { panel: { ...panel, written }, message: error.message, yours };
  const data = { ...shown, afterwards: ownPath(form.get('next')), mayDecide: true };
  return { view: 'flag-conflict', title: t('queue.decided-meanwhile'), data, status: 409 };
}

/** The flag once more, with what is to be corrected and everything that was written. */
async function again(
  context: Context,
  pairId: string,
  rule: RuleId,
  form: URLSearchParams,
  error: InvalidInput,
): Promise<Answer> {
  const panel = await flagPanel(context, pairId, rule);
  if (!panel) throw new NotFound(t('queue.this-flag-is-gone-its'));
  const written = { reason: form.get('reason'), note: form.get('note') ?? '', problem: error.message };
  const data = { panel: { ...panel, written }, position: null, previous: null, next: null, mayDecide: true };
  const title = `${panel.pair.acquirer} → ${panel.pair.target}`;
  return { view: 'flag-show', title, data: { ...data, afterwards: ownPath(form.get('next')) }, status: 422 };
}
