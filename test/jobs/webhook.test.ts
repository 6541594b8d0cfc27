import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { listOutbox } from '../../db/going-out/alerts.ts';
import { announce } from '../../db/going-out/announce.ts';
import { subscribe } from '../../db/going-out/subscriptions.ts';
import {
  createWebhook,
  deliveriesOf,
  enableWebhook,
  type WebhookShape,
  webhooksOf,
} from '../../db/going-out/webhooks.ts';
import type { Database } from '../../db/open.ts';
import { deliverWaiting } from '../../jobs/webhook.ts';
import type { AlertEvent } from '../../model/subscription.ts';
import { createFetcher, type Fetcher } from '../../sources/fetching/http.ts';
import { at, aUser, temporaryDatabase } from '../db/world.ts';
import { aWebServer } from '../helpers/web-server.ts';
import { aClock, aContext, aRun } from './world.ts';

interface Got {
  headers: IncomingMessage['headers'];
  body: string;
}

const fetchers: Fetcher[] = [];
afterEach(async () => {
  for (const fetcher of fetchers.splice(0)) await fetcher.close();
});

/** A program on this machine that is told of events. */
async function aReceiver(answer: (res: ServerResponse, n: number) => void): Promise<{ url: string; got: Got[] }> {
  const got: Got[] = [];
  const { origin } = await aWebServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    req.on('end', () => {
      got.push({ headers: req.headers, body });
      answer(res, got.length);
    });
  });
  return { url: `${origin}/hook`, got };
}

const answering =
  (status: number, headers: Record<string, string> = {}) =>
  (res: ServerResponse) =>
    void res.writeHead(status, headers).end();

function anEvent(n = 1): AlertEvent {
  return {
    key: `deal ${n}`,
    kind: 'deal',
    pairId: 'alpha--beta',
    title: 'Alpha → Beta <script>|*bold*',
    acquirer: 'Alpha',
    target: 'Beta',
    authority: null,
    band: 'High',
    score: 60,
    workingDays: null,
    headline: 'New deal: Investment',
    before: null,
    after: null,
    details: [],
    passages: [{ quote: 'Alpha <!channel> invests', title: 'T', source: 'Example News, press', url: null }],
    path: '/deals/alpha--beta',
    at: at(0),
  };
}

/** A world in which one address is told of new deals. */
async function told(
  url: string,
  { shape = 'dealwatch' as WebhookShape, events = 1, allow = true, deadlineMs = 8_000 } = {},
) {
  const db = await temporaryDatabase();
  const user = await aUser(db);
  const hook = await createWebhook(db, { userId: user.id, name: 'Chat', url, shape, now: at(0) });
  const wish = { kinds: ['deal' as const], scope: 'all' as const, scopeValue: '', minBand: 'none' as const };
  const how = { workingDays: null, cadence: 'now' as const, webhookId: hook.id };
  await subscribe(db, { userId: user.id, ...wish, ...how, now: at(0) });
  for (let n = 1; n <= events; n += 1) await announce(db, [anEvent(n), anEvent(n)], at(0));
  const clock = aClock();
  const allowed = allow ? [new URL(url).host] : [];
  const fetcher = createFetcher({ contact: '', allow: allowed, maxBytes: 1e6, now: clock.now, deadlineMs });
  fetchers.push(fetcher);
  return { db, user, hook, clock, context: aContext(db, { fetcher, now: clock.now }) };
}

const stateOf = async (db: Database, userId: number) => (await deliveriesOf(db, userId, 1))[0];

