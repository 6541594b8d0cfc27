import { strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest moment that a ZIP archive can hold: the same files give the same bytes whenever they are packed. */
export const ZIP_EPOCH = new Date(1980, 0, 1);

/** Takes a ZIP archive; gives it packed anew, its files in order of name and without times, after `change` on each text. */
export function packAnew(archive: Uint8Array, change: (name: string, text: string) => string): Buffer {
  const files = unzipSync(archive);
  const names = Object.keys(files).sort(byOffice);
  const next = names.map((name) => {
    const bytes = files[name] as Uint8Array;
    const isText = /\.(xml|rels)$/.test(name);
    return [name, isText ? strToU8(change(name, Buffer.from(bytes).toString('utf8'))) : bytes] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(next), { mtime: ZIP_EPOCH, level: 6, os: 0 }));
}

/** Office programs look for this one first. */
const FIRST = '[Content_Types].xml';
const byOffice = (a: string, b: string) => (a === FIRST ? -1 : b === FIRST ? 1 : a < b ? -1 : 1);
