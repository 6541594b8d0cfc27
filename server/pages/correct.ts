import type { Context } from '../../context.ts';
import { getDocuments } from '../../db/documents/stored-documents.ts';
import { addCorrections, undoCorrection } from '../../db/ledger/corrections.ts';
import { factsByIds, factsOfDocument } from '../../db/ledger/facts.ts';
import type { User } from '../../db/people/users.ts';
import { pairId } from '../../model/company.ts';
import type { StoredDocument } from '../../model/document.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import type { Fact } from '../../model/fact.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import { correctedFact } from '../forms/correction.ts';
import type { Answer, Handler } from '../handler.ts';
import { ownPath } from '../own-path.ts';
import { Citations } from '../present/citations.ts';
import { correctionFields, factSentence } from '../present/correction.ts';

/** More documents than this telling one sum are corrected in several goes. */
const MOST_FACTS = 30;

interface Subject {
  facts: Fact[];
  documents: Map<string, StoredDocument>;
}

/** The form that corrects one fact, or one sum or step that several documents tell alike. */
export const correctShow: Handler = async (context, { params, query }) => {
  const subject = await subjectOf(context, (params.facts ?? '').split(','));
  return formFor(subject, null, {}, query.get('next'));
};

/** Keeps what the person states, with the reason; the machine's reading stays on record beside it. */
export const correctKeep: Handler = async (context, { form, user }) => {
  const subject = await subjectOf(context, form.getAll('fact'));
  const by = { reason: form.get('reason') ?? '', userId: (user as User).id, now: context.now() };
  try {
    const corrections = subject.facts.map((original) => ({
      original,
      replacement: form.get('action') === 'withdraw' ? null : correctedIn(subject, original, form),
    }));
    await addCorrections(context.db, corrections, by);
    context.wake?.();
    const stated = corrections[0]?.replacement ?? null;
    return { redirect: afterwards(form, subject, stated), notice: noticeFor(corrections.length, stated) };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { ...formFor(subject, form, { ...error.fields, form: error.message }, form.get('next')), status: 422 };
  }
};

/** Takes a correction back. */
export const correctUndo: Handler = async (context, { params, form, user }) => {
  const by = { userId: (user as User).id, now: context.now() };
  await undoCorrection(context.db, Number(params.id), by);
  context.wake?.();
  return { redirect: ownPath(form.get('next')), notice: t('correct.taken-back-what-was-read') };
};

async function subjectOf({ db }: Context, ids: readonly string[]): Promise<Subject> {
  const facts = await factsByIds(db, [...new Set(ids)].slice(0, MOST_FACTS));
  const [first] = facts;
  if (!first || facts.some((fact) => fact.type !== first.type)) {
    throw new NotFound(t('correct.there-is-no-such-fact'));
  }
  const counting: Fact[] = [];
  for (const fact of facts) {
    if ((await factsOfDocument(db, fact.documentId)).some(({ id }) => id === fact.id)) counting.push(fact);
  }
  if (counting.length === 0) throw new NotFound(t('correct.this-fact-no-longer-counts'));
  const documents = await getDocuments(
    db,
    counting.map((fact) => fact.documentId),
  );
  return { facts: counting, documents: new Map(documents.map((document) => [document.id, document])) };
}

/** One form speaks for several facts: what it leaves as the first one has it, each of the others keeps as its own. */
function correctedIn({ documents, facts }: Subject, original: Fact, form: URLSearchParams): Fact {
  const own = new URLSearchParams(form);
  if (facts.length > 1) {
    const first = new Map(correctionFields(facts[0] as Fact, null, {}).map(({ name, value }) => [name, value]));
    for (const { name, value } of correctionFields(original, null, {})) {
      if (form.get(name) === first.get(name)) own.set(name, value);
    }
    // Words are chosen for one document at a time.
    own.delete('words');
  }
  return correctedFact(original, documents.get(original.documentId) as StoredDocument, own);
}

/** Back where the person came from; to the other pair's dossier when the parties were wrong. */
function afterwards(form: URLSearchParams, { facts }: Subject, stated: Fact | null): string {
  const moved = stated && pairOf(stated) !== pairOf(facts[0] as Fact) ? pairOf(stated) : null;
  return moved ? paths.deal(moved) : ownPath(form.get('next'));
}

const pairOf = (fact: Fact) => (fact.acquirer && fact.target ? pairId(fact.acquirer, fact.target) : null);

function noticeFor(count: number, stated: Fact | null): string {
  const where = count === 1 ? '' : ` ${t('correct.in-documents', { n: count })}`;
  const said = stated
    ? t('correct.corrected', { where, stated: factSentence(stated) })
    : t('correct.set-aside-it-is-not', { where });
  return t('correct.the-ledger-is-put-together', { said });
}

function formFor(
  { facts, documents }: Subject,
  typed: URLSearchParams | null,
  problems: Readonly<Record<string, string>>,
  next: string | null,
): Extract<Answer, { view: string }> {
  const first = facts[0] as Fact;
  const citations = new Citations(facts, [...documents.values()]);
  const data = {
    read: factSentence(first),
    facts: facts.map((fact) => fact.id),
    fields: correctionFields(first, typed, problems),
    quotes: facts.flatMap((fact) => citations.passagesFor([fact.id], 1)),
    words:
      facts.length === 1
        ? { value: typed?.get('words') ?? first.evidence[0]?.quote ?? '', problem: problems.words ?? null }
        : null,
    reason: { value: typed?.get('reason') ?? '', problem: problems.reason ?? null },
    problem: problems.form ?? null,
    next: ownPath(next),
  };
  return { view: 'correct', title: t('correct.correct-a-reading'), data };
}
