import { NotFound } from '../../model/errors.ts';
import { RULE_IDS, type RuleId } from '../../model/flag.ts';
import { paths } from '../../model/paths.ts';
import { RULE_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { flagPanel } from './flag-panel.ts';

/** Takes part of an address; gives the screen of that name. Throws NotFound when there is none. */
export function ruleNamed(name: string | undefined): RuleId {
  const rule = RULE_IDS.find((id) => id === name);
  if (!rule) throw new NotFound(t('queue.there-is-no-screen-of'));
  return rule;
}

/** One flag on a page of its own: for phones, and for links in mail. */
export const flagShow: Handler = async (context, { params, user }) => {
  const rule = ruleNamed(params.rule);
  const panel = await flagPanel(context, params.pairId ?? '', rule);
  if (!panel) throw new NotFound(t('queue.this-flag-does-not-stand'));
  const data = {
    panel,
    position: null,
    previous: null,
    next: null,
    afterwards: paths.flags(),
    mayDecide: user !== null && mayUse({ role: 'analyst' }, user.role),
  };
  return { view: 'flag-show', title: `${panel.pair.acquirer} → ${panel.pair.target}: ${RULE_LABELS[rule]}`, data };
};
