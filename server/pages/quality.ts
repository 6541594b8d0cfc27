import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { type EvidenceCheck, lastEvidenceCheck, NOTHING_FOUND } from '../../db/ledger/evidence.ts';
import { countFlags } from '../../db/review/flags.ts';
import { dismissalReasons, type ReadingLine, reviewers, verdictsByScreen } from '../../db/review/quality.ts';
import { readingApart } from '../../db/review/quality-thread.ts';
import { RULE_IDS } from '../../model/flag.ts';
import { type Share, wilson } from '../../model/interval.ts';
import { paths } from '../../model/paths.ts';
import { formatInstant, formatNumber } from '../../words/format.ts';
import { DISMISSAL_LABELS, RULE_LABELS, SOURCE_CLASS_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { scoresChart, sharesChart } from '../charts/charts.ts';
import { drawn } from '../charts/draw.ts';
import type { Handler } from '../handler.ts';
import { committedFigures, type Scores } from '../present/committed-figures.ts';
import { languageName } from '../words/language.ts';

/** How well the product reads and screens: from annotated documents, from reviewers' verdicts, from corrections. */
export const quality: Handler = async (context) => {
  const figures = await figuresOf(context);
  const data = { ...figures, charts: await chartsOf(figures) };
  return { view: 'quality', title: t('quality.quality'), data };
};

/** What was measured on annotated documents, how often reviewers agreed, how much was corrected: each where there is something. */
async function chartsOf({ committed, screens, languages }: Awaited<ReturnType<typeof figuresOf>>) {
  const known = (lines: readonly { of: string; interval: Share | null }[]) =>
    lines.flatMap(({ of, interval }) => (interval ? [{ of, share: interval }] : []));
  const [agreed, corrected] = [
    known(screens.map((one) => ({ of: one.label, interval: one.interval }))),
    known(languages),
  ];
  const range = t('quality.range');
  return {
    annotated: committed?.scores ? await drawn(scoresDrawing(committed.scores)) : null,
    agreed: agreed.length
      ? await drawn(sharesChart(t('quality.agreed-by-screen'), { share: t('quality.agreed'), range }, agreed))
      : null,
    corrected: corrected.length
      ? await drawn(
          sharesChart(t('quality.corrected-by-language'), { share: t('quality.corrected'), range }, corrected),
        )
      : null,
  };
}

function scoresDrawing({ groups, series }: Scores) {
  return scoresChart(t('quality.scores-by-set', { sets: groups.join(', ') }), groups, series);
}

/** The same for programs. */
export const qualityJson: Handler = async (context) => {
  const { screens, reading, languages, classes, coverage, evidence } = await figuresOf(context);
  return { json: { asOf: context.now(), screens, reading, languages, classes, coverage, evidence } };
};

/** Everything on that page. */
export async function figuresOf(context: Context) {
  const { db } = context;
  const read = await readingApart(db, context.now());
  const states = await countFlags(db);
  const decided = states.confirmed + states.dismissed + states.watching + states.escalated;
  return {
    committed: committedIn(context),
    screens: await screens(context),
    reasons: (await dismissalReasons(db)).map(({ reason, flags }) => ({ reason: DISMISSAL_LABELS[reason], flags })),
    reading: { languages: t('quality.by-language-of-the-document'), classes: t('quality.by-class-of-source') },
    languages: read.languages.map((line) => lineOf(line, languageName(line.of || null))),
    classes: read.classes.map((line) =>
      lineOf(line, SOURCE_CLASS_LABELS[line.of as keyof typeof SOURCE_CLASS_LABELS] ?? line.of),
    ),
    coverage: { decided, waiting: states.to_review, link: paths.flags() },
    evidence: evidenceIn(await lastEvidenceCheck(db)),
    reviewers: await reviewers(db),
  };
}

/** What the daily check of all quotes found, in words; which documents do not bear out what was read in them. */
function evidenceIn(check: EvidenceCheck | null) {
  // A check that found nothing to look at, as on the first day, is none.
  if (!check?.facts) return { ...NOTHING_FOUND, at: null, sentence: t('quality.evidence-not-checked-yet'), links: [] };
  const { facts, documents, broken, unquoted, where } = check;
  const missing = broken + unquoted;
  const at = formatInstant(check.at);
  const counts = { facts: formatNumber(facts), documents: formatNumber(documents), at };
  const sentence = missing
    ? t('quality.evidence-missing', { ...counts, missing: formatNumber(missing) })
    : t('quality.evidence-all-stands', counts);
  return { ...check, sentence, links: where.map((id) => ({ id, link: paths.document(id) })) };
}

/** The figures that were committed with this version; null when its page of figures is not there. */
function committedIn({ config }: Context) {
  const file = join(config.root, 'docs', 'reading-quality.md');
  return existsSync(file) ? committedFigures(readFileSync(file, 'utf8')) : null;
}

async function screens({ db }: Context) {
  const verdicts = new Map((await verdictsByScreen(db)).map((row) => [row.rule, row]));
  return RULE_IDS.map((rule) => {
    const { confirmed = 0, dismissed = 0 } = verdicts.get(rule) ?? {};
    const share = wilson(confirmed, confirmed + dismissed);
    return {
      rule,
      label: RULE_LABELS[rule],
      link: paths.screen(rule),
      confirmed,
      decided: confirmed + dismissed,
      interval: share,
      share: share && words(share),
    };
  });
}

/** "82 %, between 67 and 91": never a share without its count and its range. */
function words({ share, low, high }: Share): string {
  const percent = (n: number) => Math.round(n * 100);
  return t('quality.between-and', { share: percent(share), low: percent(low), high: percent(high) });
}

function lineOf({ documents, facts, corrected }: ReadingLine, of: string) {
  const share = wilson(Math.min(corrected, facts), facts);
  return { of, documents, facts, corrected, interval: share, share: share && words(share) };
}
