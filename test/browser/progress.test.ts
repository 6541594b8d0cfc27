import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { createSession } from '../../db/people/sessions.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { aDocument } from '../db/world.ts';
import { aPerson, aWorld, type World } from '../server/world.ts';
import { aWindow, hasChromium, launchChromium } from './chromium.ts';

let world: World;
let server: Server;
let browser: Browser;
let base: string;
let session: string;

beforeAll(async () => {
  if (!hasChromium) return;
  world = await aWorld({ keep: true });
  server = createServer(world.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const user = await aPerson(world.db, 'viewer');
  ({ token: session } = await createSession(world.db, { userId: user.id, now: world.context.now(), days: 14 }));
  browser = await launchChromium();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  await world?.close();
});

describe.skipIf(!hasChromium)('progress of reading', () => {
  it('moves on the page by itself, and without script says to load it again', { timeout: 60_000 }, async () => {
    await saveDocument(world.db, aDocument());
    const plain = await (await aWindow(browser, base, { session, width: 1440, script: false })).newPage();
    await plain.goto(base);
    expect(await plain.locator('.note').textContent()).toContain('Load this page again to see the counts move');
    const page = await (await aWindow(browser, base, { session, width: 1440 })).newPage();
    await page.goto(base);
    expect(await page.locator('[data-progress]').textContent()).toContain('0 of 1 documents are read.');
    await takeThrough(world.context);
    await page.locator('[data-progress][role=status]').waitFor();
    expect(await page.locator('[data-progress]').textContent()).toContain('1 of 1 documents are read.');
  });
});
