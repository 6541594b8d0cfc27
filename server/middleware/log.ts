import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics.ts';
import { requestNumber, underNumber } from '../request-id.ts';
import { visitorOf } from './visitor.ts';

const LONGEST_PATH = 200;

/**
 * Gives each request a number, which its answer carries as X-Request-Id and every line logged meanwhile holds, and
 * writes one line when it has been answered; never the query, which may hold a secret. `behindProxy`: a number that the
 * proxy gave is kept.
 */
export function logRequests(log: Logger, metrics: Metrics, behindProxy: boolean): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    const number = requestNumber(behindProxy ? (req.get('x-request-id') ?? null) : null);
    res.setHeader('X-Request-Id', number);
    res.once('finish', () => {
      const millis = performance.now() - began;
      const route = (req.route as { path?: string } | undefined)?.path ?? 'none';
      metrics.answered({ method: req.method, route, status: res.statusCode, seconds: millis / 1000 });
      const line = {
        requestId: number,
        method: req.method,
        path: req.path.slice(0, LONGEST_PATH),
        status: res.statusCode,
      };
      const userId = visitorOf(res).user?.id ?? null;
      log[req.method === 'POST' ? 'info' : 'debug']({ ...line, millis: Math.round(millis), userId }, 'request');
    });
    underNumber(number, next);
  };
}
