import { countFlagsByRule } from '../../db/review/flags.ts';
import { NotFound } from '../../model/errors.ts';
import { webLink } from '../../model/link.ts';
import { paths } from '../../model/paths.ts';
import { findRule, RULES_VERSION } from '../../rules/index.ts';
import { formatNumber } from '../../words/format.ts';
import { RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { firedWords } from '../words/screen.ts';

/** One screen, printed from its own description. */
export const screenShow: Handler = async ({ db }, { params }) => {
  const rule = findRule(params.rule ?? '');
  if (!rule) throw new NotFound(t('screens.there-is-no-such-screen'));
  const counts = await countFlagsByRule(db);
  const data = {
    description: rule.description,
    weight: rule.weight,
    trial: rule.trust === 'trial',
    version: RULES_VERSION,
    references: rule.references.map(({ title, url }) => ({ title, link: webLink(url) })),
    falsePositives: rule.falsePositives,
    thresholds: Object.entries(rule.thresholds).map(([name, { value, about }]) => ({
      name,
      value: formatNumber(value, 4),
      about,
    })),
    ...firedWords(counts[rule.id]),
    flags: paths.flags(`?rule=${encodeURIComponent(rule.id)}&state=all`),
  };
  return { view: 'screen-show', title: RULE_LABELS[rule.id], data };
};
