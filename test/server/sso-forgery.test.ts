import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invite } from '../../db/people/account-links.ts';
import { at } from '../db/world.ts';
import { aBrowser, aWorld } from './world.ts';

const BASE = 'http://127.0.0.1:3999';
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
let server: Server;
let issuer = '';
/** What the provider hands out as the ID token, made of what an honest one would hold. */
let answer: (honest: Record<string, unknown>) => string = (honest) => signed(honest);

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(
  claims: object,
  { key = own.privateKey, alg = 'RS256' }: { key?: KeyObject; alg?: string } = {},
): string {
  const text = `${part({ alg, kid: '1', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

beforeAll(async () => {
  let nonce = '';
  server = createServer((req, res) => {
    const url = new URL(req.url ?? '/', issuer);
    const json = (value: object) => res.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (url.pathname === '/.well-known/openid-configuration') {
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (url.pathname === '/keys')
      return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }] });
    if (url.pathname === '/nonce') {
      nonce = url.searchParams.get('is') ?? '';
      return res.end();
    }
    const now = Math.floor(Date.now() / 1000);
    const honest = {
      iss: issuer,
      sub: 'ann',
      aud: 'dealwatch',
      iat: now,
      exp: now + 300,
      nonce,
      email: 'ann@example.org',
      email_verified: true,
    };
    return json({ access_token: 'an access token of the tests', token_type: 'Bearer', id_token: answer(honest) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

/** Comes back from the provider with a code; gives the answer and everything that the browser and the file then hold. */
async function comeBack(token: typeof answer) {
  answer = token;
  const world = await aWorld({
    settings: {
      PUBLIC_URL: BASE,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'dealwatch',
      OIDC_CLIENT_SECRET: 'a secret of the tests',
    },
  });
  await invite(world.db, 'ann@example.org', 'analyst', { userId: null, now: at(0) });
  const browser = aBrowser(world.app);
  await browser.get('/sign-in');
  const begun = new URL(String((await browser.get('/sign-in/sso')).headers.location));
  await fetch(`${issuer}/nonce?is=${begun.searchParams.get('nonce')}`);
  const back = new URLSearchParams({ code: 'x', state: begun.searchParams.get('state') ?? '' });
  const got = await browser.get(`/sign-in/sso/return?${back}`);
  const isIn = (await browser.get('/sources')).status === 200;
  return { world, got, isIn };
}

describe('an ID token', () => {
  it('that is what it should be lets in whom it names, and stays here: neither browser nor file gets a token', async () => {
    const { world, got, isIn } = await comeBack((honest) => signed(honest));
    expect(isIn).toBe(true);
    expect(JSON.stringify(got.headers) + got.text).not.toMatch(/an access token of the tests|eyJ/);
    const sessions = JSON.stringify(await world.db.selectFrom('sessions').selectAll().execute());
    expect(sessions).not.toMatch(/an access token of the tests|eyJ/);
  });

  it.each<[string, typeof answer]>([
    ['signed by another key', (honest) => signed(honest, { key: other.privateKey })],
    [
      'changed after it was signed',
      (honest) => signed({ ...honest, email: 'x@example.org' }).replace(/\.[^.]+\./, `.${part(honest)}.`),
    ],
    ['not signed', (honest) => `${part({ alg: 'none' })}.${part(honest)}.`],
    [
      'signed with the public key as a secret',
      (honest) => {
        const text = `${part({ alg: 'HS256', kid: '1' })}.${part(honest)}`;
        const secret = own.publicKey.export({ format: 'pem', type: 'spki' });
        return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
      },
    ],
    ['that has run out', (honest) => signed({ ...honest, iat: 1_700_000_000, exp: 1_700_000_300 })],
    ['that is not valid yet', (honest) => signed({ ...honest, nbf: Number(honest.iat) + 3_600 })],
    ['for another program', (honest) => signed({ ...honest, aud: 'another program' })],
    [
      'for several programs, not given to us',
      (honest) => signed({ ...honest, aud: ['dealwatch', 'another'], azp: 'another' }),
    ],
    ['of another issuer', (honest) => signed({ ...honest, iss: 'https://another.example' })],
    ['of another sign-in', (honest) => signed({ ...honest, nonce: 'another' })],
    ['that names nobody', ({ sub: _sub, ...honest }) => signed(honest)],
    ['that is none', () => 'nonsense'],
  ])('%s lets nobody in', async (_what, token) => {
    const { got, isIn, world } = await comeBack(token);
    expect([isIn, got.status >= 400]).toEqual([false, true]);
    expect(await world.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });
});