describe('a webhook (M10)', () => {
  it('gets each event once, signed over time and body, and no mail goes out for it', async () => {
    const { url, got } = await aReceiver(answering(204));
    const { db, context, hook, user } = await told(url);
    expect(await deliverWaiting(context, aRun())).toEqual({ delivered: 1, failed: 0 });
    expect(await deliverWaiting(context, aRun())).toEqual({ delivered: 0, failed: 0 });
    const [delivery] = got;
    const [, time, signature] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(delivery?.headers['dealwatch-signature'])) ?? [];
    expect(signature).toBe(createHmac('sha256', hook.secret).update(`${time}.${delivery?.body}`).digest('hex'));
    expect(Number(time) * 1000).toBe(Date.parse(at(0)));
    expect(delivery?.headers['dealwatch-delivery']).toBe('1');
    expect(JSON.parse(delivery?.body ?? '')).toMatchObject({ version: 1, kind: 'deal', pairId: 'alpha--beta' });
    expect(await stateOf(db, user.id)).toMatchObject({ state: 'sent', status: 204 });
    expect((await listOutbox(db, { page: 1 })).total).toBe(0);
  });

  it.each(['slack', 'teams'] as const)('speaks to %s without letting a name be markup', async (shape) => {
    const { url, got } = await aReceiver(answering(200));
    const { context } = await told(url, { shape });
    await deliverWaiting(context, aRun());
    const text = got[0]?.body ?? '';
    if (shape === 'slack') {
      expect(text).not.toMatch(/<!channel>|<script>/);
      expect(JSON.parse(text)).toMatchObject({
        blocks: expect.any(Array),
        text: expect.stringContaining('&lt;script&gt;'),
      });
    } else {
      expect(JSON.parse(text).attachments[0].content).toMatchObject({ type: 'AdaptiveCard' });
      expect(text).toContain('\\\\*bold\\\\*');
    }
  });

  it.each([
    ['answers 500', answering(500), 500, 8_000],
    ['redirects', answering(302, { location: 'http://127.0.0.1:1/' }), 302, 8_000],
    ['never answers', () => undefined, null, 500],
  ] as const)(
    'that %s is tried again later and later, and given up',
    async (_what, answer, status, deadlineMs) => {
      const { url, got } = await aReceiver(answer as (res: ServerResponse) => void);
      const { db, context, clock, user } = await told(url, { deadlineMs });
      await deliverWaiting(context, aRun());
      expect(await stateOf(db, user.id)).toMatchObject({ state: 'waiting', attempts: 1, status });
      await deliverWaiting(context, aRun());
      expect(got).toHaveLength(1);
      for (let n = 0; n < 9; n += 1) {
        clock.forward(10 * 60);
        await deliverWaiting(context, aRun());
      }
      expect([got.length, (await stateOf(db, user.id))?.state]).toEqual([8, 'failed']);
    },
    40_000,
  );

  it('is not read beyond its status: an endless answer holds nothing up', async () => {
    const { url } = await aReceiver((res) => {
      res.writeHead(200);
      const pour = () => {
        while (!res.destroyed && res.write('x'.repeat(65_536)));
        if (!res.destroyed) res.once('drain', pour);
      };
      pour();
    });
    const { context } = await told(url);
    expect(await deliverWaiting(context, aRun())).toEqual({ delivered: 1, failed: 0 });
  });

  it('in a private network is refused when connecting, at once and for good', async () => {
    const { url, got } = await aReceiver(answering(200));
    const { db, context, user } = await told(url, { allow: false });
    await deliverWaiting(context, aRun());
    expect(await stateOf(db, user.id)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('not a usual web port'),
    });
    expect(got).toHaveLength(0);
  });

  it('that fails again and again is left alone, its owner is told once, and can switch it on', async () => {
    const { url, got } = await aReceiver(answering(410));
    const { db, context, user, hook } = await told(url, { events: 7 });
    await deliverWaiting(context, aRun());
    expect(got).toHaveLength(5);
    expect((await webhooksOf(db, user.id))[0]?.disabledAt).toBe(at(0));
    const { rows } = await listOutbox(db, { page: 1 });
    expect(rows.map((mail) => mail.subject)).toEqual(['The webhook Chat is switched off']);
    await enableWebhook(db, hook.id, user.id);
    await deliverWaiting(context, aRun());
    expect(got).toHaveLength(7);
  });
});
