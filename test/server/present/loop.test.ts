import { expect, it } from 'vitest';
import { loopDrawing } from '../../../server/present/loop.ts';
import { LANGUAGES, type Language } from '../../../words/language.ts';
import { speaking } from '../../../words/speak.ts';
import { aPair } from '../../db/world.ts';
import { aDeal } from '../../helpers/build.ts';

it.each([
  ['en', 1.3e10, 1e11, '$7.7'],
  ['fr', 1.3e10, 1e11, '7,7 $'],
  ['en', 1e10, 2.34e9, '$0.23'],
  ['fr', 1e10, 2.34e9, '0,23 $'],
])(
  'says in %s what comes back for each 1 put in, as exact as the ratio is shown',
  (language, paid, committed, said) => {
    const sums = { ...aPair().sums, paid: { USD: paid }, committed: { USD: committed } };
    const deals = [aDeal('investment'), aDeal('cloud')];
    const draw = () => loopDrawing({ ...aPair(), deals, sums })?.sentence?.replace(/\s/g, ' ');
    expect(speaking(LANGUAGES.get(language) as Language, draw)).toContain(` ${said}`);
  },
);
