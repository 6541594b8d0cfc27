import { describe, expect, it } from 'vitest';
import type { Instant } from '../../model/day.ts';
import { DealwatchError } from '../../model/errors.ts';
import { germanDay } from '../../sources/bkarta-mergers.ts';
import { partiesOf } from '../../sources/cases/parties.ts';
import { companiesNamed, followedName, looksRelevant, partyName } from '../../sources/cases/watched.ts';
import { statusOfStep } from '../../sources/cma/steps.ts';
import { firstDate } from '../../sources/cma/timetable.ts';
import { partiesInTitle } from '../../sources/ec/case.ts';
import { stepOfEcHeadline } from '../../sources/ec/headlines.ts';
import { referenceOf } from '../../sources/ec/press.ts';
import { brusselsDay, readCase } from '../../sources/ec/record.ts';
import { statusOfDecision } from '../../sources/ec/steps.ts';
import { looksBlocked } from '../../sources/fetching/blocked.ts';
import { sources } from '../../sources/index.ts';
import { readDate } from '../../sources/parsing/date.ts';
import { plainText } from '../../sources/parsing/html.ts';
import type { Fetched } from '../../sources/source.ts';
import { partiesOfCaption } from '../../sources/us/captions.ts';
import { dojDay } from '../../sources/us/doj-press.ts';
import { matterNumber } from '../../sources/us/ftc-cases.ts';
import { statusOfWords, stepOfHeadline } from '../../sources/us/ftc-steps.ts';

/** What makes a careless pattern go back and forth. */
const PUMPS = [
  '1',
  'Aa ',
  'A',
  'a',
  ' ',
  '\u00a0',
  ',',
  '"',
  '(',
  ')',
  '/',
  ' / ',
  '.',
  '-',
  '& ',
  'of ',
  ' and ',
  ': ',
  '<',
  '</',
  '<a ',
  "'s ",
  '\n',
  'é',
  '1.',
  'M.1 ',
  'Acquisition of A ',
  'U.S. v. ',
  'Inc., ',
];
const LENGTH = 50_000;
/** Far above what a linear pattern needs here, far below what one that is not would take. */
const MOST_MS = 500;

const FUNCTIONS: [string, (text: string) => unknown][] = [
  ['partiesOf', partiesOf],
  ['partiesOfCaption', partiesOfCaption],
  ['partiesInTitle', (text) => partiesInTitle(readCase({ caseTitle: [text] }, 'M.1'))],
  ['followedName', followedName],
  ['partyName', partyName],
  ['companiesNamed', companiesNamed],
  ['looksRelevant', looksRelevant],
  ['stepOfHeadline', stepOfHeadline],
  ['statusOfWords', statusOfWords],
  ['stepOfEcHeadline', stepOfEcHeadline],
  ['statusOfDecision', (text) => statusOfDecision(text, text)],
  ['statusOfStep', statusOfStep],
  ['firstDate', firstDate],
  ['readDate', readDate],
  ['germanDay', germanDay],
  ['brusselsDay', brusselsDay],
  ['dojDay', dojDay],
  ['matterNumber', matterNumber],
  ['referenceOf', referenceOf],
  ['looksBlocked', looksBlocked],
  ['plainText', plainText],
];

function cpuMs(work: () => unknown): number {
  const begun = process.cpuUsage();
  try {
    work();
  } catch (error) {
    if (!(error instanceof DealwatchError)) throw error;
  }
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

describe('H12 no pattern of a source goes back and forth', () => {
  it.each(FUNCTIONS)('%s', (_name, read) => {
    for (const pump of PUMPS) {
      const pumped = pump.repeat(LENGTH / pump.length);
      const texts = [`${pumped}!`, `Commission clears acquisition of ${pumped} by X`];
      for (const text of texts) expect([pump, cpuMs(() => read(text)) < MOST_MS]).toEqual([pump, true]);
    }
  });
});

/** A body of the source's own kind that holds nothing but noise. */
const BODIES = [
  '',
  '\u0000',
  'null',
  '[]',
  '{}',
  '0',
  '"x"',
  '{"results":null}',
  '{"results":[null]}',
  '<',
  '<html>',
  '<rss/>',
  '<?xml version="1.0"?>',
  '\ufeff',
  '[[[[',
  '{"data":[{}],"meta":{}}',
  '<table><tr><td>',
];

describe('noise in the place of a list is a failure with a sentence, for every source', () => {
  it.each(sources.map((source) => [source.id, source] as const))('%s', (_id, source) => {
    const url = source.start[0] ?? 'https://feed.example/';
    const settings = { id: source.id, url: null, publisher: source.publisher, sourceClass: source.sourceClass };
    for (const body of BODIES) {
      const page: Fetched = {
        url,
        finalUrl: url,
        status: 200,
        contentType: null,
        body: Buffer.from(body),
        etag: null,
        lastModified: null,
        fetchedAt: '2026-03-02T09:00:00.000Z' as Instant,
      };
      let listed = 0;
      try {
        listed = source.list(page, settings).listed;
      } catch (error) {
        if (!(error instanceof DealwatchError))
          throw new Error(`${source.id} on ${JSON.stringify(body)}`, { cause: error });
        expect(error.message.length).toBeGreaterThan(20);
      }
      // What was not refused must be short enough for the run to refuse it.
      expect([body, listed < Math.max(source.expectsAtLeast, 1)]).toEqual([body, true]);
    }
  });
});
