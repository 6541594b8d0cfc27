import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import { createMailer } from '../../reports/mailer.ts';
import { temporaryFolder } from '../db/world.ts';

const OPENSSL = spawnSync('openssl', ['version']).status === 0;
const [USER, PASSWORD] = ['alerts@example.org', 'p@ss: wörd/1'];
const message = { to: 'a@example.org', subject: 's', text: 't', html: '<p>t</p>', messageId: '<1@dealwatch.example>' };
const servers: SMTPServer[] = [];
const heard: { signedIn: string[]; mails: number; secure: boolean[] } = { signedIn: [], mails: 0, secure: [] };

afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()));
  Object.assign(heard, { signedIn: [], mails: 0, secure: [] });
});

/** A real mail server that lets nobody send who has not signed in; gives its port. */
async function asking(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    closeTimeout: 100,
    onAuth({ username, password }, session, done) {
      heard.signedIn.push(`${username} ${password}`);
      heard.secure.push(session.secure);
      if (username === USER && password === PASSWORD) return done(null, { user: username });
      const refused = Object.assign(new Error('535 5.7.8 Not you'), { responseCode: 535 });
      return done(refused);
    },
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => {
        heard.mails += 1;
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.server.address() as AddressInfo).port;
}

const signIn = (password = PASSWORD) => `${encodeURIComponent(USER)}:${encodeURIComponent(password)}`;

describe('a mail server that asks who sends', () => {
  it('is told name and password as they stand in SMTP_URL, and takes several mails on one line', async () => {
    const port = await asking({ disabledCommands: ['STARTTLS'] });
    const mailer = createMailer(`smtp://${signIn()}@127.0.0.1:${port}`, 'Dealwatch <dealwatch@example.org>');
    for (let n = 0; n < 3; n += 1) expect(await mailer.send(message)).toEqual({ outcome: 'sent' });
    expect(heard).toMatchObject({ signedIn: [`${USER} ${PASSWORD}`], mails: 3 });
  });

  it('that refuses the password gets no mail, and the reason does not repeat the password', async () => {
    const port = await asking({ disabledCommands: ['STARTTLS'] });
    const mailer = createMailer(`smtp://${signIn('wrong one')}@127.0.0.1:${port}`, 'dealwatch@example.org');
    const delivery = await mailer.send(message);
    // The password is wrong, not the mail: it is tried again until somebody has put that right.
    expect(delivery.outcome).toBe('failed');
    expect(JSON.stringify(delivery)).not.toContain('wrong one');
    expect(delivery).not.toMatchObject({ noSuchRecipient: true });
    expect(heard.mails).toBe(0);
  });
});

describe('a mail server that is not told who sends', () => {
  it('and asks for it is asked again later: nothing is wrong with the mail', async () => {
    const port = await asking({ disabledCommands: ['STARTTLS'] });
    const delivery = await createMailer(`smtp://127.0.0.1:${port}`, 'dealwatch@example.org').send(message);
    expect(delivery).toMatchObject({ outcome: 'failed', reason: expect.stringMatching(/530/) });
  });
});

describe('a mail server that offers no TLS', () => {
  it('is told nothing where SMTP_URL asks for it', async () => {
    const port = await asking({ disabledCommands: ['STARTTLS'] });
    const mailer = createMailer(`smtp://${signIn()}@127.0.0.1:${port}?requireTLS=true`, 'dealwatch@example.org');
    expect((await mailer.send(message)).outcome).toBe('failed');
    expect(heard).toMatchObject({ signedIn: [], mails: 0 });
  });
});

describe('a mail server with TLS', () => {
  it.each([
    ['smtps', { secure: true }],
    ['smtp', {}],
  ])('whose certificate nobody vouches for is told neither password nor mail (%s)', async (scheme, options) => {
    const port = await asking(options);
    const mailer = createMailer(`${scheme}://${signIn()}@localhost:${port}`, 'dealwatch@example.org');
    const delivery = await mailer.send(message);
    expect(delivery).toMatchObject({
      outcome: 'failed',
      reason: expect.stringMatching(/certificate|self.signed|altnames/i),
    });
    expect(heard).toMatchObject({ signedIn: [], mails: 0 });
  });

  it.skipIf(!OPENSSL).each([
    ['smtps', { secure: true }],
    ['smtp', {}],
  ])('whose certificate is good takes the mail, signed in to over TLS (%s)', async (scheme, options) => {
    const folder = temporaryFolder();
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert, ...name],
      { stdio: 'ignore' },
    );
    const port = await asking({ ...options, key: readFileSync(key), cert: readFileSync(cert) });
    // Whom to trust is told to a whole process, as on a server with an authority of its own.
    const code = `
      import { createMailer } from ${JSON.stringify(join(projectRoot(), 'dist/reports/mailer.js'))};
      const mailer = createMailer(${JSON.stringify(`${scheme}://${signIn()}@localhost:${port}`)}, 'dealwatch@example.org');
      process.stdout.write(JSON.stringify(await mailer.send(${JSON.stringify(message)})));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: cert },
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await once(child, 'exit');
    expect(JSON.parse(said)).toEqual({ outcome: 'sent' });
    expect(heard).toMatchObject({ signedIn: [`${USER} ${PASSWORD}`], secure: [true], mails: 1 });
  });
});
