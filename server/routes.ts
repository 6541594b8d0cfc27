import type { Route } from './handler.ts';

/** Every page, with who may open it. The server is built from this table, and tests walk it. */
export const routes: readonly Route[] = [];
