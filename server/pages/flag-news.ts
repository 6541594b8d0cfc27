import { decisionsAfter, latestDecisionId } from '../../db/ledger/decisions.ts';
import type { User } from '../../db/people/users.ts';
import type { Handler } from '../handler.ts';
import { decisionLine } from '../present/flag.ts';

const MOST_AT_ONCE = 100;

/** For the queue in an open window: what other people have decided after the decision it knows of. */
export const flagNews: Handler = async ({ db }, { query, user }) => {
  const after = Number(query.get('after') ?? 0);
  const known = Number.isSafeInteger(after) && after >= 0 ? after : 0;
  const decisions = await decisionsAfter(db, known, MOST_AT_ONCE);
  const others = decisions.filter(({ userId }) => userId !== (user as User).id);
  return {
    json: {
      latest: decisions.at(-1)?.id ?? Math.max(known, (await latestDecisionId(db)) ?? 0),
      decisions: others.map((decision) => ({
        flag: `${decision.pairId}/${decision.rule}`,
        text: decisionLine(decision, null).text,
      })),
    },
  };
};
