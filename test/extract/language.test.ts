import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../extract/text/language.ts';
import { NEVER_FROZEN, timeFor } from './pumps.ts';

describe('language', () => {
  it.each([
    ['en', 'The regulator said on Friday that it would look at the agreement between both firms.'],
    ['fr', 'Le gendarme de la concurrence a annoncé vendredi qu’il examinerait l’accord entre les deux groupes.'],
    ['de', 'Die Behörde teilte am Freitag mit, dass sie die Vereinbarung der beiden Konzerne prüfen werde.'],
    ['es', 'El regulador dijo el viernes que examinaría el acuerdo entre las dos empresas.'],
    ['it', 'L’autorità ha detto venerdì che esaminerà l’accordo tra le due società.'],
    ['nl', 'De toezichthouder zei vrijdag dat hij de overeenkomst tussen beide bedrijven onderzoekt.'],
    ['ja', '公正取引委員会は金曜日、両社の提携について調査を始めたと発表した。'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('says when it cannot tell', () => {
    for (const text of ['', '   ', 'OK', '$4bn', 'Nvidia', '12345 67890']) expect(detectLanguage(text)).toBe('und');
  });

  it('goes by the main language of a mixed text', () => {
    const text =
      'Der Konzern nannte den Schritt „a win for everyone“. Die Kartellwächter sehen das anders und prüfen weiter.';
    expect(detectLanguage(text)).toBe('de');
  });

  it('does not freeze over a long text', () => {
    expect(timeFor('x', detectLanguage)).toBeLessThan(NEVER_FROZEN);
  });
});
