import type { Context } from '../context.ts';
import { queueMail } from '../db/alerts.ts';
import { factsByIds } from '../db/facts.ts';
import type { LedgerFlag } from '../db/ledger.ts';
import type { Database } from '../db/open.ts';
import type { Raising } from '../db/raisings.ts';
import { reportEntries } from '../db/report-entries.ts';
import { usersToAlert } from '../db/users.ts';
import { alertMail, type Passage } from '../reports/alert-mail.ts';

/**
 * Writes one mail for each person who asked to hear of new High flags and puts it into the outbox; gives how many. Call
 * it in the transaction that stores the flag. A key for each flag and person sees to it that nobody hears twice.
 */
export async function queueAlerts(context: Context, { pairId, rule }: Raising): Promise<number> {
  const { db, config, now } = context;
  const people = await usersToAlert(db);
  if (people.length === 0) return 0;
  const [entry] = await reportEntries(db, [pairId]);
  const flag = entry?.flags.find((one) => one.rule === rule);
  if (!entry || !flag) return 0;
  const passages = await strongestPassages(db, flag);
  const mail = await alertMail({ entry, flag, passages, baseUrl: baseUrl(context), root: config.root, now: now() });
  let queued = 0;
  for (const person of people) {
    const key = `high ${pairId} ${rule} ${person.id}`;
    queued += Number(await queueMail(db, { key, to: person.email, ...mail, now: now() }));
  }
  return queued;
}

/** The facts for a flag in the order of its statements: the first is what fired it. */
async function strongestPassages(db: Database, flag: LedgerFlag): Promise<Passage[]> {
  const facts = await factsByIds(db, [...new Set(flag.for.flatMap((statement) => statement.factIds))]);
  const passages = facts.flatMap((fact) =>
    fact.evidence.slice(0, 1).map(({ quote }) => ({ quote, documentId: fact.documentId })),
  );
  return [...new Map(passages.map((passage) => [passage.quote, passage])).values()];
}

function baseUrl({ config }: Context): string {
  return config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
}
