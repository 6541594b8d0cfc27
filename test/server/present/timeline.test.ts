import { describe, expect, it } from 'vitest';
import type { StoredDocument } from '../../../model/document.ts';
import type { Fact } from '../../../model/fact.ts';
import type { SourceClass } from '../../../model/scrutiny.ts';
import { Citations } from '../../../server/present/citations.ts';
import { timeline } from '../../../server/present/timeline.ts';
import { aDeal, aDealFact, aPair, aScrutiny, aScrutinyFact, aStep, day } from '../../helpers/build.ts';

const document = (id: string, published: string | null, sourceClass: SourceClass = 'press') =>
  ({
    id,
    title: id,
    text: 'so it is written',
    publisher: id,
    sourceClass,
    published: published ? day(published) : null,
    language: 'en',
    url: null,
    hash: 'a'.repeat(64),
  }) as StoredDocument;

const NOBODY = { decisions: [], corrections: [] };
const told = (pair: Parameters<typeof timeline>[0], facts: Fact[], documents: StoredDocument[]) =>
  timeline(pair, NOBODY, new Citations(facts, documents)).map(({ date, text, refs }) => [date, text, refs.length]);

describe('the timeline of a pair', () => {
  it('says when a deal without any dated sum was first told, and when it was called off', () => {
    const facts = [
      aDealFact({ kind: 'acquisition', documentId: 'news' }),
      aDealFact({ kind: 'acquisition', documentId: 'later' }),
      aDealFact({ kind: 'acquisition', documentId: 'end', certainty: 'ended' }),
    ];
    const pair = aPair({
      deals: [aDeal('acquisition', { certainty: 'ended', factIds: facts.map((fact) => fact.id) })],
    });
    const documents = [document('end', '2026-04-27'), document('later', '2026-01-08'), document('news', '2025-12-30')];
    expect(told(pair, facts, documents)).toEqual([
      ['27 Apr 2026', 'Acquisition: told as ended', 1],
      ['30 Dec 2025', 'Acquisition: first told', 1],
    ]);
  });

  it('shows talks before what was agreed, and a deal that nothing dates not at all', () => {
    const facts = [
      aDealFact({ documentId: 'talks', certainty: 'reported' }),
      aDealFact({ documentId: 'agreed' }),
      aDealFact({ documentId: 'undated', kind: 'cloud' }),
    ];
    const [talks, agreed, undated] = facts.map((fact) => fact.id) as [string, string, string];
    const pair = aPair({
      deals: [aDeal('investment', { factIds: [agreed, talks] }), aDeal('cloud', { factIds: [undated] })],
    });
    const documents = [document('talks', '2025-03-01'), document('agreed', '2025-05-01'), document('undated', null)];
    expect(told(pair, facts, documents)).toEqual([
      ['1 May 2025', 'Investment: first told as done', 1],
      ['1 Mar 2025', 'Investment: first told, reported', 1],
    ]);
  });

  it('shows a step that one outlet alone reports, and says so', () => {
    const fact = aScrutinyFact('phase1', { authority: 'DOJ', date: '2025-05-22', documentId: 'news' });
    const step = {
      ...aStep('phase1', '2025-05-22'),
      stage: 'Phase 1',
      sourceClass: 'press' as const,
      factIds: [fact.id],
    };
    const scrutiny = { ...aScrutiny('DOJ', step), history: [], proposed: [step] };
    expect(told(aPair({ scrutiny: [scrutiny] }), [fact], [document('news', '2025-05-23')])).toEqual([
      ['22 May 2025', 'DOJ: Phase 1 (one outlet alone)', 1],
    ]);
  });
});

describe('the passages behind a value', () => {
  it('come from the authority or a filing first, and from news before what is recalled', () => {
    const facts = [
      aDealFact({ documentId: 'recalled', background: true }),
      aDealFact({ documentId: 'news' }),
      aDealFact({ documentId: 'official' }),
    ];
    const documents = [
      document('recalled', '2026-02-04', 'official'),
      document('news', '2025-06-12'),
      document('official', '2025-06-13', 'official'),
    ];
    const ids = facts.map((fact) => fact.id);
    const shown = new Citations(facts, documents).passagesFor(ids, 3).map((passage) => passage.source.id);
    expect(shown).toEqual(['official', 'news', 'recalled']);
  });
});
