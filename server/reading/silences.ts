import { findMoney } from '../../extract/money/money.ts';
import type { Day, PartialDay } from '../../model/day.ts';
import { firstDay } from '../../model/day.ts';
import { READABLE_LANGUAGES } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import { type Reading, readInFullTo } from '../../model/reading.ts';
import { formatMoney } from '../../words/format.ts';
import { KIND_LABELS } from '../../words/labels.ts';
import { t } from '../../words/speak.ts';
import { languageName } from '../words/language.ts';

/** Sums are looked for once more on the page's own thread, so only in texts that take it no time. */
const LONGEST_FOR_SUMS = 60_000;
const MOST_SUMS = 20;

export interface SetAside {
  quote: string;
  reason: string;
}

/** What could not be read in a text, each in a sentence: said aloud, so that silence is never taken for "nothing there". */
export function couldNotRead(reading: Reading, text: string, published: PartialDay | null, today: Day): string[] {
  const sentences: string[] = [];
  const place = readInFullTo(reading, text);
  if (place !== null) sentences.push(t('read.read-in-full-as-far-as', { place }));
  const { deals } = reading;
  const foreign = notReadable(reading.language);
  if (foreign) sentences.push(foreign);
  if (published === null) sentences.push(t('read.no-date-was-given-so'));
  else if (firstDay(published) > today) sentences.push(t('read.the-date-given-is-in'));
  const unpriced = deals.filter((deal) => deal.amounts.length === 0).map(nameOf);
  if (unpriced.length) {
    sentences.push(t('read.no-sum-was-read-for', { unpriced: unpriced.join('; ') }));
  }
  return sentences;
}

function nameOf({ acquirer, target, kind }: Reading['deals'][number]): string {
  return `${KIND_LABELS[kind].toLowerCase()} ${acquirer} → ${target}`;
}

/** Takes the language of a text; says that it is not one of those that are read, or null when it is. */
export function notReadable(language: string): string | null {
  return READABLE_LANGUAGES.some((code) => code === language) ? null : languageSentence(language);
}

function languageSentence(language: string): string {
  const read = 'English, French, German, Spanish and Italian are read.';
  if (language === 'und') return t('read.the-language-could-not-be', { read });
  const name = languageName(language);
  return t('read.the-text-is-in', { name, read });
}

/** Sums in the text that belong to no deal that was read: valuations, revenue, whole markets. */
export function sumsSetAside(text: string, language: string, facts: readonly Fact[]): SetAside[] {
  if (text.length > LONGEST_FOR_SUMS) return [];
  const used = facts.flatMap((fact) => (fact.type === 'amount' ? fact.evidence.filter((e) => e.in === 'text') : []));
  return findMoney(text, language)
    .filter((sum) => sum.conversionOf === null && sum.currency !== null)
    .filter(({ start, end }) => !used.some((e) => e.start < end && e.end > start))
    .slice(0, MOST_SUMS)
    .map((sum) => ({
      quote: sum.quote,
      reason: t('read.not-tied-to-a-deal', { value: formatMoney({ value: sum.value, currency: sum.currency ?? '' }) }),
    }));
}
