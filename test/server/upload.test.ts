import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { docx } from '../helpers/zip.ts';
import { aWorld, signedIn, words } from './world.ts';

const STORY = 'Microsoft has invested €15 million in Mistral AI, the two companies said on Tuesday in Paris.';
const FILE = docx('Microsoft puts more into Mistral AI', [STORY]);

async function upload(role: 'viewer' | 'analyst', fields: Record<string, string>, file: Buffer | null = FILE) {
  const world = await aWorld();
  const { browser, csrf } = await signedIn(world, role);
  const request = browser.post('/read/file').field({ _csrf: csrf, ...fields });
  const answer = await (file ? request.attach('file', file, 'release.docx') : request);
  return { ...answer, world, browser, csrf };
}

describe('a file on the Read page', () => {
  it('is read and shown like a pasted text, and nothing is stored', async () => {
    const { status, text, world } = await upload('viewer', { do: 'read' });
    expect(status).toBe(200);
    expect(load(text)('.art').text()).toContain('€15 million');
    expect(words(text)).toContain('Microsoft → Mistral AI');
    expect(await world.db.selectFrom('documents').selectAll().execute()).toEqual([]);
  });

  it('becomes a document when an analyst keeps it', async () => {
    const { status, headers, world, browser } = await upload('analyst', { do: 'keep', publisher: 'Example Wire' });
    expect(status).toBe(303);
    const [stored] = await world.db.selectFrom('documents').select(['id', 'publisher', 'title']).execute();
    expect(stored).toMatchObject({ publisher: 'Example Wire', title: 'Microsoft puts more into Mistral AI' });
    expect(headers.location).toBe(`/documents/${stored?.id}`);
    expect(words((await browser.get(String(headers.location))).text)).toContain('is kept and will be read');
  });

  it('is not kept for a viewer', async () => {
    const { status, world } = await upload('viewer', { do: 'keep' });
    expect(status).toBe(403);
    expect(await world.db.selectFrom('documents').selectAll().execute()).toEqual([]);
  });

  it('says why it cannot be read, or that none was chosen', async () => {
    const broken = await upload('viewer', { do: 'read' }, Buffer.from('%PDF-1.7 nothing'));
    expect(broken.status).toBe(422);
    expect(words(broken.text)).toContain('release.docx could not be read. The PDF is broken');
    const none = await upload('viewer', { do: 'read' }, null);
    expect(none.status).toBe(422);
    expect(words(none.text)).toContain('Choose a file');
  });

  it('is refused without our own form, in pieces that do not fit, and as another kind of body', async () => {
    expect((await upload('viewer', { _csrf: 'x' })).status).toBe(403);
    const { browser } = await upload('viewer', { do: 'read' });
    const torn = await browser
      .post('/read/file')
      .set('content-type', 'multipart/form-data; boundary=b')
      .send('--c\r\nx');
    expect(torn.status).toBe(400);
    expect((await browser.post('/read/file').type('text/plain').send('do=read')).status).toBe(415);
  });
});
