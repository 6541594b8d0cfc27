import { describe, expect, it } from 'vitest';
import { AddressRefused } from '../../model/errors.ts';
import { checkAddress, isPublicAddress } from '../../sources/fetching/address.ts';

const none = new Set<string>();

describe('addresses that are never fetched', () => {
  it.each([
    ['F01 our own machine', 'http://127.0.0.1/'],
    ['F01 our own machine', 'http://localhost./'],
    ['F01 our own machine', 'http://api.localhost/'],
    ['F01 our own machine', 'http://[::1]/'],
    ['F01 our own machine', 'http://0/'],
    ['F01 our own machine', 'http://[::]/'],
    ['F02 our own machine in disguise', 'http://2130706433/'],
    ['F02 our own machine in disguise', 'http://0x7f.1/'],
    ['F02 our own machine in disguise', 'http://017700000001/'],
    ['F02 our own machine in disguise', 'http://127.1/'],
    ['F02 our own machine in disguise', 'http://①②⑦.⓪.⓪.①/'],
    ['F02 our own machine in disguise', 'http:127.0.0.1/'],
    ['F03 IPv6 that stands for something private', 'http://[::ffff:127.0.0.1]/'],
    ['F03 IPv6 that stands for something private', 'http://[64:ff9b::7f00:1]/'],
    ['F03 IPv6 that stands for something private', 'http://[fc00::1]/'],
    ['F03 IPv6 that stands for something private', 'http://[fe80::1]/'],
    ['F03 IPv6 that stands for something private', 'http://[2002:7f00:1::]/'],
    ['F04 blocks that are no public site', 'http://100.64.1.1/'],
    ['F04 blocks that are no public site', 'http://169.254.169.254/latest/meta-data/'],
    ['F04 blocks that are no public site', 'http://192.0.0.8/'],
    ['F04 blocks that are no public site', 'http://198.18.0.1/'],
    ['F04 blocks that are no public site', 'http://224.0.0.1/'],
    ['F04 blocks that are no public site', 'http://255.255.255.255/'],
    ['F05 characters that parsers read differently', 'http://169.254.169.254:8888\\@public.example/'],
    ['F05 characters that parsers read differently', 'http://public.example/\tx'],
    ['F05 characters that parsers read differently', 'http://public.example/\n'],
    ['F05 characters that parsers read differently', 'http://public.example/\u0000'],
    ['F05 characters that parsers read differently', 'http://public.example/\u202ex'],
    ['F12 other schemes', 'file:///etc/passwd'],
    ['F12 other schemes', 'FILE:/etc/passwd'],
    ['F12 other schemes', ' file:///etc/passwd'],
    ['F12 other schemes', 'source:file:///etc/passwd'],
    ['F12 other schemes', 'gopher://public.example/'],
    ['F12 other schemes', 'data:text/html,x'],
    ['F12 other schemes', 'javascript:alert(1)'],
    ['F20 a password in the address', 'http://user:secret@public.example/'],
    ['F20 a password in the address', 'https://:secret@public.example/'],
    ['an odd port, or no address', 'http://public.example:6379/'],
    ['an odd port, or no address', 'public.example'],
    ['an odd port, or no address', ''],
  ])('%s: %j', (_name, text) => {
    expect(() => checkAddress(text, none)).toThrow(AddressRefused);
  });

  it('F20 a password is never repeated in the sentence', () => {
    expect(() => checkAddress('https://user:hunter2@public.example/', none)).toThrow(/^(?!.*hunter2).*$/);
  });
});

describe('addresses that may be fetched', () => {
  it.each(['https://www.example.org/news?page=2#top', 'http://example.org:80/', 'https://[2606:4700::1111]/'])(
    'takes %s',
    (text) => {
      expect(checkAddress(text, none).href).toBe(new URL(text).href);
    },
  );

  it('takes a private host and port that was allowed, and not the next port', () => {
    const allow = new Set(['127.0.0.1:8080']);
    expect(checkAddress('http://127.0.0.1:8080/x', allow).port).toBe('8080');
    expect(() => checkAddress('http://127.0.0.1:8081/x', allow)).toThrow(AddressRefused);
  });
});

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450:4009::200e'])('%s is public', (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });
  it.each(['172.16.0.1', '::ffff:8.8.8.8', 'fe80::1%eth0', '2001:db8::1', '2001::1', 'no address', ''])(
    '%j is not',
    (ip) => {
      expect(isPublicAddress(ip)).toBe(false);
    },
  );
});
