import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { pageData } from '../../server/data/index.ts';
import { dataAddress } from '../../server/page-data.ts';
import { aDocument } from '../db/world.ts';
import { aBrowser, aWorld, signedIn } from './world.ts';

const TEXT = 'Microsoft has invested €15 million in Mistral AI, the two companies said on Tuesday in Paris.';

/** What every view links to: both files, in the same words as the page. */
async function aReader() {
  const world = await aWorld();
  await saveDocument(world.db, aDocument({ url: 'https://one.example/1', publisher: '=One', text: TEXT }));
  await takeThrough(world.context);
  return { world, ...(await signedIn(world, 'viewer')) };
}

describe('every view has its data beside it', () => {
  it('as JSON and CSV, linked at its foot, with the filters it was asked with', async () => {
    const { browser } = await aReader();
    for (const { page } of pageData) {
      const html = (await browser.get(`${page}?q=Mistral`)).text;
      for (const ending of ['json', 'csv'])
        expect(html, page).toContain(`href="${dataAddress(page)}.${ending}?q=Mistral"`);
      const json = await browser.get(`${dataAddress(page)}.json?q=Mistral`);
      expect(json.status, page).toBe(200);
      expect(JSON.parse(json.text), page).toHaveProperty('asOf');
      const csv = await browser.get(`${dataAddress(page)}.csv?q=Mistral`);
      expect(csv.headers['content-disposition'], page).toMatch(/dealwatch-[\w-]+-\d{4}-\d\d-\d\d\.csv/);
      const [head = [], ...rows] = parse(csv.text, { bom: true }) as string[][];
      expect(head.length, page).toBeGreaterThan(3);
      for (const row of rows) expect(row, page).toHaveLength(head.length);
    }
  });

  it('says in both files what the page says', async () => {
    const { browser } = await aReader();
    const rows = async (address: string) => JSON.parse((await browser.get(address)).text).rows as object[];
    expect(await rows('/stories.json?days=365')).toMatchObject([
      { acquirer: 'Microsoft', value: 15e6, currency: 'EUR' },
    ]);
    expect(await rows('/search.json?q=Mistral')).toMatchObject([
      { kind: 'deal', title: 'Microsoft → Mistral AI' },
      { kind: 'company', title: 'Mistral AI' },
      { kind: 'document' },
    ]);
    expect((await rows('/today.json')).length).toBeGreaterThan(0);
    expect(await rows('/documents.json?state=unreadable')).toEqual([]);
    const [document] = parse((await browser.get('/documents.csv')).text, { bom: true, columns: true }) as object[];
    expect(document).toMatchObject({ publisher: "'=One", state: 'read' });
  });

  it('is for those who may see the page, and for nobody else', async () => {
    const { app } = await aWorld();
    for (const { page } of pageData) {
      expect((await aBrowser(app).get(`${dataAddress(page)}.csv`)).status, page).not.toBe(200);
    }
  });
});
