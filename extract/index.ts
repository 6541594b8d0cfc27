import type { ReadInput, Reading, ReadScrutiny } from '../model/reading.ts';
import { readUnits } from './document.ts';
import { languageOf } from './lexicon/index.ts';
import { proposedPairs } from './likelihood/judge-scrutiny.ts';
import { findAllMoney, type MoneyMention } from './money/money.ts';
import { namesGroup } from './names/document-names.ts';
import { toReading } from './reading.ts';
import { readSteps } from './scrutiny.ts';
import { fold, unfold } from './text/fold.ts';
import { detectLanguage } from './text/language.ts';
import { splitSentences } from './text/sentences.ts';
import { moneyTokens } from './text/text-tokens.ts';
import { assign, makeUnits, type Unit } from './unit.ts';
import { findDates } from './when.ts';

/** Takes a document; gives its sentences with their sums and dates, in its own language. */
export function unitsOf(input: ReadInput) {
  const title = fold(input.title);
  const text = fold(input.text);
  const code = input.language ?? detectLanguage(`${title.text}\n${text.text}`);
  const language = languageOf(code);
  const sentences = splitSentences(text.text, code);
  const units = makeUnits(title.text, sentences);
  // Sums and dates matter only beside a firm that may fund, buy, hire or supply: most pages name none.
  if (namesGroup(units, language)) {
    addFigures(units, 'title', title.text, code, input);
    addFigures(units, 'text', text.text, code, input);
  }
  return { title, text, code, language, sentences, units };
}

/**
 * Takes a document's title, text, day and language; gives the deals and steps of scrutiny that it asserts, each with
 * the words that prove it. Pure and deterministic; time is linear in the length of the text; never throws.
 */
export function readDocument(input: ReadInput): Reading {
  const { title, text, code, language, sentences, units } = unitsOf(input);
  const read = readUnits(units, language);
  const reading = toReading(code, read);
  const { latest, earlier, foreignInvestment } = readSteps(
    { title: title.text, text: text.text, language: code, published: input.published, sentences },
    read.parties,
    reading.deals,
    proposedPairs(read.likelihoods),
  );
  const readTo = read.readTo === undefined ? {} : { readTo: unfold(text, read.readTo, read.readTo).start };
  const more = {
    ...readTo,
    ...(earlier.length ? { earlier } : {}),
    ...(foreignInvestment.length ? { foreignInvestment } : {}),
  };
  return place({ ...reading, scrutiny: latest, ...more }, input, title, text);
}

function addFigures(
  units: readonly Unit[],
  part: Unit['part'],
  text: string,
  language: string,
  input: ReadInput,
): void {
  const tokens = moneyTokens(text);
  const { money, implied } = findAllMoney(text, language, tokens);
  assign(units, part, inOwnCurrency(money), (unit, m) => unit.money.push(m));
  assign(units, part, implied, (unit, m) => unit.implied.push(m));
  assign(units, part, findDates(text, language, input.published, tokens), (unit, d) => unit.dates.push(d));
}

const BARE = /^[\d.,\s]+(?:\p{Ll}+\.?)?$/u;

/** "2.75 billion dollars (2.5 billion euros) … 1.25 billion": a bare figure goes on in the currency outside the brackets. */
function inOwnCurrency(money: MoneyMention[]): MoneyMention[] {
  let own: string | null = null;
  return money.map((m) => {
    if (m.conversionOf !== null) return m;
    const bare = BARE.test(m.quote) && /\s(?:bi|mi|tri|md|mrd|mio|mld)/i.test(m.quote);
    if (bare && own) return { ...m, currency: own };
    own = m.currency;
    return m;
  });
}

/** Turns offsets into the folded text to offsets into the text as given. */
function place(
  reading: Reading,
  input: ReadInput,
  title: ReturnType<typeof fold>,
  text: ReturnType<typeof fold>,
): Reading {
  const fix = <E extends { in: 'title' | 'text'; start: number; end: number; quote: string }>(e: E): E => {
    const { start, end } = unfold(e.in === 'title' ? title : text, e.start, e.end);
    return { ...e, start, end, quote: input[e.in].slice(start, end) };
  };
  const steps = (read: readonly ReadScrutiny[]) => read.map((s) => ({ ...s, quotes: s.quotes.map(fix) }));
  return {
    ...reading,
    deals: reading.deals.map((d) => ({
      ...d,
      amounts: d.amounts.map(fix),
      terms: d.terms.map(fix),
      quotes: d.quotes.map(fix),
    })),
    scrutiny: steps(reading.scrutiny),
    ...(reading.earlier ? { earlier: steps(reading.earlier) } : {}),
    ...(reading.foreignInvestment ? { foreignInvestment: steps(reading.foreignInvestment) } : {}),
  };
}
