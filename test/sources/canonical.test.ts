import { describe, expect, it } from 'vitest';
import { canonicalAddress, unwrapLink, webLink } from '../../sources/parsing/canonical.ts';

describe('canonicalAddress', () => {
  it.each([
    ['http://www.example.org/a/story/?utm_source=rss&utm_medium=x&id=7#top', 'https://www.example.org/a/story?id=7'],
    ['https://www.example.org/a?fbclid=1&gclid=2', 'https://www.example.org/a'],
    ['https://www.example.org/a?b=2&a=1', 'https://www.example.org/a?a=1&b=2'],
    ['https://www.example.org/story/amp/', 'https://www.example.org/story'],
    ['https://www.example.org/amp/story', 'https://www.example.org/story'],
    ['https://amp.example.org/story.amp.html', 'https://www.example.org/story.html'],
    ['https://www.example.org/story?amp=1', 'https://www.example.org/story'],
    ['https://www-example-org.cdn.ampproject.org/c/s/www.example.org/story', 'https://www.example.org/story'],
    ['https://www.google.com/amp/s/www.example.org/story', 'https://www.example.org/story'],
    [
      'https://www.google.com/url?rct=j&url=https://www.example.org/story%3Fid%3D7&ct=ga',
      'https://www.example.org/story?id=7',
    ],
    ['https://EXAMPLE.org./a//b/index.html', 'https://example.org/a/b'],
    ['http://127.0.0.1:8080/a/', 'http://127.0.0.1:8080/a'],
    ['https://www.example.org', 'https://www.example.org/'],
    ['https://www.example.org/?p=446154', 'https://www.example.org/?p=446154'],
  ])('%s → %s', (from, to) => {
    expect(canonicalAddress(from)).toBe(to);
    expect(canonicalAddress(to)).toBe(to);
  });

  it('keeps apart what a parameter keeps apart', () => {
    expect(canonicalAddress('https://e.org/s?id=1')).not.toBe(canonicalAddress('https://e.org/s?id=2'));
  });
});

describe('webLink', () => {
  it('joins a relative link with its page', () => {
    expect(webLink(' ../b?x=1 ', 'https://e.org/a/c/')).toBe('https://e.org/a/b?x=1');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https://user:secret@e.org/',
    'https://e.org\\@evil.example/',
    'https://e.org/\u202egpj',
    'https://[nonsense',
    '',
    null,
    undefined,
  ])('X14 %j is no link', (raw) => {
    expect(webLink(raw, 'https://e.org/')).toBeNull();
  });
});

it('unwrapLink leaves a search page alone, and never unwraps to something unsafe', () => {
  expect(unwrapLink('https://www.google.com/search?q=deal')).toBe('https://www.google.com/search?q=deal');
  expect(unwrapLink('https://www.google.com/url?url=javascript:alert(1)')).toBe(
    'https://www.google.com/url?url=javascript:alert(1)',
  );
});
