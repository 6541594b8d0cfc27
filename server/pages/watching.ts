import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../../context.ts';
import { readinessProblems } from '../../db/readiness.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { metricsOf } from '../metrics.ts';
import { Refusal } from '../refusal.ts';

/** The process lives and answers. A program that gets nothing here starts it again. */
export const healthz: Handler = async () => ({
  text: `${t('alerts.ok')}
`,
  type: 'text/plain',
});

/** Ready for people: the database answers, is up to date, and there is room to write. 503 and why when not. */
export const readyz: Handler = async (context) => {
  const problems = await problemsOf(context);
  return {
    json: { status: problems.length ? t('alerts.not-ready') : 'ready', problems },
    status: problems.length ? 503 : 200,
  };
};

async function problemsOf({ db, log }: Context): Promise<string[]> {
  try {
    return await readinessProblems(db);
  } catch (error) {
    log.error({ err: error }, 'not ready: the database does not answer');
    return [t('alerts.the-database-does-not-answer')];
  }
}

/** Numbers for Prometheus: for the program that knows METRICS_TOKEN, and for administrators. */
export const metrics: Handler = async (context, { user, from }) => {
  const token = context.config.METRICS_TOKEN;
  const isKnown = token !== null && from.bearer !== null && same(from.bearer, token);
  if (!isKnown && user?.role !== 'admin') {
    throw new Refusal(401, t('alerts.not-for-strangers'), t('alerts.send-metrics-token-as-a'));
  }
  const { text, type } = metricsOf(context);
  return { text: await text(), type };
};

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
