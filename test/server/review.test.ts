import { load } from 'cheerio';
import { beforeEach, describe, expect, it } from 'vitest';
import { decisionsOf } from '../../db/review/reviews.ts';
import { decidingFields, LARKSPUR, tell } from './story.ts';
import {
  aBrowser,
  aPerson,
  aWorld,
  type Browser,
  csrfIn,
  PASSWORD,
  post,
  signedIn,
  signInAs,
  type World,
  words,
} from './world.ts';

const PAIR = 'amazon--larkspur';
const FLAG = `/flags/${PAIR}/round-trip`;

let world: World;
let browser: Browser;
let csrf: string;

beforeEach(async () => {
  world = await aWorld();
  await tell(world, { published: '2026-01-14' });
  ({ browser, csrf } = await signedIn(world, 'analyst'));
});

const formOn = (path: string, who = browser) => decidingFields(who, path);
const decisions = () => decisionsOf(world.db, PAIR, 'round-trip');

describe('the queue', () => {
  it('shows the flag with its reason, what speaks for it and what is missing, and the words that prove it', async () => {
    const page = (await browser.get('/flags')).text;
    const $ = load(page);
    expect(words(page)).toMatch(/Amazon → Larkspur AI.*Cloud-spend round-tripping.*\$4bn.*\$6bn/);
    expect($('.plus li').length).toBeGreaterThan(0);
    expect($('.miss li').length).toBeGreaterThan(0);
    const marked = $('figure.q mark')
      .toArray()
      .map((m) => $(m).text())
      .join(' ');
    expect(LARKSPUR.text).toContain($('figure.q mark').first().text());
    expect(marked).not.toBe('');
  });

  it('filters by screen, band, group and name, and says which filters hide everything', async () => {
    expect(
      words((await browser.get('/flags?rule=round-trip&band=Low&band=Medium&band=High&acquirer=Amazon&q=lark')).text),
    ).toContain('Larkspur AI');
    const none = load((await browser.get('/flags?rule=acqui-hire&q=lark')).text);
    expect(none('.empty').text()).toContain('No flag matches');
    expect(
      none('.chip')
        .toArray()
        .map((a) => none(a).attr('href')),
    ).toEqual(expect.arrayContaining([expect.stringContaining('q=lark')]));
  });

  it.each(['state=what', 'page=-1', 'page=1e9', 'sort=drop', 'rule=nope', 'flag=a/b', 'flag=/', 'done=x', 'done=%00'])(
    'takes an odd query (%s) calmly',
    async (query) => {
      expect((await browser.get(`/flags?${query}`)).status).toBe(200);
    },
  );
});

describe('a decision', () => {
  it.each([
    ['confirm', {}, 'confirmed'],
    ['dismiss', { reason: 'ordinary_supply' }, 'dismissed'],
    ['watch', { note: 'See the next filing' }, 'watching'],
    ['escalate', {}, 'escalated'],
  ])('to %s is kept with its evidence and moves the flag', async (action, fields, state) => {
    const answer = await post(browser, FLAG, { ...(await formOn(FLAG)), ...fields, action });
    expect(answer.status).toBe(303);
    expect(await decisions()).toMatchObject([{ action, userName: 'Test analyst', ...fields }]);
    expect(words((await browser.get(`/flags?state=${state}`)).text)).toContain('Larkspur AI');
    expect(words((await browser.get('/flags')).text)).not.toMatch(/Cloud-spend round-tripping Amazon: /);
  });

  it('can be undone from the next page', async () => {
    const sent = { ...(await formOn('/flags')), action: 'dismiss', reason: 'talks_only' };
    const next = (await post(browser, FLAG, sent)).headers.location as string;
    const $ = load((await browser.get(next)).text);
    const undo = $('form.undo');
    expect(undo.text()).toContain('Dismissed: Amazon → Larkspur AI');
    const fields = Object.fromEntries(
      undo
        .find('input')
        .toArray()
        .map((i) => [$(i).attr('name') ?? '', $(i).attr('value') ?? '']),
    );
    expect((await post(browser, FLAG, { ...fields, action: 'reopen' })).status).toBe(303);
    expect((await decisions()).map((d) => d.action)).toEqual(['reopen', 'dismiss']);
  });

  it('to dismiss needs a reason, and keeps the note that was written', async () => {
    const answer = await post(browser, FLAG, { ...(await formOn(FLAG)), action: 'dismiss', note: 'because of page 3' });
    expect(answer.status).toBe(422);
    expect(load(answer.text)('textarea[name=note]').text()).toContain('because of page 3');
    expect(words(answer.text)).toContain('Choose the reason');
    expect(await decisions()).toEqual([]);
  });

  it('for another reason needs a note', async () => {
    const answer = await post(browser, FLAG, { ...(await formOn(FLAG)), action: 'dismiss', reason: 'other' });
    expect([answer.status, words(answer.text)]).toEqual([422, expect.stringContaining('Say in a note')]);
  });

  it('sent twice counts once (W23)', async () => {
    const sent = { ...(await formOn(FLAG)), action: 'confirm' };
    expect([(await post(browser, FLAG, sent)).status, (await post(browser, FLAG, sent)).status]).toEqual([303, 303]);
    expect(await decisions()).toHaveLength(1);
  });

  it('of two people at once: the second sees both versions, and nothing of theirs is stored (W23)', async () => {
    const mine = await formOn(FLAG);
    const other = await aPerson(world.db, 'analyst', 'b@example.org');
    const second = aBrowser(world.app);
    await signInAs(second, other.email, PASSWORD);
    const theirs = await formOn(FLAG, second);
    await post(browser, FLAG, { ...mine, action: 'confirm' });
    const answer = await post(second, FLAG, { ...theirs, action: 'dismiss', reason: 'talks_only', note: 'my view' });
    expect(answer.status).toBe(409);
    expect(words(answer.text)).toMatch(
      /decided about this flag.*Yours.*Dismissed.*my view.*As it stands now.*Confirmed by Test analyst/,
    );
    expect(await decisions()).toHaveLength(1);
  });

  it('about evidence that has changed meanwhile is refused, and the flag is open again after a new sum', async () => {
    const seen = await formOn(FLAG);
    await post(browser, FLAG, { ...seen, action: 'confirm' });
    world.forward(60);
    await tell(world, {
      title: 'Amazon adds $5 billion',
      text: 'On 3 April 2026 Amazon invested a further $5 billion in Larkspur AI.',
      url: 'https://news.example/more',
    });
    const answer = await post(browser, FLAG, { ...seen, action: 'watch' });
    expect([answer.status, words(answer.text)]).toEqual([
      409,
      expect.stringContaining('evidence of this flag has changed'),
    ]);
    expect(words((await browser.get(FLAG)).text)).toMatch(
      /Reopened.*Confirmed by Test analyst.*The evidence has changed since/,
    );
  });

  it('is not for viewers, nor without the token of the page', async () => {
    const form = await formOn(FLAG);
    expect((await post(browser, FLAG, { ...form, _csrf: 'x', action: 'confirm' })).status).toBe(403);
    const viewer = await aPerson(world.db, 'viewer', 'v@example.org');
    const watching = aBrowser(world.app);
    await signInAs(watching, viewer.email, PASSWORD);
    const page = await watching.get(FLAG);
    expect([page.status, load(page.text)('form.decide').length]).toEqual([200, 0]);
    expect((await post(watching, FLAG, { ...form, _csrf: csrfIn(page.text), action: 'confirm' })).status).toBe(403);
    expect(await decisions()).toEqual([]);
  });

  it('leads nowhere but to our own pages', async () => {
    const answer = await post(browser, FLAG, { ...(await formOn(FLAG)), action: 'confirm', next: '//evil.example' });
    expect(answer.headers.location).toMatch(/^\/(?!\/)/);
  });
});

