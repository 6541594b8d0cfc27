import express, { type RequestHandler } from 'express';
import { t } from '../../words/speak.ts';
import { Refusal } from '../refusal.ts';
import { readForm } from './form.ts';

const MULTIPART = 'multipart/form-data';
const MOST_PARTS = 20;

/**
 * Reads a form that sends a file along, up to so many MB in all: its fields into `res.locals.form`, the first file that
 * somebody chose into `res.locals.file`. A form without a file is read as any other; compressed bodies are refused.
 */
export function readUpload(mb: number): RequestHandler[] {
  const plain = readForm().map(
    (handler): RequestHandler =>
      (req, res, next) =>
        req.is(MULTIPART) ? next() : handler(req, res, next),
  );
  return [...plain, express.raw({ type: MULTIPART, limit: mb * 1024 * 1024, inflate: false }), parse];
}

const parse: RequestHandler = async (req, res, next) => {
  if (!req.is(MULTIPART)) return next();
  const parts = [...(await partsOf(req.body as Buffer, req.headers['content-type'] ?? ''))];
  if (parts.length > MOST_PARTS) throw new Refusal(400, t('frame.too-many-fields'), t('frame.no-form-here-has-that'));
  const form = new URLSearchParams();
  for (const [name, value] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else if (value.size > 0 && !res.locals.file) {
      res.locals.file = { name: value.name.slice(-200), bytes: new Uint8Array(await value.arrayBuffer()) };
    }
  }
  res.locals.form = form;
  next();
};

async function partsOf(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch (cause) {
    throw new Refusal(400, t('frame.not-a-form'), t('frame.the-form-with-the-file'), { cause });
  }
}
