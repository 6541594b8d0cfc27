import { expect, it } from 'vitest';
import type { Change } from '../../../db/ledger/changes.ts';
import { changeSections, documentsIn } from '../../../server/present/changes.ts';
import { aDocument, aStep, documentsOf } from '../../helpers/build.ts';

it('names an authority, not the press, as the source of a step that the authority itself tells', () => {
  const step = { ...aStep('monitoring', '2025-01-17'), documentIds: ['a-press', 'b-ftc'] };
  const change = {
    kind: 'scrutiny',
    at: '2026-11-22T09:00:00.000Z',
    pairId: 'microsoft--openai',
    acquirer: 'Microsoft',
    target: 'OpenAI',
    authority: 'FTC',
    step,
  } as unknown as Change;
  const known = [
    aDocument('a-press', { publisher: 'Outlet' }),
    aDocument('b-ftc', { publisher: 'FTC', sourceClass: 'official' }),
  ];
  const fetched = documentsOf(...known.filter(({ id }) => documentsIn([change]).includes(id)));
  const [section] = changeSections([change], { pairs: new Map(), documents: fetched });
  expect(section?.lines[0]?.source).toMatchObject({ publisher: 'FTC' });
});
