import { expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { aDocument } from '../db/world.ts';
import { aWorld, signedIn, words } from './world.ts';

const TEXT = (opening: string) =>
  `${opening} Microsoft has invested €15 million in Mistral AI, the two companies said on Tuesday in Paris.`;

it('shows each happening once with everybody who tells it', async () => {
  const world = await aWorld();
  const { browser } = await signedIn(world, 'viewer');
  expect(words((await browser.get('/stories')).text)).toContain('No story yet.');
  for (const [publisher, opening] of [
    ['One <b>', 'At last.'],
    ['Two', 'It is done.'],
    ['Wired', 'So it goes.'],
  ] as const) {
    const url = `https://${publisher.replace(/\W/g, '')}.example/1`;
    await saveDocument(world.db, aDocument({ url, publisher, title: `As ${publisher} has it`, text: TEXT(opening) }));
  }
  await takeThrough(world.context);
  const page = words((await browser.get('/stories?days=90')).text);
  expect(page).toMatch(/Microsoft → Mistral AI Investment: €15m put in .* 3 documents, 3 independent/);
  expect(page).toContain('One <b> As One <b> has it');
  expect(page).toContain('None says anything else than it did.');
  expect((await browser.get('/stories?days=nonsense')).status).toBe(200);
});
