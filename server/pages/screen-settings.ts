import type { Context } from '../../context.ts';
import { makeJobDue } from '../../db/jobs.ts';
import { decisionsOnFlags } from '../../db/ledger/decisions.ts';
import { allPairs } from '../../db/ledger/ledger.ts';
import { listShares } from '../../db/ledger/market-shares.ts';
import { currentSettings, saveSettings, settingsVersions } from '../../db/ledger/rule-settings.ts';
import { standingSuppressions } from '../../db/ledger/suppressions.ts';
import type { User } from '../../db/people/users.ts';
import { dayOf } from '../../model/day.ts';
import { InvalidInput } from '../../model/errors.ts';
import { paths } from '../../model/paths.ts';
import type { RuleSettings } from '../../model/rule-settings.ts';
import { suppressionOf } from '../../model/suppression.ts';
import { agreement, agreementByVersion } from '../../rules/back-test.ts';
import { type DryRun, dryRun } from '../../rules/dry-run.ts';
import { rules } from '../../rules/index.ts';
import { isOn, thresholdsOf, weightOf } from '../../rules/settings.ts';
import { formatInstant } from '../../words/format.ts';
import { BAND_LABELS, RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { problemLines } from '../forms/account.ts';
import { settingsIn, thresholdField, weightField } from '../forms/rule-settings.ts';
import type { Answer, Handler } from '../handler.ts';
import { agreedWords, settingNumber } from '../words/screen.ts';

/** Changes shown before a person narrows them down. */
const MOST_SHOWN = 50;

/** Weights and thresholds as they are set, and how far each version agreed with reviewers. */
export const showScreenSettings: Handler = async (context) => {
  const { version, settings } = await currentSettings(context.db);
  return page(context, settings, { version });
};

/** What would change in the queue under the settings of the form. Nothing is stored. */
export const tryScreenSettings: Handler = async (context, { form }) => {
  const { version } = await currentSettings(context.db);
  const { settings, problems } = readForm(form);
  if (!settings) return page(context, (await currentSettings(context.db)).settings, { version, typed: form, problems });
  return page(context, settings, { version, typed: form, tried: await tryOut(context, settings) });
};

/** Saves the settings of the form as a new version; the whole ledger is assessed anew. */
export const saveScreenSettings: Handler = async (context, { form, user }) => {
  const { db, now } = context;
  const { settings, problems } = readForm(form);
  const reason = form.get('reason')?.trim() ?? '';
  const { version: standing, settings: current } = await currentSettings(db);
  const wrong = {
    ...problems,
    ...(reason ? {} : { reason: t('screens.say-why-the-screens-are') }),
    ...(form.get('version') === String(standing)
      ? {}
      : { version: t('screens.saved-meanwhile', { version: standing }) }),
  };
  if (!settings || Object.keys(wrong).length)
    return page(context, settings ?? current, { version: standing, typed: form, problems: wrong });
  const version = await saveSettings(db, settings, reason, (user as User).id, now());
  await makeJobDue(db, 'rescore', now());
  return {
    redirect: paths.screenSettings(),
    notice: t('screens.version-is-saved-the-queue', { version }),
  };
};

function readForm(form: URLSearchParams): { settings: RuleSettings | null; problems: Record<string, string> } {
  try {
    return { settings: settingsIn(form), problems: {} };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { settings: null, problems: error.fields };
  }
}

interface Tried {
  run: DryRun;
  agreement: ReturnType<typeof agreement>;
}

async function tryOut({ db, now }: Context, settings: RuleSettings): Promise<Tried> {
  const today = dayOf(now());
  const standing = await allPairs(db);
  const suppressions = await standingSuppressions(db, today);
  const current = await currentSettings(db);
  const around = {
    pairs: standing.map(({ pair }) => pair),
    today,
    shares: await listShares(db),
    settings: current.settings,
  };
  const run = dryRun(
    standing,
    around,
    settings,
    (pair, rule) => suppressionOf(pair, rule, suppressions, today) !== null,
  );
  const after = new Map(standing.map(({ pair, flags }) => [pair.id, new Set(flags.map(({ rule }) => rule))]));
  for (const change of run.changes) {
    for (const rule of change.raised) after.get(change.pairId)?.add(rule);
    for (const rule of change.gone) after.get(change.pairId)?.delete(rule);
  }
  const fires = (pairId: string, rule: (typeof rules)[number]['id']) => after.get(pairId)?.has(rule) ?? false;
  return { run, agreement: agreement(await decisionsOnFlags(db), fires) };
}

interface Shown {
  version: number;
  /** What somebody wrote into the form, kept as it is. */
  typed?: URLSearchParams;
  problems?: Record<string, string>;
  tried?: Tried;
}

async function page({ db }: Context, settings: RuleSettings, shown: Shown): Promise<Answer> {
  const { version, typed, problems = {}, tried } = shown;
  const versions = await settingsVersions(db);
  const past = agreementByVersion(await decisionsOnFlags(db), versions);
  const data = {
    version,
    reason: typed?.get('reason') ?? '',
    problems,
    lines: problemLines(problems),
    screens: rules.map((rule) => screenFields(rule, settings, typed)),
    tried: tried ? triedWords(tried) : null,
    versions: versions.map((one) => ({
      version: one.version,
      who: one.userName,
      when: formatInstant(one.at),
      reason: one.reason,
    })),
    agreed: past.map((one) => ({ version: one.version, screens: one.agreement.flatMap(agreedWords) })),
  };
  return {
    view: 'screen-settings',
    title: t('screens.weights-and-thresholds'),
    data,
    status: Object.keys(problems).length ? 422 : 200,
  };
}

function screenFields(rule: (typeof rules)[number], settings: RuleSettings, typed?: URLSearchParams) {
  const numberField = (field: string, value: number, own: number) => ({
    field,
    value: typed?.get(field) ?? settingNumber(value),
    own: settingNumber(own),
  });
  return {
    id: rule.id,
    title: RULE_LABELS[rule.id],
    href: paths.screen(rule.id),
    on: isOn(rule.id, settings),
    weight: numberField(weightField(rule.id), weightOf(rule, settings), rule.weight),
    thresholds: thresholdsOf(rule, settings).map(({ name, about, value, own }) => ({
      about,
      ...numberField(thresholdField(rule.id, name), value, own),
    })),
  };
}

function triedWords({ run, agreement: agreed }: Tried) {
  return {
    assessed: run.assessed,
    total: run.changes.length,
    bands: run.bands.map(({ band, before, after }) => ({ band: BAND_LABELS[band], before, after })),
    changes: run.changes.slice(0, MOST_SHOWN).map((change) => ({
      href: paths.deal(change.pairId),
      name: `${change.acquirer} → ${change.target}`,
      score: `${change.score.before} → ${change.score.after}`,
      band:
        change.band.before === change.band.after
          ? BAND_LABELS[change.band.after]
          : `${BAND_LABELS[change.band.before]} → ${BAND_LABELS[change.band.after]}`,
      raised: change.raised.map((rule) => RULE_LABELS[rule]).join(', '),
      gone: change.gone.map((rule) => RULE_LABELS[rule]).join(', '),
    })),
    agreement: agreed.flatMap(agreedWords),
  };
}
