import type { Request, RequestHandler, Response } from 'express';
import { LANGUAGES, type Language } from '../words/language.ts';
import { speaking } from '../words/speak.ts';
import { visitorOf } from './middleware/visitor.ts';

const ENGLISH = LANGUAGES.get('en') as Language;
/** Files and answers for programs are the same for everybody. */
const FOR_PROGRAMS = /^\/(api|feed|metrics|health)\b|\.[a-z]+$|^\/reports\/(?!templates\b)\w+\/\w+$/;

/**
 * The language of an answer: what the person chose, English where nothing was chosen; before anybody signs in, what the
 * browser asks for. Files are in English.
 */
export function languageOf(req: Request, res: Response): Language {
  if (FOR_PROGRAMS.test(req.path)) return ENGLISH;
  const { user } = visitorOf(res);
  const asked = user ? user.language : req.acceptsLanguages([...LANGUAGES.keys()]);
  return LANGUAGES.get(asked || 'en') ?? ENGLISH;
}

/** What is refused before a page is asked is refused in the language of whoever asks. */
export const inTheirLanguage: RequestHandler = (req, res, next) => {
  speaking(languageOf(req, res), next);
};
