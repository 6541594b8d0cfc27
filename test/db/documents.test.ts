import { describe, expect, it } from 'vitest';
import { countDocuments, documentVersions, listDocuments } from '../../db/documents/document-list.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import { getDocument } from '../../db/documents/stored-documents.ts';
import { inTransaction, rawOf } from '../../db/open.ts';
import { aDocument, at, temporaryDatabase } from './world.ts';

const STORY = [
  'Alpha Cloud said on Monday that it would put two billion dollars into Beta Models, a maker of language models',
  'founded four years ago by three researchers. The money comes in two parts, the second of which depends on how much',
  'computing the start-up buys from its new shareholder over the next three years. Alpha becomes the main provider of',
  'computing to the young firm, which until now had rented machines from several suppliers in Europe and America.',
  'Neither of the two firms would say how large the stake will be. A person close to the talks called it a minority.',
].join(' ');

describe('saveDocument', () => {
  it('stores the same text at the same address once, however the address is written', async () => {
    const db = await temporaryDatabase();
    const first = await saveDocument(db, aDocument());
    const again = await saveDocument(
      db,
      aDocument({ url: 'http://www.news.example/one/?utm_source=mail#top', fetchedAt: at(5) }),
    );
    expect(again).toEqual({ id: first.id, isNew: false, duplicateOf: null });
    expect((await listDocuments(db, { page: 1, pageSize: 10 })).total).toBe(1);
  });

  it('lets the earlier of two outlets stand for one story, whichever came in first', async () => {
    const wire = aDocument({
      text: STORY,
      url: 'https://wire.example/a',
      publisher: 'Wire',
      title: 'Alpha backs Beta',
    });
    const paper = aDocument({
      text: `${STORY} Reporting by our own staff in London.`,
      url: 'https://paper.example/b',
      publisher: 'Paper',
      title: 'A cloud giant buys in',
      published: '2026-05-31' as never,
    });
    for (const order of [
      [wire, paper],
      [paper, wire],
    ]) {
      const db = await temporaryDatabase();
      for (const document of order) await saveDocument(db, document);
      const { rows } = await listDocuments(db, { page: 1, pageSize: 10 });
      const [kept, copy] = [rows.find((r) => r.publisher === 'Wire'), rows.find((r) => r.publisher === 'Paper')];
      expect(kept?.state).toBe('fetched');
      expect(copy).toMatchObject({
        state: 'duplicate',
        duplicateOf: kept?.id,
        stateReason: 'Same text as the page of Wire.',
      });
    }
  });

  it('keeps apart what tells of another sum in the same words', async () => {
    const db = await temporaryDatabase();
    const figures = (sum: string) =>
      aDocument({ text: `${STORY} It paid $${sum} at once.`, url: `https://x.example/${sum}` });
    await saveDocument(db, figures('800'));
    const second = await saveDocument(db, figures('900'));
    expect(second.duplicateOf).toBeNull();
  });

  it('keeps each text of a page and lets the last one count, also when an old one returns', async () => {
    const db = await temporaryDatabase();
    const first = await saveDocument(db, aDocument({ text: STORY }));
    const second = await saveDocument(db, aDocument({ text: `${STORY} Corrected on Tuesday.`, fetchedAt: at(10) }));
    expect((await documentVersions(db, first.id)).map((v) => [v.id, v.isCurrent])).toEqual([
      [second.id, true],
      [first.id, false],
    ]);
    await saveDocument(db, aDocument({ text: STORY, fetchedAt: at(20) }));
    expect((await documentVersions(db, second.id)).map((v) => [v.id, v.isCurrent])).toEqual([
      [first.id, true],
      [second.id, false],
    ]);
  });

  it('keeps two different texts at one address side by side', async () => {
    const db = await temporaryDatabase();
    const first = await saveDocument(db, aDocument({ text: STORY }));
    await saveDocument(db, aDocument({ text: 'Gamma Robots buys Delta Arms for €30m, it said.', fetchedAt: at(10) }));
    expect((await documentVersions(db, first.id)).every((v) => v.isCurrent)).toBe(true);
  });

  it('never lets go of a text or changes it', async () => {
    const db = await temporaryDatabase();
    const { id } = await saveDocument(db, aDocument());
    const raw = rawOf(db);
    expect(() => raw.prepare('update documents set text = ? where id = ?').run('x', id)).toThrow(/kept as they were/);
    expect(() => raw.prepare('delete from documents where id = ?').run(id)).toThrow(/never deleted/);
    expect((await getDocument(db, id))?.text).toBe(aDocument().text);
  });

  it('sets a page without text aside', async () => {
    const db = await temporaryDatabase();
    const { id } = await saveDocument(db, aDocument({ text: ' \n ' }));
    expect(await getDocument(db, id)).toMatchObject({ state: 'unreadable', stateReason: 'The page holds no text.' });
  });
});

