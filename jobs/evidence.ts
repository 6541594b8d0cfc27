import { checkNextEvidence, keepEvidenceCheck, NOTHING_FOUND, together } from '../db/ledger/evidence.ts';
import { breathe, type Job } from './job.ts';

/**
 * Holds every fact in force against the text of its document, once a day: a figure that cannot be walked back to its
 * quote must be known before somebody relies on it. Nothing is changed; what is found stands on Quality, in the job's
 * run, in the metrics and in what the doctor says.
 */
export const evidence: Job = {
  name: 'evidence',
  about: 'Holds every fact against the document that it was read in: each quote must stand there word for word.',
  everySeconds: 86_400,
  limitSeconds: 3_600,
  async run({ db, now }, { signal, warn }) {
    let found = NOTHING_FOUND;
    let next = await checkNextEvidence(db, 0);
    while (next && !signal.aborted) {
      found = together(found, next.found);
      await breathe();
      next = await checkNextEvidence(db, next.last);
    }
    if (!signal.aborted) await keepEvidenceCheck(db, { ...found, at: now() });
    const { documents, facts, broken, unquoted, where } = found;
    if (broken + unquoted > 0) {
      warn(
        `${broken + unquoted} facts are not borne out by their documents (${where.join(', ')}). Run: npm run -s doctor`,
      );
    }
    return { documents, facts, broken, unquoted };
  },
};
