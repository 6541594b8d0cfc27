import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';

const steps = (text: string, language: string, title = '') =>
  readDocument({ title, text, published: null, language }).scrutiny.map(
    (s) => `${s.authority} ${s.target} ${s.status}`,
  );

describe('an approval that is only needed, sought or awaited', () => {
  it.each([
    ['en', 'Nvidia will need European Union antitrust approval for its purchase of the AI start-up Run:ai.'],
    [
      'en',
      'Nvidia wants to buy Run:ai. It has been told to seek approval from the European Commission before closing.',
    ],
    ['de', 'Nvidia benötigt für den Kauf von Run:ai die Freigabe der EU-Kommission.'],
    ['de', 'Nvidia kauft Run:ai. Die Freigabe der EU-Kommission ist noch nötig.'],
    ['fr', "Le rachat de Run:ai par Nvidia nécessite l'autorisation de la Commission européenne."],
    ['fr', "Nvidia doit désormais obtenir l'autorisation de l'Union européenne pour son rachat de Run:ai."],
    [
      'fr',
      "Nvidia rachète Run:ai. Il ne peut pas mettre en œuvre l'opération avant d'avoir notifié et obtenu l'approbation de la Commission européenne.",
    ],
    ['fr', "Nvidia cherche l'approbation de Bruxelles pour le rachat de Run:ai."],
    ['it', "Nvidia deve ottenere il via libera della Commissione europea per l'acquisizione di Run:ai."],
    ['es', 'La compra de Run:ai por Nvidia requiere la autorización de la Comisión Europea.'],
    ['it', "L'acquisizione di Run:ai da parte di Nvidia richiede l'approvazione della Commissione europea."],
  ])('has not been given (%s): %s', (language, text) => {
    expect(steps(text, language).filter((step) => step.endsWith('cleared'))).toEqual([]);
  });

  it.each([
    ['en', 'The European Commission approved Nvidia’s purchase of Run:ai without conditions, as required by nobody.'],
    [
      'en',
      'Nvidia had requested approval in November; the European Commission cleared its purchase of Run:ai in December.',
    ],
    ['fr', 'Le rachat de Run:ai par Nvidia a obtenu le feu vert de la Commission européenne.'],
    ['it', "L'acquisizione di Run:ai da parte di Nvidia ha ottenuto il via libera della Commissione europea."],
    ['en', 'Nvidia has won the approval of the European Commission for its purchase of Run:ai.'],
    ['de', 'Nvidia hat für den Kauf von Run:ai die Freigabe der EU-Kommission erhalten.'],
    ['de', 'Die EU-Kommission hat den Kauf von Run:ai durch Nvidia freigegeben, weitere Schritte sind nicht nötig.'],
    ['fr', "La Commission européenne, saisie à la demande de l'Italie, a autorisé le rachat de Run:ai par Nvidia."],
  ])('is another thing than one that was given (%s): %s', (language, text) => {
    expect(steps(text, language)).toContain('EC Run:ai cleared');
  });
});

describe('what a firm makes known', () => {
  it('is no approval (de)', () => {
    const text =
      'Brüssel will die Partnerschaft von Microsoft und Mistral AI prüfen. Microsoft und Mistral hatten zuvor eine Vertriebspartnerschaft bekannt gegeben.';
    expect(steps(text, 'de')).not.toContain('EC Mistral AI cleared');
  });
});

describe('what there is between two firms', () => {
  it('is no firm (de)', () => {
    const read = readDocument({
      title: 'Kooperation Microsoft/OpenAI kein Fall für die Fusionskontrolle',
      text: 'Die Beteiligung des Software-Riesen Microsoft an OpenAI ist kein Fall für die deutsche Fusionskontrolle, teilte das Bundeskartellamt mit.',
      published: null,
      language: 'de',
    });
    expect(read.scrutiny.map((s) => `${s.acquirer} > ${s.target} ${s.status}`)).toEqual([
      'Microsoft > OpenAI no_jurisdiction',
    ]);
  });
});

describe('a rule that may have exceptions', () => {
  it('ends no review', () => {
    const text =
      'Nvidia is buying Run:ai. The deal was not automatically subject to EU review because it falls below the turnover threshold. The Commission agreed to look at it.';
    expect(steps(text, 'en')).not.toContain('EC Run:ai no_jurisdiction');
  });
});
