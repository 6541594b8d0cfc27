import { describe, expect, it } from 'vitest';
import { findAuthorities } from '../../extract/scrutiny/authorities.ts';
import { moneyTokens } from '../../extract/text/text-tokens.ts';

const codes = (text: string) =>
  findAuthorities(text, moneyTokens(text)).flatMap((m) => (m.code && m.form !== 'seat' ? [m.code] : []));

describe('authorities by their other names', () => {
  it.each([
    ["Britain's competition watchdog waved it through.", 'CMA'],
    ['Le gendarme britannique de la concurrence a donné son accord.', 'CMA'],
    ['Die Bonner Behörde hat den Kauf freigegeben.', 'BKartA'],
    ['Die Wettbewerbshüter in Bonn prüfen den Fall.', 'BKartA'],
    ['EU antitrust regulators opened a file.', 'EC'],
    ['Los reguladores británicos autorizaron la compra.', 'CMA'],
    ['Il garante italiano della concorrenza ha aperto un’istruttoria.', 'AGCM'],
    ["L'Autorité de la concurrence a été saisie.", 'AdlC'],
    ['La Federal Trade Commission ha chiesto documenti.', 'FTC'],
    ["Japan's Fair Trade Commission let it pass.", 'JFTC'],
    ["South Korea's antitrust regulator let it pass.", 'KFTC'],
  ])('%s', (text, code) => {
    expect(codes(text)).toEqual([code]);
  });

  it.each([
    'The commission that the broker took was large.',
    'Das Amt des Vorstands übernimmt eine Bonner Anwältin.',
    'La comisión del banco fue alta.',
    'Une commission parlementaire a entendu le fondateur.',
    'La commissione interna dei lavoratori ha protestato.',
    'The German data protection regulator fined the firm.',
  ])('none: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});
