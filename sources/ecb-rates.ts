import { Parser } from 'htmlparser2';
import { type Day, parseDay } from '../model/day.ts';
import { SourceBlocked, SourceChanged } from '../model/errors.ts';
import type { Rate } from '../model/rate.ts';
import { looksBlocked } from './fetching/blocked.ts';
import { decode } from './parsing/decode.ts';
import type { Fetched, Listing, ReadPage, Source } from './source.ts';

/**
 * Euro reference rates of the European Central Bank, published on working days at about 16:00 in Frankfurt. One file
 * holds the last 90 days, another every day since 1999; both have the same shape.
 */

const FILES = 'https://www.ecb.europa.eu/stats/eurofxref/';

/** Takes one of the files; gives its rates. The whole history has 240,000 of them, so that no tree is built. */
function listRates(page: Fetched): Listing {
  const { text, warnings } = decode(page.body, page.contentType);
  if (!/<gesmes:Envelope\b/.test(text.slice(0, 2_000))) throw notRates(text);
  const days = new Set<Day>();
  const rates: Rate[] = [];
  let odd = 0;
  let day: Day | null = null;
  const parser = new Parser(
    {
      onopentag(name, { time, currency, rate }) {
        if (name !== 'Cube') return;
        if (time !== undefined) day = parseDay(time);
        if (currency === undefined) return;
        const found = day && readRate(currency, rate, day);
        if (found && day) days.add(day);
        if (found) rates.push(found);
        else odd += 1;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (odd > 0) warnings.push(`${odd} entries are no rates that can be read; they were left out.`);
  return { items: [], listed: days.size, more: [], warnings, rates };
}

function readRate(currency: string, raw: string | undefined, day: Day): Rate | null {
  const perEuro = /^\d{1,9}(\.\d{1,9})?$/.test(raw ?? '') ? Number(raw) : 0;
  return /^[A-Z]{3}$/.test(currency) && perEuro > 0 ? { currency, day, perEuro } : null;
}

function notRates(text: string): Error {
  if (looksBlocked(text)) return new SourceBlocked('The bank answered with a challenge page instead of its rates.');
  return new SourceChanged('The bank answered with something else than its file of rates.');
}

function readNothing(): ReadPage {
  throw new SourceChanged('Rates are no documents; there is nothing to read.');
}

const BANK = {
  publisher: 'European Central Bank',
  sourceClass: 'official',
  authority: null,
  home: 'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html',
  list: listRates,
  read: readNothing,
} as const;

export const ecbRates: Source = {
  ...BANK,
  id: 'ecb-rates',
  title: 'ECB reference rates, last 90 days',
  start: [`${FILES}eurofxref-hist-90d.xml`],
  everyMinutes: 360,
  expectsAtLeast: 40,
  expectsAtMost: 100,
};

export const ecbRatesHistory: Source = {
  ...BANK,
  id: 'ecb-rates-history',
  title: 'ECB reference rates since 1999',
  start: [`${FILES}eurofxref-hist.xml`],
  everyMinutes: 7 * 24 * 60,
  expectsAtLeast: 6_000,
  expectsAtMost: 30_000,
  maxListBytes: 30 * 1024 * 1024,
  listDeadlineMs: 30_000,
};
