import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { TROUBLE_SENTENCES, troubleIn } from '../../db/trouble.ts';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../../model/errors.ts';
import { inHtml } from '../../words/in-html.ts';
import { language, speaking, t } from '../../words/speak.ts';
import type { ViewAnswer } from '../handler.ts';
import { languageOf } from '../language-of.ts';
import { type Core, draw, frameOf } from '../page.ts';
import { Refusal } from '../refusal.ts';
import { currentNumber } from '../request-id.ts';
import { bareSite, siteFor } from '../site.ts';
import { writtenIn } from './written.ts';

interface Problem {
  status: number;
  title: string;
  sentence: string;
  fields?: Readonly<Record<string, string>>;
}

/** Words for what the web server itself refuses, by its status. */
const REFUSED: Record<number, () => [title: string, sentence: string]> = {
  400: () => [t('frame.not-understood'), t('frame.the-address-or-the-form')],
  413: () => [t('frame.too-long'), t('frame.that-is-more-than-this')],
  415: () => [t('frame.not-a-form'), t('frame.this-address-takes-forms-as')],
};

/** For an address that no route has. */
export const unknownPath: RequestHandler = () => {
  throw new NotFound(t('frame.there-is-no-page-at'));
};

/** Turns whatever was thrown into a page: named failures into their words, anything else into a number to quote. */
export function errorPages(core: Core): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error);
    return speaking(languageOf(req, res), () => answerError(core, error, req, res));
  };
}

async function answerError(core: Core, error: unknown, req: Request, res: Response): Promise<void> {
  const problem = problemOf(error);
  const reference = problem.status >= 500 ? currentNumber() : null;
  if (reference) core.context.log.error({ err: error, reference, method: req.method, path: req.path }, 'page failed');
  if (isForPrograms(req.path)) return sendProblem(res, problem, reference);
  const answer: ViewAnswer = {
    view: 'error',
    title: problem.title,
    data: {
      sentence: problem.sentence,
      problems: Object.values(problem.fields ?? {}),
      reference,
      written: await writtenIn(req, res),
    },
  };
  const html = await drawError(core, req, res, answer);
  res.status(problem.status).type('html').send(html);
}

/** Under /api/ everything is answered for programs. */
const isForPrograms = (path: string) => path.startsWith('/api/');

/** Problem details (RFC 9457). */
function sendProblem(res: Response, { status, title, sentence, fields }: Problem, reference: string | null): void {
  const body = {
    type: 'about:blank',
    title,
    status,
    detail: sentence,
    ...(fields && Object.keys(fields).length ? { errors: fields } : {}),
    ...(reference ? { instance: `urn:dealwatch:${reference}` } : {}),
  };
  if (status === 401) res.setHeader('WWW-Authenticate', 'Bearer realm="dealwatch"');
  res.status(status).type('application/problem+json').send(JSON.stringify(body));
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return { status: error.status, title: error.title, sentence: error.message };
  if (error instanceof NotFound) return { status: 404, title: t('frame.not-found'), sentence: error.message };
  if (error instanceof Forbidden) return { status: 403, title: t('frame.not-for-your-role'), sentence: error.message };
  if (error instanceof Conflict) return { status: 409, title: t('frame.not-as-you-saw-it'), sentence: error.message };
  if (error instanceof InvalidInput) {
    return { status: 422, title: t('frame.something-to-correct'), sentence: error.message, fields: error.fields };
  }
  const trouble = troubleIn(error);
  if (trouble) return { status: 503, title: t('frame.the-database'), sentence: TROUBLE_SENTENCES[trouble] };
  const status = (error as { status?: unknown } | null)?.status;
  const known = typeof status === 'number' ? REFUSED[status]?.() : undefined;
  if (known) return { status: status as number, title: known[0], sentence: known[1] };
  return {
    status: 500,
    title: t('frame.the-page-could-not-be'),
    sentence: t('frame.something-went-wrong-on-our'),
  };
}

/** With everything around it if that can be had, plainer when the database fails, as text when the templates do. */
async function drawError(core: Core, req: Request, res: Response, answer: ViewAnswer): Promise<string> {
  const frame = frameOf(core, req, res);
  try {
    return draw(core, answer, await siteFor(core.context, frame, answer));
  } catch (cause) {
    core.context.log.error({ err: cause }, 'error page failed');
  }
  try {
    return draw(core, answer, bareSite(core.context, frame, answer));
  } catch (cause) {
    core.context.log.error({ err: cause }, 'plain error page failed');
    return `<!doctype html><html lang="${language().tag}"><title>Dealwatch</title><p>${inHtml(answer.title)}.</p></html>`;
  }
}
