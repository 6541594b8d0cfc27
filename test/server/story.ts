import { load } from 'cheerio';
import { saveDocument } from '../../db/documents/documents.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { parsePartialDay } from '../../model/day.ts';
import { aDocument } from '../db/world.ts';
import type { Browser, World } from './world.ts';

/** A story of an investment and of spending that goes back: it raises the flag of round-tripping. */
export const LARKSPUR = {
  title: 'Amazon puts $4 billion into Larkspur',
  text: `Amazon said on Monday that it has invested $4 billion in Larkspur AI, a maker of language models.

Larkspur AI will use Amazon Web Services as its primary cloud provider and has committed to spend $6 billion on AWS.`,
  url: 'https://news.example/larkspur',
  published: '2026-05-30',
};

/** Stores a story and takes it through the whole pipeline; gives its document's id. */
export async function tell(world: World, change: Partial<typeof LARKSPUR> = {}): Promise<string> {
  const { published, url, ...words } = { ...LARKSPUR, ...change };
  const document = { ...words, url, canonicalUrl: url, published: parsePartialDay(published) };
  const { id } = await saveDocument(world.db, aDocument(document));
  await takeThrough(world.context);
  return id;
}

/** The hidden fields of the form for deciding as it stands on a page: what a browser would send back. */
export async function decidingFields(browser: Browser, path: string): Promise<Record<string, string>> {
  const $ = load((await browser.get(path)).text);
  const hidden = $('form.decide').first().find('input[type=hidden]').toArray();
  return Object.fromEntries(hidden.map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']));
}
