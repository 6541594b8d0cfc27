import type { User } from '../../db/people/users.ts';
import { assign } from '../../db/review/assignments.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { ownPath } from '../own-path.ts';
import { assigneeOf } from './flag-bulk.ts';
import { ruleNamed } from './flag-show.ts';

/** Asks someone to look at a flag, or nobody any more. */
export const flagAssign: Handler = async ({ db, now }, { params, form, user }) => {
  const [pairId, rule] = [params.pairId ?? '', ruleNamed(params.rule)];
  const assignee = assigneeOf(form);
  const by = user as User;
  await assign(db, { pairId, rule, assignee, userId: by.id, now: now() });
  const notice =
    assignee === null
      ? t('queue.assigned-to-nobody-2')
      : assignee === by.id
        ? t('queue.assigned-to-you')
        : t('queue.assigned');
  return { redirect: ownPath(form.get('next')), notice };
};
