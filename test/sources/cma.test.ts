import { describe, expect, it } from 'vitest';
import type { Instant } from '../../model/day.ts';
import { SourceBlocked, SourceChanged } from '../../model/errors.ts';
import { isWatched, partiesOf } from '../../sources/cases/parties.ts';
import { cmaCases } from '../../sources/cma/cases.ts';
import { OUTCOMES, statusOfStep } from '../../sources/cma/steps.ts';
import { firstDate, readTimetable } from '../../sources/cma/timetable.ts';
import { parseHtml } from '../../sources/parsing/html.ts';
import { type Fetched, type SourceSettings, unlisted } from '../../sources/source.ts';
import { fetchedFrom } from './site.ts';

const settings: SourceSettings = { id: 'cma-cases', url: null, publisher: 'CMA', sourceClass: 'official' };
const fetched = (body: string, url = 'https://www.gov.uk/api/search.json') => fetchedFrom(body, url);
const result = (change: object = {}) => ({
  title: 'Google / Anthropic merger inquiry',
  link: '/cma-cases/g',
  case_type: ['mergers'],
  case_state: ['open'],
  ...change,
});
const sweep = (results: object[], total = results.length) => fetched(JSON.stringify({ results, total, start: 0 }));
const list = (page: Fetched) => cmaCases.list(page, settings);

describe('the sweep', () => {
  it('notices a quiet change: a state or an outcome, though no date moves', () => {
    const before = list(sweep([result({ public_timestamp: '2026-01-01T00:00:00Z' })])).items[0]?.fingerprint;
    for (const change of [
      { case_state: ['closed'] },
      { outcome_type: 'mergers-phase-1-clearance' },
      { description: 'x' },
      { opened_date: '2026-01-01' },
    ]) {
      expect(
        list(sweep([result({ public_timestamp: '2026-01-01T00:00:00Z', ...change })])).items[0]?.fingerprint,
      ).not.toBe(before);
    }
    expect(list(sweep([result({ public_timestamp: '2026-01-01T00:00:00Z', es_score: 9 })])).items[0]?.fingerprint).toBe(
      before,
    );
  });

  it('has the pages of open cases that are read looked at every day, those of others when the list says so', () => {
    const on = (day: string, change: object) => {
      const page = { ...sweep([result(change)]), fetchedAt: `${day}T08:00:00.000Z` as Instant };
      return list(page).items[0]?.fingerprint;
    };
    expect(on('2026-03-01', {})).toBe(on('2026-03-01', {}));
    expect(on('2026-03-01', {})).not.toBe(on('2026-03-02', {}));
    for (const other of [{ case_state: ['closed'] }, { title: 'Oldfield Dairies / Marsh Farm Foods merger inquiry' }]) {
      expect(on('2026-03-01', other)).toBe(on('2026-03-02', other));
    }
  });

  it('asks for what is left, and ends on an empty page', () => {
    expect(list(sweep([result()], 2585)).more).toEqual([expect.stringContaining('start=1&')]);
    expect(list(sweep([], 2585)).more).toEqual([]);
  });

  it('reads the pages of mergers of watched companies only', () => {
    const pages = (change: object) => list(sweep([result(change)])).items[0]?.page;
    expect(pages({})).toBe('https://www.gov.uk/api/content/cma-cases/g');
    expect(pages({ title: 'Oldfield Dairies / Marsh Farm Foods merger inquiry' })).toBeNull();
    expect(pages({ case_type: ['markets'] })).toBeNull();
  });

  it.each([
    ['a web page', '<html><h1>Sorry</h1></html>', SourceChanged],
    ['a challenge', '<html><title>Just a moment...</title></html>', SourceBlocked],
    ['an error message', '{"error":"Unexpected parameters: x"}', SourceChanged],
    ['cut-off data', '{"results":[', SourceChanged],
  ])('%s is named', (_name, body, kind) => {
    expect(() => list(fetched(body))).toThrow(kind);
  });
});

