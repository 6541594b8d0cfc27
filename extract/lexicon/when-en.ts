import { numbered } from './numbered.ts';
import type { WhenLexicon } from './when.ts';

export const english: WhenLexicon = {
  months: numbered('january february march april may june july august september october november december', 1),
  doubtfulMonths: { ...numbered('jan feb mar apr may jun jul aug sep|sept oct nov dec', 1), march: 3, august: 8 },
  weekdays: numbered('sunday monday tuesday wednesday thursday friday saturday', 0),
  dayEndings: ['st', 'nd', 'rd', 'th'],
  of: ['of'],
  lastBefore: ['last', 'past'],
  lastAfter: [],
  nextBefore: ['next', 'coming'],
  nextAfter: [],
  yearAfter: { 'last year': -1, 'of last year': -1, 'a year ago': -1, 'this year': 0, 'of this year': 0 },
  phrases: {
    yesterday: { unit: 'day', by: -1 },
    today: { unit: 'day', by: 0 },
    'last month': { unit: 'month', by: -1 },
    'this month': { unit: 'month', by: 0 },
    'last year': { unit: 'year', by: -1 },
    'this year': { unit: 'year', by: 0 },
  },
  ahead: ['by', 'until', 'till', 'before', 'through'],
  before:
    'in of since during from by until till before after early late mid end on as around through to for between and summer spring autumn winter fall'.split(
      ' ',
    ),
  capitals: true,
};
