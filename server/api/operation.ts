import { z } from 'zod';
import type { Context } from '../../context.ts';
import { type ApiScope, findApiToken } from '../../db/people/api-tokens.ts';
import type { User } from '../../db/people/users.ts';
import { InvalidInput } from '../../model/errors.ts';
import type { Answer, Handler, PageRequest, Route } from '../handler.ts';
import { mayUse } from '../middleware/access.ts';
import { Refusal } from '../refusal.ts';

type Shape = Record<string, z.ZodType>;
type Values<S extends Shape> = { [K in keyof S]: z.output<S[K]> };

export interface Called<P extends Shape, Q extends Shape, B> {
  params: Values<P>;
  query: Values<Q>;
  body: B;
  user: User;
}

/** One thing that a program can ask for or do; the route, the check and the description all come from it. */
export interface Operation<P extends Shape = Shape, Q extends Shape = Shape, B = unknown> {
  method: 'GET' | 'POST';
  /** As the description writes it: /deals/{id}. */
  path: string;
  summary: string;
  scope: ApiScope;
  /** Least role of the token's owner; viewer when left out. */
  role?: Route['role'];
  params: P;
  query: Q;
  body?: z.ZodType<B>;
  /** What is given back; null for a file. */
  answer: z.ZodType | null;
  /** Of a file: the types that it may have. */
  files?: readonly string[];
  run(context: Context, called: Called<P, Q, B>): Promise<object | Answer>;
}

export const API_ROOT = '/api/v1';

/** Keeps the types of an operation's parts while the table holds them all alike. */
export function operation<P extends Shape, Q extends Shape, B = undefined>(of: Operation<P, Q, B>): Operation {
  return of as unknown as Operation;
}

/** Takes an operation; gives its route. */
export function routeOf(of: Operation): Route {
  const path = `${API_ROOT}${of.path.replace(/\{(\w+)\}/g, ':$1')}`;
  return { method: of.method, path, role: 'anyone', handler: handlerOf(of), limit: 'program', program: true };
}

function handlerOf(of: Operation): Handler {
  return async (context, request) => {
    const user = await callerOf(context, request, of);
    const params = understood(z.object(of.params), request.params);
    const query = understood(z.object(of.query).strict(), Object.fromEntries(request.query));
    const body = of.body ? understood(of.body, jsonIn(request.json)) : undefined;
    const answer = await of.run(context, { params, query, body, user });
    if (of.answer === null) return answer as Answer;
    return of.method === 'GET' ? { json: answer, revalidate: true } : { json: answer, status: 201 };
  };
}

/** Whose program it is. A session's cookie opens nothing here: another site's page could send it along. */
async function callerOf({ db, now }: Context, { from }: PageRequest, of: Operation): Promise<User> {
  const known = from.bearer ? await findApiToken(db, from.bearer, now()) : null;
  if (!known) throw new Refusal(401, 'Who is it?', 'Send a token: Authorization: Bearer dw_…. Make one under Account.');
  if (!known.scopes.includes(of.scope)) {
    throw new Refusal(403, 'Not with this token', `This needs a token with the scope “${of.scope}”.`);
  }
  if (!mayUse({ role: of.role ?? 'viewer' }, known.user.role)) {
    throw new Refusal(
      403,
      'Not for this role',
      `This needs the role of ${of.role}; the token's owner is ${known.user.role}.`,
    );
  }
  return known.user;
}

function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text || 'null');
  } catch {
    throw new InvalidInput('The body is not JSON.');
  }
}

function understood<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => [path.join('.') || 'body', message] as const);
  throw new InvalidInput('What was sent cannot be used.', Object.fromEntries(fields));
}
