import { makeDay, type PartialDay } from '../../model/day.ts';

/** Days as people write them in running text, in the five languages that are read and the one of CADE. */

const MONTHS: Record<string, number> = Object.create(null);
const NAMES = [
  'january janvier januar enero gennaio janeiro jan janv ene gen jänner',
  'february février februar febrero febbraio fevereiro feb févr fév fev febr',
  'march mars märz marzo março mar mär',
  'april avril abril aprile apr avr abr',
  'may mai mayo maggio maio mag',
  'june juin juni junio giugno junho jun giu',
  'july juillet juli julio luglio julho jul juil lug',
  'august août agosto aug ago',
  'september septembre septiembre settembre setembro sep sept set',
  'october octobre oktober octubre ottobre outubro oct okt ott out',
  'november novembre noviembre novembro nov',
  'december décembre dezember diciembre dicembre dezembro dec déc dez dic',
];
for (const [n, names] of NAMES.entries()) for (const name of names.split(' ')) MONTHS[name] = n + 1;

/** True for the name of a month in one of those languages, written out or cut short. */
export function isMonth(word: string): boolean {
  return word.toLowerCase().replace(/\.$/, '') in MONTHS;
}

const MONTH = `(${Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
/** "12 May 2026", "12. Mai 2026", "1er mai 2026", "12 de mayo de 2026" */
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?\\s+(?:de\\s+)?${MONTH}\\.?,?\\s+(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)`,
  'iu',
);
/** "May 12, 2026" */
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\p{N}])${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`,
  'iu',
);
/** "12.05.2026", with dots always day first; "2026-05-12" */
const DOTTED = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/;
/** Readers of these languages write the day first. */
const DAY_FIRST_LANGUAGES = new Set(['de', 'es', 'fr', 'it']);

/**
 * Takes a short text and its language, if known; gives the first day that stands in it, or null. "5/6/2026" is read only
 * where it can mean one day alone.
 */
export function writtenDay(text: string, language: string | null): PartialDay | null {
  const found = [wordsDay(text), monthFirst(text), figuresDay(text), slashedDay(text, language)].filter(
    (one) => one !== null,
  );
  found.sort((a, b) => a.at - b.at);
  return (found[0]?.day as string as PartialDay | undefined) ?? null;
}

interface Found {
  at: number;
  day: ReturnType<typeof makeDay>;
}

function found(m: RegExpExecArray | null, year?: string, month?: string | number, day?: string): Found | null {
  if (!m || !year || !day) return null;
  const number = typeof month === 'number' ? month : (MONTHS[(month ?? '').toLowerCase()] ?? Number(month));
  const made = makeDay(Number(year), number, Number(day));
  return made && { at: m.index, day: made };
}

function wordsDay(text: string): Found | null {
  const m = DAY_FIRST.exec(text);
  return found(m, m?.[3], m?.[2], m?.[1]);
}

function monthFirst(text: string): Found | null {
  const m = MONTH_FIRST.exec(text);
  return found(m, m?.[3], m?.[1], m?.[2]);
}

function figuresDay(text: string): Found | null {
  const dotted = DOTTED.exec(text);
  const iso = ISO.exec(text);
  return (
    found(dotted, dotted?.[3], Number(dotted?.[2]), dotted?.[1]) ?? found(iso, iso?.[1], Number(iso?.[2]), iso?.[3])
  );
}

function slashedDay(text: string, language: string | null): Found | null {
  const m = SLASHED.exec(text);
  const [a, b] = [Number(m?.[1]), Number(m?.[2])];
  if (a > 12 || a === b || DAY_FIRST_LANGUAGES.has(language ?? '')) return found(m, m?.[3], b, m?.[1]);
  return b > 12 ? found(m, m?.[3], a, m?.[2]) : null;
}
