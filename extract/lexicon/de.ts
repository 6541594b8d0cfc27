import { en } from './en.ts';
import type { Lexicon } from './lexicon.ts';

export const de: Lexicon = { ...en, language: 'de' };
