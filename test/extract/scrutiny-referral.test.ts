import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import type { PartialDay } from '../../model/day.ts';

/** The steps of a text, each as `authority status`, in alphabetical order. */
function stepsIn(language: string, text: string): string[] {
  const { scrutiny } = readDocument({ title: '', text, published: '2025-03-20' as PartialDay, language });
  return scrutiny.map((s) => `${s.authority} ${s.status}`).sort();
}

describe('a case that one authority hands to another', () => {
  it.each([
    [
      'en',
      'The European Commission reviewed Nvidia/Run:ai upon referral from Italy and approved it unconditionally on 20 December 2024.',
    ],
    [
      'en',
      "The Italian competition authority referred Nvidia's purchase of Run:ai to the European Commission, which cleared it.",
    ],
    ['fr', "La Commission a autorisé le rachat de Run:ai par Nvidia, examiné à la demande de l'autorité italienne."],
  ])('is cleared by the other alone (%s): %s', (language, text) => {
    expect(stepsIn(language, text)).toEqual(['AGCM monitoring', 'EC cleared']);
  });

  it.each([
    ['en', "At Italy's request, the European Commission cleared Nvidia's purchase of Run:ai."],
    ['de', 'Die EU-Kommission gab den Kauf von Run:ai durch Nvidia frei, den sie auf Antrag Italiens geprüft hatte.'],
    ['es', 'La Comisión Europea autorizó la compra de Run:ai por Nvidia, que examinó a petición de Italia.'],
  ])('is never cleared by the country that asked (%s): %s', (language, text) => {
    const steps = stepsIn(language, text);
    expect(steps).toContain('EC cleared');
    expect(steps).not.toContain('AGCM cleared');
  });

  it.each([
    [
      'en',
      'Nvidia bought Run:ai for $700m. Brussels, which Italy had asked to examine the purchase, cleared it in December.',
    ],
    [
      'de',
      'Nvidia kaufte Run:ai für 700 Millionen Dollar. Brüssel, das Italien um Prüfung gebeten hatte, gab die Übernahme im Dezember frei.',
    ],
    [
      'it',
      "Nvidia ha comprato Run:ai per 700 milioni. L'operazione, deferita alla Commissione europea da Svezia e Italia, è stata autorizzata.",
    ],
    [
      'it',
      "L'AGCM ha rinviato alla Commissione europea l'acquisizione di Run:ai da parte di Nvidia. L'operazione ha ottenuto un nulla osta incondizionato il 20 dicembre.",
    ],
  ])('is no approval by whoever handed it on, in whatever words (%s): %s', (language, text) => {
    const steps = stepsIn(language, text);
    expect(steps).toContain('EC cleared');
    expect(steps.filter((step) => step.endsWith('cleared'))).toEqual(['EC cleared']);
  });

  it('leaves the threshold of the one to whom the case came', () => {
    const text =
      "La Commission européenne a autorisé sans condition le rachat de Run:ai par Nvidia. Bruxelles avait été saisi par l'autorité italienne, l'opération n'atteignant pas les seuils européens.";
    expect(stepsIn('fr', text)).toContain('EC cleared');
    expect(stepsIn('fr', text)).not.toContain('AGCM no_jurisdiction');
  });

  it('leaves two authorities that both cleared it as they are', () => {
    const text = "The CMA and the European Commission both cleared Nvidia's purchase of Run:ai.";
    expect(stepsIn('en', text)).toEqual(['CMA cleared', 'EC cleared']);
  });
});

describe('a sentence about several authorities', () => {
  it('gives an approval to the one that its clause names', () => {
    const text =
      "The CMA cleared Microsoft's hiring of Inflection AI's staff. Nvidia's purchase of Run:ai was approved by the European Commission in December; the DOJ is still investigating it.";
    expect(stepsIn('en', text)).toEqual(['CMA cleared', 'DOJ phase1', 'EC cleared']);
  });
});

describe('a step told as the same again', () => {
  it('has no day of the one that it repeats', () => {
    const text =
      "The CMA said on 17 May 2024 that Microsoft's deal with Mistral AI did not qualify; it said the same of Amazon's stake in Anthropic.";
    const { scrutiny } = readDocument({ title: '', text, published: '2025-03-20' as PartialDay, language: 'en' });
    expect(scrutiny.map((s) => `${s.target} ${s.status} ${s.date}`).sort()).toEqual([
      'Anthropic no_jurisdiction null',
      'Mistral AI no_jurisdiction 2024-05-17',
    ]);
  });
});

describe('tests that a deal did not satisfy', () => {
  it('are no approval', () => {
    const text =
      "The CMA found that Amazon's investment in Anthropic did not meet the turnover test, nor was the share of supply test satisfied.";
    expect(stepsIn('en', text)).toEqual(['CMA no_jurisdiction']);
  });

  it('are another thing than an authority that is satisfied', () => {
    const text = "The CMA was satisfied that Microsoft's hiring of Inflection AI staff raises no concern.";
    expect(stepsIn('en', text)).toEqual(['CMA cleared']);
  });
});

describe('thresholds that a referred case did not reach', () => {
  it.each([
    [
      'en',
      "The European Commission approved Qualcomm's acquisition of Edgewright, an AI chip start-up. The deal did not reach the thresholds of the Regulation; the companies had asked for it to be referred to Brussels.",
    ],
    [
      'de',
      'Die EU-Kommission hat die Übernahme des KI-Chipherstellers Edgewright durch Qualcomm freigegeben. Das Vorhaben lag unter den Schwellen der Fusionskontrolle und war auf Antrag der Firmen nach Brüssel verwiesen worden.',
    ],
  ])('leave what was decided (%s)', (language, text) => {
    expect(stepsIn(language, text)).toContain('EC cleared');
    expect(stepsIn(language, text)).not.toContain('EC no_jurisdiction');
  });

  it('end the matter where nothing was referred', () => {
    const text =
      "The CMA found that Amazon's investment in Anthropic did not reach the turnover threshold and does not qualify for review.";
    expect(stepsIn('en', text)).toEqual(['CMA no_jurisdiction']);
  });
});
