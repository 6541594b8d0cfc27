import { Resvg } from '@resvg/resvg-js';
import { beforeEach, describe, expect, it } from 'vitest';
import { reportTemplate } from '../../db/going-out/report-templates.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { InvalidInput } from '../../model/errors.ts';
import { logoOf, logoSize, pngSize } from '../../reports/logo.ts';
import { aPair, at } from '../db/world.ts';
import { aWorld, type Browser, post, signedIn, type World, words } from './world.ts';

const png = (width: number, height: number, fill = '#1a4fa0') =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${fill}"/></svg>`,
  )
    .render()
    .asPng();

let world: World;
let browser: Browser;
let csrf: string;
beforeEach(async () => {
  world = await aWorld();
  ({ browser, csrf } = await signedIn(world, 'analyst'));
  await replacePair(world.db, aPair(), [], { score: 10, band: 'Low', floor: false }, at(0));
});

const save = (kind: string, fields: Record<string, string>, logo?: Buffer) => {
  const sent = browser.post(`/reports/templates/${kind}`).field('_csrf', csrf);
  for (const [name, value] of Object.entries(fields)) sent.field(name, value);
  return logo ? sent.attach('logo', logo, 'logo.png') : sent;
};

describe('the layout of reports', () => {
  it('changes which sections come in which order, the text and the logo on the cover', async () => {
    const saved = await save(
      'register',
      { 'place-sums': '1', 'place-sources': '2', cover: 'Unit B\r\nFor use inside' },
      png(80, 20),
    );
    expect(saved.status).toBe(303);
    const template = await reportTemplate(world.db, 'register');
    expect(template).toMatchObject({ sections: ['sums', 'sources'], cover: 'Unit B\nFor use inside' });
    expect(pngSize(template.logo as Buffer)).toEqual({ width: 420, height: 105 });
    expect(words((await browser.get('/reports/templates')).text)).toContain('Every sum, Sources');
    const made = await post(browser, '/reports', { _csrf: csrf, kind: 'register' });
    const text = (await browser.get(`${made.headers.location}/md`).buffer(true)).text;
    expect(text).toContain('Unit B');
    expect(text.match(/^## .+$/gm)).toEqual(['## Every sum', '## Sources']);
  });

  it('is shown as it stands, and can lose its logo', async () => {
    await save('board', { 'place-board': '1' }, png(10, 10));
    const page = (await browser.get('/reports/templates/board')).text;
    expect(page).toContain('Take out the logo');
    await save('board', { 'place-board': '1', 'no-logo': 'yes' });
    expect((await reportTemplate(world.db, 'board')).logo).toBeNull();
  });

  it.each([
    [{}, undefined, 'Leave at least one section in.'],
    [{ 'place-board': '1', cover: 'x'.repeat(2_001) }, undefined, 'At most 2,000 characters.'],
    [{ 'place-board': '1' }, Buffer.from('<svg onload=alert(1)>'), 'Choose a PNG picture.'],
  ])('is not changed by what cannot be used', async (fields, logo, sentence) => {
    const answer = await save('board', fields as Record<string, string>, logo);
    expect([answer.status, words(answer.text)]).toEqual([422, expect.stringContaining(sentence)]);
    expect((await reportTemplate(world.db, 'board')).sections).toEqual([]);
  });

  it('is not a reader’s to change', async () => {
    const viewer = await signedIn(world, 'viewer');
    expect((await viewer.browser.get('/reports/templates')).status).toBe(200);
    expect((await viewer.browser.get('/reports/templates/board')).status).toBe(403);
    expect((await browser.get('/reports/templates/book')).status).toBe(404);
  });
});

describe('a logo', () => {
  it('keeps its shape within its place', () => {
    expect(logoSize({ width: 1000, height: 100 })).toEqual({ width: 140, height: 14 });
    expect(logoSize({ width: 10, height: 10 })).toEqual({ width: 56, height: 56 });
  });

  it('is drawn anew, so that nothing hidden in the file goes on', () => {
    const file = Buffer.concat([png(40, 40), Buffer.from('<script>hidden</script>')]);
    const drawn = logoOf(file);
    expect(drawn.includes('hidden')).toBe(false);
    expect(pngSize(drawn)).toEqual({ width: 168, height: 168 });
  });

  it.each([
    ['a picture that claims to be huge', claiming(60_000, 60_000)],
    ['half a picture', png(40, 40).subarray(0, 60)],
    ['nothing to see', png(40, 40, 'none')],
    ['an empty file', Buffer.alloc(0)],
    ['no width', claiming(0, 10)],
  ])('is refused: %s', (_what, bytes) => expect(() => logoOf(bytes)).toThrow(InvalidInput));
});

function claiming(width: number, height: number): Buffer {
  const file = Buffer.from(png(10, 10));
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}
