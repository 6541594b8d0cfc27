import { InvalidInput } from '../../model/errors.ts';
import { DECISIONS, type DecisionAction, DISMISSAL_REASONS, type DismissalReason } from '../../model/flag.ts';

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
  if (!action) problems.action = 'Choose what to do: confirm, dismiss, watch or escalate.';
  if (action === 'dismiss' && !reason) problems.reason = 'Choose the reason of the dismissal.';
  if (action === 'dismiss' && reason === 'other' && !note) problems.note = 'Say in a note what the other reason is.';
  if (note && note.length > LONGEST_NOTE) problems.note = `A note has at most ${LONGEST_NOTE} characters.`;
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
