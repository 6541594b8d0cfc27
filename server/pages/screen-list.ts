import { countFlagsByRule } from '../../db/review/flags.ts';
import { RULE_IDS } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { findRule, RULES_VERSION, rules } from '../../rules/index.ts';
import { RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { firedWords } from '../words/screen.ts';

/** Every screen: what it looks for, what it weighs, how often it fired and people agreed. */
export const screenList: Handler = async ({ db }) => {
  const counts = await countFlagsByRule(db);
  const data = {
    version: RULES_VERSION,
    screens: rules.map(({ id, description, weight, trust }) => ({
      href: paths.screen(id),
      title: RULE_LABELS[id],
      summary: firstSentence(description),
      weight,
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
