import type { Context } from '../context.ts';
import { queueMail } from '../db/going-out/alerts.ts';
import {
  dueReportSchedules,
  hasDueReport,
  moveReportSchedule,
  type ReportSchedule,
} from '../db/going-out/report-schedules.ts';
import { freezeReport, getReport, type ReportWish } from '../db/going-out/report-snapshots.ts';
import { reportTemplate } from '../db/going-out/report-templates.ts';
import { deliverySettings } from '../db/going-out/subscriptions.ts';
import { getPair } from '../db/ledger/ledger.ts';
import { inTransaction } from '../db/open.ts';
import { endReportPath } from '../db/people/link-tokens.ts';
import { getUser } from '../db/people/users.ts';
import { EXTRACTOR_VERSION } from '../extract/version.ts';
import { formatDay } from '../model/day.ts';
import { formatLocal, nextReportDue, reportPeriod } from '../model/local-time.ts';
import { paths } from '../model/paths.ts';
import { filterWords, usualTitle } from '../model/report-words.ts';
import { PROGRAM_VERSION } from '../model/version.ts';
import { fileNameOf } from '../reports/render.ts';
import { type ReportMail, reportMail } from '../reports/report-mail.ts';
import { RULES_VERSION } from '../rules/index.ts';
import { baseUrl } from './alert-compose.ts';
import { sentenceOf } from './failure.ts';
import { breathe, type Job } from './job.ts';

/** Freezes what people get on a schedule and puts the mail that brings it into the outbox. */
export const report: Job = {
  name: 'report',
  about: 'Makes the reports that people get on a schedule, and writes the mails that bring them.',
  everySeconds: 60,
  limitSeconds: 600,
  wakes: ['alert'],
  hasWork: ({ db, now }) => hasDueReport(db, now()),
  async run(context, run) {
    const counts = { made: 0, failed: 0 };
    for (const schedule of await dueReportSchedules(context.db, context.now())) {
      if (run.signal.aborted) break;
      const problem = await makeOne(context, schedule);
      counts[problem ? 'failed' : 'made'] += 1;
      if (problem) run.warn(`The report by mail no. ${schedule.id} was not made: ${problem}`);
      await breathe();
    }
    return counts;
  },
};

/** One report, frozen, mailed and moved on together or not at all; gives null, or why not. Its turn is over either way. */
async function makeOne(context: Context, schedule: ReportSchedule): Promise<string | null> {
  const { db, now } = context;
  const settings = await deliverySettings(db, schedule.userId);
  const nextDueAt = nextReportDue(now(), schedule.cadence, settings);
  const moved = (error: string | null) => ({ now: now(), nextDueAt, error });
  try {
    await inTransaction(db, async (trx) => {
      await mailIt({ ...context, db: trx }, schedule, settings.timeZone);
      await moveReportSchedule(trx, schedule.id, moved(null));
    });
    return null;
  } catch (cause) {
    context.log.warn({ schedule: schedule.id, err: cause }, 'a report by mail could not be made');
    await moveReportSchedule(db, schedule.id, moved(sentenceOf(cause)));
    return sentenceOf(cause);
  }
}

async function mailIt(context: Context, schedule: ReportSchedule, timeZone: string): Promise<void> {
  const { db, now } = context;
  const user = await getUser(db, schedule.userId);
  if (!user) return;
  const wish = await wishOf(context, schedule, timeZone);
  const snapshot = await freezeReport(db, wish);
  const { entries } = await getReport(db, snapshot);
  const unsubscribe = `${baseUrl(context)}${await endReportPath(db, user.id, schedule.id)}`;
  const letter: ReportMail = {
    title: wish.title,
    lines: linesOf(wish, entries.length),
    link: `${baseUrl(context)}${paths.report(snapshot)}`,
    file: fileNameOf(wish.kind, snapshot, schedule.format),
    settings: `${baseUrl(context)}${paths.reports()}`,
    unsubscribe,
    written: formatLocal(now(), timeZone),
    root: context.config.root,
  };
  await queueMail(db, {
    key: `report ${schedule.id} ${schedule.nextDueAt}`,
    to: user.email,
    userId: user.id,
    ...(await reportMail(letter)),
    unsubscribe,
    attachments: [{ snapshot, format: schedule.format }],
    now: now(),
  });
}

async function wishOf({ db, now }: Context, schedule: ReportSchedule, timeZone: string): Promise<ReportWish> {
  const { kind, pairId, query, cadence, userId } = schedule;
  const period = kind === 'briefing' ? reportPeriod(schedule.nextDueAt, cadence, timeZone) : { from: null, to: null };
  const pair = pairId ? await getPair(db, pairId) : null;
  const names = pair && `${pair.pair.acquirer} → ${pair.pair.target}`;
  const template = await reportTemplate(db, kind);
  return {
    kind,
    title: names ? `Dossier: ${names}` : usualTitle(kind, pairId, period.from, period.to),
    filter: names ? `the deal ${names}` : filterWords(pairId, query),
    query,
    ...period,
    screens: RULES_VERSION,
    reader: EXTRACTOR_VERSION,
    program: PROGRAM_VERSION,
    pairId,
    createdBy: userId,
    ...template,
    now: now(),
  };
}

function linesOf({ filter, from, to }: ReportWish, deals: number): string[] {
  const period = from && to ? (from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`) : null;
  const count = deals === 1 ? '1 deal' : deals === 0 ? 'no deal' : `${deals} deals`;
  const quiet = period && deals === 0 ? ['Nothing changed in the sources that were read.'] : [];
  return [...(period ? [`Period: ${period}.`] : []), `Filter: ${filter}; ${count}.`, ...quiet];
}
