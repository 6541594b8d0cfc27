import type { Context } from '../../context.ts';
import { type CaseRow, decideCase, getCase, waitingCases } from '../../db/sources/cases.ts';
import { sameGroup } from '../../model/company.ts';
import type { PartialDay } from '../../model/day.ts';
import { InvalidInput } from '../../model/errors.ts';
import { webLink } from '../../model/link.ts';
import { paths } from '../../model/paths.ts';
import { formatDay } from '../../words/format.ts';
import { AUTHORITY_NAMES } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Handler, PageRequest, ViewAnswer } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';

const SHOWN = 50;
const LONGEST_NAME = 120;

/** What was filled in for one case, when it could not be taken. */
interface Filled {
  authority: string;
  caseRef: string;
  acquirer: string;
  target: string;
  problems: Readonly<Record<string, string>>;
}

/** Cases of authorities that look like AI and Big Tech and belong to no pair yet: a person says to which, or to none. */
export const caseList: Handler = (context, request) => casesPage(context, request, null);

/** Ties a case to a pair, or puts it aside. */
export const caseDecide: Handler = async (context, request) => {
  const { db, now } = context;
  const filled = formOf(request.form);
  const by = { userId: request.user?.id ?? 0, now: now() };
  if (request.form.get('do') === 'aside') {
    await decideCase(db, filled, { decision: 'aside', note: null }, by);
    return { redirect: paths.cases(), notice: t('sources.is-put-aside', { caseRef: filled.caseRef }) };
  }
  const problems = problemsOf(filled);
  if (Object.keys(problems).length) {
    await getCase(db, filled);
    return casesPage(context, request, { ...filled, problems });
  }
  const { acquirer, target } = filled;
  await decideCase(db, filled, { decision: 'match', acquirer, target, note: null }, by);
  const notice = t('sources.now-belongs-to-and-its', { caseRef: filled.caseRef, acquirer, target });
  return { redirect: paths.cases(), notice };
};

function formOf(form: URLSearchParams): Filled {
  const field = (name: string, longest: number) => (form.get(name) ?? '').trim().slice(0, longest);
  const [authority, caseRef] = [field('authority', 40), field('caseRef', 300)];
  if (!authority || !caseRef) throw new InvalidInput(t('sources.say-which-case'));
  const [acquirer, target] = [field('acquirer', LONGEST_NAME), field('target', LONGEST_NAME)];
  return { authority, caseRef, acquirer, target, problems: {} };
}

function problemsOf({ acquirer, target }: Filled): Record<string, string> {
  const problems: Record<string, string> = {};
  if (!acquirer) problems.acquirer = t('sources.name-who-buys-invests-or');
  if (!target) problems.target = t('sources.name-the-other-side');
  if (acquirer && target && sameGroup(acquirer, target)) problems.target = t('sources.both-names-belong-to-one');
  return problems;
}

async function casesPage({ db }: Context, { user }: PageRequest, filled: Filled | null): Promise<ViewAnswer> {
  const { cases, total } = await waitingCases(db, SHOWN);
  const data = {
    cases: cases.map((one, n) => caseWords(one, n, filled)),
    standfirst: standfirst(total),
    mayDecide: user !== null && mayUse({ role: 'analyst' }, user.role),
  };
  const status = filled ? { status: 422 } : {};
  return { view: 'case-list', title: t('sources.cases-without-a-pair'), data, ...status };
}

function standfirst(total: number): string {
  if (total === 0) return t('sources.every-case-that-looks-like');
  const those = t('sources.cases-look', { n: total });
  const shown = total > SHOWN ? ` ${t('sources.the-that-changed-last-are', { SHOWN })}` : '';
  return t('sources.like-ai-and-big-tech', { those, shown });
}

function caseWords(one: CaseRow, n: number, filled: Filled | null) {
  const isFilled = filled?.authority === one.authority && filled.caseRef === one.caseRef;
  const [first, ...others] = one.parties;
  return {
    id: `case-${n}`,
    authority: one.authority,
    authorityName: AUTHORITY_NAMES[one.authority] ?? one.authority,
    caseRef: one.caseRef,
    title: one.title,
    link: webLink(one.url),
    relevance: one.relevance,
    state: [one.state, one.outcome].filter(Boolean).join(', '),
    opened: one.opened ? formatDay(one.opened as PartialDay) : '',
    acquirer: isFilled ? filled.acquirer : (one.acquirer ?? first ?? ''),
    target: isFilled ? filled.target : (one.target ?? others.at(-1) ?? ''),
    problems: isFilled ? filled.problems : {},
  };
}
