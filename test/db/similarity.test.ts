import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress, documentId, words } from '../../db/documents/identity.ts';
import { bandsOf, shingles, similarity, tellApart } from '../../db/documents/similarity.ts';

const set = (text: string) => shingles(words(text));
const aText = fc.array(fc.stringMatching(/^[a-z]{2,7}$/), { minLength: 120, maxLength: 300 });

describe('similarity', () => {
  it('is 1 for the same words and 0 for others, whatever case and signs', () => {
    expect(similarity(set('Alpha buys Beta, at last.'), set('ALPHA buys “Beta” at last'))).toBe(1);
    expect(similarity(set('one two three four'), set('five six seven eight'))).toBe(0);
  });

  it('is the same both ways round', () => {
    fc.assert(
      fc.property(aText, aText, (a, b) => {
        const [x, y] = [shingles(a), shingles(b)];
        expect(similarity(x, y)).toBe(similarity(y, x));
      }),
      { numRuns: 50 },
    );
  });

  it('finds copies again by a number that they share', () => {
    fc.assert(
      fc.property(aText, fc.nat(100), (text, where) => {
        const copy = [...text.slice(0, where), 'reworded', ...text.slice(where + 1), 'with', 'another', 'end'];
        const [a, b] = [shingles(text), shingles(copy)];
        const shared = bandsOf(a).filter((band) => bandsOf(b).includes(band));
        if (similarity(a, b) >= 0.85) expect(shared.length).toBeGreaterThan(0);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('gives a short text no numbers: it is compared word for word', () => {
    expect(bandsOf(set('A short text of a few words only.'))).toEqual([]);
  });
});

describe('telling apart', () => {
  it.each([
    ['Alpha paid $3bn. Alpha said so.', 'Alpha paid $4bn. Alpha said so.', true],
    ['Beta and Beta again, case 1.', 'Gamma and Gamma again, case 1.', true],
    ['Alpha paid $3bn.', 'Alpha paid $3bn. Reporting by Jane in Paris, 2024.', false],
    ['Alpha paid $3bn, wrote Smith.', 'Alpha paid $3bn, wrote Jones.', false],
  ])('%j and %j: %j', (a, b, apart) => {
    expect(tellApart(a, b)).toBe(apart);
    expect(tellApart(b, a)).toBe(apart);
  });
});

describe('an address', () => {
  it.each([
    ['http://www.News.example/a/?utm_source=x&b=2&a=1#top', 'https://news.example/a?a=1&b=2'],
    ['https://m.news.example', 'https://news.example/'],
    ['https://news.example/a?id=7', 'https://news.example/a?id=7'],
    ['javascript:alert(1)', null],
    ['not an address', null],
    [null, null],
  ])('%j is %j', (given, canonical) => {
    expect(canonicalAddress(given)).toBe(canonical);
  });

  it('and text make the id of a document', () => {
    expect(documentId('https://a.example/', 'x')).toMatch(/^[0-9a-f]{20}$/);
    expect(documentId('https://a.example/', 'x')).not.toBe(documentId('https://b.example/', 'x'));
  });
});
