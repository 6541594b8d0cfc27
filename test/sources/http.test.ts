import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../model/day.ts';
import { AddressRefused, SourceBlocked, SourceChanged, SourceUnavailable, Unreadable } from '../../model/errors.ts';
import { permittedAddresses } from '../../sources/fetching/connect.ts';
import { fetcher, html, NOW, page, rawSite, site, textOf } from './site.ts';

describe('an ordinary page', () => {
  it('comes with its address, type and validators, asked for under our name with a contact', async () => {
    const at = await site((_request, response) => {
      response.setHeader('etag', '"v1"');
      response.setHeader('last-modified', 'Mon, 02 Mar 2026 08:00:00 GMT');
      html(response, '<p>Bonjour, Zoë</p>');
    });
    const got = await page(fetcher([at]), `${at.origin}/news`);
    expect(got).toMatchObject({
      status: 200,
      etag: '"v1"',
      finalUrl: `${at.origin}/news`,
      contentType: 'text/html; charset=utf-8',
    });
    expect(textOf(got)).toBe('<p>Bonjour, Zoë</p>');
    expect(at.requests[0]?.headers['user-agent']).toMatch(/^Dealwatch\/.*a@example\.org/);
  });

  it.each([
    ['gzip', gzipSync('packed text')],
    ['br', brotliCompressSync('packed text')],
  ])('is unpacked from %s', async (encoding, bytes) => {
    const at = await site((_request, response) => response.setHeader('content-encoding', encoding).end(bytes));
    expect(textOf(await page(fetcher([at]), at.origin))).toBe('packed text');
  });

  it('is not sent again when it has not changed', async () => {
    const at = await site((request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"v1"' ? 304 : 200;
      response.end();
    });
    const from = fetcher([at]);
    expect(await from.get(at.origin, { etag: '"v1"', lastModified: null })).toEqual({ notModified: true });
    expect(await from.get(at.origin, { etag: '"v0"\r\nx: y' })).toMatchObject({ status: 200 });
  });
});

describe('redirects', () => {
  it('are followed, relative ones too, and the last address is told', async () => {
    const at = await site((request, response) => {
      if (request.url === '/end') return html(response, 'here');
      response.writeHead(302, { location: request.url === '/' ? 'next' : '/end' }).end();
    });
    expect((await page(fetcher([at]), `${at.origin}/`)).finalUrl).toBe(`${at.origin}/end`);
  });

  it.each([
    'http://169.254.169.254/',
    'http://10.0.0.1/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'gopher://public.example/',
    'data:text/html,hello',
    'http://public.example\\@127.0.0.1/',
    '//localhost/',
    'http://public.example:8443/',
  ])('F09 to %s are refused', async (location) => {
    const at = await site((_request, response) => response.writeHead(302, { location }).end());
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(AddressRefused);
  });

  it('F09 end after five', async () => {
    const at = await site((request, response) =>
      response.writeHead(302, { location: `/${Number(request.url?.slice(1)) + 1}` }).end(),
    );
    await expect(fetcher([at]).get(`${at.origin}/0`)).rejects.toThrow(/more than 5/);
    expect(at.requests).toHaveLength(6);
  });

  it('F10 to another site carry no validators along', async () => {
    const there = await site((_request, response) => html(response, 'there'));
    const here = await site((_request, response) => response.writeHead(301, { location: there.origin }).end());
    await page(fetcher([here, there]), here.origin, { etag: '"of-here"' });
    expect(here.requests[0]?.headers['if-none-match']).toBe('"of-here"');
    expect(there.requests[0]?.headers['if-none-match']).toBeUndefined();
  });
});

