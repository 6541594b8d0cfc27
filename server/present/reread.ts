import type { FieldChange } from '../../db/documents/fact-differences.ts';
import type { ProposedChange, Rereading } from '../../db/documents/proposed-readings.ts';
import type { PairFlags, RereadDocument } from '../../db/documents/rereadings.ts';
import type { RuleId } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { formatInstant } from '../../words/format.ts';
import { RULE_SHORT_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { FlagChange } from '../reading/reread-flags.ts';
import { factSentence } from './correction.ts';

/** What the page about reading anew says; every word decided here. */

/** Takes a document that is read otherwise than before; gives its line and one line for each difference. */
export function rereadLine({ from, to, readAt, ...document }: RereadDocument) {
  return { ...proposedLine(document), read: t('quality.version', { from, to, readAt: formatInstant(readAt) }) };
}

/** The same for a document that would be read otherwise. */
export function proposedLine({ documentId, title, publisher, changes }: ProposedChange) {
  return {
    title,
    publisher,
    link: paths.document(documentId),
    changes: changes.map((change) => ({
      before: change.before ? factSentence(change.before) : t('frame.nothing'),
      after: change.after ? factSentence(change.after) : t('quality.nothing-any-more'),
      deal: change.pairId ? paths.deal(change.pairId) : null,
    })),
  };
}

/** How many documents have been compared, and how many of them are read otherwise. */
export function comparedSoFar({ compared, otherwise }: Pick<Rereading, 'compared' | 'otherwise'>): string {
  return t('quality.compared-so-far', { compared, otherwise });
}

/** What a newer reader has found: all of it, or that it is still at work. */
export function proposalWords(
  { version, state, compared, otherwise }: Rereading,
  facts: { come: number; gone: number; other: number },
): string {
  if (state === 'comparing') return t('quality.being-compared', { version });
  return t('quality.reads-otherwise', {
    ...{ version, otherwise, ...facts },
    documents: t('quality.documents-read-before', { n: compared }),
  });
}

/** One version of the reader: what was found, what was decided, and what can still be decided. */
export function versionLine(one: Rereading, { isNewest, left }: { isNewest: boolean; left: number }) {
  const { id, version, state, compared, otherwise, decidedAt, decidedBy } = one;
  const words = {
    comparing: t('quality.decided-comparing'),
    ready: t('quality.decided-ready'),
    accepted: t('quality.decided-accepted'),
    rejected: t('quality.decided-rejected'),
  };
  return {
    ...{ id, version, state, words: words[state] },
    found: comparedSoFar({ compared, otherwise }),
    decided: decidedAt ? [formatInstant(decidedAt), decidedBy].filter(Boolean).join(', ') : '',
    left: left > 0 ? t('quality.being-put-in-force', { n: left }) : null,
    again: isNewest && otherwise > 0 && (state === 'accepted' || state === 'rejected'),
  };
}

/** How many facts went, came, and say something else than before. */
export function countChanges(changes: readonly FieldChange[]) {
  return {
    gone: changes.filter(({ after }) => after === null).length,
    come: changes.filter(({ before }) => before === null).length,
    other: changes.filter(({ before, after }) => before !== null && after !== null).length,
  };
}

/** Takes all differences; gives one line for each pair that they speak of, the most changed first. */
export function pairLines(
  changes: readonly FieldChange[],
  flags: ReadonlyMap<string, PairFlags>,
  moved: ReadonlyMap<string, FlagChange>,
) {
  const byPair = new Map<string, FieldChange[]>();
  for (const change of changes) {
    if (change.pairId) byPair.set(change.pairId, [...(byPair.get(change.pairId) ?? []), change]);
  }
  const lines = [...byPair].map(([id, own]) => ({
    ...pairWords(id, flags.get(id)),
    ...countChanges(own),
    ...screenWords(moved.get(id)),
  }));
  const size = ({ gone, come, other }: (typeof lines)[number]) => gone + come + other;
  return lines.sort((a, b) => size(b) - size(a) || (a.pair < b.pair ? -1 : 1));
}

/** The screens that this reading raised and dropped on a pair, by name. */
function screenWords(moved: FlagChange | undefined) {
  const names = (rules: readonly RuleId[] = []) => rules.map((rule) => RULE_SHORT_LABELS[rule]);
  return { raised: names(moved?.raised), dropped: names(moved?.gone) };
}

/** Pairs changed, and flags raised and dropped on them. */
export function countFlagChanges(moved: ReadonlyMap<string, FlagChange>) {
  const sum = (of: 'raised' | 'gone') => [...moved.values()].reduce((all, one) => all + one[of].length, 0);
  return { pairs: moved.size, raised: sum('raised'), dropped: sum('gone') };
}

function pairWords(id: string, known: PairFlags | undefined) {
  if (!known) return { pair: id, link: null, flags: t('quality.no-longer-on-record') };
  const { acquirer, target, flags, toReview } = known;
  const words =
    flags === 0
      ? t('quality.no-flag')
      : t('quality.to-review', { value: t('quality.flags-small', { n: flags }), toReview });
  return { pair: `${acquirer} → ${target}`, link: paths.deal(id), flags: words };
}
