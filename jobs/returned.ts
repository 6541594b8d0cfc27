import type { Context } from '../context.ts';
import { sha256 } from '../db/documents/identity.ts';
import { noteReturned, type ReturnOutcome } from '../db/going-out/returned-mails.ts';
import { getMeta, setMeta } from '../db/meta.ts';
import { Unreadable } from '../model/errors.ts';
import { type MailboxPlace, readMailbox } from '../reports/mailbox.ts';
import type { Job, RunCounts } from './job.ts';

/** What became of a message that came back to us; `no notice` when it is another kind of message, or cannot be read. */
export type TakenReturn = ReturnOutcome | 'no notice';

const EVERY_SECONDS = 300;

/** Looks for mails that came back in the mailbox where they arrive, if there is one. */
export const returned: Job = {
  name: 'returned',
  about: 'Looks for mails that came back, in the mailbox that MAIL_RETURN_BOX names.',
  everySeconds: EVERY_SECONDS,
  limitSeconds: 600,
  hasWork: async ({ config }) => config.MAIL_RETURN_BOX !== null,
  async run(context, run) {
    const { config, db } = context;
    if (config.MAIL_RETURN_BOX === null) return {};
    const counts: RunCounts = { returned: 0, paused: 0 };
    const key = `returned mails ${sha256(config.MAIL_RETURN_BOX).slice(0, 16)}`;
    const take = async (message: Uint8Array) => {
      const taken = await takeReturned(context, message);
      if (taken === 'noted' || taken === 'paused') counts.returned = (counts.returned ?? 0) + 1;
      if (taken === 'paused') counts.paused = (counts.paused ?? 0) + 1;
    };
    const known = await getMeta(db, key);
    const place = known === null ? null : (JSON.parse(known) as MailboxPlace);
    await setMeta(db, key, JSON.stringify(await readMailbox(config.MAIL_RETURN_BOX, place, take, run.signal)));
    return counts;
  },
};

/** Takes a message as a mail server sent it back, reads it in a worker and notes what it says of a mail of ours. */
export async function takeReturned(context: Context, bytes: Uint8Array): Promise<TakenReturn> {
  const { db, workers, now } = context;
  try {
    const notice = await workers.returned(bytes);
    return notice ? await noteReturned(db, notice, now()) : 'no notice';
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    context.log.warn({ err: cause }, 'a message that came back could not be read');
    return 'no notice';
  }
}
