import { InvalidInput } from '../../model/errors.ts';
import { DECISIONS, type DecisionAction, DISMISSAL_REASONS, type DismissalReason } from '../../model/flag.ts';
import { t } from '../../words/speak.ts';

export interface ReviewForm {
  action: DecisionAction;
  reason: DismissalReason | null;
  note: string | null;
  evidenceHash: string;
  expectedLatestId: number | null;
}

const LONGEST_NOTE = 4000;

/** Takes the posted form; gives the decision in it. Throws InvalidInput that names each field to correct. */
export function reviewForm(form: URLSearchParams): ReviewForm {
  const action = DECISIONS.find((a) => a === form.get('action'));
  const reason = DISMISSAL_REASONS.find((r) => r === form.get('reason')) ?? null;
  const note = form.get('note')?.trim() || null;
  const problems: Record<string, string> = {};
  if (!action) problems.action = t('queue.choose-what-to-do-confirm');
  if (action === 'dismiss' && !reason) problems.reason = t('queue.choose-the-reason-of-the');
  if (action === 'dismiss' && reason === 'other' && !note) problems.note = t('queue.say-in-a-note-what');
  if (note && note.length > LONGEST_NOTE) problems.note = t('queue.a-note-has-at-most', { LONGEST_NOTE });
  if (!action || Object.keys(problems).length) throw new InvalidInput(Object.values(problems).join(' '), problems);
  const latest = form.get('latest');
  return {
    action,
    reason: action === 'dismiss' ? reason : null,
    note,
    evidenceHash: form.get('evidence') ?? '',
    expectedLatestId: latest ? Number(latest) : null,
  };
}
