import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response } from 'express';
import type { Context } from '../context.ts';
import { noteTables, notingReads } from '../db/reads.ts';
import { type MadeFrom, madeFrom, stillStands, type TableChanges, tableChanges } from '../db/table-changes.ts';
import { padding } from './middleware/compress.ts';
import { type NoteRequest, numberOf } from './middleware/log.ts';
import { visitorOf } from './middleware/visitor.ts';
import type { Notices } from './notices.ts';

/** Pages as they were sent, each answered again to the same session while nothing that it was made from has changed. */
export interface KeptPages {
  /**
   * Answers with the page as it was sent, where it still stands; hands on to all others where not. It stands before
   * everything else, whose headers are among those it has kept.
   */
  answerAgain(req: IncomingMessage, res: ServerResponse, others: () => void): void;
  /** Draws a page that may be kept: what it asks the database is noted. */
  watching(res: Response, draw: () => Promise<void>): Promise<void>;
  /** Called within `watching`, when the headers are set and nothing has been sent. */
  keep(req: Request, res: Response, body: Buffer): void;
}

interface Kept {
  /** Byte for character: with the headers it goes out in one piece. */
  body: string;
  /** Names and values in turn, as they went out; what is new with each answer aside. */
  headers: string[];
  path: string;
  /** The pattern of its path, as the metrics count it. */
  route: string;
  /** Whose notices it would have shown. */
  visitor: string;
  userId: number | null;
  minute: string;
  from: MadeFrom;
}

interface Before {
  changes: TableChanges;
  minute: string;
}

/** Some thousand pages, compressed. */
const MOST_BYTES = 32 * 1024 * 1024;
const LONGEST_KEY = 4000;
const NEW_EACH_TIME = new Set(['x-request-id', 'x-pad']);

/**
 * A page belongs to one session, by the cookies of its request: nobody is ever answered with what was drawn for somebody
 * else, and the token of its forms is the session's own. It stands for the minute that it names, while no table that its
 * questions name has been written to by whatever process; sessions and people are among them, so that signing out, another
 * role and another language show at once. A sentence that waits to be said is said on a page that is drawn anew.
 * The request is noted as any other.
 */
export function createKeptPages(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { notices, note, behindProxy }: { notices: Notices; note: NoteRequest; behindProxy: boolean },
): KeptPages {
  const pages = boundedPages(MOST_BYTES);
  const minute = () => now().slice(0, 16);

  function standing(key: string, changes: TableChanges): Kept | null {
    const found = pages.take(key);
    if (!found || found.minute !== minute() || !stillStands(found.from, changes)) return null;
    pages.keep(key, found);
    return found;
  }

  return {
    answerAgain: (req, res, others) => {
      const began = performance.now();
      const key = keyOf(req, req.url ?? '');
      const known = key && pages.get(key);
      if (!known || notices.waits(known.visitor)) return others();
      const answer = (changes: TableChanges) => {
        const found = standing(key, changes);
        if (!found) return others();
        const number = numberOf(req, behindProxy);
        send(res, found, number);
        note({ ...found, number, method: 'GET', status: 200, millis: performance.now() - began });
      };
      const changes = tableChanges(db);
      if (changes instanceof Promise) changes.then(answer, others);
      else answer(changes);
    },
    watching: async (res, draw) => {
      res.locals.before = { changes: await tableChanges(db), minute: minute() } satisfies Before;
      await notingReads(draw);
    },
    keep: (req, res, body) => {
      const before = res.locals.before as Before | undefined;
      const key = keyOf(req, req.originalUrl);
      const { session, key: visitor, user } = visitorOf(res);
      if (!before || !key || !session) return;
      noteTables('sessions', 'users');
      const from = madeFrom(db, before.changes);
      const route = String((req.route as { path?: string }).path);
      const who = { visitor, userId: user?.id ?? null };
      const page = { body: body.toString('latin1'), headers: headersOf(res), path: req.path, route };
      if (from) pages.keep(key, { ...page, ...who, minute: before.minute, from });
    },
  };
}

/** Cookies tell the session; what a browser takes tells how the page is packed. Null for what is never kept. */
function keyOf({ method, headers }: IncomingMessage, address: string): string | null {
  if (method !== 'GET' || !headers.cookie) return null;
  const key = `${headers.cookie} ${headers['accept-encoding'] ?? ''} ${address}`;
  return key.length <= LONGEST_KEY ? key : null;
}

function headersOf(res: Response): string[] {
  const all = Object.entries(res.getHeaders()).filter(([name]) => !NEW_EACH_TIME.has(name));
  return all.flatMap(([name, value]) => [value].flat().flatMap((one) => [name, String(one)]));
}

function send(res: ServerResponse, { body, headers }: Kept, number: string): void {
  res.writeHead(200, [...headers, 'x-request-id', number, 'x-pad', padding()]);
  res.end(body, 'latin1');
}

/** The pages asked for last, up to so many bytes of them. */
function boundedPages(mostBytes: number) {
  const pages = new Map<string, Kept>();
  let bytes = 0;
  const take = (key: string): Kept | undefined => {
    const found = pages.get(key);
    if (found) bytes -= sizeOf(key, found);
    pages.delete(key);
    return found;
  };
  return {
    get: (key: string) => pages.get(key),
    take,
    keep(key: string, kept: Kept) {
      take(key);
      pages.set(key, kept);
      bytes += sizeOf(key, kept);
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) break;
        take(oldest);
      }
    },
  };
}

/** The page, and what keeping it takes besides. */
const sizeOf = (key: string, { body }: Kept) => body.length + 2 * key.length + 4000;
