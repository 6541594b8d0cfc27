import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../extract/when.ts';
import { parsePartialDay } from '../../model/day.ts';
import { NEVER_FROZEN, PUMPS, timeFor } from './pumps.ts';

/** A Thursday. */
const published = parsePartialDay('2024-03-28');

const dates = (text: string, language: string, on = published) =>
  findDates(text, language, on).map((d) => d.date as string);

describe('stated dates', () => {
  it.each([
    ['en', 'on March 27, 2024', '2024-03-27'],
    ['en', 'on 27 March 2024', '2024-03-27'],
    ['en', 'the 27th of March 2024', '2024-03-27'],
    ['en', 'Sept. 25, 2023', '2023-09-25'],
    ['en', 'Wednesday, March 27, 2024', '2024-03-27'],
    ['en', 'dated 2024-03-27', '2024-03-27'],
    ['en', 'on 27/03/2024', '2024-03-27'],
    ['en', 'in September 2023', '2023-09'],
    ['en', 'since 2021', '2021'],
    ['en', 'late 2022', '2022'],
    ['en', 'mid-2023', '2023'],
    ['en', 'the third quarter of 2023', '2023'],
    ['en', 'a round (2019)', '2019'],
    ['fr', 'le 1er septembre 2023', '2023-09-01'],
    ['fr', 'mercredi 27 mars 2024', '2024-03-27'],
    ['fr', 'en septembre 2023', '2023-09'],
    ['fr', 'fin 2022', '2022'],
    ['fr', 'le 27/03/2024', '2024-03-27'],
    ['de', 'am 27. März 2024', '2024-03-27'],
    ['de', 'am 27.03.2024', '2024-03-27'],
    ['de', 'Ende 2022', '2022'],
    ['es', 'el 27 de marzo de 2024', '2024-03-27'],
    ['es', 'en septiembre de 2023', '2023-09'],
    ['it', 'il 27 marzo 2024', '2024-03-27'],
    ['it', 'nel 2021', '2021'],
  ])('%s: %s', (language, text, date) => {
    expect(dates(text, language)).toEqual([date]);
    expect(dates(text, language, null)).toEqual([date]);
  });
});

describe('dates counted from the publication', () => {
  it.each([
    ['en', 'on Wednesday, March 27,', '2024-03-27'],
    ['en', 'on Wednesday', '2024-03-27'],
    ['en', 'on Thursday', '2024-03-28'],
    ['en', 'last Thursday', '2024-03-21'],
    ['en', 'yesterday', '2024-03-27'],
    ['en', 'last month', '2024-02'],
    ['en', 'last year', '2023'],
    ['en', 'September last year', '2023-09'],
    ['en', 'last September', '2023-09'],
    ['en', 'in December', '2023-12'],
    ['en', 'in February', '2024-02'],
    ['en', 'on 27 January this year', '2024-01-27'],
    ['en', 'by 4 October', '2024-10-04'],
    ['fr', 'hier', '2024-03-27'],
    ['fr', 'mercredi', '2024-03-27'],
    ['fr', 'en septembre dernier', '2023-09'],
    ['fr', 'en septembre', '2023-09'],
    ['fr', 'septembre de l’année dernière', '2023-09'],
    ['fr', 'le mois dernier', '2024-02'],
    ['de', 'gestern', '2024-03-27'],
    ['de', 'im vergangenen September', '2023-09'],
    ['de', 'im September vergangenen Jahres', '2023-09'],
    ['de', 'am Mittwoch', '2024-03-27'],
    ['es', 'ayer', '2024-03-27'],
    ['es', 'el pasado septiembre', '2023-09'],
    ['es', 'en septiembre del año pasado', '2023-09'],
    ['it', 'ieri', '2024-03-27'],
    ['it', 'lo scorso settembre', '2023-09'],
    ['it', 'nel settembre dello scorso anno', '2023-09'],
  ])('%s: %s', (language, text, date) => {
    expect(dates(text, language)).toEqual([date]);
    expect(dates(text, language, null)).toEqual([]);
  });

  it('gives the year at the end of a list to all of it', () => {
    expect(dates('on April 1, July 1 and October 1, 2026', 'en')).toEqual(['2026-04-01', '2026-07-01', '2026-10-01']);
  });

  it('knows no weekday when only the month of publication is known', () => {
    expect(dates('on Wednesday', 'en', parsePartialDay('2024-03'))).toEqual([]);
  });
});

describe('what is no date', () => {
  it.each([
    'last week',
    'last summer',
    'next Wednesday',
    '31 February 2024',
    '32 March 2024',
    '2024-13-01',
    '0000-00-00',
    '03/04/2024',
    'it may rise',
    'they march on',
    '$2024',
    '2024%',
    '2,024 people',
    'a 2024-page report',
    'year 275760',
    '24:00',
  ])('%s', (text) => {
    expect(dates(text, 'en')).toEqual([]);
  });
});

describe('any input', () => {
  it('gives dates that exist, quoted where they stand', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'March',
        '27',
        '2024',
        'last',
        'on',
        'Monday',
        ',',
        'in',
        'May',
        '2024-02-30',
        '31',
        'year',
        'this',
        '.',
        'th',
        'by',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 30 }),
        fc.constantFrom('en', 'fr', 'de', 'es', 'it', 'xx'),
        (parts, language) => {
          const text = parts.join(' ');
          for (const m of findDates(text, language, published)) {
            expect(parsePartialDay(m.date)).toBe(m.date);
            expect(text.slice(m.start, m.end)).toBe(m.quote);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(PUMPS)('does not freeze over 100 KB of %j', (pump) => {
    expect(timeFor(pump, (text) => findDates(text, 'en', published))).toBeLessThan(NEVER_FROZEN);
  });
});
