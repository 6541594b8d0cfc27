import { createServer } from 'node:http';
import Provider from 'oidc-provider';

// A certified OpenID Connect provider in a process of its own. Whoever `POST /next?account=…` names signs in next.
const [callback] = process.argv.slice(2);
let next = { account: 'ann', verified: true };

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'dealwatch', client_secret: 'a secret of the tests', redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: `${sub}@example.org`, email_verified: next.verified, name: `Test ${sub}` }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: 'dealwatch', accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  server.on('request', async (req, res) => {
    const url = new URL(req.url, issuer);
    if (url.pathname === '/next') {
      next = { account: url.searchParams.get('account'), verified: url.searchParams.get('verified') !== 'no' };
      return res.end();
    }
    if (!url.pathname.startsWith('/interaction/')) return handle(req, res);
    await provider.interactionFinished(req, res, { login: { accountId: next.account } });
  });
  process.stdout.write(`issuer ${issuer}\n`);
});