describe('a case page', () => {
  const item = { ...unlisted('g'), title: 'x' };
  const page = (metadata: object, body = '<p>Text of the page.</p>', type = 'cma_case') =>
    fetched(
      JSON.stringify({
        base_path: '/cma-cases/g',
        title: 'Google / Anthropic merger inquiry',
        document_type: type,
        details: { body, metadata },
      }),
    );
  const read = (metadata: object, body?: string) => cmaCases.read(page(metadata, body), item, settings);

  it('that is merely open is monitoring', () => {
    expect(read({ case_state: 'open', opened_date: '2026-01-05' }).events).toMatchObject([
      { status: 'monitoring', date: '2026-01-05', evidence: { quote: 'Opened: 5 Jan 2026' } },
    ]);
  });

  it('a step that lies ahead is not yet one', () => {
    const body =
      '<table><tr><th>Date</th><th>Action</th></tr><tr><td>4 May 2026</td><td>Reference to phase 2</td></tr></table>';
    expect(read({ case_state: 'open', opened_date: '2026-01-05' }, body).events.map(({ status }) => status)).toEqual([
      'monitoring',
    ]);
  });

  it('says which dates bind, and what is dated beside its steps', () => {
    const rows =
      '<tr><td>By 6 August 2026</td><td>Statutory deadline</td></tr><tr><td>5 May 2025</td><td>Hearing</td></tr>';
    const { details } = read({}, `<table><tr><th>Date</th><th>Action</th></tr>${rows}</table>`);
    expect(details?.deadlines).toEqual([{ date: '2026-08-06', what: 'Statutory deadline' }]);
    expect(details?.timeline).toHaveLength(2);
  });

  it('of a case that is no merger makes no step of a review', () => {
    const read = cmaCases.read(
      page({ case_type: 'digital-markets-unit', case_state: 'open', opened_date: '2026-01-05' }),
      item,
      settings,
    );
    expect(read).toMatchObject({ events: [], warnings: [] });
    expect(read.document.text).toContain('Text of the page.');
  });

  it('with a timetable in a form that cannot be read says so', () => {
    const body = '<h2 id="statutory-timetable">Statutory timetable</h2><ul><li>1 May 2026: launch</li></ul>';
    const { warnings } = cmaCases.read(page({ case_state: 'open' }, body), item, settings);
    expect(warnings).toEqual([expect.stringMatching(/timetable that cannot be read/)]);
  });

  it('closed without an outcome gives a warning and no clearance', () => {
    const { events, warnings } = read({ case_state: 'closed', closed_date: '2026-01-05' });
    expect(events).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/does not say how it ended/)]);
  });

  it('that became something else is a change of the source', () => {
    expect(() => cmaCases.read(page({}, '', 'redirect'), item, settings)).toThrow(SourceChanged);
    expect(() => cmaCases.read(null, item, settings)).toThrow(SourceChanged);
  });
});

