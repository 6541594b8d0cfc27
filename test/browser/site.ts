import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { createSession } from '../../db/people/sessions.ts';
import type { User } from '../../db/people/users.ts';
import { aWorld, type World } from '../server/world.ts';
import { launchChromium } from './chromium.ts';

/** The product behind a real port, with a browser to look at it. */
export interface Site {
  world: World;
  base: string;
  browser: Browser;
  close(): Promise<void>;
}

/** A site for all tests of a file, which closes it. */
export async function aSite(): Promise<Site> {
  const world = await aWorld({ keep: true });
  const server = createServer(world.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const browser = await launchChromium();
  const close = async () => {
    await browser.close();
    server.close();
    await world.close();
  };
  return { world, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, browser, close };
}

/** The token of a session that begins now. */
export async function sessionOf({ db, context }: World, { id }: User): Promise<string> {
  return (await createSession(db, { userId: id, now: context.now(), days: 14 })).token;
}
