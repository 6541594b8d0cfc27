import iconv from 'iconv-lite';
import { guessCharset } from './charset-guess.ts';

/** Bytes of a page or feed → text, and how sure that is. */
export interface Decoded {
  text: string;
  /** The character set that was used, lower case. */
  charset: string;
  /** Sentences for people when the text may be wrong somewhere. */
  warnings: string[];
}

const BOMS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const WESTERN = 'windows-1252';
/** Labels that mean windows-1252 in practice (WHATWG Encoding Standard). */
const WESTERN_LABELS = new Set([
  'iso-8859-1',
  'iso8859-1',
  'latin1',
  'latin-1',
  'l1',
  'us-ascii',
  'ascii',
  'cp1252',
  WESTERN,
]);
const UTF8_LABELS = new Set(['utf-8', 'utf8', 'unicode-1-1-utf-8']);
const LOOK_AT = 4096;

/**
 * Takes a body and its Content-Type. The order is BOM, header, declaration in the page, look at the bytes (UTF-8, then
 * other scripts), and windows-1252 at last. Whatever had to be guessed is said in a warning: a name is never silently damaged.
 */
export function decode(body: Uint8Array, contentType: string | null): Decoded {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  const bom = BOMS.find(([mark]) => mark.every((byte, n) => bytes[n] === byte))?.[1];
  const wide = bom ?? wideCharset(bytes);
  if (wide && wide !== 'utf-8') return finish(iconv.decode(bytes, wide), wide, []);
  const label = bom ?? charsetOf(contentType) ?? declaredCharset(bytes);
  const warnings: string[] = [];
  const charset = knownCharset(label, warnings);
  if (charset === 'utf-8' || charset === WESTERN) return decodeNarrow(bytes, charset, label !== null, warnings);
  return finish(iconv.decode(bytes, charset), charset, warnings);
}

/** The charset parameter of a Content-Type, lower case, or null. */
function charsetOf(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;
}

function declaredCharset(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, LOOK_AT);
  const xml = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  const meta = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  const label = (xml ?? meta)?.toLowerCase() ?? null;
  // A declaration that could be read as ASCII is not in UTF-16, whatever it says.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

/** UTF-16 without a byte order mark shows in its first two characters: markup begins with ASCII. */
function wideCharset(bytes: Buffer): string | null {
  if (bytes.length < 4) return null;
  const [a, b, c, d] = bytes;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : null;
}

function knownCharset(label: string | null, warnings: string[]): string {
  if (label === null || UTF8_LABELS.has(label)) return 'utf-8';
  if (WESTERN_LABELS.has(label)) return WESTERN;
  // UTF-7 hides markup in plain letters; no honest site uses it.
  if (iconv.encodingExists(label) && !/^(utf-?7|base64|hex|binary|utf-?32)/.test(label)) return label;
  warnings.push(
    `The page names a character set that is not known (${label.slice(0, 40)}); its bytes were looked at instead.`,
  );
  return 'utf-8';
}

/** UTF-8 and its western look-alike: bytes that form UTF-8 are UTF-8, whatever the label says. */
function decodeNarrow(bytes: Buffer, charset: string, labelled: boolean, warnings: string[]): Decoded {
  const text = strictUtf8(bytes);
  if (text !== null) return finish(text, 'utf-8', warnings);
  if (charset === WESTERN) return finish(iconv.decode(bytes, WESTERN), WESTERN, warnings);
  const guessed = labelled ? null : guessCharset(bytes);
  if (guessed) {
    warnings.push(
      `The page does not name its character set; by its bytes it was read as ${guessed}. Check names in it.`,
    );
    return finish(iconv.decode(bytes, guessed), guessed, warnings);
  }
  warnings.push(
    labelled
      ? 'Some bytes are not the UTF-8 that the page promises; they were read as windows-1252. Check accented names.'
      : 'The page does not name its character set and is not UTF-8; it was read as windows-1252. Check accented names.',
  );
  return finish(mixedUtf8(bytes), labelled ? 'utf-8' : WESTERN, warnings);
}

function strictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const UTF8_SEQUENCE_OR_BYTE =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/** Keeps each proper UTF-8 sequence and reads every stray byte as windows-1252. */
function mixedUtf8(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(UTF8_SEQUENCE_OR_BYTE, (found) =>
      found.length > 1
        ? Buffer.from(found, 'latin1').toString('utf8')
        : iconv.decode(Buffer.from(found, 'latin1'), WESTERN),
    );
}

function finish(text: string, charset: string, warnings: string[]): Decoded {
  const lost = text.split('\ufffd').length - 1;
  const unreadable = `${lost} ${lost === 1 ? 'character' : 'characters'} of the page could not be read (${charset}); names may be damaged.`;
  return { text: text.replace(/^\ufeff/, ''), charset, warnings: lost ? [...warnings, unreadable] : warnings };
}