describe('where a name leads', () => {
  it('F06 is decided when connecting: a private address behind a public name is refused', async () => {
    const at = await site((_request, response) => html(response, 'inner page'));
    const from = fetcher([], { lookup: async () => [{ address: '127.0.0.1', family: 4 }] });
    await expect(from.get('http://rebind.example/')).rejects.toThrow(AddressRefused);
    expect(at.requests).toHaveLength(0);
  });

  it('F07 is asked again for each connection, so that a second answer is checked like the first', async () => {
    let asked = 0;
    const lookup = async () => [{ address: ++asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
    const from = fetcher([], { lookup });
    await expect(from.get('http://rebind.example/')).rejects.toThrow(AddressRefused);
    await expect(from.get('http://rebind.example/')).rejects.toThrow(AddressRefused);
  });

  it('F08 never counts the private one of two addresses', async () => {
    const both = [
      { address: '127.0.0.1', family: 4 },
      { address: '8.8.8.8', family: 4 },
      { address: 'fd00::1', family: 6 },
    ];
    expect(await permittedAddresses('two-faced.example', false, async () => both)).toEqual([both[1]]);
    expect(await permittedAddresses('own.example', true, async () => both)).toEqual(both);
    await expect(permittedAddresses('inner.example', false, async () => [])).rejects.toThrow(AddressRefused);
  });
});

describe('too much', () => {
  it('F13 stops an endless body without a length', async () => {
    const at = await site((_request, response) => {
      const block = Buffer.alloc(64 * 1024, 97);
      const more = () => {
        while (response.write(block));
        response.once('drain', more);
      };
      more();
    });
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(/larger than 1 MB/);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
  ])('F13 counts what %s unpacks to', async (encoding, bomb) => {
    const at = await site((_request, response) => response.setHeader('content-encoding', encoding).end(bomb));
    const before = process.memoryUsage().arrayBuffers;
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(Unreadable);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  it.each(['gzip, gzip', 'zstd', 'constructor'])('F13 does not unpack %s', async (encoding) => {
    const at = await site((_request, response) => response.setHeader('content-encoding', encoding).end('x'));
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(SourceChanged);
  });

  it('says so when gzip is broken', async () => {
    const at = await site((_request, response) => response.setHeader('content-encoding', 'gzip').end('no gzip'));
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(/cannot be unpacked/);
  });

  it('F15 takes no flood of headers', async () => {
    const flood = Array.from({ length: 10_000 }, (_, n) => `X-${n}: y\r\n`).join('');
    const at = await rawSite((socket) => socket.end(`HTTP/1.1 200 OK\r\n${flood}\r\nx`));
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(SourceUnavailable);
  });
});

describe('too slow', () => {
  it('F14 gives up a body that drips, at the total deadline', async () => {
    const at = await rawSite((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    const begun = performance.now();
    await expect(fetcher([at], { deadlineMs: 400 }).get(at.origin)).rejects.toThrow(SourceUnavailable);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it('F14 gives up headers that drip', async () => {
    const at = await rawSite((socket) => {
      const drip = setInterval(() => socket.write('H'), 50);
      socket.on('close', () => clearInterval(drip));
    });
    await expect(fetcher([at], { deadlineMs: 400 }).get(at.origin)).rejects.toThrow(SourceUnavailable);
  });

  it('F14 gives up a server that accepts and says nothing, while others go on', async () => {
    const silent = await rawSite(() => undefined);
    const quick = await site((_request, response) => html(response, 'quick'));
    const from = fetcher([silent, quick], { deadlineMs: 600 });
    const waiting = expect(from.get(silent.origin)).rejects.toThrow(/took longer than|too long/);
    expect(textOf(await page(from, quick.origin))).toBe('quick');
    await waiting;
  });
});

describe('broken HTTP', () => {
  it.each([
    ['an invalid status line', 'HTTP/1.1 banana\r\n\r\n'],
    ['no status line at all', '<html>hello</html>\r\n\r\n'],
    [
      'a chunk size that overflows',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFF\r\nx\r\n',
    ],
    ['a body shorter than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort'],
  ])('F15 %s is a clean failure', async (_name, bytes) => {
    const at = await rawSite((socket) => socket.end(bytes));
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(SourceUnavailable);
  });

  it('F16 of a body longer than announced, what was announced is taken', async () => {
    const at = await rawSite((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbodyHTTP/1.1 200 OK\r\n\r\n'),
    );
    expect(textOf(await page(fetcher([at]), at.origin))).toBe('body');
  });

  it('a closed port and an unknown name each get a sentence', async () => {
    const at = await site((_request, response) => response.end());
    const from = fetcher([at, { port: 9, origin: '', requests: [] }], {
      lookup: async (name) => {
        if (name === '127.0.0.1') return [{ address: name, family: 4 }];
        throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
      },
    });
    await expect(from.get('http://127.0.0.1:9/')).rejects.toThrow(/does not accept/);
    await expect(from.get('http://nowhere.example/')).rejects.toThrow(/The name nowhere\.example is not known/);
  });
});

describe('refusals', () => {
  it.each([
    [403, SourceBlocked],
    [451, SourceBlocked],
    [404, SourceChanged],
    [410, SourceChanged],
    [422, SourceChanged],
    [429, SourceUnavailable],
    [500, SourceUnavailable],
  ])('%i is named', async (status, kind) => {
    const at = await site((_request, response) => response.writeHead(status).end('no'));
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(kind);
  });

  it('an error page larger than anybody takes is still the error that its status says', async () => {
    const at = await site((_request, response) => response.writeHead(404).end(Buffer.alloc(3_000_000, 97)));
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(/no longer has this page \(404\)/);
  });

  it('F17 a 503 that is a challenge is a refusal, not a fault', async () => {
    const at = await site((_request, response) =>
      response
        .writeHead(503)
        .end('<html><title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x"></script>'),
    );
    await expect(fetcher([at]).get(at.origin)).rejects.toThrow(SourceBlocked);
  });

  it.each([
    ['3', '2026-03-02T09:00:03.000Z'],
    ['315360000', '2026-03-03T09:00:00.000Z'],
    ['Mon, 02 Mar 2026 09:10:00 GMT', '2026-03-02T09:10:00.000Z'],
    ['Mon, 02 Mar 2020 09:10:00 GMT', '2026-03-02T09:00:00.000Z'],
    ['-5', null],
    ['soon', null],
  ])('F18 Retry-After: %s gives %s', async (value, expected) => {
    const at = await site((_request, response) => response.writeHead(503, { 'retry-after': value }).end());
    await expect(fetcher([at]).get(at.origin)).rejects.toMatchObject({ retryAfter: expected });
  });
});

it('F17 a consent host between reader and page is a refusal', async () => {
  const at = await site((request, response) => {
    const consent = request.headers.host?.startsWith('consent.');
    if (consent) return html(response, 'We value your privacy');
    response.writeHead(302, { location: `http://consent.news.example:${at.port}/?from=x` }).end();
  });
  const from = fetcher([at], {
    allow: ['news.example', 'consent.news.example'].map((host) => `${host}:${at.port}`),
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  await expect(from.get(`http://news.example:${at.port}/`)).rejects.toThrow(SourceBlocked);
});

describe('a host that asked for quiet', () => {
  it('F18 is left alone until then, and asked again after', async () => {
    let now = NOW;
    const at = await site((_request, response) => {
      if (at.requests.length > 1) return html(response, 'back');
      response.writeHead(429, { 'retry-after': '60' }).end();
    });
    const from = fetcher([at], { now: () => now });
    await expect(from.get(`${at.origin}/1`)).rejects.toMatchObject({ retryAfter: '2026-03-02T09:01:00.000Z' });
    await expect(from.get(`${at.origin}/2`)).rejects.toThrow(/not to be called again before 2 Mar 2026, 09:01 UTC/);
    expect(at.requests).toHaveLength(1);
    now = '2026-03-02T09:01:00.000Z' as Instant;
    expect(textOf(await page(from, `${at.origin}/2`))).toBe('back');
  });
});

describe('robots.txt', () => {
  it('is obeyed, and asked for once', async () => {
    const at = await site((_request, response) => html(response, 'ok'), 'User-agent: *\nDisallow: /private/');
    const from = fetcher([at]);
    await expect(from.get(`${at.origin}/private/x`)).rejects.toThrow(SourceBlocked);
    expect(textOf(await page(from, `${at.origin}/public`))).toBe('ok');
    expect(at.requests).toHaveLength(1);
  });

  it('of our own name counts before that of all', async () => {
    const robots = 'User-agent: *\nDisallow: /\n\nUser-agent: Dealwatch\nAllow: /';
    const at = await site((_request, response) => html(response, 'ok'), robots);
    expect(textOf(await page(fetcher([at]), at.origin))).toBe('ok');
  });

  it('that fails keeps the reader out for now', async () => {
    const at = await site((_request, response) => html(response, 'ok'), 503);
    await expect(fetcher([at]).get(`${at.origin}/x`)).rejects.toThrow(/robots\.txt/);
    expect(at.requests).toHaveLength(0);
  });

  it('sets the pause between two requests', async () => {
    const at = await site((_request, response) => html(response, 'ok'), 'User-agent: *\nCrawl-delay: 0.3');
    const from = fetcher([at]);
    const begun = performance.now();
    await Promise.all([from.get(`${at.origin}/1`), from.get(`${at.origin}/2`)]);
    expect(performance.now() - begun).toBeGreaterThan(550);
  });
});

describe('one host', () => {
  it('F19 gets one request at a time', async () => {
    let [open, most] = [0, 0];
    const at = await site((_request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.end();
      }, 30);
    });
    const from = fetcher([at]);
    await Promise.all([1, 2, 3, 4].map((n) => from.get(`${at.origin}/${n}`)));
    expect([most, at.requests.length]).toEqual([1, 4]);
  });

  it('goes on after a failure', async () => {
    const at = await site((request, response) => response.writeHead(request.url === '/1' ? 500 : 200).end('ok'));
    const from = fetcher([at]);
    const [first, second] = await Promise.allSettled([from.get(`${at.origin}/1`), from.get(`${at.origin}/2`)]);
    expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
  });
});

it('close breaks off what is under way', async () => {
  const at = await rawSite(() => undefined);
  const from = fetcher([at]);
  const waiting = expect(from.get(at.origin)).rejects.toThrow(SourceUnavailable);
  await from.close();
  await waiting;
});
