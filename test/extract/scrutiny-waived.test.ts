import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

/** The steps of a text, each as `authority status`. */
function stepsIn(language: string, text: string): string[] {
  const { scrutiny } = readDocument({ title: '', text, published: '2026-02-01' as PartialDay, language });
  return scrutiny.map((s) => `${s.authority} ${s.status}`);
}

describe('what an authority decided not to do', () => {
  it.each([
    ['en', "The CMA has decided not to refer Google's acquisition of Quillmark AI to a Phase 2 investigation.", 'CMA'],
    ['en', "The CMA will not refer Microsoft's purchase of the AI start-up Quillmark to Phase 2.", 'CMA'],
    ['en', "The European Commission decided not to pursue its case on Microsoft's investment in OpenAI.", 'EC'],
    ['en', "The CMA is no longer investigating Google's partnership with Anthropic.", 'CMA'],
    [
      'fr',
      "L'Autorité de la concurrence a décidé de ne pas ouvrir d'enquête sur le rachat de Plumier IA par Microsoft.",
      'AdlC',
    ],
    ['es', 'La CNMC ha decidido no abrir expediente por la compra de Tintero IA por Google.', 'CNMC'],
    ['es', 'La CNMC ya no investiga la compra de Tintero IA por Google.', 'CNMC'],
    [
      'it',
      "L'AGCM ha deciso di non avviare un'istruttoria sull'acquisizione di Calamaio AI da parte di Google.",
      'AGCM',
    ],
    [
      'de',
      'Das Bundeskartellamt hat entschieden, kein Verfahren zur Übernahme von Tintenfass KI durch Google einzuleiten.',
      'BKartA',
    ],
    ['de', 'Das Bundeskartellamt prüft die Übernahme von Tintenfass KI durch Google nicht weiter.', 'BKartA'],
  ])('ends its review (%s): %s', (language, text, authority) => {
    expect(stepsIn(language, text)).toEqual([`${authority} cleared`]);
  });

  it.each([
    ['en', "The CMA has not opened an investigation into Amazon's investment in Anthropic."],
    ['en', "The CMA has not referred Microsoft's purchase of Quillmark AI to Phase 2."],
    ['de', 'Das Bundeskartellamt hat kein Verfahren zur Übernahme von Tintenfass KI durch Google eingeleitet.'],
    ['fr', "L'Autorité de la concurrence n'a pas ouvert d'enquête sur le rachat de Plumier IA par Microsoft."],
    ['it', "L'AGCM non ha avviato un'istruttoria sull'acquisizione di Calamaio AI da parte di Google."],
  ])('is another thing than what it has not done (%s): %s', (language, text) => {
    expect(stepsIn(language, text)).toEqual([]);
  });
});

describe('words for an approval that are none', () => {
  it.each([
    ['en', "The FTC has authorised a lawsuit against Google's purchase of Quillmark AI.", ['FTC challenged']],
    [
      'en',
      "The CMA opened an inquiry into Google's acquisition of Quillmark AI.\n\nYes / No / Report a problem with this page",
      ['CMA phase1'],
    ],
    [
      'de',
      'Das Bundeskartellamt hat das Hauptprüfverfahren zum Kauf von Tollkirsch KI durch Nvidia eröffnet. Dass von einer Freigabe die Rede war, beruht auf einem Missverständnis.',
      ['BKartA phase2'],
    ],
    [
      'en',
      'The Portuguese authority AdC moved Nvidia\'s purchase of Lusitano AI to phase 2. "Cleared in Portugal!" shouted a newsletter.',
      ['AdC phase2'],
    ],
    [
      'fr',
      "Samsung a racheté Villeurbanne IA. Ni Paris ni la Commission européenne n'y ont trouvé à redire, faute d'avoir regardé.",
      [],
    ],
    [
      'fr',
      "La Commission examine l'accord de Microsoft avec Mistral AI. Elle avait promis de le regarder et n'a plus rien dit.",
      ['EC monitoring'],
    ],
  ])('are read as what they are (%s): %s', (language, text, steps) => {
    expect(stepsIn(language, text)).toEqual(steps);
  });

  it.each([
    ['en', 'The FTC authorised Google to buy Quillmark AI.', 'FTC cleared'],
    ['en', "The CMA raised no concerns about Google's purchase of Quillmark AI.", 'CMA cleared'],
    ['fr', 'La Commission européenne a autorisé le rachat de Plumier IA par Google.', 'EC cleared'],
  ])('leave approvals alone (%s): %s', (language, text, step) => {
    expect(stepsIn(language, text)).toEqual([step]);
  });
});

describe('what is agreed, and what no longer stands', () => {
  it('takes a consent order for remedies, whatever must be sold under it', () => {
    const text =
      "The FTC accepted a consent order under which Google must divest Quillmark's speech business before it completes its purchase of Quillmark AI.";
    expect(stepsIn('en', text)).toEqual(['FTC remedies']);
  });

  it('takes an approval of what commitments have changed for remedies', () => {
    const text =
      "Brussels clears ServiceNow's purchase of Armitage AI. The European Commission concluded that the transaction, as modified by the commitments, raises no concerns.";
    expect(stepsIn('en', text)).toEqual(['EC remedies']);
  });

  it('reads no prohibition that a court has annulled, and one that stands', () => {
    const annulled = "The Tribunal annulled the CMA's prohibition of Google's acquisition of Quillmark AI.";
    expect(stepsIn('en', annulled)).toEqual([]);
    expect(stepsIn('en', "The CMA prohibited Google's acquisition of Quillmark AI.")).toEqual(['CMA challenged']);
  });
});
