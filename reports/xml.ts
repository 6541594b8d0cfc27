const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text without what no XML file may hold: control characters but tab and line ends, lone surrogates, non-characters. */
export function xmlSafe(text: string): string {
  return text.replace(/[^\t\n\r\P{Cc}]|[\uFFFE\uFFFF]|\p{Cs}/gu, '');
}

/** Text as it stands in XML, in an element or an attribute. */
export function escapeXml(text: string): string {
  return xmlSafe(text).replace(/[&<>"']/g, (c) => ENTITIES[c] as string);
}
