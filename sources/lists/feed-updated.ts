/** Atom entries that say several days of their last change: a later one overrides, as good readers have it. */

/** Parts in which such a day is not that of the entry: the feed it was taken from, and text. */
const OTHERS: readonly [string, string][] = [
  ['<source', '</source>'],
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
];
const [START, END] = ['<updated', '</updated>'];

/** Takes an Atom feed; gives it with the last day of change of each entry alone. */
export function withLastUpdated(xml: string): string {
  const first = xml.indexOf('<entry');
  if (first < 0 || count(xml, START, first) <= count(xml, '<entry', first)) return xml;
  const parts = [xml.slice(0, first)];
  let at = first;
  while (at < xml.length) {
    const next = xml.indexOf('<entry', at + 1);
    const end = next < 0 ? xml.length : next;
    parts.push(lastUpdatedOf(xml.slice(at, end)));
    at = end;
  }
  return parts.join('');
}

function count(xml: string, what: string, from: number): number {
  let n = 0;
  for (let at = xml.indexOf(what, from); at >= 0; at = xml.indexOf(what, at + what.length)) n += 1;
  return n;
}

/** An entry in which a part is not closed stays as it is. */
function lastUpdatedOf(entry: string): string {
  const days: { start: number; end: number }[] = [];
  for (let at = entry.indexOf('<'); at >= 0; at = entry.indexOf('<', at + 1)) {
    const close = entry.startsWith(START, at) ? END : OTHERS.find(([open]) => entry.startsWith(open, at))?.[1];
    if (!close) continue;
    const end = entry.indexOf(close, at);
    if (end < 0) return entry;
    if (close === END) days.push({ start: at, end: end + END.length });
    at = end;
  }
  const earlier = days.slice(0, -1).reverse();
  return earlier.reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), entry);
}
