import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../config.ts';
import { hashPassword } from '../../db/people/passwords.ts';
import { replaceRecoveryCodes } from '../../db/people/second-factor.ts';
import { createSetupToken } from '../../db/people/setup.ts';
import { newToken } from '../../db/tokens.ts';
import { routes } from '../../server/routes.ts';
import { at, aUser, temporaryDatabase } from '../db/world.ts';
import { aBrowser, aWorld, signedIn } from '../server/world.ts';

const root = projectRoot();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const views = readdirSync(join(root, 'views'), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ejs'))
  .map((file) => [file, read(join('views', file))] as const);
const scripts = readdirSync(join(root, 'public')).filter((file) => file.endsWith('.js'));
const installed = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

describe('what must be written down (ASVS)', () => {
  it.each([
    ['2.1.1, how input must look', '.env.example', /PUBLIC_URL[\s\S]*OIDC_ISSUER[\s\S]*BACKUP_KEEP/],
    ['2.1.3, limits of business logic', 'docs/security.md', /## Limits[\s\S]*texts handed in to be read/],
    ['6.1.1, guessing and lock-out', 'docs/people.md', /\*\*Guessing\*\*: 20 failed sign-ins/],
    ['6.1.3, all ways in', 'docs/people.md', /## Coming in[\s\S]*## Single sign-on/],
    ['7.1.1, when sessions end', 'docs/people.md', /SESSION_DAYS[\s\S]*SESSION_MAX_DAYS/],
    ['7.1.2, sessions at the same time', 'docs/people.md', /Everyone sees and ends their own/],
    ['7.1.3, sessions of the provider', 'docs/people.md', /Signing out ends the session/],
    ['8.1.1, who may do what', 'docs/people.md', /\| viewer \|[\s\S]*\| analyst \|[\s\S]*\| admin \|/],
    ['11.1.2, which cryptography', 'docs/security.md', /argon2id, SHA-256, HMAC-SHA-256/],
    ['13.1.1, who is talked to', 'docs/operation.md', /SMTP|mail server/],
    ['14.1.1, which data there are', 'docs/people.md', /## Personal data/],
    ['15.1.1, how soon weak parts are replaced', 'docs/security.md', /Time frames: critical two days, high a week/],
    ['15.1.3, what is costly', 'docs/decisions/0005-hostile-bytes.md', /thread/],
    ['16.1.1, what is logged', 'docs/operation.md', /The log goes to standard output, one JSON object a line/],
  ])('%s: in %s', (_what, file, words) => expect(read(file)).toMatch(words));

  it('says on the page which files are taken, and each form that takes one has a limit (ASVS 5.1.1)', () => {
    const taking = routes.filter((route) => route.uploadMb !== undefined);
    expect(taking.map((route) => route.path).sort()).toEqual([
      '/read/file',
      '/reports/templates/:kind',
      '/sources.opml',
    ]);
    for (const { path, uploadMb } of taking)
      expect([path, Number(uploadMb) > 0 && Number(uploadMb) <= 32]).toEqual([path, true]);
  });
});

describe('passwords, codes and tokens', () => {
  it('are typed where nobody can read along, and can be filled in by programs that keep them (ASVS 6.2.6, 6.2.7)', async () => {
    const world = await aWorld();
    const setup = await aBrowser(world.app).get(`/setup?token=${await createSetupToken(world.db, at(0))}`);
    const { browser } = await signedIn(world, 'analyst');
    const pages = [setup.text, (await aBrowser(world.app).get('/sign-in')).text, (await browser.get('/account')).text];
    for (const page of pages) {
      const fields = load(page)('input[name=password], input[name=old], input[name=again]').toArray();
      expect(fields.length).toBeGreaterThan(0);
      for (const { attribs } of fields) {
        expect([attribs.name, attribs.type]).toEqual([attribs.name, 'password']);
        expect(attribs.autocomplete).toMatch(/^(current|new)-password$/);
      }
    }
    for (const [file, text] of views)
      expect([file, /onpaste|autocomplete="off"[^>]*password/i.test(text)]).toEqual([file, false]);
    for (const file of scripts) expect(read(`public/${file}`)).not.toMatch(/['"]paste['"]/);
  });

  it('do not run out by the calendar, and no secret question stands in their place (ASVS 6.2.10, 6.4.2)', async () => {
    const db = await temporaryDatabase();
    const columns =
      (await db.introspection.getTables()).find(({ name }) => name === 'users')?.columns.map(({ name }) => name) ?? [];
    expect(columns).toContain('password_hash');
    expect(columns.filter((name) => /expir|question|answer|hint|changed/.test(name))).toEqual([]);
  });

  it('are hashed by argon2id with 19 MiB and two passes, and name their costs so that these can be raised (ASVS 11.2.2, 11.4.2)', async () => {
    expect(await hashPassword('a password of the tests')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{20,}\$[^$]{40,}$/,
    );
  });

  it('come from a cryptographic source and are long enough: 256 bits, recovery codes 80 (ASVS 6.5.3, 6.5.4, 11.2.3, 11.5.1)', async () => {
    const tokens = Array.from({ length: 200 }, () => newToken());
    expect(new Set(tokens).size).toBe(200);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const db = await temporaryDatabase();
    const { id } = await aUser(db);
    const codes = await replaceRecoveryCodes(db, id, { userId: id, now: at(0) });
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code.replace(/[^a-z0-9]/gi, '').length * 5).toBeGreaterThanOrEqual(80);
    for (const folder of ['db', 'server', 'jobs', 'sources']) {
      const files = readdirSync(join(root, folder), { recursive: true })
        .map(String)
        .filter((file) => file.endsWith('.ts'));
      expect(files.filter((file) => read(join(folder, file)).includes('Math.random'))).toEqual([]);
    }
  });

  it('rest on the platform and known libraries alone (ASVS 11.2.1)', () => {
    const all = Object.keys(installed.dependencies);
    expect(all).toEqual(expect.arrayContaining(['@node-rs/argon2', 'openid-client', 'otpauth']));
    expect(all.filter((name) => /crypto|bcrypt|scrypt|sha\d|md5|forge|jsonwebtoken|jose/.test(name))).toEqual([]);
  });
});

describe('browsers', () => {
  it('are given HTML, styles and scripts, and nothing that needs more (ASVS 3.7.1)', () => {
    for (const [file, text] of views)
      expect([file, /<(object|embed|applet|frame|iframe)\b/i.test(text)]).toEqual([file, false]);
  });

  it('keep how pages look and what is picked, and nothing of a person or the ledger (ASVS 14.3.3)', () => {
    const kept = scripts.flatMap((file) =>
      [...read(`public/${file}`).matchAll(/(?:local|session)Storage\.setItem\(([^,]+),/g)].map((m) =>
        (m[1] as string).trim(),
      ),
    );
    expect([...new Set(kept)].sort()).toEqual(["'dealwatch-pending'", 'PICKS', 'name']);
    for (const file of scripts) expect(read(`public/${file}`)).not.toMatch(/indexedDB|document\.cookie|caches\./);
  });
});

describe('as it is run', () => {
  it('has the rights that it needs and no more (ASVS 13.2.2)', () => {
    const unit = read('deploy/dealwatch.service');
    for (const line of [
      'User=dealwatch',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=\n',
      'UMask=0077',
    ]) {
      expect(unit).toContain(line);
    }
    expect(read('deploy/Dockerfile')).toMatch(/^USER node$/m);
  });

  it('leaves tools of development out, and asks for known weaknesses before each change lands (ASVS 15.2.1, 15.2.3)', () => {
    expect(read('deploy/Dockerfile')).toContain('npm prune --omit=dev');
    expect(read('docs/operation.md')).toContain('npm prune --omit=dev');
    expect(read('.ci/run')).toMatch(/^node \.ci\/audit\.mjs$/m);
    for (const one of JSON.parse(read('.ci/audit-exceptions.json')) as Record<string, string>[]) {
      expect([one.url, (one.reason ?? '').length > 20, Number.isNaN(Date.parse(one.until ?? ''))]).toEqual([
        one.url,
        true,
        false,
      ]);
    }
  });

  it('has no mode in which it says more: nothing asks whether this is development (ASVS 13.4.2)', () => {
    for (const folder of ['server', 'db', 'jobs', 'sources', 'workers', 'cli']) {
      const files = readdirSync(join(root, folder), { recursive: true })
        .map(String)
        .filter((file) => file.endsWith('.ts'));
      expect(files.filter((file) => /NODE_ENV|node:inspector/.test(read(join(folder, file))))).toEqual([]);
    }
  });

  it('is checked by types without exceptions (ASVS 15.3.5)', () => {
    const { compilerOptions } = JSON.parse(read('tsconfig.json')) as { compilerOptions: Record<string, unknown> };
    expect(compilerOptions).toMatchObject({
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
    });
  });
});
