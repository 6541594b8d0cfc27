import { analyse } from 'chardet';

/** Which character set an unlabelled page is in, by how its bytes fall. */

/** Character sets that are believed when they are guessed: those of other scripts, whose bytes fall like no western text. */
const OTHER_SCRIPTS: Readonly<Record<string, string>> = {
  Big5: 'big5',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  GB18030: 'gb18030',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'KOI8-R': 'koi8-r',
  Shift_JIS: 'shift_jis',
  'windows-1251': 'windows-1251',
  'windows-1253': 'windows-1253',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
};
const SURE_ENOUGH = 50;
const LOOK_AT = 20_000;
/** Fewer bytes beyond ASCII than this say nothing. */
const FEWEST_BYTES = 8;

/**
 * Takes the bytes of a page that names no character set and is not UTF-8; gives the label of one of another script when
 * they fall like it, else null: western letters among ASCII are told apart by nobody.
 */
export function guessCharset(bytes: Buffer): string | null {
  const words = bytes
    .subarray(0, LOOK_AT)
    .toString('latin1')
    .replace(/<[^>]*>/g, ' ');
  const odd = words.match(/[^\0-\x7f]/g)?.length ?? 0;
  if (odd < FEWEST_BYTES) return null;
  const [best] = analyse(Buffer.from(words, 'latin1'));
  return best && best.confidence >= SURE_ENOUGH ? (OTHER_SCRIPTS[best.name] ?? null) : null;
}
