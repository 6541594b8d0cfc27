import { createHash } from 'node:crypto';
import type { NewDocument } from '../../model/document.ts';
import type { FileText, GivenFile } from './file.ts';

/** Who published a file that does not say so. */
export const PUBLISHER_UNKNOWN = 'Unknown publisher';

/** Takes a file and what was read in it; gives the document and the hash of its bytes. Files handed in count as press. */
export function documentOfFile(
  file: GivenFile,
  read: FileText,
  publisher?: string | null,
): { document: NewDocument; hash: string } {
  const { url, title, byline, published, language, text } = read;
  const by = publisher?.trim() || read.publisher || PUBLISHER_UNKNOWN;
  return {
    document: { url, canonicalUrl: url, publisher: by, sourceClass: 'press', title, byline, published, language, text },
    hash: createHash('sha256').update(file.bytes).digest('hex'),
  };
}
