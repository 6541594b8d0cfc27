import { describe, expect, it } from 'vitest';
import { correctedSince } from '../../db/documents/corrected-articles.ts';
import { saveDocument } from '../../db/documents/documents.ts';
import { getPair } from '../../db/ledger/ledger.ts';
import { storiesSince } from '../../db/ledger/stories.ts';
import { getFlag } from '../../db/review/flags.ts';
import { decide } from '../../db/review/reviews.ts';
import { takeThrough } from '../../jobs/pipeline.ts';
import { addDays, type Day } from '../../model/day.ts';
import { aDocument, at, aUser, temporaryDatabase } from '../db/world.ts';
import { aContext } from './world.ts';

const SINCE = addDays('2026-05-30' as Day, -30);
const told = (text: string, publisher: string, change: object = {}) =>
  aDocument({ text, publisher, url: `https://${publisher.replace(/\W/g, '')}.example/1`, ...change });

describe('a story told by many', () => {
  it('is one row with its sources, and voices are counted by house and agency', async () => {
    const db = await temporaryDatabase();
    const documents = [
      told('Alpha puts $2bn into Beta. Our own reporter was there.', 'The Daily Example'),
      told('BERLIN (Reuters) - Alpha puts $2bn into Beta. A person close to the matter said so.', 'North Paper'),
      told('In short: Alpha puts $2bn into Beta. More follows.', 'South Paper', { byline: 'Reuters' }),
      told('Yesterday Alpha puts $2bn into Beta. Wired has the story.', 'Wired'),
      told('What we know: Alpha puts $2bn into Beta. Ars has it too.', 'Ars Technica'),
      told('Gamma puts $1bn into Delta. That is something else.', 'The Daily Example', { url: 'https://x.example/2' }),
    ];
    for (const document of documents) await saveDocument(db, document);
    await takeThrough(aContext(db));
    const stories = (await storiesSince(db, SINCE)).filter(({ pairId }) => pairId === 'alpha--beta');
    const sum = stories.filter(({ what }) => what.type === 'sum');
    expect(sum).toHaveLength(1);
    expect(sum[0]).toMatchObject({ what: { value: 2e9, currency: 'USD' }, voices: 3 });
    expect(sum[0]?.sources).toHaveLength(5);
    expect(sum[0]?.sources.filter(({ agency }) => agency === 'Reuters')).toHaveLength(2);
    expect(await storiesSince(db, '2027-01-01' as Day)).toEqual([]);
  });

  it('shows copies of one text as sources that add no voice', async () => {
    const db = await temporaryDatabase();
    const text = `Alpha puts $2bn into Beta. ${'The rest of the story is the same in every paper that printed it. '.repeat(5)}`;
    await saveDocument(db, told(text, 'One'));
    await saveDocument(db, told(text, 'Two'));
    await takeThrough(aContext(db));
    const [story] = await storiesSince(db, SINCE);
    expect(story).toMatchObject({ voices: 1 });
    expect(story?.sources.map(({ publisher, isCopy }) => [publisher, isCopy]).sort()).toEqual([
      ['One', expect.any(Boolean)],
      ['Two', expect.any(Boolean)],
    ]);
    expect(story?.sources.filter(({ isCopy }) => isCopy)).toHaveLength(1);
  });
});

describe('an article that is corrected', () => {
  it('changes the ledger, opens what was decided on it again, and says which words changed', async () => {
    const db = await temporaryDatabase();
    const user = await aUser(db);
    const filler =
      'The two firms have worked together since the start-up was founded four years ago in the north. '.repeat(3);
    const text = (sum: string) => `Alpha puts $${sum}bn into Beta. Beta buys $3bn of computing from Alpha. ${filler}`;
    await saveDocument(db, told(text('2'), 'One'));
    await takeThrough(aContext(db));
    const flag = await getFlag(db, 'alpha--beta', 'round-trip');
    const decision = { action: 'confirm' as const, reason: null, note: null, evidenceHash: flag?.evidenceHash ?? '' };
    await decide(db, { pairId: 'alpha--beta', rule: 'round-trip', ...decision, userId: user.id, now: at(1) });
    expect(await getFlag(db, 'alpha--beta', 'round-trip')).toMatchObject({ state: 'confirmed' });
    expect(await correctedSince(db, at(0))).toEqual([]);

    await saveDocument(db, told(text('7'), 'One', { fetchedAt: at(60) }));
    await takeThrough(aContext(db, { now: () => at(61) }));
    expect((await getPair(db, 'alpha--beta'))?.pair.sums.paid).toEqual({ USD: 7e9 });
    expect(await getFlag(db, 'alpha--beta', 'round-trip')).toMatchObject({ state: 'to_review', reopened: true });
    const [article, ...others] = await correctedSince(db, at(30));
    expect(others).toEqual([]);
    expect(article).toMatchObject({ publisher: 'One', after: { fetchedAt: at(60) } });
    const sums = article?.changes.filter(({ after }) => after?.type === 'amount');
    expect(sums).toMatchObject([
      { pairId: 'alpha--beta', before: { amount: { value: 2e9 } }, after: { amount: { value: 7e9 } } },
    ]);
  });

  it('is none when only its words were polished', async () => {
    const db = await temporaryDatabase();
    const filler =
      'The two firms have worked together since the start-up was founded four years ago in the north. '.repeat(3);
    await saveDocument(db, told(`Alpha puts $2bn into Beta. ${filler}`, 'One'));
    await takeThrough(aContext(db));
    await saveDocument(db, told(`Alpha puts $2bn into Beta. ${filler} A word more.`, 'One', { fetchedAt: at(60) }));
    await takeThrough(aContext(db, { now: () => at(61) }));
    expect(await correctedSince(db, at(30))).toEqual([]);
  });
});
