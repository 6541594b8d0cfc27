import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../model/day.ts';
import { evidenceHolds } from '../../model/evidence.ts';
import { COMPLETE_REGISTERS } from '../../model/scrutiny.ts';
import { findSource, sources } from '../../sources/index.ts';
import type { Fetched, Listing, ReadPage, SourceSettings } from '../../sources/source.ts';

/**
 * Each folder beside this file holds payloads of one source and what is expected of each. A payload without its
 * expectation gets one written, and the test fails asking a person to read it.
 */
interface Payload {
  file: string;
  /** A list; a page that is read; or an entry of a list that is read without a page (no file of its own). */
  as: 'list' | 'read' | 'item';
  url: string;
  contentType: string;
  /** For `read` and `item`: the list that has the item, and its key there. */
  list?: string;
  key?: string;
}
interface Folder {
  fetchedAt: Instant;
  settings?: SourceSettings;
  payloads: Payload[];
}

const here = fileURLToPath(new URL('.', import.meta.url));
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());

it('every source with a shape of its own has payloads', () => {
  const own = sources.filter(({ authority }) => authority !== null).map(({ id }) => id);
  expect(folders.map(({ name }) => name)).toEqual(expect.arrayContaining([...own, 'feed']));
});

it('every register that is said to hold all cases is a source', () => {
  for (const id of COMPLETE_REGISTERS) expect(sources.find((source) => source.id === id)?.authority, id).toBeTruthy();
});

describe.each(folders.map(({ name }) => name))('%s', (name) => {
  const folder = JSON.parse(readFileSync(join(here, name, 'payloads.json'), 'utf8')) as Folder;
  const source = findSource(name);
  const settings = folder.settings ?? {
    id: source.id,
    url: null,
    publisher: source.publisher,
    sourceClass: source.sourceClass,
  };

  const fetched = ({ file, url, contentType }: Payload): Fetched => ({
    url,
    finalUrl: url,
    status: 200,
    contentType,
    body: readFileSync(join(here, name, file)),
    etag: null,
    lastModified: null,
    fetchedAt: folder.fetchedAt,
  });
  const list = (payload: Payload): Listing => source.list(fetched(payload), settings);
  const read = (payload: Payload): ReadPage => {
    const listed = folder.payloads.find(({ file }) => file === payload.list);
    const item = listed && list(listed).items.find(({ key }) => key === payload.key);
    if (!item) throw new Error(`${payload.list} has no item ${payload.key}`);
    if (payload.as === 'item') return source.read(null, item, settings);
    expect(item.page).toBe(payload.url);
    return source.read(fetched(payload), item, settings);
  };
  const nameOf = ({ file, key }: Payload) => file ?? `${key}.item`.replace(/[^\w.-]+/g, '-');

  it.each(folder.payloads.map((payload) => [nameOf(payload), payload] as const))('%s', (file, payload) => {
    const result = payload.as === 'list' ? list(payload) : read(payload);
    if ('events' in result)
      for (const { evidence } of result.events) expect(evidenceHolds(evidence, result.document)).toBe(true);
    const expectation = join(here, name, file.replace(/\.\w+$/, '.expected.json'));
    if (!existsSync(expectation)) {
      writeFileSync(expectation, `${JSON.stringify(result, null, 2)}\n`);
      expect.fail(`${expectation} was written; read it and run again.`);
    }
    expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(readFileSync(expectation, 'utf8')));
  });
});
