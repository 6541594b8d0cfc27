import * as oidc from 'openid-client';
import type { Context } from '../context.ts';
import { DealwatchError } from '../model/errors.ts';
import { baseUrlOf, paths } from '../model/paths.ts';
import { createGuardedFetch } from '../sources/fetching/guarded-fetch.ts';
import { t } from '../words/speak.ts';

/** Who the single sign-on says it is. */
export interface SsoPerson {
  /** Issuer and subject: never given to somebody else. */
  subject: string;
  /** Only when the provider says that it is theirs. */
  email: string | null;
  name: string | null;
}

/** What is kept between going to the provider and coming back. */
export interface SsoBegun {
  address: string;
  state: string;
  kept: { verifier: string; nonce: string };
}

export interface Sso {
  begin(): Promise<SsoBegun>;
  /** Takes the query that the browser came back with; throws when it proves nothing. */
  finish(query: URLSearchParams, state: string, kept: SsoBegun['kept']): Promise<SsoPerson>;
}

const HOUR_MS = 3_600_000;
const known = new WeakMap<Context['config'], Sso>();

/** The single sign-on of these settings; null when none is set. */
export function ssoOf({ config, now }: Pick<Context, 'config' | 'now'>): Sso | null {
  if (!config.OIDC_ISSUER) return null;
  const sso = known.get(config) ?? createSso(config, () => Date.parse(now()));
  known.set(config, sso);
  return sso;
}

/** Authorization code flow with PKCE, state and nonce (OpenID Connect Core 3.1; RFC 9700). */
function createSso(config: Context['config'], millis: () => number): Sso {
  const provider = cachedDiscovery(config, millis);
  const redirectUri = `${baseUrlOf(config)}${paths.ssoReturn()}`;
  return {
    async begin() {
      const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
      const address = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { address: address.href, state, kept: { verifier, nonce } };
    },
    async finish(query, state, { verifier, nonce }) {
      const found = await provider();
      const back = new URL(`${redirectUri}?${query}`);
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const tokens = await oidc.authorizationCodeGrant(found, back, checks);
      const claims = tokens.claims();
      if (!claims) throw new DealwatchError(t('sign-in.the-single-sign-on-sent'));
      const more = claims.email ? {} : await oidc.fetchUserInfo(found, tokens.access_token, claims.sub);
      return personIn({ ...more, ...claims }, config.OIDC_TRUST_EMAIL);
    },
  };
}

function personIn(claims: Record<string, unknown>, trustEmail: boolean): SsoPerson {
  const text = (name: string) => (typeof claims[name] === 'string' ? (claims[name] as string).trim() : '');
  const isTheirs = claims.email_verified === true || (trustEmail && claims.email_verified !== false);
  return {
    subject: `${text('iss')} ${text('sub')}`,
    email: isTheirs && text('email') ? text('email') : null,
    name: text('name').slice(0, 100) || null,
  };
}

/** Asks the provider for its addresses and keys once an hour; a failure is not kept. */
function cachedDiscovery(config: Context['config'], millis: () => number): () => Promise<oidc.Configuration> {
  let found: { at: number; configuration: Promise<oidc.Configuration> } | null = null;
  return () => {
    if (found && millis() - found.at < HOUR_MS) return found.configuration;
    const asked = { at: millis(), configuration: discover(config) };
    asked.configuration.catch(() => {
      if (found === asked) found = null;
    });
    found = asked;
    return asked.configuration;
  };
}

function discover(config: Context['config']): Promise<oidc.Configuration> {
  const issuer = new URL(config.OIDC_ISSUER ?? '');
  const own = `${issuer.hostname}:${issuer.port || (issuer.protocol === 'https:' ? '443' : '80')}`;
  const guarded = createGuardedFetch({ allow: [...config.FETCH_ALLOW, own] });
  const customFetch: oidc.CustomFetch = (url, { method, headers, body }) =>
    guarded(url, { method, headers, body: body === undefined || body === null ? null : String(body) });
  const insecure = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  // Without it the library trusts the connection alone and looks at no signature (OpenID Connect Core 3.1.3.7, 6).
  const execute = [...insecure, oidc.enableNonRepudiationChecks];
  return oidc.discovery(issuer, config.OIDC_CLIENT_ID, config.OIDC_CLIENT_SECRET || undefined, undefined, {
    [oidc.customFetch]: customFetch,
    execute,
  });
}
