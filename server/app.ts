import express, { type Express } from 'express';
import type { Context } from '../context.ts';

/** Takes what pages may use; gives the web server, not yet listening. */
export function createApp(_context: Context): Express {
  const app = express();
  return app;
}
