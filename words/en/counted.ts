export const counted = {
  companies: { one: '{n} company', other: '{n} companies' },
  'companies-or-more': { one: '{n} or more companies', other: '{n} or more companies' },
  documents: { one: '{n} document', other: '{n} documents' },
  'documents-or-more': { one: '{n} or more documents', other: '{n} or more documents' },
  pairs: { one: '{n} pair', other: '{n} pairs' },
  'pairs-or-more': { one: '{n} or more pairs', other: '{n} or more pairs' },
} as const;
