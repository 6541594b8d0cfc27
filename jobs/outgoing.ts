import type { Context } from '../context.ts';
import { type ClaimedMail, claimMails, markSent, releaseMails } from '../db/going-out/alerts.ts';

/** Messages taken from the outbox in one write. */
const CLAIMED_AT_ONCE = 16;

/**
 * What stands between the outbox and several senders: messages are taken in batches, and those that the mail server
 * took at about the same time are marked together. A write waits for the disk, and pages with it, so that there should
 * be few; each sender all the same has its message marked before it takes the next.
 */
export class Outgoing {
  readonly #context: Context;
  #waiting: ClaimedMail[] = [];
  #claiming: Promise<void> | null = null;
  #taken: ClaimedMail[] = [];
  #marking: Promise<void> | null = null;

  constructor(context: Context) {
    this.#context = context;
  }

  /** The next message to send; null when none is due. */
  async next(): Promise<ClaimedMail | null> {
    if (this.#waiting.length === 0) {
      this.#claiming ??= this.#claim().finally(() => {
        this.#claiming = null;
      });
      await this.#claiming;
    }
    return this.#waiting.shift() ?? null;
  }

  async #claim(): Promise<void> {
    const { db, now } = this.#context;
    this.#waiting.push(...(await claimMails(db, now(), CLAIMED_AT_ONCE)));
  }

  /** Marks a message that the mail server took, with those that it took while the last mark was written. */
  async sent(claimed: ClaimedMail): Promise<void> {
    this.#taken.push(claimed);
    while (this.#taken.includes(claimed)) {
      this.#marking ??= this.#mark().finally(() => {
        this.#marking = null;
      });
      await this.#marking;
    }
  }

  async #mark(): Promise<void> {
    // Answers that have come in already are read first, and marked along.
    await new Promise((resolve) => setImmediate(resolve));
    const { db, now } = this.#context;
    const batch = this.#taken;
    this.#taken = [];
    await markSent(db, batch, now());
  }

  /** Puts back what was taken and not sent: the program stops. */
  async release(): Promise<void> {
    await releaseMails(this.#context.db, this.#waiting.splice(0));
  }
}
