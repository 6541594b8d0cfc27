import { currentSettings } from '../../db/ledger/rule-settings.ts';
import { countFlagsByRule } from '../../db/review/flags.ts';
import { RULE_IDS } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { findRule, RULES_VERSION, rules } from '../../rules/index.ts';
import { isOn, weightOf } from '../../rules/settings.ts';
import { formatNumber } from '../../words/format.ts';
import { RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { firedWords } from '../words/screen.ts';

/** Every screen: what it looks for, what it weighs, how often it fired and people agreed. */
export const screenList: Handler = async ({ db }) => {
  const counts = await countFlagsByRule(db);
  const { version, settings } = await currentSettings(db);
  const data = {
    version: RULES_VERSION,
    settings: version,
    screens: rules.map(({ id, description, weight, trust }) => ({
      href: paths.screen(id),
      title: RULE_LABELS[id],
      summary: firstSentence(description),
      weight: formatNumber(weightOf({ id, weight }, settings), 9),
      off: !isOn(id, settings),
      trial: trust === 'trial',
      ...firedWords(counts[id]),
    })),
    unwritten: RULE_IDS.filter((id) => findRule(id) === null).map((id) => RULE_LABELS[id]),
  };
  return { view: 'screen-list', title: t('screens.screens'), data };
};

function firstSentence(text: string): string {
  return /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
}
