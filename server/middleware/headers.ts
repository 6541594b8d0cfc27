import type { RequestHandler } from 'express';
import helmet from 'helmet';

const OWN = ["'self'"];
const NOBODY = ["'none'"];

/**
 * What browsers may do with our pages: load our own files and send forms to us, nothing else. `overHttps` also tells
 * them to come over HTTPS from now on.
 */
export function securityHeaders(overHttps: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NOBODY,
        scriptSrc: OWN,
        styleSrc: OWN,
        fontSrc: OWN,
        imgSrc: OWN,
        connectSrc: OWN,
        formAction: OWN,
        frameAncestors: NOBODY,
        baseUri: NOBODY,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: overHttps,
    xFrameOptions: { action: 'deny' },
  });
}

/** Pages hold what only the person signed in may see: no copy is kept by browsers or by anything between. */
export const neverKept: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Robots-Tag', 'noindex, nofollow');
  next();
};
