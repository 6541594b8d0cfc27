import type { Context } from '../../context.ts';
import { reportSchedulesOf } from '../../db/going-out/report-schedules.ts';
import { freezeReport, gatherAgain, getReport, listReports, MOST_PAIRS } from '../../db/going-out/report-snapshots.ts';
import { reportTemplate } from '../../db/going-out/report-templates.ts';
import { getPair } from '../../db/ledger/ledger.ts';
import type { User } from '../../db/people/users.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { REPORT_CADENCES, REPORT_FORMATS, REPORT_KINDS } from '../../model/report.ts';
import { movedSince } from '../../reports/compare.ts';
import { FORMATS, fileNameOf } from '../../reports/render.ts';
import { renderApart } from '../../reports/render-thread.ts';
import { reportDocument } from '../../reports/report-content.ts';
import { formatInstant, formatNumber } from '../../words/format.ts';
import { t } from '../../words/speak.ts';
import { reportWishIn } from '../forms/report-wish.ts';
import type { Handler, PageRequest, ViewAnswer } from '../handler.ts';
import { CADENCE_LABELS, REPORT_KIND_LABELS, reportScheduleSentence } from '../words/report-schedule.ts';

const SHOWN = 50;

/** What was frozen, and the form for another one. */
export const reportList: Handler = (context, request) => listPage(context, request, {});

/** Freezes a report as the ledger stands, and goes to its page. */
export const reportMake: Handler = async (context, request) => {
  const { db, now } = context;
  try {
    const wish = reportWishIn(request.form, now(), (request.user as User).id);
    const pair = wish.pairId ? await getPair(db, wish.pairId) : null;
    if (wish.pairId && !pair)
      throw new InvalidInput(t('reports.no-such-deal'), { value: t('reports.there-is-no-such-deal') });
    const named = pair && !request.form.get('title')?.trim();
    const title = named ? t('reports.dossier', { acquirer: pair.pair.acquirer, target: pair.pair.target }) : wish.title;
    const { sections, cover, logo } = await reportTemplate(db, wish.kind);
    const filter = pair
      ? t('reports.the-deal', { acquirer: pair.pair.acquirer, target: pair.pair.target })
      : wish.filter;
    return { redirect: paths.report(await freezeReport(db, { ...wish, title, filter, sections, cover, logo })) };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { ...(await listPage(context, request, error.fields)), status: 422 };
  }
};

/** The page with both forms; `problems` of the one for a report now, or of the one for reports by mail. */
export async function listPage({ db }: Context, request: PageRequest, problems: Readonly<Record<string, string>>) {
  const schedules = await reportSchedulesOf(db, (request.user as User).id);
  const given = request.form.has('kind') ? request.form : request.query;
  const data = {
    reports: (await listReports(db, SHOWN)).map(({ id, about, createdAt, createdBy }) => ({
      id,
      link: paths.report(id),
      title: about.title,
      filter: about.filter,
      made: formatInstant(createdAt),
      by: createdBy ?? t('reports.the-schedule'),
    })),
    kinds: REPORT_KINDS.map((value) => ({ value, label: REPORT_KIND_LABELS[value] })),
    form: {
      kind: REPORT_KINDS.find((kind) => kind === given.get('kind')) ?? 'briefing',
      value: (given.get('value') ?? '').slice(0, 1000),
      title: (given.get('title') ?? '').slice(0, 160),
      from: (given.get('from') ?? '').slice(0, 10),
      to: (given.get('to') ?? '').slice(0, 10),
      cadence: given.get('cadence') ?? 'weekly',
      format: given.get('format') ?? 'docx',
    },
    onSchedule: given.has('cadence'),
    schedules: schedules.map((one) => ({
      id: one.id,
      sentence: reportScheduleSentence(one),
      next: formatInstant(one.nextDueAt),
      last:
        one.lastError ??
        (one.lastAt ? t('reports.made-small', { lastAt: formatInstant(one.lastAt) }) : t('reports.none-yet-small')),
    })),
    cadences: REPORT_CADENCES.map((value) => ({ value, label: CADENCE_LABELS[value] })),
    formats: REPORT_FORMATS.map((value) => ({ value, label: FORMATS[value].label })),
    most: formatNumber(MOST_PAIRS),
    problems,
    lines: Object.entries(problems).map(([field, sentence]) => ({ field, sentence })),
  };
  return { view: 'report-list', title: t('reports.reports'), data } satisfies ViewAnswer;
}

/** A frozen report: what is in it, its files, and whether the ledger has moved since. */
export const reportShow: Handler = async ({ db, now }, { params }) => {
  const id = idIn(params.id);
  const report = await getReport(db, id);
  const moved = movedSince(report, await gatherAgain(db, report));
  const { about, entries } = report;
  const document = reportDocument(report, id);
  const data = {
    id,
    title: about.title,
    subtitle: document.subtitle,
    colophon: document.colophon,
    sections: document.sections.map(({ title, level }) => ({ title, level })),
    notes: document.footnotes.length,
    deals: entries.length,
    files: REPORT_FORMATS.map((format) => ({ label: FORMATS[format].label, link: paths.reportFile(id, format) })),
    moved: moved.slice(0, 200),
    movedCount: moved.length,
    checked: formatInstant(now()),
    more: Math.max(0, moved.length - 200),
  };
  return { view: 'report-show', title: about.title, data };
};

/** A file of a frozen report, made anew from what was kept. */
export const reportFile: Handler = async ({ db }, { params }) => {
  const id = idIn(params.id);
  const format = REPORT_FORMATS.find((known) => known === params.format);
  if (!format) throw new NotFound(t('reports.there-is-no-such-format'));
  const report = await getReport(db, id);
  const body = await renderApart(report, id, format);
  const filename = fileNameOf(report.about.kind, id, format);
  return { download: { filename, type: FORMATS[format].type, body } };
};

function idIn(id: string | undefined): string {
  if (!id || !/^[0-9a-f]{16}$/.test(id)) throw new NotFound(t('reports.there-is-no-such-report'));
  return id;
}
