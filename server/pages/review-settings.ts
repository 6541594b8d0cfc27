import type { User } from '../../db/people/users.ts';
import { askSecondReview, secondReviewOf } from '../../db/review/second-reviews.ts';
import { SEVERITIES } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { SEVERITY_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';

/** For which flags a second reviewer is asked. */
export const showReviewSettings: Handler = async ({ db }) => {
  const asked = await secondReviewOf(db);
  const choices = [...SEVERITIES]
    .reverse()
    .map((severity) => ({ value: severity, label: SEVERITY_LABELS[severity], checked: asked.has(severity) }));
  return { view: 'review-settings', title: t('screens.second-reviewers'), data: { choices } };
};

/** Asks for a second reviewer from now on; what was decided before stands. */
export const saveReviewSettings: Handler = async ({ db, now }, { form, user }) => {
  const asked = SEVERITIES.filter((severity) => form.getAll('severity').includes(String(severity)));
  await askSecondReview(db, asked, { userId: (user as User).id, now: now() });
  const words = asked.map((severity) => SEVERITY_LABELS[severity]).join(', ');
  const notice = asked.length
    ? t('screens.a-second-reviewer-is-asked', { words })
    : t('screens.one-reviewer-decides-alone');
  return { redirect: paths.reviewSettings(), notice };
};
