import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import { assemble } from '../../ledger/index.ts';
import { type PartialDay, parsePartialDay } from '../../model/day.ts';
import { factsOf } from '../../model/fact.ts';
import { aDocument, documentsOf } from '../helpers/build.ts';

interface Case {
  name: string;
  language?: string;
  published?: string;
  title?: string;
  text: string;
  /** Earlier steps, then the latest ones: "CMA phase1 2024-08-08". */
  earlier: string[];
  latest: string[];
}

const cases: Case[] = [
  {
    name: 'a launch told in a closing notice',
    text: 'The Competition and Markets Authority decided on 27 September 2025 that the partnership between Amazon and Anthropic does not qualify for investigation. The inquiry had been launched on 8 August 2025, after an invitation to comment in July.',
    earlier: ['CMA information_request 2025-07', 'CMA phase1 2025-08-08'],
    latest: ['CMA no_jurisdiction 2025-09-27'],
  },
  {
    name: 'steps in one sentence, each with its own day',
    text: "The CMA, which had opened a Phase 1 investigation on 3 March 2025, cleared Nvidia's purchase of Groq on 29 April 2025.",
    earlier: ['CMA phase1 2025-03-03'],
    latest: ['CMA cleared 2025-04-29'],
  },
  {
    name: 'every row of a timetable',
    title: 'Nvidia / Groq merger inquiry',
    text: "The CMA is investigating Nvidia's acquisition of Groq.\n\nTimetable\nDate\tAction\n29 April 2025\tDecision: merger cleared\n3 March 2025\tLaunch of merger inquiry\n6 to 20 January 2025\tInvitation to comment",
    earlier: ['CMA information_request 2025-01-06', 'CMA phase1 2025-03-03'],
    latest: ['CMA cleared 2025-04-29'],
  },
  {
    name: 'German',
    language: 'de',
    text: 'Das Bundeskartellamt hat die Übernahme von Groq durch Nvidia am 29. April 2025 freigegeben. Am 3. März 2025 hatte die Behörde ein Hauptprüfverfahren eingeleitet.',
    earlier: ['BKartA phase2 2025-03-03'],
    latest: ['BKartA cleared 2025-04-29'],
  },
  {
    name: 'French',
    language: 'fr',
    text: 'Le 29 avril 2025, la Commission européenne a autorisé le rachat de Groq par Nvidia. Elle avait ouvert une enquête approfondie le 3 mars 2025.',
    earlier: ['EC phase2 2025-03-03'],
    latest: ['EC cleared 2025-04-29'],
  },
  {
    name: 'Spanish',
    language: 'es',
    text: 'La Comisión Europea autorizó el 29 de abril de 2025 la compra de Groq por Nvidia. Había abierto una investigación en profundidad el 3 de marzo de 2025.',
    earlier: ['EC phase2 2025-03-03'],
    latest: ['EC cleared 2025-04-29'],
  },
  {
    name: 'Italian',
    language: 'it',
    text: "La Commissione europea ha autorizzato il 29 aprile 2025 l'acquisizione di Groq da parte di Nvidia. Il 3 marzo 2025 aveva avviato un'indagine approfondita.",
    earlier: ['EC phase2 2025-03-03'],
    latest: ['EC cleared 2025-04-29'],
  },
  {
    name: 'no earlier step that is only foreseen, nor the end of a period',
    text: "The CMA opened a Phase 1 investigation into Nvidia's purchase of Groq on 3 March 2025. It has until 29 April 2025 to clear the deal or refer it for an in-depth investigation.",
    earlier: [],
    latest: ['CMA phase1 2025-03-03'],
  },
  {
    name: 'no step before one whose own day is not told',
    text: "The CMA has cleared Nvidia's purchase of Groq. It had opened a Phase 1 investigation on 3 March 2025.",
    earlier: [],
    latest: ['CMA cleared null'],
  },
  {
    name: "never the deal's own day",
    text: 'The FTC has so far sent questions to Amazon over its June 2024 arrangement with Adept but has brought no case.',
    earlier: [],
    latest: ['FTC information_request null'],
  },
  {
    name: 'the day of what another authority did',
    text: "Italy's competition authority passed Nvidia's purchase of Groq on to Brussels; the European Commission accepted the case on 31 October 2024.",
    earlier: [],
    latest: ['AGCM monitoring null', 'EC phase1 2024-10-31'],
  },
  {
    name: 'a day that the next sentence gives',
    text: 'The CMA has opened an invitation to comment on the partnership between Microsoft and Mistral AI. Since 24 April 2024, anyone may write to it.',
    earlier: [],
    latest: ['CMA information_request 2024-04-24'],
  },
  {
    name: 'the day of the sentence before',
    text: 'On 13 May 2026 CADE ordered Microsoft to notify its arrangement with Inflection AI. A proceeding on Google and Windsurf was opened at the same time.',
    earlier: [],
    latest: ['CADE phase1 2026-05-13', 'CADE phase1 2026-05-13'],
  },
];

function read({ title = '', text, language = 'en', published = '2026-06-01' }: Case) {
  return readDocument({ title, text, language, published: parsePartialDay(published) as PartialDay });
}

const line = ({ authority, status, date }: { authority: string; status: string; date: string | null }) =>
  `${authority} ${status} ${date}`;

describe('several dated steps in one document', () => {
  it.each(cases)('$name', (c) => {
    const { scrutiny, earlier = [] } = read(c);
    expect({ earlier: earlier.map(line), latest: scrutiny.map(line) }).toEqual({
      earlier: c.earlier,
      latest: c.latest,
    });
  });

  it('quotes the sentence of each', () => {
    const c = cases[0] as Case;
    for (const { quotes } of read(c).earlier ?? []) {
      expect(quotes.map(({ quote }) => quote)).toEqual([expect.stringMatching(/^The inquiry had been launched/)]);
      for (const { start, end, quote } of quotes) expect(c.text.slice(start, end)).toBe(quote);
    }
  });

  it('makes one history, with the latest step shown and nothing reopened', () => {
    const c = cases[0] as Case;
    const documents = documentsOf(aDocument('notice', { publisher: 'CMA', sourceClass: 'official' }));
    const [pair] = assemble(factsOf('notice', read(c)), documents);
    const [cell] = pair?.scrutiny ?? [];
    expect(cell?.history.map(({ status, date }) => `${status} ${date}`)).toEqual([
      'information_request 2025-07',
      'phase1 2025-08-08',
      'no_jurisdiction 2025-09-27',
    ]);
    expect([cell?.status, cell?.needsReview]).toEqual(['no_jurisdiction', null]);
  });
});
