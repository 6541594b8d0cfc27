import { expect, it } from 'vitest';
import { STUDY_ENDED } from '../../model/scrutiny.ts';
import { reportDocument } from '../../reports/report-content.ts';
import { aScrutiny, aStep } from '../helpers/build.ts';
import { anEntry, aReport } from './entry.ts';

const wordsOf = (...args: Parameters<typeof aReport>) => JSON.stringify(reportDocument(aReport(...args), 'r1'));

it('says on the board from when on nobody has moved, and nothing of days where the deal was called off', () => {
  expect(wordsOf('board')).toContain('since Sep 2023');
  const deals = anEntry().pair.deals.map((deal) => ({ ...deal, certainty: 'ended' as const }));
  expect(wordsOf('board', { pair: { deals } })).toContain('Called off');
  expect(wordsOf('dossier', { pair: { deals } })).toContain('Called off: no days without a step count.');
});

it('does not say that an authority watches when its study has ended', () => {
  const ended = { ...aStep('monitoring', '2025-01-17'), stage: STUDY_ENDED };
  const scrutiny = [aScrutiny('FTC', aStep('information_request', '2024-01-25'), ended)];
  const text = wordsOf('board', { pair: { scrutiny } });
  expect(text).toContain('Study ended, 17 Jan 2025');
  expect(text).not.toContain('Monitoring');
});
