/** What stands before the decimals where someone writes. */
export type DecimalMark = '.' | ',';

const WHOLE = /^\d+$/;

/**
 * Takes a number as a person writes it and the mark that their language puts before decimals; gives the number, or null when
 * it is none. `1,250` is a thousand and more in English and one and a quarter in French; `0,25` and `2,5` are decimals
 * everywhere, `1,250,000`, `1 250 000` and `1.250.000` whole numbers.
 */
export function typedNumber(typed: string, mark: DecimalMark = '.'): number | null {
  const text = typed.trim().replace(/(\d)[\s'’](?=\d{3}(?!\d))/gu, '$1');
  const marks = [...text.matchAll(/[.,]/g)].map(([sign]) => sign);
  const last = marks.at(-1);
  if (last === undefined) return WHOLE.test(text) ? Number(text) : null;
  const first = marks[0] as string;
  if (marks.length > 1 && first === last) return grouped(text, first);
  if (marks.length > 1) return decimal(text, last, first);
  return isGrouping(text, last, mark) ? grouped(text, last) : decimal(text, last, null);
}

/** A single comma before exactly three digits groups thousands, but not after a naught, nor where decimals stand behind commas. */
function isGrouping(text: string, sign: string, mark: DecimalMark): boolean {
  return sign === ',' && mark === '.' && /^[1-9]\d{0,2},\d{3}$/.test(text);
}

/** A whole number whose thousands stand apart. */
function grouped(text: string, sign: string): number | null {
  const [head = '', ...rest] = text.split(sign);
  if (!/^\d{1,3}$/.test(head) || !rest.every((group) => /^\d{3}$/.test(group))) return null;
  return Number([head, ...rest].join(''));
}

function decimal(text: string, mark: string, groups: string | null): number | null {
  const at = text.lastIndexOf(mark);
  const [head, decimals] = [text.slice(0, at), text.slice(at + 1)];
  const whole = groups === null ? (/^\d*$/.test(head) ? Number(head || 0) : null) : grouped(head, groups);
  return whole !== null && WHOLE.test(decimals) ? Number(`${whole}.${decimals}`) : null;
}
