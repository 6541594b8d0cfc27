import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launch, type Running } from './helpers/process.ts';

let folder: string;
let running: Running[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dealwatch-start-'));
  running = [];
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

function start(settings: Record<string, string> = {}): Running {
  const process = launch('main.js', [], {
    DATABASE: join(folder, 'dealwatch.db'),
    PORT: '0',
    SCHEDULE: 'off',
    STARTER_LIBRARY: 'no',
    ...settings,
  });
  running.push(process);
  return process;
}

describe('starting', () => {
  it('says where it is, gives a set-up link that works once, and stops cleanly on Ctrl-C (D13)', async () => {
    const dealwatch = start();
    const [, address] = await dealwatch.until(/Dealwatch is on (http:\S+)/);
    const [, link] = await dealwatch.until(/Set up your account, once, at (\S+)/);
    const page = await fetch(link as string);
    expect([page.status, await page.text()]).toEqual([200, expect.stringMatching(/password/i)]);
    expect((await fetch(`${address}/flags`, { redirect: 'manual' })).status).toBe(302);
    dealwatch.child.kill('SIGINT');
    expect(await dealwatch.ended).toBe(0);
    expect(dealwatch.output()).toContain('Dealwatch has stopped.');
  });

  it('keeps an idle connection longer than a person pauses and a proxy keeps its own', async () => {
    const [, address] = await start().until(/Dealwatch is on (http:\S+)/);
    const { headers } = await fetch(`${address}/healthz`);
    expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
  });

  it('starts again on what it has', async () => {
    const first = start();
    await first.until(/Set up your account/);
    first.child.kill('SIGTERM');
    await first.ended;
    await start().until(/Dealwatch is on/);
  });

  it('says in one sentence that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const port = (other.address() as AddressInfo).port;
    const dealwatch = start({ PORT: String(port) });
    expect(await dealwatch.ended).toBe(1);
    expect(dealwatch.output()).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or set PORT to another number.\n`,
    );
    other.close();
  });

  it('says in one sentence that a setting cannot be used', async () => {
    const dealwatch = start({ PORT: 'lots' });
    expect(await dealwatch.ended).toBe(1);
    expect(dealwatch.output()).toMatch(/^Settings that cannot be used: PORT must be a whole number[^\n]*\n$/);
  });

  it('says in one sentence that the database is no database', async () => {
    writeFileSync(
      join(folder, 'dealwatch.db'),
      'this is a letter, not a database, and it is longer than a header of a hundred bytes would ever need',
    );
    const dealwatch = start();
    expect(await dealwatch.ended).toBe(1);
    expect(dealwatch.output()).toMatch(/^[^\n]*dealwatch\.db[^\n]*\n$/);
  });

  it('says in one sentence that the folder cannot be written', async () => {
    // A file where the folder should be stops root as well, whom permissions do not.
    writeFileSync(join(folder, 'file'), '');
    const dealwatch = start({ DATABASE: join(folder, 'file', 'dealwatch.db') });
    expect(await dealwatch.ended).toBe(1);
    expect(dealwatch.output()).toMatch(/^[^\n]*file[^\n]*\n$/);
  });

  it('refuses to serve a database that another process is serving', async () => {
    await start().until(/Dealwatch is on/);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output().trimEnd().split('\n')).toHaveLength(1);
  });
});
