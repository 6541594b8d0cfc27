import type { FrozenReport } from '../model/frozen-report.ts';
import type { ReportEntry } from './report.ts';

export type {
  FrozenChange,
  FrozenEntry,
  FrozenProof,
  FrozenRegister,
  FrozenReport,
  FrozenSuppression,
} from '../model/frozen-report.ts';

/** The pairs of a frozen report in the shape that tables take. */
export function entriesOf(report: FrozenReport): ReportEntry[] {
  const documents = new Map(report.documents.map((document) => [document.id, document]));
  const documentOfFact = new Map(Object.entries(report.proofs).map(([id, proof]) => [id, proof.documentId]));
  return report.entries.map((entry) => ({ ...entry, documents, documentOfFact }));
}
