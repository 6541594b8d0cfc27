import type { Context } from '../../context.ts';
import { documentVersions } from '../../db/documents/document-list.ts';
import { getDocument } from '../../db/documents/stored-documents.ts';
import { addCorrections } from '../../db/ledger/corrections.ts';
import { factsOfDocument } from '../../db/ledger/facts.ts';
import type { User } from '../../db/people/users.ts';
import type { StoredDocument } from '../../model/document.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { FACT_TYPES, type FactType } from '../../model/fact.ts';
import { paths } from '../../model/paths.ts';
import { labels, t } from '../../words/speak.ts';
import { missedFacts, unstated } from '../forms/correction.ts';
import type { Answer, Handler } from '../handler.ts';
import { certaintyField, correctionFields, factSentence } from '../present/correction.ts';

const WHAT: Record<FactType, string> = labels('fact-kind');
const SHOWN: readonly FactType[] = ['amount', 'deal', 'term', 'scrutiny'];

/** The form for a fact that the reader missed: what it is, who, and the words of the document that prove it. */
export const factAdd: Handler = async (context, { params, query }) => {
  return formFor(await documentOf(context, params.id), whatIn(query), query, {});
};

/** Keeps a fact that a person found, with its words and the reason; it counts like what was read, and before it. */
export const factKeep: Handler = async (context, { params, form, user }) => {
  const document = await documentOf(context, params.id);
  const what = whatIn(form);
  const by = { reason: form.get('reason') ?? '', userId: (user as User).id, now: context.now() };
  try {
    const facts = missedFacts(what, document, await factsOfDocument(context.db, document.id), form);
    const missed = facts.map((replacement) => ({ original: null, replacement }));
    await addCorrections(context.db, missed, by);
    context.wake?.();
    const told = facts.map(factSentence).join('; ');
    return {
      redirect: paths.document(document.id),
      notice: t('correct.added-the-ledger-is-put', { told }),
    };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { ...formFor(document, what, form, { ...error.fields, form: error.message }), status: 422 };
  }
};

/** The document, when what is stated in it counts. */
async function documentOf({ db }: Context, id = ''): Promise<StoredDocument> {
  const document = await getDocument(db, id);
  if (!document) throw new NotFound(t('correct.there-is-no-such-document'));
  const isReplaced = (await documentVersions(db, id)).some((one) => one.id === id && !one.isCurrent);
  if (document.duplicateOf || isReplaced) {
    throw new NotFound(t('correct.another-text-stands-for-this'));
  }
  return document;
}

const whatIn = (given: URLSearchParams): FactType => FACT_TYPES.find((one) => one === given.get('what')) ?? 'amount';

function formFor(
  document: StoredDocument,
  what: FactType,
  given: URLSearchParams,
  problems: Readonly<Record<string, string>>,
): Extract<Answer, { view: string }> {
  const typed = new URLSearchParams({ value: '', ...Object.fromEntries(given) });
  const fields = correctionFields(unstated(what, document.id), typed, problems);
  const needsDeal = what === 'amount' || what === 'term';
  const kept = Object.fromEntries(['words', 'acquirer', 'target'].map((name) => [name, given.get(name) ?? '']));
  const data = {
    document: { title: document.title, link: paths.document(document.id), lang: document.language },
    action: paths.addFact(document.id).replace(/\?$/, ''),
    what,
    tabs: SHOWN.map((one) => ({
      label: WHAT[one],
      current: one === what,
      link: paths.addFact(document.id, { what: one, ...kept }),
    })),
    fields: needsDeal ? [...fields, certaintyField(typed, problems)] : fields,
    paragraphs: document.text.split(/\n{2,}/),
    words: { value: given.get('words') ?? '', problem: problems.words ?? null },
    reason: { value: given.get('reason') ?? '', problem: problems.reason ?? null },
    problem: problems.form ?? null,
  };
  return { view: 'fact-add', title: t('correct.add-a-fact'), data };
}
