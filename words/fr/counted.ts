import type { Translated } from '../catalogue.ts';

export const counted: Translated<'counted'> = {
  companies: { one: '{n} entreprise', other: '{n} entreprises' },
  'companies-or-more': { one: '{n} entreprise ou plus', other: '{n} entreprises ou plus' },
  documents: { one: '{n} document', other: '{n} documents' },
  'documents-or-more': { one: '{n} document ou plus', other: '{n} documents ou plus' },
  pairs: { one: '{n} paire', other: '{n} paires' },
  'pairs-or-more': { one: '{n} paire ou plus', other: '{n} paires ou plus' },
};
