import { describe, expect, it } from 'vitest';
import { readDocument } from '../../extract/index.ts';
import { assemble } from '../../ledger/index.ts';
import { parsePartialDay } from '../../model/day.ts';
import { factsOf } from '../../model/fact.ts';
import { aDocument, documentsOf } from '../helpers/build.ts';

const read = (language: string, text: string) =>
  readDocument({ title: '', text, published: parsePartialDay('2026-06-01'), language });
const lines = (steps: { authority: string; status: string; date: string | null }[] = []) =>
  steps.map(({ authority, status, date }) => `${authority} ${status} ${date}`);

describe('acts of bodies that review foreign investment', () => {
  it.each([
    [
      'en',
      "CFIUS opened a review of SoftBank's acquisition of Redfern Compute, an AI company, on 3 March 2025 and cleared it on 9 May 2025.",
      ['CFIUS phase1 2025-03-03', 'CFIUS cleared 2025-05-09'],
    ],
    [
      'en',
      "On 27 April 2026 China's National Development and Reform Commission prohibited Meta's acquisition of Manus, an AI start-up, on national security grounds.",
      ['NDRC challenged 2026-04-27'],
    ],
    [
      'fr',
      'Le ministère chinois du Commerce a annoncé le 8 janvier 2026 qu’il examine l’acquisition de Manus, jeune pousse de l’IA, par Meta.',
      ['MOFCOM monitoring 2026-01-08'],
    ],
    [
      'de',
      'Das Bundeswirtschaftsministerium hat die Übernahme der KI-Firma Ginsterbach durch Tencent am 4. Mai 2026 untersagt.',
      ['BMWK challenged 2026-05-04'],
    ],
    [
      'es',
      'El CFIUS autorizó el 9 de mayo de 2025 la compra de Robledal, firma de inteligencia artificial, por SoftBank.',
      ['CFIUS cleared 2025-05-09'],
    ],
    [
      'it',
      'Il Cfius ha autorizzato il 9 maggio 2025 l’acquisizione di Selvapiana, società di intelligenza artificiale, da parte di SoftBank.',
      ['CFIUS cleared 2025-05-09'],
    ],
  ])('are read with their day (%s: %s)', (language, text, expected) => {
    const { foreignInvestment, scrutiny } = read(language, text);
    expect(lines(foreignInvestment)).toEqual(expected);
    expect(scrutiny).toEqual([]);
    for (const { quotes } of foreignInvestment ?? [])
      for (const { start, end, quote } of quotes) expect(text.slice(start, end)).toBe(quote);
  });

  it('stand beside what a competition authority does, and are not taken for it', () => {
    const { foreignInvestment, scrutiny } = read(
      'en',
      "CFIUS cleared SoftBank's acquisition of Redfern Compute, which runs AI data centres, on 9 May 2025; the FTC opened a merger investigation a week later.",
    );
    expect(lines(foreignInvestment)).toEqual(['CFIUS cleared 2025-05-09']);
    expect(lines(scrutiny)).toEqual(['FTC phase1 null']);
  });

  it.each([
    "A senator urged CFIUS to block SoftBank's acquisition of Redfern Compute, an AI company.",
    "The CMA cleared SoftBank's acquisition of Redfern Compute, an AI company.",
    'CFIUS published its annual report. SoftBank bought Redfern Compute, an AI company.',
  ])('are not made up: %s', (text) => {
    expect(read('en', text).foreignInvestment).toBeUndefined();
  });

  it('have a place of their own in the ledger', () => {
    const text = "CFIUS cleared SoftBank's acquisition of Redfern Compute, which runs AI data centres, on 9 May 2025.";
    const documents = documentsOf(aDocument('page', { publisher: 'US Treasury', sourceClass: 'official' }));
    const [pair] = assemble(factsOf('page', read('en', text)), documents);
    expect(pair?.scrutiny).toEqual([]);
    expect(pair?.foreignInvestment?.map(({ authority, status }) => `${authority} ${status}`)).toEqual([
      'CFIUS cleared',
    ]);
  });
});
