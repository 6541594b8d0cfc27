import { describe, expect, it } from 'vitest';
import type { PartialDay } from '../../model/day.ts';
import type { FrozenReport } from '../../model/frozen-report.ts';
import type { Deal, DealEvent, Pair, Scrutiny } from '../../model/ledger.ts';
import type { ReportKind } from '../../model/report.ts';
import { loopPicture, loopWords } from '../../reports/loop-picture.ts';
import { reportDocument } from '../../reports/report-content.ts';
import { Footnotes, type Run } from '../../reports/report-document.ts';
import { anEntry, aReport } from './entry.ts';

const FIGURE = /[$€£¥]\d|\d%/;
const [investment, cloud] = anEntry().pair.deals as [Deal, Deal];
const [payment] = investment.events as [DealEvent];

/** A commitment, proven by the third fact. */
const commitment: DealEvent = { ...payment, id: 'e9', date: null, value: 4e9, role: 'commitment', factIds: ['f3'] };
const whole: Partial<Pair> = { deals: [investment, { ...cloud, events: [commitment] }] };

function runsIn(report: FrozenReport): Run[] {
  return reportDocument(report, 'x').sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'text') return block.runs;
      if (block.kind === 'list') return block.items.flat();
      return block.kind === 'table' ? block.rows.flat() : [];
    }),
  );
}

const rowsOf = (report: FrozenReport, caption: string): Run[][] =>
  reportDocument(report, 'x').sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' && block.caption === caption ? block.rows : [])),
  );

const summaryOf = (pair: Partial<Pair>) => {
  const [first] = reportDocument(aReport('dossier', { pair }), 'x').sections;
  const [block] = first?.blocks ?? [];
  return block?.kind === 'text' ? block.runs.map(({ text }) => text).join('') : '';
};

describe('every figure of a report', () => {
  it.each(['dossier', 'briefing', 'register'] as const)('of a %s has a note', (kind: ReportKind) => {
    const figures = runsIn(aReport(kind, { pair: whole })).filter(({ text }) => FIGURE.test(text));
    expect(figures.length).toBeGreaterThan(4);
    expect(figures.filter(({ notes }) => !notes?.length)).toEqual([]);
  });

  it('is borne by a total where the total is what is told, and by each payment where they add up', () => {
    const report = aReport('dossier', { pair: whole });
    const [put] = rowsOf(report, 'Sums as known, each apart');
    expect(put?.map(({ text }) => text)).toEqual(['Put in or agreed', '$8bn']);
    const documentsOf = ({ notes = [] }: Run) =>
      notes.map((number) => reportDocument(report, 'x').footnotes[number - 1]?.quote);
    expect(documentsOf(put?.[1] as Run)).toEqual(['The words of f1 & <more>', 'The words of f2 & <more>']);
    const total: DealEvent = { ...payment, id: 'e8', value: 8e9, role: 'total', factIds: ['f2'] };
    const told = aReport('dossier', { pair: { deals: [{ ...investment, events: [payment, total] }] } });
    expect(rowsOf(told, 'Sums as known, each apart')[0]?.[1]?.notes).toHaveLength(1);
  });

  it('that is not known has none', () => {
    const promised = rowsOf(aReport(), 'Sums as known, each apart')[1];
    expect(promised?.[1]).toEqual({ text: 'none known' });
  });
});

describe('notes', () => {
  const press = { ...aReport().documents[0], sourceClass: 'press' as const } as FrozenReport['documents'][number];
  const many = (n: number): FrozenReport => {
    const ids = Array.from({ length: n }, (_, k) => `m${k}`);
    const documents = ids.map((id) => ({ ...press, id: `d-${id}`, title: `Title of ${id}` }));
    const proofs = Object.fromEntries(ids.map((id) => [id, { documentId: `d-${id}`, quote: `Words of ${id}` }]));
    return { ...aReport(), documents, proofs };
  };

  it('are numbered as they are cited, and none stands there that nothing cites', () => {
    const notes = new Footnotes(many(8));
    expect(notes.of(['m0', 'm1', 'm2', 'm3', 'm4'])).toEqual([1, 2, 3]);
    expect(notes.of(['m6', 'm1'])).toEqual([4, 2]);
    expect(notes.list.map(({ number, quote }) => `${number} ${quote}`)).toEqual([
      '1 Words of m0',
      '2 Words of m1',
      '3 Words of m2',
      '4 Words of m6',
    ]);
  });

  it('begin with the authority itself, and end with headlines', () => {
    const report = many(3);
    report.proofs.m0 = { documentId: 'd-m0', quote: 'Title of m0' };
    report.documents = report.documents.map((one) => (one.id === 'd-m2' ? { ...one, sourceClass: 'official' } : one));
    const notes = new Footnotes(report);
    notes.of(['m0', 'm1', 'm2']);
    expect(notes.list.map(({ quote }) => quote)).toEqual(['Words of m2', 'Words of m1', 'Title of m0']);
  });

  it('of a finding that rests on several reasons have each of them', () => {
    const notes = new Footnotes(many(8));
    notes.ofEach([['m0', 'm1', 'm2', 'm3'], ['m4', 'm5'], ['m6']], 4);
    expect(notes.list.map(({ quote }) => quote)).toEqual(['Words of m0', 'Words of m4', 'Words of m6', 'Words of m1']);
    expect(notes.ofEach([])).toEqual([]);
  });
});

