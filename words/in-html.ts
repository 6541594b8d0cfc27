const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };
const SIGN = /[&<>"']/;
const EVERY_SIGN = /[&<>"']/g;

/** Takes a value; gives it as text that means itself in HTML. Most texts hold no sign: they are looked at once. */
export function inHtml(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value);
  return SIGN.test(text) ? text.replace(EVERY_SIGN, (sign) => SIGNS[sign] as string) : text;
}
