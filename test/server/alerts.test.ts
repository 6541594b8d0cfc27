import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { deliverySettings, subscriptionsOf } from '../../db/going-out/subscriptions.ts';
import { unsubscribePath } from '../../db/people/link-tokens.ts';
import { tell } from './story.ts';
import { aBrowser, aPerson, aWorld, type Browser, post, signedIn, type World, words } from './world.ts';

let world: World;
let browser: Browser;
let csrf: string;
let userId: number;

beforeEach(async () => {
  world = await aWorld();
  const person = await signedIn(world, 'viewer');
  ({ browser, csrf } = person);
  userId = person.user.id;
});

const wish = (fields: Record<string, string>) => post(browser, '/alerts', { _csrf: csrf, do: 'add', ...fields });

describe('asking to be told', () => {
  it('is noted as a sentence, for oneself alone, and once', async () => {
    const other = await aPerson(world.db, 'analyst');
    const fields = { kind: 'flag', scope: 'company', value: 'Amazon', band: 'High', cadence: 'daily' };
    expect((await wish({ ...fields, userId: String(other.id) })).status).toBe(303);
    expect((await wish(fields)).status).toBe(303);
    expect(await subscriptionsOf(world.db, userId)).toMatchObject([
      { kinds: ['flag'], scope: 'company', scopeValue: 'Amazon', minBand: 'High', cadence: 'daily' },
    ]);
    expect(await subscriptionsOf(world.db, other.id)).toEqual([]);
    const page = words((await browser.get('/alerts')).text);
    expect(page).toContain(
      'When there is a new or reopened flag on a deal of Amazon in band High, mail me in a daily digest',
    );
  });

  it('takes the address of a deal or of a filter as it is copied', async () => {
    await tell(world);
    await wish({ kind: 'money', scope: 'pair', value: 'http://127.0.0.1/deals/amazon--larkspur?x=1#money' });
    await wish({ kind: 'money', scope: 'filter', value: 'http://127.0.0.1/deals?acquirer=Amazon&kind=cloud' });
    expect((await subscriptionsOf(world.db, userId)).map((one) => one.scopeValue)).toEqual([
      'amazon--larkspur',
      'acquirer=Amazon&kind=cloud',
    ]);
    // People read the names, not the number.
    const page = words((await browser.get('/alerts')).text);
    expect(page).toContain('spend commitment on Amazon → Larkspur AI, mail me at once');
    expect(page).not.toContain('amazon → larkspur');
  });

  it('takes the address of the Flags page, and keeps of an address what filters', async () => {
    await wish({ kind: 'flag', scope: 'filter', value: '/flags?rule=acqui-hire&sort=newest&page=2&flag=x' });
    await wish({ kind: 'flag', scope: 'filter', value: 'larkspur ai' });
    expect((await subscriptionsOf(world.db, userId)).map((one) => one.scopeValue)).toEqual([
      'flags?rule=acqui-hire',
      'q=larkspur+ai',
    ]);
    expect(words((await browser.get('/alerts')).text)).toContain('the filter of flags “rule: acqui-hire”');
  });

  it.each(['/documents?q=x', '/deals', '/flags?sort=newest', '/deals?rule=acqui-hire', '?'])(
    'never takes an address that filters nothing for every deal: %s',
    async (value) => {
      const answer = await wish({ kind: 'flag', scope: 'filter', value });
      expect([answer.status, words(answer.text)]).toEqual([422, expect.stringContaining('Copy the address')]);
      expect(await subscriptionsOf(world.db, userId)).toEqual([]);
    },
  );

  it('writes names as the ledger does, and says when it knows none like it', async () => {
    await tell(world);
    await wish({ kind: 'flag', scope: 'company', value: 'larkspur ai' });
    await wish({ kind: 'status', scope: 'authority', value: 'cma' });
    await wish({ kind: 'flag', scope: 'company', value: 'Larkspurr' });
    const kept = await subscriptionsOf(world.db, userId);
    expect(kept.map((one) => one.scopeValue)).toEqual(['Larkspur AI', 'CMA', 'Larkspurr']);
    const page = words((await browser.get('/alerts')).text);
    expect(page).toContain('No deal on record so far has “Larkspurr”');
    expect(page).not.toContain('has “Larkspur AI”');
    const pair = await wish({ kind: 'flag', scope: 'pair', value: 'amazon--nobody' });
    expect([pair.status, words(pair.text)]).toEqual([
      422,
      expect.stringContaining('No deal on record has the address'),
    ]);
  });

  it('is one click away from what it is about, filled in', async () => {
    await tell(world);
    const pages = [
      ['/deals/amazon--larkspur', 'pair', 'amazon--larkspur'],
      ['/companies/Larkspur%20AI', 'company', 'Larkspur AI'],
      ['/deals?q=lark&page=1', 'filter', 'q=lark&page=1'],
      ['/flags?rule=round-trip', 'filter', 'flags?rule=round-trip'],
      ['/deadlines', 'all', null],
    ] as const;
    for (const [path, scope, value] of pages) {
      const href = load((await browser.get(path)).text)('a[href^="/alerts?"]').attr('href') ?? '';
      const asked = new URLSearchParams(href.slice(href.indexOf('?')).replace(/#.*/, ''));
      expect([path, asked.get('scope'), asked.get('value')]).toEqual([path, scope, value]);
      const form = load((await browser.get(href)).text);
      expect(form('select[name=scope] option[selected]').attr('value')).toBe(scope);
      expect(form('input[name=kind]:checked').length).toBeGreaterThan(0);
    }
  });

  it('says what is missing, at the field, and stores nothing', async () => {
    const answer = await wish({ scope: 'pair' });
    expect(answer.status).toBe(422);
    expect(words(answer.text)).toContain('Choose at least one kind of news.');
    expect(words(answer.text)).toContain('Copy the address of the deal');
    expect(await subscriptionsOf(world.db, userId)).toEqual([]);
  });

  it('shows what this week would have sent, and stores nothing', async () => {
    await tell(world);
    const answer = await wish({ kind: 'flag', scope: 'company', value: 'Amazon', do: 'preview' });
    expect(words(answer.text)).toContain('This week it would have sent 1 mail');
    expect(words(answer.text)).toContain('Amazon → Larkspur AI');
    const nothing = await wish({ kind: 'flag', scope: 'company', value: 'Nobody', do: 'preview' });
    expect(words(nothing.text)).toContain('This week it would have sent 0 mails');
    expect(await subscriptionsOf(world.db, userId)).toEqual([]);
  });

  it("ends at one's own word, and never at another's", async () => {
    await wish({ kind: 'flag' });
    const [mine] = await subscriptionsOf(world.db, userId);
    const other = await signedIn(world, 'analyst');
    await post(other.browser, `/alerts/${mine?.id}/remove`, { _csrf: other.csrf });
    expect(await subscriptionsOf(world.db, userId)).toHaveLength(1);
    await post(browser, `/alerts/${mine?.id}/remove`, { _csrf: csrf });
    expect(await subscriptionsOf(world.db, userId)).toEqual([]);
  });
});

describe('when one is told', () => {
  const settings = { do: 'save', zone: 'Europe/Vienna', hour: '7', weekday: '2', quietFrom: '22', quietTo: '6' };
  const keep = (change: Record<string, string>) =>
    post(browser, '/alerts/delivery', { _csrf: csrf, ...settings, ...change });

  it('is kept with the time zone, digest hour, quiet hours and snooze', async () => {
    expect((await keep({})).status).toBe(303);
    await keep({ do: 'snooze', days: '3' });
    expect(await deliverySettings(world.db, userId)).toMatchObject({
      timeZone: 'Europe/Vienna',
      digestHour: 7,
      digestWeekday: 2,
      quietFrom: 22,
      quietTo: 6,
      snoozedUntil: '2026-06-04T12:00:00.000Z',
    });
    expect(words((await browser.get('/alerts')).text)).toContain('Snoozed until 4 Jun 2026, 14:00 Europe/Vienna');
  });

  it.each([
    [{ zone: 'Mars/Base' }, 'Write a time zone'],
    [{ hour: '25' }, 'Choose an hour'],
    [{ quietTo: '' }, 'Choose both hours'],
  ])('refuses %o', async (change, sentence) => {
    const answer = await keep(change as Record<string, string>);
    expect([answer.status, words(answer.text)]).toEqual([422, expect.stringContaining(sentence)]);
  });
});

describe('the link that ends it (M08)', () => {
  it('shows on GET, acts on POST without signing in, and works for nobody who made it up', async () => {
    await wish({ kind: 'flag' });
    const [mine] = await subscriptionsOf(world.db, userId);
    const path = await unsubscribePath(world.db, userId, [mine?.id ?? 0]);
    const stranger = aBrowser(world.app);
    const shown = await stranger.get(path);
    expect([shown.status, words(shown.text)]).toEqual([200, expect.stringContaining('a new or reopened flag')]);
    expect(await subscriptionsOf(world.db, userId)).toHaveLength(1);
    const forged = path.replace(/-(\d+)-/, '-999-');
    expect((await stranger.post(forged)).status).toBe(404);
    const oneClick = stranger.post(path).type('form').send('List-Unsubscribe=One-Click');
    expect((await oneClick).status).toBe(200);
    expect(await subscriptionsOf(world.db, userId)).toEqual([]);
    expect((await stranger.post(path)).status).toBe(200);
  });

  it('takes the form as multipart, as some mail services send it', async () => {
    await wish({ kind: 'flag' });
    const [mine] = await subscriptionsOf(world.db, userId);
    const path = await unsubscribePath(world.db, userId, [mine?.id ?? 0]);
    const sent = await aBrowser(world.app).post(path).field('List-Unsubscribe', 'One-Click');
    expect(sent.status).toBe(200);
    expect(await subscriptionsOf(world.db, userId)).toEqual([]);
  });
});
