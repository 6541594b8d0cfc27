import type { CaseRecord } from '../source.ts';
import { followedName, looksRelevant } from './watched.ts';

/** What a register says of a case, before it is judged whether the case concerns companies that are followed. */
export type RegisterEntry = Omit<CaseRecord, 'relevance' | 'isFollowed'> & {
  /** What the register says of its subject: looked through for AI and for companies. */
  about: string;
};

/** Takes what a register says of a case; gives the record, with whether and why it concerns us. */
export function caseRecord({ about, ...entry }: RegisterEntry): CaseRecord {
  const named = [entry.acquirer, entry.target, ...entry.parties].filter((name) => name !== null);
  return {
    ...entry,
    isFollowed: named.some((name) => followedName(name.replace(/\s*\([^)]*\)/g, '')) !== null),
    relevance: looksRelevant(about),
  };
}
