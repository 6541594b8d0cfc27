import type { RequestListener } from 'node:http';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Context } from '../context.ts';
import { speaking, t } from '../words/speak.ts';
import { answerOf } from './answer.ts';
import { createAssets } from './assets.ts';
import type { Route } from './handler.ts';
import { createKeptPages } from './kept-pages.ts';
import { inTheirLanguage, languageOf } from './language-of.ts';
import { metricsOf } from './metrics.ts';
import { access } from './middleware/access.ts';
import { compressFiles, compressPages } from './middleware/compress.ts';
import { ownFormsOnly } from './middleware/csrf.ts';
import { errorPages, unknownPath } from './middleware/errors.ts';
import { readForm, readJson } from './middleware/form.ts';
import { neverKept, securityHeaders } from './middleware/headers.ts';
import { createLimits, type Limits } from './middleware/limits.ts';
import { logRequests, requestNoter } from './middleware/log.ts';
import { readUpload } from './middleware/upload.ts';
import { createVisitors, isHttps } from './middleware/visitor.ts';
import { createNotices } from './notices.ts';
import { type Core, pageRequest, send } from './page.ts';
import { Refusal } from './refusal.ts';
import { routes as allRoutes } from './routes.ts';
import { createViews } from './views.ts';

/**
 * Takes what pages may use; gives what answers requests. Order of a request: a page that still stands as it was
 * drawn → headers → static files, compressed → who is it → may they → not too often → the form, within limits → is it our own
 * form → the page → or the error page.
 */
export function createApp(context: Context, routes: readonly Route[] = allRoutes): RequestListener {
  const behindProxy = context.config.TRUST_PROXY !== false;
  const notices = createNotices();
  const note = requestNoter(context.log, metricsOf(context));
  const core: Core = {
    context,
    assets: createAssets(context.config.root),
    visitors: createVisitors(context),
    notices,
    views: createViews(context.config.root),
    kept: createKeptPages(context, { notices, note, behindProxy }),
  };
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('case sensitive routing', true);
  app.set('trust proxy', context.config.TRUST_PROXY);
  app.use(securityHeaders(isHttps(context)));
  app.use(core.assets.prefix, compressFiles(), core.assets.serve);
  app.use(compressPages());
  app.use(logRequests(note, behindProxy), neverKept, core.visitors.recognise);
  app.use(inTheirLanguage);
  addRoutes(app, core, routes);
  app.use(unknownPath, errorPages(core));
  return (req, res) => core.kept.answerAgain(req, res, () => app(req, res));
}

function addRoutes(app: Express, core: Core, routes: readonly Route[]): void {
  const limits = createLimits();
  for (const route of routes) {
    app[route.method === 'POST' ? 'post' : 'get'](route.path, ...guards(core, route, limits), pageOf(core, route));
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    app.all(path, otherMethod(routes.filter((route) => route.path === path)));
  }
}

function guards({ context }: Core, route: Route, limits: Limits): RequestHandler[] {
  const may = access(route, context.config.SECOND_FACTOR);
  if (route.method !== 'POST') return [may, ...limits.before(route)];
  if (route.signedAddress) return [may, ...limits.before(route)];
  if (route.program) return [may, ...limits.before(route), ...readJson()];
  const body = route.uploadMb ? readUpload(route.uploadMb) : readForm(route.bodyKb);
  const form = [...body, ownFormsOnly];
  return [may, ...limits.before(route), ...form, ...limits.after(route)];
}

function pageOf(core: Core, route: Route): RequestHandler {
  const answer = async (req: Request, res: Response) =>
    send(core, req, res, await answerOf(core.context, route, pageRequest(req, res)));
  return (req, res) =>
    speaking(languageOf(req, res), () =>
      route.kept ? core.kept.watching(res, () => answer(req, res)) : answer(req, res),
    );
}

/** The path exists, for other methods: says which. */
function otherMethod(routes: readonly Route[]): RequestHandler {
  const methods = new Set(routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
  return (req, res) => {
    res.setHeader('Allow', [...methods, 'OPTIONS'].join(', '));
    if (req.method !== 'OPTIONS')
      throw new Refusal(405, t('frame.not-that-way'), t('frame.this-address-does-not-take'));
    res.status(204).end();
  };
}
