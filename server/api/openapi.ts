import { z } from 'zod';
import { PROGRAM_VERSION } from '../../model/version.ts';
import type { Handler, Route } from '../handler.ts';
import { API_ROOT, type Operation, routeOf } from './operation.ts';
import { operations as ledgerOperations } from './operations.ts';
import { pageOperations } from './page-operations.ts';
import { problem } from './schemas.ts';
import { watchingOperations } from './watching-operations.ts';

/** Everything that programs can ask for or do, in the order of the description. */
export const operations: readonly Operation[] = [...ledgerOperations, ...pageOperations, ...watchingOperations];

/** A schema in the words of OpenAPI 3.1, which are those of JSON Schema 2020-12. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return json;
}

/** The description of everything under /api/v1 (OpenAPI 3.1), made from the operations themselves. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const of of operations) {
    paths[of.path] = { ...paths[of.path], [of.method.toLowerCase()]: operationJson(of) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dealwatch',
      version: PROGRAM_VERSION,
      description:
        'Big Tech and AI start-up deals, the screens that they meet, and what authorities did. A flag says “look here”; it is not a finding of harm.',
    },
    servers: [{ url: API_ROOT }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token made under Account.' } },
      schemas: { Problem: schemaOf(problem, 'output') },
    },
  };
}

function operationJson(of: Operation): object {
  const success = of.method === 'POST' ? '201' : '200';
  return {
    operationId: `${of.method.toLowerCase()}${of.path.replace(/[{}]/g, '').replace(/\/(\w)/g, (_, c: string) => c.toUpperCase())}`,
    summary: of.summary,
    description: `Needs the scope “${of.scope}”.`,
    parameters: [...parametersOf(of.params, 'path'), ...parametersOf(of.query, 'query')],
    ...(of.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(of.body, 'input') } } } }
      : {}),
    responses: {
      [success]: { description: 'As asked.', ...(of.answer ? contentOf(of.answer) : {}) },
      ...(of.method === 'GET' ? { '304': { description: 'Not modified since the ETag sent.' } } : {}),
      default: {
        description: 'A problem.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const contentOf = (answer: z.ZodType) => ({ content: { 'application/json': { schema: schemaOf(answer, 'output') } } });

function parametersOf(shape: Record<string, z.ZodType>, place: 'path' | 'query'): object[] {
  return Object.entries(shape).map(([name, schema]) => {
    const required = place === 'path' || !schema.safeParse(undefined).success;
    return { name, in: place, required, schema: schemaOf(schema, 'input') };
  });
}

let made: object | null = null;

const describe: Handler = async () => {
  made ??= openApi();
  return { json: made, revalidate: true };
};

/** Every route for programs, and their description, which is open to all. */
export const apiRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${API_ROOT}/openapi.json`,
    role: 'anyone',
    handler: describe,
    limit: 'program',
    program: true,
  },
  ...operations.map(routeOf),
];
