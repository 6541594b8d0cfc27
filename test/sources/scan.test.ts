import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { Unreadable } from '../../model/errors.ts';
import { parseHtml } from '../../sources/parsing/html.ts';
import { MAX_DEPTH, MAX_TAGS, scanMarkup } from '../../sources/parsing/scan.ts';
import { plainSize } from '../../sources/parsing/scan-plain.ts';

describe('scanMarkup', () => {
  it('counts tags and depth', () => {
    expect(scanMarkup('<div><p>a<p>b<br><b>c</b></div>', 'html')).toEqual({ tags: 7, depth: 3 });
    expect(scanMarkup('<a><p/><p>x</p></a>', 'xml')).toEqual({ tags: 5, depth: 2 });
  });

  it('takes the deepest page that is allowed, and not one level more', () => {
    const nested = (n: number) => '<div>'.repeat(n) + '</div>'.repeat(n);
    expect(scanMarkup(nested(MAX_DEPTH), 'html').depth).toBe(MAX_DEPTH);
    expect(() => scanMarkup(nested(MAX_DEPTH + 1), 'html')).toThrow(Unreadable);
  });

  it('a long flat page is not deep, however it leaves end tags out', () => {
    expect(scanMarkup(`<ul>${'<li>b'.repeat(10_000)}</ul>${'<p>a'.repeat(10_000)}`, 'html').depth).toBe(2);
    expect(() => scanMarkup('<p>'.repeat(MAX_TAGS + 1), 'html')).toThrow(/tags/);
  });

  it('markup inside comments, scripts and CDATA is text', () => {
    const text = '<div>'.repeat(1_000);
    expect(scanMarkup(`<!-- ${text} --><script>${text}</script><STYLE>${text}</STYLE>`, 'html').depth).toBe(1);
    expect(scanMarkup(`<a><![CDATA[${text}]]></a>`, 'xml').depth).toBe(1);
  });

  it.each([
    ['end tags of something else', '<div></b>'],
    ['tags that only look closed', '<div/>'],
    ['an unclosed drawing', '<svg><g>'],
    ['attributes with a bracket in them', '<div title="a>b">'],
  ])('is not fooled by %s', (_name, piece) => {
    expect(() => scanMarkup(piece.repeat(MAX_DEPTH + 1), 'html')).toThrow(Unreadable);
  });

  it.each([
    '<'.repeat(1_000_000),
    '<a '.repeat(300_000),
    '<!--'.repeat(300_000),
    '</'.repeat(500_000),
    '<script>'.repeat(200_000),
  ])('is done with %#  in no time', (markup) => {
    const begun = performance.now();
    try {
      scanMarkup(markup, 'html');
    } catch (error) {
      expect(error).toBeInstanceOf(Unreadable);
    }
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('plain XML is measured at a glance', () => {
  const PIECES = [
    '<a>',
    '</a>',
    '<b x="1" y=\'2\'>',
    '</b>',
    '<c/>',
    '<c x="/">',
    '<a x="></a>">',
    "<a x='<b>'>",
    '<a x=1>',
    '<![CDATA[</a>',
    ']]>',
    '<!-- </a>',
    '-->',
    '<?xml version="1.0"?>',
    '<?p </a>?>',
    'text > &amp;',
    '<',
    '"',
  ];

  it('just as by the tokeniser, or not at all', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
        const xml = pieces.join('');
        const plain = plainSize(xml);
        // With a comment behind it the text is no longer plain, and the tokeniser measures it.
        if (plain) expect(plain).toEqual(scanMarkup(`${xml}<!---->`, 'xml'));
      }),
      { numRuns: 3_000 },
    );
  });

  it('in feeds as they are, and in none of the doubtful', () => {
    expect(plainSize('<?xml version="1.0"?><rss><i x="1">a<![CDATA[</i><b>]]></i><j/></rss>')).toEqual({
      tags: 5,
      depth: 2,
    });
    for (const doubtful of [
      '<a>',
      '<a></b>',
      '<a x="></a>">',
      '<!-- --><a></a>',
      '<a><![CDATA[x</a>',
      '</a>',
      '<a x=1></a>',
    ])
      expect(plainSize(doubtful), doubtful).toBeNull();
  });

  it('whatever it is fed, in linear time', () => {
    for (const pump of ['<a x="1" ', '<a x="1"'.repeat(2), '<![CDATA[', '<a '.repeat(3), '<'])
      expect(plainSize(pump.repeat(100_000))).toBeNull();
  });
});

describe('no parser finds more depth than the scan', () => {
  const TOKENS = [
    '<div>',
    '</div>',
    '<DIV>',
    '<b>',
    '</b>',
    '<p>',
    '</p>',
    '<li>',
    '<ul>',
    '</ul>',
    '<table><tr><td>',
    '</td>',
    '</table>',
    '<svg>',
    '</svg>',
    '<g/>',
    '<div/>',
    '<math>',
    '<mi/>',
    '<script>',
    '</Script>',
    '</script >',
    '<style>',
    '</STYLE>',
    '<title>',
    '</titlE>',
    '<textarea>',
    '</textArea>',
    '<xmp>',
    '</xmp>',
    '<iframe>',
    '<noscript>',
    '<plaintext>',
    '<template>',
    '<select>',
    '<option>',
    '<!--',
    '-->',
    '--!>',
    '<!-->',
    '<!--->',
    '<![CDATA[',
    ']]>',
    '<?x',
    '<!doctype x [',
    '>',
    '<',
    '</',
    '</>',
    '<a href="',
    '"',
    "'",
    "<i x='",
    '/>',
    ' ',
    'x',
    '<x:y>',
    '<div\n',
    '<br>',
    '<img>',
  ];
  const depthOf = (node: { childNodes?: Iterable<unknown> }): number => {
    let deepest = 0;
    for (const child of node.childNodes ?? [])
      deepest = Math.max(deepest, 1 + depthOf(child as { childNodes?: Iterable<unknown> }));
    return deepest;
  };

  it('in any order of hostile pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...TOKENS), { maxLength: 60 }),
        fc.integer({ min: 1, max: 4 }),
        (tokens, times) => {
          const markup = tokens.join('').repeat(times);
          const { depth } = scanMarkup(markup, 'html');
          // The document, html and body around it, and the text within.
          const limit = depth + 4;
          expect(depthOf(parseHTML(`<html><body>${markup}</body></html>`).document as never)).toBeLessThanOrEqual(
            limit,
          );
          expect(depthOf(parseHtml(markup).root()[0] as never)).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 3_000, seed: 7 },
    );
  });
});
