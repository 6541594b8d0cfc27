import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

const LONGEST_PATH = 200;

/** One line for each request when it has been answered; never the query, which may hold a secret. */
export function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    const began = performance.now();
    res.once('finish', () => {
      const millis = Math.round(performance.now() - began);
      log.debug(
        { method: req.method, path: req.path.slice(0, LONGEST_PATH), status: res.statusCode, millis },
        'request',
      );
    });
    next();
  };
}
