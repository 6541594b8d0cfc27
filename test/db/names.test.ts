import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveDocument } from '../../db/documents/documents.ts';
import { nearWords, oneSlipAway } from '../../db/documents/near-words.ts';
import { companyNames } from '../../db/ledger/companies.ts';
import { dropDerived } from '../../db/ledger/derived.ts';
import { replacePair } from '../../db/ledger/ledger.ts';
import { idsOfPairsNamed, pairsNamed } from '../../db/ledger/names.ts';
import { type Database, inTransaction } from '../../db/open.ts';
import { aDocument, aPair, at, temporaryDatabase } from './world.ts';

let db: Database;
beforeEach(async () => {
  db = await temporaryDatabase();
});

const NOTHING = { score: 1, band: 'none' as const, floor: false };
async function pair(acquirer: string, target: string, minute: number): Promise<void> {
  const id = `${acquirer}--${target}`.toLowerCase().replace(/\W+/g, '-');
  await replacePair(db, aPair({ acquirer, target, id }), [], NOTHING, at(minute));
}

describe('companies by part of their names', () => {
  beforeEach(async () => {
    await pair('Nvidia', 'Larkspur AI', 1);
    await pair('Nvidia', 'Öresund Robotics', 2);
    await pair('Larkspur Holdings', 'Bx', 3);
  });

  it.each([
    ['larks', ['Larkspur AI', 'Larkspur Holdings']],
    ['SPUR a', ['Larkspur AI']],
    ['bx', ['Bx']],
    ['robot', ['Öresund Robotics']],
    ['sund', ['Öresund Robotics']],
    ['nothing', []],
    ['ö', ['Öresund Robotics']],
    ['ÖR', ['Öresund Robotics']],
    ['zz', []],
    ['%', ['Bx', 'Nvidia', 'Larkspur AI', 'Öresund Robotics', 'Larkspur Holdings']],
  ])('%j', async (word, names) => {
    expect(await companyNames(db, word, 8)).toEqual(names);
  });

  it('of one letter are found as soon as they are known, and not when that is taken back', async () => {
    expect(await companyNames(db, 'q', 8)).toEqual([]);
    await pair('Nvidia', 'Quill', 5);
    expect(await companyNames(db, 'q', 8)).toEqual(['Quill']);
    const undone = inTransaction(db, async (trx) => {
      await replacePair(trx, aPair({ acquirer: 'Nvidia', target: 'Quoin', id: 'nvidia--quoin' }), [], NOTHING, at(6));
      expect(await companyNames(trx, 'qu', 8)).toEqual(['Quill', 'Quoin']);
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');
    expect(await companyNames(db, 'qu', 8)).toEqual(['Quill']);
    await pair('Nvidia', 'Quern', 7);
    expect(await companyNames(db, 'qu', 8)).toEqual(['Quern', 'Quill']);
  });

  it('are not found any more once they stand on no pair, and found again when they do', async () => {
    await dropDerived(db);
    expect(await companyNames(db, 'larks', 8)).toEqual([]);
    await pair('Larkspur Holdings', 'Bx', 4);
    expect(await companyNames(db, 'larks', 8)).toEqual(['Larkspur Holdings']);
  });
});

describe('pairs by words of their names', () => {
  it('are the same, in the same order, through rare names and through all pairs', async () => {
    for (let n = 0; n < 40; n += 1) await pair(n % 2 ? 'Nvidia' : 'Amazon Cloud', `Firm ${n}`, (n * 7) % 40);
    for (const typed of [
      'firm',
      'firm 3',
      'nvidia firm 1',
      'amazon',
      'cloud 38',
      'none',
      '3',
      'ia fi',
      'zz',
      'q 3',
      'm 2',
    ]) {
      const words = typed.split(' ');
      const { rows } = await sql<{ id: string }>`select id from ${pairsNamed(words)}`.execute(db);
      expect([typed, await idsOfPairsNamed(db, words)]).toEqual([typed, rows.map(({ id }) => id)]);
    }
  });
});

describe('words near to one that is in no document', () => {
  beforeEach(async () => {
    const texts = ['The merger of concentration and capital.', 'A merger again.', 'Merges happen.'];
    for (const [i, text] of texts.entries()) {
      await saveDocument(db, aDocument({ text, hash: `h${i}`, url: `https://news.example/${i}` }));
    }
  });

  it.each([
    ['mergre', ['merger']],
    ['merge', ['merger', 'merges']],
    ['emrger', ['merger']],
    ['xerger', ['merger']],
    ['concantrasion', ['concentration']],
    ['cpaitl', []],
    ['merger', []],
    ['mer', []],
    ['m'.repeat(60), []],
  ])('%j', async (typed, near) => {
    expect(await nearWords(db, typed, 4)).toEqual(near);
  });

  it('are all that one slip makes, each once and never the word itself', () => {
    const all = oneSlipAway('ab');
    for (const one of ['a', 'b', 'ba', 'xb', 'ax', 'xab', 'axb', 'abx']) expect(all).toContain(one);
    expect(all).not.toContain('ab');
    expect(all.size).toBeLessThan(150);
  });
});