describe('how many documents there are in each state', () => {
  it('is what counting them one by one gives, after copies, changes, refusals and a transaction that was taken back', async () => {
    const db = await temporaryDatabase();
    for (let i = 0; i < 6; i++)
      await saveDocument(db, aDocument({ url: `https://a.example/${i}`, text: `${i} words that differ ${i * 7}` }));
    await saveDocument(db, aDocument({ url: 'https://b.example/0', text: '0 words that differ 0' }));
    await saveDocument(db, aDocument({ url: 'https://a.example/1', text: '1 words that differ 7' }));
    await saveDocument(db, aDocument({ url: 'https://a.example/empty', text: '' }));
    const undone = inTransaction(db, async (trx) => {
      await saveDocument(trx, aDocument({ url: 'https://a.example/undone', text: 'Undone again.' }));
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');
    await saveDocument(db, aDocument({ url: 'https://a.example/last', text: 'The last one of all.' }));
    rawOf(db).exec("update documents set state = 'read' where state = 'fetched' and seq % 2 = 0");
    const rows = rawOf(db).prepare('select state, count(*) as n from documents group by state').all() as {
      state: string;
      n: number;
    }[];
    const none = { fetched: 0, read: 0, unreadable: 0, unsupported_language: 0, duplicate: 0 };
    expect(await countDocuments(db)).toEqual({
      ...none,
      ...Object.fromEntries(rows.map(({ state, n }) => [state, n])),
    });
  });
});

describe('searching documents', () => {
  it('finds words without accents, phrases and beginnings, newest first, with the place', async () => {
    const db = await temporaryDatabase();
    await saveDocument(db, aDocument({ url: 'https://a.example/1', text: 'La pépite française lève des fonds.' }));
    await saveDocument(
      db,
      aDocument({
        url: 'https://a.example/2',
        text: 'Une autre pepite, plus récente.',
        published: '2026-05-31' as never,
      }),
    );
    const found = async (q: string) => (await listDocuments(db, { q, page: 1, pageSize: 10 })).rows.map((r) => r.url);
    expect(await found('pepite')).toEqual(['https://a.example/2', 'https://a.example/1']);
    expect(await found('"lève des fonds"')).toEqual(['https://a.example/1']);
    expect(await found('franç*')).toEqual(['https://a.example/1']);
    expect((await listDocuments(db, { q: 'fonds', page: 1, pageSize: 10 })).rows[0]?.snippet).toContain(
      'lève des fonds',
    );
  });

  it.each(['"', 'NEAR(', 'col:x', '^', '*', '-', "'; drop table documents", `${'a OR '.repeat(5000)}`, '\0', '"open'])(
    'takes %j as words and never as a command',
    async (q) => {
      const db = await temporaryDatabase();
      await saveDocument(db, aDocument());
      await expect(listDocuments(db, { q, page: 1, pageSize: 10 })).resolves.toBeDefined();
    },
  );

  it('keeps its index whole', async () => {
    const db = await temporaryDatabase();
    for (let i = 0; i < 30; i += 1)
      await saveDocument(db, aDocument({ url: `https://a.example/${i}`, text: `Text ${i}.` }));
    rawOf(db).exec("insert into documents_fts (documents_fts, rank) values ('integrity-check', 1)");
    expect((await listDocuments(db, { q: 'text', state: 'fetched', page: 2, pageSize: 20 })).rows).toHaveLength(10);
  });
});
