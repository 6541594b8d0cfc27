import type { Context } from '../../context.ts';
import { API_SCOPES, type ApiScope, apiTokensOf, createApiToken, revokeApiToken } from '../../db/people/api-tokens.ts';
import type { User } from '../../db/people/users.ts';
import { addMs, type Instant } from '../../model/day.ts';
import { paths } from '../../model/paths.ts';
import { formatInstant } from '../../words/format.ts';
import { labels, t } from '../../words/speak.ts';
import type { Handler, PageRequest, ViewAnswer } from '../handler.ts';

const DAY_MS = 86_400_000;
const DAYS = ['30', '90', '365'];
const SCOPE_LABELS: Record<ApiScope, string> = labels('token-scope');

/** The person's tokens for programs, and the form for another one. */
export const tokenList: Handler = (context, request) => page(context, request, {}, null);

/** Makes a token, shown this once. */
export const tokenAdd: Handler = async (context, request) => {
  const { db, now } = context;
  const { form } = request;
  const name = (form.get('name') ?? '').trim().slice(0, 100);
  const scopes = API_SCOPES.filter((scope) => form.getAll('scope').includes(scope));
  const days = DAYS.find((known) => known === form.get('days')) ?? '90';
  const problems: Record<string, string> = {
    ...(name ? {} : { name: t('account.give-it-a-name') }),
    ...(scopes.length ? {} : { scope: t('account.choose-what-it-may-do') }),
  };
  if (Object.keys(problems).length) return { ...(await page(context, request, problems, null)), status: 422 };
  const expiresAt = addMs(now(), Number(days) * DAY_MS);
  const secret = await createApiToken(db, { userId: (request.user as User).id, name, scopes, expiresAt, now: now() });
  return page(context, request, {}, { name, secret });
};

/** Ends a token. */
export const tokenRevoke: Handler = async ({ db, now }, { params, user }) => {
  const id = /^[1-9]\d{0,9}$/.test(params.id ?? '') ? Number(params.id) : 0;
  const ended = await revokeApiToken(db, id, (user as User).id, now());
  return {
    redirect: paths.tokens(),
    notice: ended ? t('account.the-token-opens-nothing-any') : t('account.it-had-ended-before'),
  };
};

async function page(
  { db, now }: Context,
  request: PageRequest,
  problems: Readonly<Record<string, string>>,
  made: { name: string; secret: string } | null,
): Promise<ViewAnswer> {
  const data = {
    made,
    tokens: (await apiTokensOf(db, (request.user as User).id)).map((token) => ({
      id: token.id,
      name: token.name,
      scopes: token.scopes.map((scope) => SCOPE_LABELS[scope]).join(', '),
      used: token.lastUsedAt ? formatInstant(token.lastUsedAt) : t('time.never'),
      state: stateOf(token, now()),
      open: stateOf(token, now()).startsWith('until'),
    })),
    scopes: API_SCOPES.map((value) => ({ value, label: SCOPE_LABELS[value] })),
    days: DAYS.map((value) => ({ value, label: t('account.days', { value }) })),
    form: { name: made ? '' : (request.form.get('name') ?? '').slice(0, 100) },
    problems,
    lines: Object.entries(problems).map(([field, sentence]) => ({ field, sentence })),
  };
  return { view: 'tokens', title: t('account.tokens-for-programs'), data };
}

function stateOf(
  { revokedAt, expiresAt }: { revokedAt: Instant | null; expiresAt: Instant | null },
  now: Instant,
): string {
  if (revokedAt) return t('account.ended', { revokedAt: formatInstant(revokedAt) });
  if (expiresAt && expiresAt <= now) return t('account.ran-out', { expiresAt: formatInstant(expiresAt) });
  return expiresAt ? t('account.until', { expiresAt: formatInstant(expiresAt) }) : t('account.until-you-end-it');
}
