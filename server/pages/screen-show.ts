import { decisionsOnFlags } from '../../db/ledger/decisions.ts';
import { currentSettings, settingsVersions } from '../../db/ledger/rule-settings.ts';
import { countFlagsByRule } from '../../db/review/flags.ts';
import { NotFound } from '../../model/errors.ts';
import { webLink } from '../../model/link.ts';
import { paths } from '../../model/paths.ts';
import { agreementByVersion } from '../../rules/back-test.ts';
import { findRule, RULES_VERSION } from '../../rules/index.ts';
import { isOn, thresholdsOf, weightOf } from '../../rules/settings.ts';
import { RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { agreedWords, firedWords, settingWords } from '../words/screen.ts';

/** One screen, printed from its own description, with the weight and the thresholds that are in force. */
export const screenShow: Handler = async ({ db }, { params, user }) => {
  const rule = findRule(params.rule ?? '');
  if (!rule) throw new NotFound(t('screens.there-is-no-such-screen'));
  const counts = await countFlagsByRule(db);
  const { version, settings } = await currentSettings(db);
  const past = agreementByVersion(await decisionsOnFlags(db), await settingsVersions(db));
  const data = {
    description: rule.description,
    weight: settingWords(weightOf(rule, settings), rule.weight),
    trial: rule.trust === 'trial',
    off: !isOn(rule.id, settings),
    version: RULES_VERSION,
    settings: version,
    references: rule.references.map(({ title, url }) => ({ title, link: webLink(url) })),
    falsePositives: rule.falsePositives,
    thresholds: thresholdsOf(rule, settings).map(({ value, own, about }) => ({ about, ...settingWords(value, own) })),
    ...firedWords(counts[rule.id]),
    agreed: past.flatMap(({ version: of, agreement }) =>
      agreement.filter((one) => one.rule === rule.id).flatMap((one) => agreedWords(one).map((row) => ({ of, ...row }))),
    ),
    flags: paths.flags(`?rule=${encodeURIComponent(rule.id)}&state=all`),
    change: user?.role === 'admin' ? `${paths.screenSettings()}#${rule.id}` : null,
  };
  return { view: 'screen-show', title: RULE_LABELS[rule.id], data };
};
