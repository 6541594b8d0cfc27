import type { Context } from '../context.ts';
import { audit, countingAudit } from '../db/audit.ts';
import type { Answer, PageRequest, Route } from './handler.ts';

/**
 * Asks a page for its answer. Whatever somebody signed in changes leaves a line in the audit log: a page that writes
 * none itself gets one that says which form was sent, by whom, with which fields filled (their names alone).
 */
export async function answerOf(context: Context, route: Route, request: PageRequest): Promise<Answer> {
  const { user, form, path } = request;
  if (route.method !== 'POST' || route.keepsNothing || !user) return route.handler(context, request);
  const { result, lines } = await countingAudit(() => route.handler(context, request));
  const isRefused = 'status' in result && (result.status ?? 200) >= 400;
  if (lines === 0 && !isRefused) {
    const fields = [...new Set(form.keys())].filter((name) => name !== '_csrf');
    const line = { at: context.now(), userId: user.id, action: `form ${route.path}`, subject: path };
    await audit(context.db, { ...line, detail: { fields } });
  }
  return result;
}
