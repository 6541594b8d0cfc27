import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

/** The steps of a text, each as `authority status`. */
function stepsIn(language: string, text: string): string[] {
  const { scrutiny } = readDocument({ title: '', text, published: '2025-03-20' as PartialDay, language });
  return scrutiny.map((s) => `${s.authority} ${s.status}`);
}

describe('what the writer does not know of a review', () => {
  it.each([
    ['en', "There is no sign that the European Commission objected to Apple's purchase of Datakalab, an AI start-up."],
    ['en', "Nothing suggests that the CMA has concerns about Microsoft's investment in Mistral AI."],
    ['en', "It is not known whether the FTC cleared Nvidia's purchase of Run:ai."],
    [
      'fr',
      "Apple a racheté Datakalab, une start-up d'IA, et en a informé la Commission européenne. Rien n’indique que l’opération ait suscité des objections.",
    ],
    ['de', 'Es ist nicht bekannt, dass das Bundeskartellamt Einwände gegen den Kauf von Silo AI durch AMD hatte.'],
    ['de', 'Nichts deutet darauf hin, dass die EU-Kommission den Kauf von Silo AI durch AMD freigegeben hat.'],
    ['es', 'No consta que la Comisión Europea pusiera reparos a la compra de Datakalab por Apple.'],
    [
      'it',
      "Non risulta che la Commissione europea abbia sollevato obiezioni all'acquisizione di Datakalab da parte di Apple.",
    ],
  ])('is no step of it (%s): %s', (language, text) => {
    expect(stepsIn(language, text)).toEqual([]);
  });

  it.each([
    ['The European Commission raised no objections to Apple’s purchase of Datakalab, an AI start-up.', 'EC cleared'],
    [
      'The CMA found no evidence that Microsoft’s hiring of Inflection AI staff harms competition and closed its inquiry.',
      'CMA cleared',
    ],
  ])('is another thing than what an authority has not found: %s', (text, step) => {
    expect(stepsIn('en', text)).toEqual([step]);
  });
});

describe('a filing that is not needed', () => {
  it('is no review', () => {
    const text =
      'Eine Anmeldung beim Bundeskartellamt war für den Einstieg von SAP bei Aleph Alpha nicht erforderlich.';
    expect(stepsIn('de', text)).toEqual([]);
  });
});

describe('what an authority is wont to do', () => {
  const bought = 'Apple has bought Kastelo, a Brussels start-up for AI audio. ';

  it.each([
    [
      'en',
      `${bought}The Belgian Competition Authority, which has called in deals below its thresholds before, made no comment.`,
    ],
    ['en', `${bought}The CMA, which has often opened investigations into small purchases, made no comment.`],
    [
      'fr',
      "Apple a racheté Kastelo, une start-up bruxelloise d'IA. L'Autorité de la concurrence, qui a déjà ouvert des enquêtes sur de petits rachats, n'a pas fait de commentaire.",
    ],
  ])('is no step about the deal at hand (%s): %s', (language, text) => {
    expect(stepsIn(language, text)).toEqual([]);
  });

  it('is one where it speaks of the deal', () => {
    const text = `${bought}The Belgian Competition Authority, which has already called in the deal, made no comment.`;
    expect(stepsIn('en', text)).toEqual(['BCA phase1']);
  });
});

describe('a period that is made longer', () => {
  it.each([
    [
      'de',
      'Meta will die KI-Firma Sprachwerk übernehmen. Die EU-Kommission hat die Frist für die vertiefte Prüfung der Übernahme von Sprachwerk durch Meta auf Antrag der Parteien um 15 Arbeitstage auf den 11. Juni verlängert.',
    ],
    [
      'en',
      'Meta wants to buy the AI firm Sprachwerk. The European Commission has extended its in-depth investigation of Meta’s acquisition of Sprachwerk, at the request of the parties, to 11 June.',
    ],
  ])('is still the same phase, and takes no step on its last day (%s)', (language, text) => {
    const { scrutiny } = readDocument({ title: '', text, published: '2026-03-18' as PartialDay, language });
    expect(scrutiny.map((s) => `${s.authority} ${s.status} ${s.date}`)).toEqual(['EC phase2 null']);
  });
});

describe('a country that a firm is from', () => {
  it('is no authority', () => {
    const text =
      "In May the CMA said Microsoft's partnership with France's Mistral AI did not qualify for investigation.";
    expect(stepsIn('en', text)).toEqual(['CMA no_jurisdiction']);
  });

  it('is one where it acts', () => {
    expect(stepsIn('en', "Germany's approval of Nvidia's purchase of Run:ai, an AI start-up, came in May.")).toEqual([
      'BKartA cleared',
    ]);
  });
});
