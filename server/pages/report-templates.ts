import { type ReportTemplate, reportTemplate, setReportTemplate } from '../../db/going-out/report-templates.ts';
import type { User } from '../../db/people/users.ts';
import { InvalidInput, NotFound } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import { REPORT_KINDS, type ReportKind } from '../../model/report.ts';
import { logoOf } from '../../reports/logo.ts';
import { SECTIONS } from '../../reports/report-content.ts';
import { labels, t } from '../../words/speak.ts';
import type { Handler, PageRequest, ViewAnswer } from '../handler.ts';
import { labelled } from '../present/selects.ts';
import { REPORT_KIND_LABELS } from '../words/report-schedule.ts';

const LONGEST_COVER = 2_000;

/** Which kinds of report are laid out how. */
export const templateList: Handler = async ({ db }) => {
  const kinds = await Promise.all(
    REPORT_KINDS.map(async (kind) => {
      const template = await reportTemplate(db, kind);
      const { logo, cover } = template;
      return {
        label: REPORT_KIND_LABELS[kind],
        link: paths.reportTemplate(kind),
        sections: namesIn(kind, template).map((name) => sectionTitle(name)),
        cover: coverWords(logo !== null, cover !== ''),
      };
    }),
  );
  return { view: 'report-templates', title: t('reports.layout-of-reports'), data: { kinds } };
};

/** The layout of one kind, to change. */
export const templateShow: Handler = async (context, request) => {
  const kind = kindIn(request);
  return page(kind, await reportTemplate(context.db, kind), {});
};

/** Changes it, from the next report on. */
export const templateSave: Handler = async (context, request) => {
  const { db, now } = context;
  const kind = kindIn(request);
  const before = await reportTemplate(db, kind);
  try {
    const template = templateIn(kind, request, before);
    await setReportTemplate(db, kind, template, { userId: (request.user as User).id, now: now() });
    return {
      redirect: paths.reportTemplates(),
      notice: t('reports.the-next-one-is-laid', { kind: REPORT_KIND_LABELS[kind] }),
    };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const cover = (request.form.get('cover') ?? '').slice(0, LONGEST_COVER);
    return { ...page(kind, { ...before, cover }, error.fields), status: 422 };
  }
};

function coverWords(hasLogo: boolean, hasText: boolean): string {
  if (hasLogo && hasText) return t('reports.logo-and-text');
  if (hasLogo) return t('reports.logo-small');
  return hasText ? t('reports.text-small') : t('frame.none');
}

function kindIn({ params }: PageRequest): ReportKind {
  const kind = REPORT_KINDS.find((known) => known === params.kind);
  if (!kind) throw new NotFound(t('reports.there-is-no-such-kind'));
  return kind;
}

/** Sections by the places that were typed; an empty place or 0 leaves one out. */
function templateIn(kind: ReportKind, { form, file }: PageRequest, before: ReportTemplate): ReportTemplate {
  const places = Object.keys(SECTIONS[kind]).map((name, n) => ({ name, n, place: Number(form.get(`place-${name}`)) }));
  const sections = places
    .filter(({ place }) => Number.isFinite(place) && place > 0)
    .sort((a, b) => a.place - b.place || a.n - b.n)
    .map(({ name }) => name);
  if (sections.length === 0)
    throw new InvalidInput(t('reports.nothing-left'), { sections: t('reports.leave-at-least-one-section') });
  const cover = (form.get('cover') ?? '').replace(/\r\n?/g, '\n').trim();
  if (cover.length > LONGEST_COVER)
    throw new InvalidInput(t('reports.too-long'), { cover: t('reports.at-most-characters', { most: LONGEST_COVER }) });
  const kept = form.get('no-logo') ? null : before.logo;
  return { sections, cover, logo: file ? logoOf(file.bytes) : kept };
}

/** The words for a section; the name itself for one that has none yet. */
const sectionTitle = (name: string) => labelled(labels('report-section'), name);

function namesIn(kind: ReportKind, { sections }: ReportTemplate): string[] {
  const known = sections.filter((name) => Object.hasOwn(SECTIONS[kind], name));
  return known.length ? known : Object.keys(SECTIONS[kind]);
}

function page(kind: ReportKind, template: ReportTemplate, problems: Readonly<Record<string, string>>): ViewAnswer {
  const names = namesIn(kind, template);
  const left = Object.keys(SECTIONS[kind]).filter((name) => !names.includes(name));
  const data = {
    kind,
    label: REPORT_KIND_LABELS[kind],
    sections: [...names, ...left].map((name) => ({
      name,
      title: sectionTitle(name),
      place: names.includes(name) ? names.indexOf(name) + 1 : '',
    })),
    most: Object.keys(SECTIONS[kind]).length,
    cover: template.cover,
    longest: LONGEST_COVER,
    hasLogo: template.logo !== null,
    problems,
    lines: Object.entries(problems).map(([field, sentence]) => ({ field, sentence })),
  };
  return {
    view: 'report-template',
    title: t('reports.layout-2', { kind: REPORT_KIND_LABELS[kind] }),
    data,
  };
}
