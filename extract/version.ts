import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes whenever the same text may be read differently: the digest of this folder's programs and word lists. Kept
 * apart from the reader itself, so that who only needs the version does not load its language models.
 */
export const EXTRACTOR_VERSION = digestOf(import.meta.dirname);

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|js|json)$/.test(name),
  );
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}
