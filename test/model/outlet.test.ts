import { describe, expect, it } from 'vitest';
import { agencyOf, ownerOf, type Signed, voiceOf } from '../../model/outlet.ts';

const signed = (change: Partial<Signed>): Signed => ({
  publisher: 'The Daily Example',
  byline: null,
  opening: 'Alpha Cloud has invested in Beta Models, two people familiar with the matter said.',
  closing: 'The companies did not answer questions.',
  ...change,
});

describe('the agency whose copy a document is', () => {
  it.each([
    ['in the byline', { byline: 'Reuters' }, 'Reuters'],
    ['beside an author', { byline: 'J. Doe, Associated Press' }, 'AP'],
    ['in the dateline', { opening: 'SAN FRANCISCO, May 5 (Reuters) - Alpha Cloud has invested.' }, 'Reuters'],
    ['in a French dateline', { opening: 'Paris, 5 mai 2026 (AFP) – Alpha Cloud a investi.' }, 'AFP'],
    ['in a German dateline', { opening: 'Berlin (dpa) - Die Alpha Cloud beteiligt sich.' }, 'dpa'],
    [
      'in the last line',
      { closing: 'It goes on.\n\nReporting by A. Writer in London; Editing by B. Editor, Reuters' },
      'Reuters',
    ],
    ['in a source line', { closing: 'So steht es.\n\nQuelle: dpa-AFX' }, 'dpa'],
    ['in a copyright line', { closing: 'Fin.\n\n© 2026 AFP' }, 'AFP'],
  ])('is read %s', (_where, change, agency) => {
    expect(agencyOf(signed(change))).toBe(agency);
  });

  it('is none where an article only speaks of one', () => {
    expect(
      agencyOf(signed({ opening: 'Alpha told Reuters (the news agency) on Monday that it had invested.' })),
    ).toBeNull();
    expect(
      agencyOf(signed({ closing: 'The deal was first reported by the company itself, it told Bloomberg last week.' })),
    ).toBeNull();
    expect(agencyOf(signed({ byline: 'Apple Newsroom' }))).toBeNull();
  });
});

describe('independent voices', () => {
  it('are houses and agencies, not papers', () => {
    const voices = (...documents: Partial<Signed>[]) => new Set(documents.map((one) => voiceOf(signed(one)))).size;
    expect(voices({ publisher: 'Wired' }, { publisher: 'arstechnica.com' })).toBe(1);
    expect(voices({ publisher: 'Handelsblatt' }, { publisher: 'WirtschaftsWoche' })).toBe(1);
    expect(voices({ publisher: 'A', byline: 'AFP' }, { publisher: 'B', byline: 'AFP' })).toBe(1);
    expect(voices({ publisher: 'A', byline: 'Reuters' }, { publisher: 'Reuters' })).toBe(1);
    expect(voices({ publisher: 'The Guardian' }, { publisher: 'Le Monde' })).toBe(2);
    expect(voices({ publisher: 'A' }, { publisher: 'B' })).toBe(2);
  });

  it('are filers among filings, since one site publishes all of them', () => {
    const filing = { publisher: 'SEC EDGAR', sourceClass: 'filing' as const };
    expect(voiceOf(signed({ ...filing, byline: 'Amazon' }))).not.toBe(
      voiceOf(signed({ ...filing, byline: 'Microsoft' })),
    );
  });

  it('knows a house by name or site, whatever the case', () => {
    expect(ownerOf('WIRED')).toBe('Condé Nast');
    expect(ownerOf('www.wired.com')).toBe('Condé Nast');
    expect(ownerOf(' L’Usine Digitale ')).toBe('Infopro Digital');
    expect(ownerOf('The Daily Example')).toBe('The Daily Example');
  });
});
