import { en } from './en.ts';
import type { Lexicon } from './lexicon.ts';

export const it: Lexicon = { ...en, language: 'it' };