describe('dates of timetable cells', () => {
  it.each([
    ['18 December 2024', '2024-12-18'],
    ['4 December 2024 to 18 December 2024', '2024-12-04'],
    ['10 to 24 July 2015', '2015-07-10'],
    ['28 March to 5 April 2024', '2024-03-28'],
    ['20 December to 10 January 2025', '2024-12-20'],
    ['10 – 24 July 2015', '2015-07-10'],
    ['3 October 2024 (***)', '2024-10-03'],
    ['1st August 2025', '2025-08-01'],
    ['May 2026', '2026-05'],
    ['By 5 June 2025', '2025-06-05'],
    ['w/c 3 March 2025', '2025-03-03'],
    ['Week commencing 3 March 2025', '2025-03-03'],
    ['Thursday 5 June 2025', '2025-06-05'],
    ['Thu, 5 June 2025', '2025-06-05'],
    ['5 Sept 2025', '2025-09-05'],
    ['5 Jan. 2025', '2025-01-05'],
    ['18/12/2024', '2024-12-18'],
    ['18.12.24', '2024-12-18'],
    ['2024-12-18', '2024-12-18'],
    ['2\u00a0May\u00a02025', '2025-05-02'],
    ['4 December 2024 until TBC', '2024-12-04'],
    ['Early/mid May 2026', '2026-05'],
    ['Expected by end of March 2026', '2026-03'],
    ['29 and 30 January 2026', '2026-01-29'],
    ['32/13/2024', null],
    ['Q2 2025', null],
    ['5 June', null],
    ['Early summer 2026', null],
    ['31 February 2026', null],
    ['TBC', null],
    ['', null],
  ])('%s', (cell, day) => {
    expect(firstDate(cell)).toBe(day);
  });

  it('rows come from tables of actions only, with the line as the page shows it', () => {
    const page = parseHtml(
      '<table><tr><th>Document</th><th>Size</th></tr><tr><td>1 May 2026</td><td>x</td></tr></table><table><thead><tr><th>Phase 1 date</th><th>Action</th></tr></thead><tr><td>1 May <b>2026</b></td><td>Launch of\n merger inquiry (*)</td></tr></table>',
    );
    expect(readTimetable(page)).toEqual([
      { date: '2026-05-01', action: 'Launch of merger inquiry', line: '1 May 2026 | Launch of merger inquiry (*)' },
    ]);
  });

  it('rows come from a table whose heads have other words when its rows begin with dates', () => {
    const table = (head: string) =>
      parseHtml(
        `<table><tr><th>When</th><th>${head}</th></tr><tr><td>1 May 2026</td><td>Launch of merger inquiry</td></tr><tr><td>To be confirmed</td><td>Hearing</td></tr><tr><td>2 to 9 May 2026</td><td>Invitation to comment</td></tr></table>`,
      );
    expect(readTimetable(table('Milestone')).map(({ date }) => date)).toEqual(['2026-05-01', null, '2026-05-02']);
    expect(readTimetable(table('Document'))).toEqual([]);
  });
});

describe('steps', () => {
  it.each([
    ['Invitation to comment', 'information_request'],
    ['Commencement notice published', 'phase1'],
    ['Launch of merger inquiry', 'phase1'],
    ['Reference made', 'phase2'],
    ['Decision to refer published', 'phase2'],
    ['Undertakings in lieu of reference accepted', 'remedies'],
    ['Merger inquiry cancelled', 'abandoned'],
    ['Found not to qualify decision published', 'no_jurisdiction'],
    ['Reference unless undertakings accepted', null],
    ['Consultation on proposed undertakings in lieu of reference', null],
    ['Terms of reference published', null],
    ['Deadline for phase 1 decision', null],
    ['Initial enforcement order', null],
    ['First published.', null],
    ['Full text of the decision published', null],
    ['Juggling of the parties', undefined],
  ])('%s: %s', (words, status) => {
    expect(statusOfStep(words)).toBe(status);
  });

  it('"found not to qualify" is never called cleared', () => {
    expect(OUTCOMES['mergers-phase-1-found-not-to-qualify']?.status).toBe('no_jurisdiction');
  });
});

describe('parties', () => {
  it.each([
    ['Microsoft / OpenAI partnership merger inquiry', 'Microsoft', 'OpenAI'],
    ['Alphabet Inc. (Google LLC) / Anthropic merger inquiry', 'Google', 'Anthropic'],
    ['Microsoft / Inflection AI inquiry', 'Microsoft', 'Inflection AI'],
    ["Microsoft Corporation's partnership with Mistral AI merger inquiry", 'Microsoft', 'Mistral AI'],
    ['Facebook, Inc (now Meta Platforms, Inc) / Giphy, Inc merger inquiry', 'Meta', 'Giphy'],
    ['Oldfield Dairies/Marsh Farm Foods', 'Oldfield Dairies', 'Marsh Farm Foods'],
  ])('%s', (title, acquirer, target) => {
    expect(partiesOf(title)).toEqual({ acquirer, target });
  });

  it('a title that names no two parties gives none', () => {
    expect(partiesOf('Energy markets investigation')).toBeNull();
  });

  it('one watched party is enough', () => {
    expect(isWatched({ acquirer: 'Marsh Farm Foods', target: 'Anthropic' })).toBe(true);
    expect(isWatched({ acquirer: 'Marsh Farm Foods', target: 'Oldfield Dairies' })).toBe(false);
  });
});
