import { addMs, type Instant } from './day.ts';

/** Mails about single pairs that a person gets within an hour; what comes on top is gathered into one. */
export const MOST_SINGLES = 10;
export const SINGLES_MS = 3_600_000;

/** Something to tell: when it is due, whether it waits for others, and what it is about. */
export interface Telling {
  at: Instant;
  gathered: boolean;
  subject: string;
}

/** Takes what there is to tell; gives in how many mails it goes out: one for each digest, one for each subject else, and no flood. */
export function countMails(tellings: readonly Telling[]): number {
  const digests = new Set(tellings.filter(({ gathered }) => gathered).map(({ at }) => at));
  const moments = new Map<Instant, Set<string>>();
  for (const { at, gathered, subject } of tellings) {
    if (!gathered) moments.set(at, (moments.get(at) ?? new Set()).add(subject));
  }
  return digests.size + countSingles([...moments].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function countSingles(moments: readonly (readonly [Instant, ReadonlySet<string>])[]): number {
  let mails = 0;
  let sent: Instant[] = [];
  let heldUntil: Instant | null = null;
  for (const [at, { size }] of moments) {
    if (heldUntil !== null && at < heldUntil) continue;
    sent = sent.filter((one) => addMs(one, SINGLES_MS) > at);
    if (sent.length + size <= MOST_SINGLES) {
      sent.push(...Array.from({ length: size }, () => at));
      mails += size;
    } else {
      heldUntil = sent[0] ? addMs(sent[0], SINGLES_MS) : null;
      mails += 1;
    }
  }
  return mails;
}
