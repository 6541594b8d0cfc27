import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { t } from '../../words/speak.ts';
import { Refusal } from '../refusal.ts';
import { visitorOf } from './visitor.ts';

/** Lets a POST through when its form was drawn for this visitor: the token in it is theirs, and no other site sent it. */
export const ownFormsOnly: RequestHandler = (req, res, next) => {
  const sent = (res.locals.form as URLSearchParams | undefined)?.get('_csrf') ?? '';
  const site = req.headers['sec-fetch-site'];
  const elsewhere = site === 'cross-site' || site === 'same-site';
  const { csrf, newVisit } = visitorOf(res);
  if (!elsewhere && newVisit === null && csrf !== '' && same(sent, csrf)) return next();
  throw new Refusal(403, t('frame.this-form-is-out-of'), t('frame.it-was-opened-in-another'));
};

function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
