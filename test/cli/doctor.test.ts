import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { adviceOn } from '../../advice.ts';
import { doctorCommand } from '../../cli/doctor.ts';
import { readConfig } from '../../config.ts';
import { closeDatabase, openDatabase, rawOf } from '../../db/open.ts';
import { aUser, temporaryFolder } from '../db/world.ts';

async function examine(settings: Record<string, string>): Promise<{ status: number; out: string }> {
  let out = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      out += String(chunk);
      done();
    },
  });
  const status = await doctorCommand.run(
    [],
    { stdout, stderr: stdout, stdin: Readable.from([]) },
    readConfig(settings),
  );
  return { status, out };
}

async function aDatabase(role: 'admin' | 'viewer' = 'admin') {
  const file = join(temporaryFolder(), 'test.db');
  const db = await openDatabase(file);
  await aUser(db, role);
  return { file, db };
}

describe('npm run doctor', () => {
  it('finds nothing to put right in a sound place, and looks at each part', async () => {
    const { file, db } = await aDatabase();
    await closeDatabase(db);
    const { status, out } = await examine({ DATABASE: file });
    expect([status, out]).toEqual([0, expect.stringContaining('Nothing to put right.')]);
    for (const part of [
      'Node',
      'Settings',
      'Disk',
      'Database: whole',
      'People: 1 may sign in',
      'Audit log: 1 lines',
      'Jobs',
      'Backups',
      'Mail',
    ])
      expect(out).toContain(part);
  });

  it('names each thing that is wrong and goes on', async () => {
    const { file, db } = await aDatabase('viewer');
    rawOf(db).exec("drop trigger audit_no_update; update audit set subject = 'forged'");
    await closeDatabase(db);
    const { status, out } = await examine({
      DATABASE: file,
      SMTP_URL: 'smtp://127.0.0.1:9',
      OIDC_ISSUER: 'http://127.0.0.1:9',
      OIDC_CLIENT_ID: 'x',
    });
    expect(status).toBe(1);
    expect(out).toMatch(/BAD\s+People: no administrator/);
    expect(out).toMatch(/BAD\s+Audit log: changed by hand in 1 of 1 lines, first line 1/);
    expect(out).toMatch(/BAD\s+Mail: the mail server does not take mail/);
    expect(out).toMatch(/BAD\s+Single sign-on/);
    expect(out).toContain('4 to put right.');
  });

  it('tells a damaged file from a sound one, and how to go on', async () => {
    const { file, db } = await aDatabase();
    await closeDatabase(db);
    writeFileSync(file, 'not a database at all, but long enough to be looked at '.repeat(50));
    const { status, out } = await examine({ DATABASE: file });
    expect(status).toBe(1);
    expect(out).toMatch(/BAD\s+Database:/);
  });
});

describe('unwise settings (D24)', () => {
  const about = (settings: Record<string, string>) =>
    adviceOn(readConfig({ FETCH_CONTACT: 'a@example.org', SMTP_URL: 'smtp://m.example', ...settings })).join(' ');

  it('are named, with what to do', async () => {
    expect(about({})).toBe('');
    expect(about({ HOST: '0.0.0.0' })).toContain('in the clear');
    expect(about({ SMTP_URL: 'smtp://me:secret@m.example:587' })).toContain('requireTLS=true');
    for (const url of [
      'smtps://me:secret@m.example',
      'smtp://me:secret@m.example?requireTLS=true',
      'smtp://me:s@localhost',
    ]) {
      expect(about({ SMTP_URL: url })).toBe('');
    }
    expect(about({ PUBLIC_URL: 'https://deals.example.org' })).toContain('TRUST_PROXY=yes');
    expect(about({ PUBLIC_URL: 'https://deals.example.org', TRUST_PROXY: 'yes' })).toBe('');
    expect(about({ HOST: '0.0.0.0', PUBLIC_URL: 'https://deals.example.org', TRUST_PROXY: 'yes' })).toContain(
      'whoever connects',
    );
    expect(about({ HOST: '0.0.0.0', PUBLIC_URL: 'https://deals.example.org', TRUST_PROXY: '10.0.0.0/8' })).toBe('');
    expect(about({ BACKUP: 'off' })).toContain('BACKUP is off');
    const { file, db } = await aDatabase();
    await closeDatabase(db);
    chmodSync(file, 0o644);
    expect(about({ DATABASE: file })).toContain(`chmod 600 ${file}`);
    chmodSync(file, 0o600);
    expect(about({ DATABASE: file })).toBe('');
  });

  it.each([
    [{ METRICS_TOKEN: 'short' }, /METRICS_TOKEN must be at least 20 characters/],
    [{ OIDC_ISSUER: 'https://id.example' }, /OIDC_CLIENT_ID must be set with OIDC_ISSUER/],
    [
      { OIDC_ISSUER: 'http://id.example', OIDC_CLIENT_ID: 'x' },
      /OIDC_ISSUER must be an address that begins with https/,
    ],
    [{ PASSWORD_SIGN_IN: 'no' }, /nobody could sign in/],
    [{ SESSION_DAYS: '40' }, /SESSION_MAX_DAYS must be at least SESSION_DAYS/],
    [{ TRUST_PROXY: 'everybody' }, /TRUST_PROXY must be no, yes, a number/],
    [{ TRUST_PROXY: '10.0.0.0/99' }, /TRUST_PROXY must be/],
    [{ BACKUP_KEEP: '0,1,1' }, /BACKUP_KEEP must be three numbers/],
    [{ SESSION_DAYS: '0' }, /SESSION_DAYS must be a whole number from 1/],
    [{ FETCH_MAX_MB: '0' }, /FETCH_MAX_MB must be a whole number from 1/],
  ])('that cannot be used stop the start: %j', (settings, sentence) => {
    expect(() => readConfig(settings as Record<string, string>)).toThrow(sentence);
  });

  it('take the addresses of proxies', () => {
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1, loopback' }).TRUST_PROXY).toEqual([
      '10.0.0.0/8',
      '::1',
      'loopback',
    ]);
    expect(readConfig({ TRUST_PROXY: '2' }).TRUST_PROXY).toBe(2);
  });
});
