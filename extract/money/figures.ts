/** Longest figure that is read; a longer run of digits is no sum of money. */
const LONGEST = 30;

/**
 * Takes a figure as written ("2,75", "13.000", "1 250 000", "1,00,000"), the language, and the scale that follows (1
 * when none); gives its value, or null when it can be read in no way or is not a plain number.
 */
export function readFigure(written: string, language: string, scale: number): number | null {
  if (written.length > LONGEST) return null;
  const compact = written.replace(/[ \u00a0\u202f\u2009'’]/g, (c) => (/['’]/.test(c) ? "'" : ''));
  const figure = plainFigure(compact, language, scale);
  return figure === null ? null : Number(figure);
}

function plainFigure(text: string, language: string, scale: number): string | null {
  if (/^\d+$/.test(text)) return text;
  if (text.includes("'"))
    return /^\d{1,3}('\d{3})+([.,]\d{1,2})?$/.test(text) ? text.replaceAll("'", '').replace(',', '.') : null;
  const marks = text.replace(/\d/g, '');
  const last = marks.at(-1) as string;
  if (marks.length === 1) return oneMark(text, last, language, scale);
  if (new Set(marks).size === 1) return grouped(text, last);
  return bothMarks(text, last, marks);
}

/** "4,000.50" and "4.000,50": the last mark, if it stands once, begins the decimals. */
function bothMarks(text: string, last: string, marks: string): string | null {
  if (marks.indexOf(last) !== marks.length - 1) return null;
  const at = text.lastIndexOf(last);
  const whole = grouped(text.slice(0, at), marks[0] as string);
  return whole === null ? null : `${whole}.${text.slice(at + 1)}`;
}

/** Groups of three digits, or the Indian twos: "1,00,000". */
function grouped(text: string, mark: string): string | null {
  const groups = text.split(mark);
  const [first, ...rest] = groups as [string, ...string[]];
  const threes = rest.every((g) => g.length === 3);
  const indian = mark === ',' && rest.at(-1)?.length === 3 && rest.slice(0, -1).every((g) => g.length === 2);
  if (!/^[1-9]\d{0,2}$/.test(first) || !(threes || indian)) return null;
  return groups.join('');
}

/**
 * One mark: decimals, unless exactly three digits follow, as in "13.000 millones". With three, the mark that the
 * language uses for thousands groups, except before a scale of a billion, and a closing zero is no decimal.
 */
function oneMark(text: string, mark: string, language: string, scale: number): string | null {
  const [whole, rest] = text.split(mark) as [string, string];
  const decimal = `${whole}.${rest}`;
  if (rest.length !== 3 || whole.length > 3 || /^0/.test(whole)) return decimal;
  const groups = mark === (language === 'en' ? ',' : '.');
  if (groups) return scale >= 1e9 && !rest.endsWith('0') ? decimal : whole + rest;
  return rest.endsWith('0') && language !== 'en' ? whole + rest : decimal;
}
