import { describe, expect, it } from 'vitest';
import { AddressRefused } from '../../model/errors.ts';
import { checkAddress, isPublicAddress } from '../../sources/address.ts';

const none = new Set<string>();

describe('addresses that are never fetched', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost./',
    'http://api.localhost/',
    'http://[::1]/',
    'http://0/',
    'http://[::]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://127.1/',
    'http://①②⑦.⓪.⓪.①/',
    'http:127.0.0.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fc00::1]/',
    'http://[fe80::1]/',
    'http://[2002:7f00:1::]/',
    'http://100.64.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://192.0.0.8/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://169.254.169.254:8888\\@public.example/',
    'http://public.example/\tx',
    'http://public.example/\u202ex',
    'file:///etc/passwd',
    'FILE:/etc/passwd',
    ' file:///etc/passwd',
    'gopher://public.example/',
    'data:text/html,x',
    'javascript:alert(1)',
    'http://user:secret@public.example/',
    'http://public.example:6379/',
    'public.example',
    '',
  ])('refuses %j', (text) => {
    expect(() => checkAddress(text, none)).toThrow(AddressRefused);
  });

  it('never repeats a password in its sentence', () => {
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
