import { PAID_ROLES, type SumTrees } from '../extract/likelihood/judge-sums.ts';
import type { Trees } from '../extract/likelihood/trees.ts';
import { OPTIONS, type Options } from './boosted-trees.ts';
import type { SumBag } from './examples.ts';
import { fitApart } from './nursery.ts';

/** What the trees for belonging grow by: more and deeper ones with larger leaves, each of few features; rows are few. */
const SUM_OPTIONS: Options = {
  ...OPTIONS,
  trees: 250,
  depth: 6,
  leastFeature: 15,
  leastLeaf: 8,
  rowShare: 0.6,
  featureShare: 0.12,
};

/** What the trees for roles grow by: there are few sums of some roles. */
const ROLE_OPTIONS: Options = { ...OPTIONS, trees: 80, depth: 4, rowShare: 0.6 };

/** Takes sums near deals; gives trees that say how likely one is paid in its deal, and for each role how likely it has it. */
export async function learnSums(bags: readonly SumBag[]): Promise<SumTrees> {
  const paid = bags.filter((b) => b.label);
  const asRole = PAID_ROLES.map((role) => paid.map((bag) => ({ ...bag, label: bag.role === role })));
  const [belongs, ...trees] = await Promise.all([
    fitApart(bags, SUM_OPTIONS),
    ...asRole.map((own) => fitApart(own, ROLE_OPTIONS)),
  ]);
  const roles = PAID_ROLES.map((role, i): [string, Trees | undefined] => [role, trees[i]]);
  return { belongs, roles: Object.fromEntries(roles) as SumTrees['roles'] };
}
