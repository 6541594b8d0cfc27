import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Context } from '../context.ts';
import { endSession } from '../db/people/sessions.ts';
import { hashToken } from '../db/tokens.ts';
import { rich } from '../words/rich.ts';
import { labels, language, t } from '../words/speak.ts';
import type { Assets } from './assets.ts';
import type {
  Answer,
  DownloadAnswer,
  EventsAnswer,
  PageRequest,
  RedirectAnswer,
  Site,
  StreamAnswer,
  TextAnswer,
  Upload,
  ViewAnswer,
} from './handler.ts';
import type { KeptPages } from './kept-pages.ts';
import { describePage, packed } from './middleware/compress.ts';
import { type Visitors, visitorOf } from './middleware/visitor.ts';
import type { Notices } from './notices.ts';
import { type Frame, siteFor } from './site.ts';
import type { Views } from './views.ts';

/** What the server core itself works with, besides what pages may use. */
export interface Core {
  context: Context;
  assets: Assets;
  visitors: Visitors;
  notices: Notices;
  views: Views;
  kept: KeptPages;
}

/** The part of a request that a page is handed. */
export function pageRequest(req: Request, res: Response): PageRequest {
  const { user, csrf, key, session } = visitorOf(res);
  const at = req.originalUrl.indexOf('?');
  return {
    params: Object.fromEntries(Object.entries(req.params).map(([name, value]) => [name, String(value)])),
    query: new URLSearchParams(at < 0 ? '' : req.originalUrl.slice(at + 1)),
    form: (res.locals.form as URLSearchParams | undefined) ?? new URLSearchParams(),
    json: (res.locals.json as string | undefined) ?? null,
    file: (res.locals.file as Upload | undefined) ?? null,
    user,
    csrf,
    path: req.path,
    from: { address: req.ip ?? '', agent: req.get('user-agent') ?? '', visit: key, bearer: bearerIn(req) },
    sessionId: session && hashToken(session),
  };
}

/** The token that a program sends instead of a cookie (RFC 6750); no cookie goes with it into a log. */
function bearerIn(req: Request): string | null {
  return /^Bearer ([\x21-\x7e]{1,500})$/i.exec(req.get('authorization') ?? '')?.[1] ?? null;
}

/** Sends what a page answered. */
export async function send(core: Core, req: Request, res: Response, answer: Answer): Promise<void> {
  if ('view' in answer) return sendView(core, req, res, answer);
  if ('redirect' in answer) return sendRedirect(core, res, answer);
  if ('download' in answer) return sendDownload(res, answer.download);
  if ('stream' in answer) return sendStream(core, res, answer.stream);
  if ('events' in answer) return sendEvents(core, req, res, answer);
  if ('text' in answer) return sendText(req, res, answer);
  if (answer.headers) res.set(answer.headers);
  const type = 'application/json; charset=utf-8';
  if (answer.revalidate) return sendText(req, res, { text: JSON.stringify(answer.json), type, revalidate: true });
  res.status(answer.status ?? 200).json(answer.json);
}

async function sendView(core: Core, req: Request, res: Response, answer: ViewAnswer): Promise<void> {
  const frame = frameOf(core, req, res);
  const html = draw(core, answer, await siteFor(core.context, frame, answer));
  core.visitors.remember(res);
  const page = await packed(req, html);
  describePage(res.status(answer.status ?? 200), page);
  if (frame.notice === null && res.statusCode === 200) core.kept.keep(req, res, page.bytes);
  res.end(req.method === 'HEAD' ? undefined : page.bytes);
}

/** What stands around the page that is being drawn; takes the notice that waits for this browser. */
export function frameOf({ assets, notices }: Core, req: Request, res: Response): Frame {
  const visitor = visitorOf(res);
  const notice = req.method === 'HEAD' ? null : notices.take(visitor.key);
  const at = req.originalUrl.indexOf('?');
  const query = at < 0 ? '' : req.originalUrl.slice(at);
  return { visitor, path: req.path, query, notice, assets: assets.prefix };
}

/** Draws a page. Templates are handed `page`, `site` and the words; they are files of ours, and options come out of no data. */
export function draw({ views }: Pick<Core, 'views'>, answer: ViewAnswer, site: Site): string {
  return views.page(answer.view, { page: answer.data, site, t, rich, labels, lang: language().tag });
}

async function sendRedirect(
  { context, visitors, notices }: Core,
  res: Response,
  answer: RedirectAnswer,
): Promise<void> {
  const { session: earlier, key } = visitorOf(res);
  if (answer.session !== undefined) {
    if (earlier) await endSession(context.db, earlier);
    visitors.setSession(res, answer.session);
    // Browsers that know it drop what they still hold of the pages (ASVS 14.3.1).
    if (answer.session === null) res.set('Clear-Site-Data', '"cache"');
  } else visitors.remember(res);
  if (answer.notice) notices.leave(answer.session ?? key, answer.notice);
  res.redirect(303, answer.redirect);
}

/** Once bytes are on their way a failure can only break the connection off: a file that ends early must not look whole. */
async function sendStream(core: Core, res: Response, { filename, type, write }: StreamAnswer['stream']): Promise<void> {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  res.attachment(filename).type(type);
  try {
    await write(res, gone.signal);
    if (!res.writableEnded) res.end();
  } catch (cause) {
    if (!gone.signal.aborted) core.context.log.error({ err: cause }, 'file broken off');
    res.destroy();
  }
}

/** Events go out as they are told: nothing on the way may gather them to compress them. */
async function sendEvents(core: Core, req: Request, res: Response, { events }: EventsAnswer): Promise<void> {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  res.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  if (req.method === 'HEAD') return void res.end();
  res.flushHeaders();
  try {
    await events((name, data) => res.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`), gone.signal);
  } catch (cause) {
    if (!gone.signal.aborted) core.context.log.error({ err: cause }, 'events broken off');
  }
  res.end();
}

/** With `revalidate` the asker may keep it, and asks each time whether it is still the same. */
function sendText(req: Request, res: Response, { text, type, revalidate }: TextAnswer): void {
  if (!revalidate) return void res.type(type).send(text);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  res.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
  const known = (req.get('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return void res.status(304).end();
  res.type(type).send(text);
}

function sendDownload(res: Response, { filename, type, body }: DownloadAnswer['download']): void {
  res.attachment(filename).type(type).send(body);
}
