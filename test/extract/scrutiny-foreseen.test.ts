import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';

const steps = (text: string, language: string) =>
  readDocument({ title: '', text, published: null, language }).scrutiny.map(
    (s) => `${s.authority} ${s.target} ${s.status}`,
  );

const cleared = (text: string, language: string) => steps(text, language).filter((step) => step.endsWith('cleared'));

describe('an approval that is only reckoned with', () => {
  it.each([
    ['en', 'Nvidia is confident that the European Commission will clear its purchase of Run:ai.'],
    ['en', 'Nvidia is buying Run:ai. The deal can close as soon as the European Commission has given its blessing.'],
    ['en', 'The European Commission, which examines the purchase of Run:ai by Nvidia, is expected to clear it by May.'],
    ['de', 'Nvidia rechnet damit, dass die EU-Kommission den Kauf von Run:ai genehmigt.'],
    ['fr', "Nvidia est confiant : la Commission européenne devrait autoriser le rachat de Run:ai d'ici à mai."],
    ['es', 'Nvidia confía en que la Comisión Europea autorice la compra de Run:ai.'],
    ['it', "Nvidia è fiduciosa che la Commissione europea approvi l'acquisizione di Run:ai."],
  ])('has not been given (%s): %s', (language, text) => {
    expect(cleared(text, language)).toEqual([]);
  });

  it.each([
    ['en', 'As expected, the European Commission cleared the purchase of Run:ai by Nvidia on Friday.'],
    ['en', 'Once the European Commission had cleared the purchase of Run:ai, Nvidia paid within a day.'],
    ['de', 'Wie erwartet hat die EU-Kommission den Kauf von Run:ai durch Nvidia am Freitag genehmigt.'],
  ])('is another thing than one that came as reckoned with (%s): %s', (language, text) => {
    expect(steps(text, language)).toContain('EC Run:ai cleared');
  });
});

describe('an approval by those who are no competition authority', () => {
  it.each([
    [
      'fr',
      "L'Autorité de la concurrence a fouillé les bureaux de Nvidia, avec l'autorisation d'un juge. Nvidia venait de racheter Run:ai.",
    ],
    [
      'de',
      'Das Bundeskartellamt hat mit richterlicher Genehmigung die Büros von Nvidia durchsucht. Nvidia hatte Run:ai gekauft.',
    ],
    [
      'en',
      'Shareholders of Run:ai approved the purchase by Nvidia. The European Commission has not said a word about it.',
    ],
  ])('says nothing of the deal (%s): %s', (language, text) => {
    expect(cleared(text, language)).toEqual([]);
  });
});

describe('an approval beside those who are no competition authority', () => {
  it('is one where they only look on', () => {
    const text = 'Shareholders cheered as the European Commission cleared the purchase of Run:ai by Nvidia.';
    expect(steps(text, 'en')).toContain('EC Run:ai cleared');
  });
});

describe('what a contract lets a firm do', () => {
  it.each([
    ['en', 'Meta bought 49% of Scale AI. It may hire more of its engineers. The FTC declined to comment.'],
    ['de', 'Meta darf nach dem Vertrag auch weitere Leute von Scale AI übernehmen. Die FTC wollte sich nicht äußern.'],
    ['it', 'Meta può assumere altri dipendenti di Scale AI, prevede il contratto. La FTC non ha voluto commentare.'],
  ])('is no approval (%s): %s', (language, text) => {
    expect(cleared(text, language)).toEqual([]);
  });

  it('is one where the authority says so', () => {
    expect(steps('Nvidia may buy Run:ai, the European Commission decided on Friday.', 'en')).toContain(
      'EC Run:ai cleared',
    );
  });
});

describe('a way that is opened', () => {
  it('to an inquiry is no approval', () => {
    const text =
      "L'accord entre le ministère de la Justice et la FTC ouvre la voie à une enquête sur l'investissement de Microsoft dans OpenAI.";
    expect(cleared(text, 'fr')).toEqual([]);
  });
});

describe('what an authority did not look at', () => {
  it.each([
    [
      'fr',
      "La CMA n'a pas de compétence sur l'investissement de Microsoft dans OpenAI : elle n'a pas examiné les effets sur la concurrence.",
    ],
    [
      'de',
      'Das Bundeskartellamt ließ zu Jahresbeginn wissen, es schaue sich den Einstieg von Microsoft bei OpenAI an.',
    ],
    ['en', 'The FTC closed its study of Microsoft and OpenAI with a report and found nothing against nobody.'],
  ])('was not found harmless (%s): %s', (language, text) => {
    expect(cleared(text, language)).toEqual([]);
  });
});

describe('states that take back what they asked for', () => {
  it('leave the Commission without a case (de)', () => {
    const text =
      'Nachdem sieben Mitgliedstaaten ihre Verweisungsanträge zurückgezogen haben, wird die EU-Kommission die Übernahme von Inflection AI durch Microsoft nicht prüfen.';
    expect(steps(text, 'de')).toContain('EC Inflection AI no_jurisdiction');
  });
});

describe('what an authority found that it could not examine', () => {
  it('is outside its powers (it)', () => {
    const text =
      "L'investimento di Amazon in Anthropic, operazione che la CMA ha ritenuto di non poter esaminare, vale 4 miliardi di dollari.";
    expect(steps(text, 'it')).toContain('CMA Anthropic no_jurisdiction');
  });
});
