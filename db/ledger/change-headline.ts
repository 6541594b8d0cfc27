import { formatSum } from '../../model/amount.ts';
import { formatDay } from '../../model/day.ts';
import { KIND_LABELS, ROLE_LABELS, RULE_LABELS, SEVERITY_LABELS, STATUS_LABELS } from '../../model/labels.ts';
import type { Change } from './changes.ts';

/** A change in one line of words, with the facts that prove it: for briefings and feeds. */
export function changeHeadline(change: Change): { headline: string; factIds: string[] } {
  switch (change.kind) {
    case 'flag':
    case 'reopened': {
      const { flag, rule, severity } = change;
      const again = change.kind === 'reopened' ? ', reopened by new evidence' : '';
      const headline = `${RULE_LABELS[rule]}, ${SEVERITY_LABELS[severity]}${again}: ${flag.why}`;
      return { headline, factIds: flag.for.flatMap((fact) => fact.factIds) };
    }
    case 'scrutiny': {
      const { authority, step } = change;
      const stage = step.stage && step.stage !== STATUS_LABELS[step.status] ? ` (${step.stage})` : '';
      const day = step.date ? `, ${formatDay(step.date)}` : ', undated';
      return { headline: `${authority}: ${STATUS_LABELS[step.status]}${stage}${day}`, factIds: step.factIds };
    }
    case 'event': {
      const { event, dealKind } = change;
      const { value, currency } = event;
      const sum = value === null || currency === null ? 'A sum not known' : formatSum({ ...event, value, currency });
      const talk = event.certainty === 'reported' ? ', reported' : '';
      const day = event.date ? `, ${formatDay(event.date)}` : '';
      return {
        headline: `${sum} ${ROLE_LABELS[event.role]} (${KIND_LABELS[dealKind]})${day}${talk}`,
        factIds: event.factIds,
      };
    }
    case 'pair':
      return { headline: 'New deal', factIds: [] };
  }
}
