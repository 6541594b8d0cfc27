import type { CorrectedArticle } from '../../db/documents/corrected-articles.ts';
import { paths } from '../../model/paths.ts';
import type { Story, StorySource } from '../../model/story.ts';
import { formatDay, formatMoney } from '../../words/format.ts';
import { CERTAINTY_LABELS, KIND_LABELS, ROLE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { factSentence } from './correction.ts';
import { classWords } from './document-line.ts';

/** What the Stories page says of one happening; every word decided here. */

/** Takes a story; gives its line and its sources. */
export function storyLine(story: Story) {
  const { acquirer, target, pairId, date, latest, sources, voices } = story;
  return {
    acquirer,
    target,
    link: paths.deal(pairId),
    what: whatWords(story),
    date: date ? formatDay(date) : t('today.no-date-told'),
    latest: formatDay(latest),
    told: toldWords(sources, voices),
    isAlone: voices <= 1,
    sources: sources.map(sourceLine),
  };
}

function whatWords({ what }: Story): string {
  if (what.type === 'step') return `${what.authority}: ${what.stage}`;
  const kind = `${KIND_LABELS[what.kind]}${what.certainty === 'done' ? '' : ` (${CERTAINTY_LABELS[what.certainty]})`}`;
  if (what.type === 'deal') return t('today.no-sum-told', { kind });
  const sum =
    what.value === null ? t('today.sum-not-known') : formatMoney({ value: what.value, currency: what.currency ?? '' });
  return `${kind}: ${sum} ${ROLE_LABELS[what.role]}`;
}

/** "12 documents, 3 independent"; one alone says so. */
function toldWords(sources: readonly StorySource[], voices: number): string {
  if (sources.length === 1) return t('today.one-document');
  return t('today.documents-voices', { n: voices, documents: sources.length });
}

function sourceLine(source: StorySource) {
  const { documentId, title, publisher, day, agency, isCopy } = source;
  return {
    title,
    publisher,
    link: paths.document(documentId),
    date: formatDay(day),
    sourceClass: classWords(source),
    note: isCopy ? t('today.same-text') : agency && agency !== publisher ? t('today.after', { agency }) : null,
  };
}

/** Takes an article that was changed; gives what it said before and now, one line for each thing. */
export function correctedLine({ before, after, publisher, changes }: CorrectedArticle) {
  return {
    title: after.title,
    publisher,
    link: paths.document(after.documentId),
    earlier: paths.document(before.documentId),
    date: formatDay(after.fetchedAt.slice(0, 10) as Parameters<typeof formatDay>[0]),
    changes: changes.map((change) => ({
      before: change.before ? factSentence(change.before) : t('frame.nothing'),
      after: change.after ? factSentence(change.after) : t('today.nothing-any-more'),
      deal: change.pairId ? paths.deal(change.pairId) : null,
    })),
  };
}