describe('a flag that is not there', () => {
  it.each(['/flags/no--pair/round-trip', `/flags/${PAIR}/no-screen`, `/flags/${PAIR}/market-share`])(
    '%s says so',
    async (path) => {
      expect((await browser.get(path)).status).toBe(404);
      expect((await post(browser, path, { _csrf: csrf, action: 'confirm' })).status).toBe(404);
    },
  );
});

describe('the dossier', () => {
  it('shows the three sums apart, the ratio, the terms, every authority and where each value comes from', async () => {
    const page = (await browser.get(`/deals/${PAIR}`)).text;
    const $ = load(page);
    const figures = $('.figs > div')
      .toArray()
      .map((div) =>
        $(div)
          .children()
          .toArray()
          .map((d) => $(d).text())
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
      );
    expect(figures).toEqual([
      expect.stringMatching(/^Put in or agreed \$4bn/),
      expect.stringMatching(/^Promised none known/),
      expect.stringMatching(/^Spend back \$6bn/),
      expect.stringMatching(/^Recapture ratio 1\.5/),
      expect.stringMatching(/^Score \d+/),
      expect.stringMatching(/^Last known step/),
    ]);
    expect(words(page)).toMatch(/Primary provider/);
    for (const ref of $('button.ref').toArray()) expect($(`[id="${$(ref).attr('popovertarget')}"]`)).toHaveLength(1);
    expect($('table.board tbody tr').length).toBe(6);
  });

  it('never says that nobody has looked where nobody has read: each kind of nothing has its words (D17)', async () => {
    const $ = load((await browser.get(`/deals/${PAIR}`)).text);
    const board = Object.fromEntries(
      $('table.board tbody tr')
        .toArray()
        .map((tr) => [$(tr).find('th').text().trim(), $(tr).find('td').first().text()]),
    );
    expect(board.CADE).toContain('Not watched');
    expect(Object.values(board).join(' ')).not.toMatch(/no investigation|cleared/i);
  });

  it('keeps a note with its writer, and refuses an empty one', async () => {
    expect((await post(browser, `/deals/${PAIR}/notes`, { _csrf: csrf, text: 'Ask for the contract' })).status).toBe(
      303,
    );
    expect(words((await browser.get(`/deals/${PAIR}`)).text)).toMatch(/Ask for the contract ?Test analyst/);
    expect((await post(browser, `/deals/${PAIR}/notes`, { _csrf: csrf, text: '  ' })).status).toBe(422);
  });

  it('shows the newest fifty remarks of a pair that has many, and all of them when asked', async () => {
    const { id: userId } = await world.db.selectFrom('users').select('id').executeTakeFirstOrThrow();
    const at = world.context.now();
    const many = Array.from({ length: 60 }, (_, n) => ({
      pair_id: PAIR,
      rule: null,
      text: `Remark ${n}.`,
      user_id: userId,
      at,
    }));
    await world.db.insertInto('notes').values(many).execute();
    const page = await browser.get(`/deals/${PAIR}`);
    expect(page.text.split('class="note"')).toHaveLength(51);
    expect(page.text).toContain('Remark 59.');
    expect(page.text).not.toContain('Remark 0.');
    const { n } = await world.db
      .selectFrom('notes')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('pair_id', '=', PAIR)
      .executeTakeFirstOrThrow();
    expect(page.text).toContain(`Older notes: <span class="tn">${n - 50}</span>`);
    expect((await browser.get(`/deals/${PAIR}?notes=all`)).text.split('class="note"')).toHaveLength(n + 1);
  });

  it('of an unknown pair is not there', async () => expect((await browser.get('/deals/no--pair')).status).toBe(404));
});
