import { addReportSchedule, endReportSchedule, reportSchedulesOf } from '../../db/going-out/report-schedules.ts';
import { deliverySettings } from '../../db/going-out/subscriptions.ts';
import { getPair } from '../../db/ledger/ledger.ts';
import type { User } from '../../db/people/users.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { nextReportDue } from '../../model/local-time.ts';
import { paths } from '../../model/paths.ts';
import { REPORT_CADENCES, REPORT_FORMATS, REPORT_KINDS } from '../../model/report.ts';
import { formatInstant } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import { whatOf } from '../forms/report-wish.ts';
import type { Handler } from '../handler.ts';
import { listPage } from './reports.ts';

/** Mails beyond so many would read like a newspaper. */
const MOST_SCHEDULES = 20;

/** Has the person mailed a report on a schedule. */
export const scheduleAdd: Handler = async (context, request) => {
  const { db, now } = context;
  const { form } = request;
  const userId = (request.user as User).id;
  try {
    const problems: Record<string, string> = {};
    const kind = REPORT_KINDS.find((known) => known === form.get('kind'));
    if (!kind) problems.kind = t('reports.choose-a-kind-of-report');
    const { pairId, query } = whatOf(kind, form, problems);
    if (pairId && !(await getPair(db, pairId))) problems.value = t('reports.there-is-no-such-deal');
    const cadence = REPORT_CADENCES.find((known) => known === form.get('cadence'));
    if (!cadence) problems.cadence = t('reports.choose-how-often');
    const format = REPORT_FORMATS.find((known) => known === form.get('format'));
    if (!format) problems.format = t('reports.choose-a-format');
    const before = await reportSchedulesOf(db, userId);
    if (before.length >= MOST_SCHEDULES) problems.kind = t('reports.at-most-at-a-time', { MOST_SCHEDULES });
    if (!kind || !cadence || !format || Object.keys(problems).length)
      throw new InvalidInput(t('reports.correct-it'), problems);
    const nextDueAt = nextReportDue(now(), cadence, await deliverySettings(db, userId));
    await addReportSchedule(db, { userId, kind, pairId, query, format, cadence, nextDueAt, now: now() });
    return {
      redirect: `${paths.reports()}#mail`,
      notice: t('reports.the-first-comes', { nextDueAt: formatInstant(nextDueAt) }),
    };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { ...(await listPage(context, request, error.fields)), status: 422 };
  }
};

/** Ends one of the person's own. */
export const scheduleEnd: Handler = async ({ db, now }, { params, user }) => {
  const id = /^[1-9]\d{0,9}$/.test(params.id ?? '') ? Number(params.id) : 0;
  if (!(await endReportSchedule(db, id, (user as User).id, now())))
    throw new NotFound(t('reports.you-get-no-such-report'));
  return { redirect: `${paths.reports()}#mail`, notice: t('reports.that-report-comes-no-more') };
};