describe('a dossier says', () => {
  const ended = { ...investment, kind: 'acquisition', certainty: 'ended' } as Deal;

  it('what kind of deal it is and how sure', () => {
    expect(summaryOf({})).toMatch(/^Investment \(done\), cloud or chip supply \(done\)\. Amazon puts \$8bn into/);
  });

  it('of what was called off that it was, and at which price', () => {
    const off = { deals: [ended], sums: { paid: {}, committed: {}, ceiling: {} } };
    expect(summaryOf(off)).toContain('The acquisition was called off; its price had been told as $4bn.');
    expect(summaryOf({ ...off, deals: [{ ...ended, events: [] }] })).toContain('The acquisition was called off. ');
    expect(summaryOf({ ...off, deals: [{ ...ended, certainty: 'reported' }] })).toContain('No sum is known');
  });

  it('what may be put in where only a ceiling is known', () => {
    const sums = { paid: {}, committed: {}, ceiling: { USD: 5e9 } };
    const deals = [{ ...investment, events: [{ ...payment, role: 'ceiling' as const, value: 5e9 }] }];
    expect(summaryOf({ sums, deals })).toContain('Amazon may put up to $5bn into Anthropic.');
  });

  it('until when a right held that something else has replaced', () => {
    const [since, until] = ['2019-07-22' as PartialDay, '2025-01-21' as PartialDay];
    const term = { term: 'exclusive-provider', details: [], factIds: ['f3'] } as Deal['terms'][number];
    const detail = (more: Partial<Deal['terms'][number]>) => {
      const deals = [{ ...investment, terms: [{ ...term, ...more }] }];
      return rowsOf(aReport('dossier', { pair: { deals } }), 'Rights and conditions')[0]?.[2]?.text;
    };
    expect(detail({ since, until, endedBy: 'first-refusal' })).toBe(
      'over: held 22 Jul 2019 to 21 Jan 2025, then right of first refusal',
    );
    expect([detail({ until }), detail({ since })]).toEqual(['over: held until 21 Jan 2025', '']);
  });

  it('on the timeline also what has no date, on the day it was told, and what is only talked of', () => {
    const events = [{ ...payment, date: null, reportedOn: '2024-11-22' as PartialDay, certainty: 'reported' as const }];
    const rows = rowsOf(aReport('dossier', { pair: { deals: [{ ...investment, events }] } }), 'In order of time');
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['undated, told 22 Nov 2024', 'Investment: $4bn put in, reported'],
    ]);
  });

  it('each step once, in its standard word and in the words of the page where they differ', () => {
    const step = (stage: string) => ({
      date: '2024-09-04' as PartialDay,
      status: 'cleared' as const,
      stage,
      sourceClass: 'official' as const,
      factIds: ['f2'],
      documentIds: ['d2'],
    });
    const cell = (stage: string) =>
      ({ authority: 'CMA', status: 'cleared', history: [step(stage)], proposed: [step(stage)] }) as unknown as Scrutiny;
    const words = (stage: string, of: 'scrutiny' | 'foreignInvestment', caption: string) =>
      rowsOf(aReport('dossier', { pair: { [of]: [cell(stage)] } }), caption)
        .map((row) => row[1]?.text)
        .slice(0, 2);
    const steps = 'Steps by competition authorities';
    expect(words('Cleared', 'scrutiny', steps)).toEqual(['Cleared', 'Cleared? One outlet alone']);
    expect(words('Phase 1 closed', 'scrutiny', steps)[0]).toBe('Cleared (Phase 1 closed)');
    const foreign = 'Review of foreign investment, which is no competition scrutiny';
    expect(words('Cleared', 'foreignInvestment', foreign)).toHaveLength(2);
  });
});

describe('the picture of the money', () => {
  it('draws no spend back where nothing is bought', () => {
    const pair = { ...anEntry().pair, sums: { paid: { USD: 8e9 }, committed: {}, ceiling: {} } };
    expect(loopPicture(pair)).toContain('To be spent back: sum unknown');
    expect(loopPicture({ ...pair, deals: [investment] })).not.toContain('spent back');
    expect(loopWords({ ...pair, deals: [investment] })).toBe('Amazon puts $8bn into Anthropic.');
  });
});
