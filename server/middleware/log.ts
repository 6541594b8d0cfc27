import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';
import { requestNumber, underNumber } from '../request-id.ts';
import { visitorOf } from './visitor.ts';

const LONGEST_PATH = 200;

/** A request as the log and the metrics know it. */
interface Noted {
  number: string;
  method: string;
  path: string;
  route: string;
  status: number;
  millis: number;
  userId: number | null;
}

/** Writes down one request that has been answered; never its query, which may hold a secret. */
export type NoteRequest = (request: Noted) => void;

/** Takes where to write it down; gives what does. */
export function requestNoter(log: Logger, metrics: Metrics): NoteRequest {
  return ({ number, method, path, route, status, millis, userId }) => {
    metrics.answered({ method, route, status, seconds: millis / 1000 });
    const line = { requestId: number, method, path: path.slice(0, LONGEST_PATH), status };
    log[method === 'POST' ? 'info' : 'debug']({ ...line, millis: Math.round(millis), userId }, 'request');
  };
}

/** The number of a request; `behindProxy`: one that the proxy gave is kept. */
export function numberOf({ headers }: IncomingMessage, behindProxy: boolean): string {
  return requestNumber(behindProxy ? String(headers['x-request-id'] ?? '') : null);
}

/**
 * Gives each request a number, which its answer carries as X-Request-Id and every line logged meanwhile holds, and has one
 * line written when it has been answered.
 */
export function logRequests(note: NoteRequest, behindProxy: boolean): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    const number = numberOf(req, behindProxy);
    res.setHeader('X-Request-Id', number);
    res.once('finish', () => {
      const route = (req.route as { path?: string } | undefined)?.path ?? 'none';
      const { user } = visitorOf(res);
      const { method, path } = req;
      const millis = performance.now() - began;
      note({ number, method, path, route, status: res.statusCode, millis, userId: user?.id ?? null });
    });
    underNumber(number, next);
  };
}
