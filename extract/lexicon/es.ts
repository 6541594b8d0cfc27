import { en } from './en.ts';
import type { Lexicon } from './lexicon.ts';

export const es: Lexicon = { ...en, language: 'es' };
