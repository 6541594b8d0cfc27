import { SourceChanged } from '../../model/errors.ts';

/** Walks a large JSON object entry by entry, so that a dump of tens of megabytes never stands in memory as a tree. */

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COLON, COMMA] = [...Buffer.from('"\\{}[]:,')] as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** One entry: its key, and its value as JSON text. */
export interface JsonEntry {
  key: string;
  json: string;
}

/**
 * Takes the bytes (UTF-8) of a JSON object; gives its entries one by one, the values unparsed. Throws SourceChanged
 * when it is no object or ends in the middle: a copy that was cut off must not pass for a shorter list.
 */
export function* jsonEntries(body: Uint8Array): Generator<JsonEntry> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
  let at = skip(bytes, bytes[0] === 0xef ? 3 : 0);
  if (bytes[at] !== OPEN) throw new SourceChanged('The data is no longer one object with an entry for each case.');
  at = skip(bytes, at + 1);
  while (bytes[at] !== CLOSE) {
    const keyEnd = endOfString(bytes, at);
    const key = parseKey(bytes.toString('utf8', at, keyEnd));
    const start = skip(bytes, expect(bytes, skip(bytes, keyEnd), COLON) + 1);
    const end = endOfValue(bytes, start);
    yield { key, json: bytes.toString('utf8', start, end) };
    at = skip(bytes, end);
    if (bytes[at] === COMMA) at = skip(bytes, at + 1);
    else expect(bytes, at, CLOSE);
  }
}

const CUT_OFF = 'The data ends in the middle of a case; it was cut off on the way, and nothing of it was taken.';

function expect(bytes: Buffer, at: number, what: number): number {
  if (bytes[at] !== what) throw new SourceChanged(at >= bytes.length ? CUT_OFF : 'The data is not proper JSON.');
  return at;
}

function parseKey(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch (cause) {
    throw new SourceChanged('The data is not proper JSON.', { cause });
  }
}

/** The place of the next byte that is no white space. */
function skip(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}

/** The place behind the string that begins here. */
function endOfString(bytes: Buffer, from: number): number {
  expect(bytes, from, QUOTE);
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at++;
    else if (bytes[at] === QUOTE) return at + 1;
  }
  throw new SourceChanged(CUT_OFF);
}

/** The place behind the value that begins here: braces and brackets are counted, strings jumped over. */
function endOfValue(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at) - 1;
      if (depth === 0) return at + 1;
    } else if (byte === OPEN || byte === OPEN_LIST) depth++;
    else if (byte === CLOSE || byte === CLOSE_LIST) {
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && byte === COMMA) return at;
  }
  throw new SourceChanged(CUT_OFF);
}
