import express, { type RequestHandler } from 'express';
import { t } from '../../words/speak.ts';
import { Refusal } from '../refusal.ts';

const FORM = 'application/x-www-form-urlencoded';
/** Browsers send forms in the encoding of the page, and ours are UTF-8. */
const OTHER_CHARSET = /charset\s*=\s*"?(?!utf-8\b)/i;
const USUAL_KB = 64;
const MOST_FIELDS = 100;

/**
 * Reads the body of a form, up to so many KB, into `res.locals.form`. Bodies of another kind, compressed ones and those
 * with more fields than any of our forms has are refused.
 */
export function readForm(kb = USUAL_KB): RequestHandler[] {
  return [refuseOther, express.text({ type: FORM, limit: kb * 1024, inflate: false }), parse];
}

const refuseOther: RequestHandler = (req, _res, next) => {
  const { 'content-length': length = '0', 'content-type': type = '', 'transfer-encoding': chunked } = req.headers;
  const isEmpty = length === '0' && !chunked;
  if (isEmpty || (req.is(FORM) && !OTHER_CHARSET.test(type))) return next();
  throw new Refusal(415, t('frame.not-a-form'), t('frame.this-address-takes-forms-as'));
};

const parse: RequestHandler = (req, res, next) => {
  const body = typeof req.body === 'string' ? req.body : '';
  let fields = 1;
  for (let at = body.indexOf('&'); at >= 0 && fields <= MOST_FIELDS; at = body.indexOf('&', at + 1)) fields += 1;
  if (fields > MOST_FIELDS) throw new Refusal(400, t('frame.too-many-fields'), t('frame.no-form-here-has-that'));
  res.locals.form = new URLSearchParams(body);
  next();
};

/** Reads the body that a program sends, as JSON text, into `res.locals.json`; it is understood where it is used. */
export function readJson(kb = USUAL_KB): RequestHandler[] {
  const keep: RequestHandler = (req, res, next) => {
    res.locals.json = typeof req.body === 'string' ? req.body : '';
    next();
  };
  return [express.text({ type: ['application/json', 'application/*+json'], limit: kb * 1024, inflate: false }), keep];
}
