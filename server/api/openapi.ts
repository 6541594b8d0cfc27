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

/** Those that have a name: each is described once, among the components. */
type Named = Record<string, object>;

/** A schema in the words of OpenAPI 3.1, which are those of JSON Schema 2020-12. What has a name in it joins `named`. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', named: Named): object {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  // A reference counts from the root of the whole description, not from the schema that it stands in.
  const text = JSON.stringify(json).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/');
  const { $defs = {}, ...own } = JSON.parse(text) as { $defs?: Named };
  Object.assign(named, $defs);
  return own;
}

/** The description of everything under /api/v1 (OpenAPI 3.1), made from the operations themselves. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  const named: Named = {};
  schemaOf(problem, 'output', named);
  for (const of of operations) {
    paths[of.path] = { ...paths[of.path], [of.method.toLowerCase()]: operationJson(of, named) };
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
      schemas: named,
    },
  };
}

function operationJson(of: Operation, named: Named): object {
  const success = of.method === 'POST' ? '201' : '200';
  return {
    operationId: `${of.method.toLowerCase()}${of.path.replace(/[{}]/g, '').replace(/\/(\w)/g, (_, c: string) => c.toUpperCase())}`,
    summary: of.summary,
    description: `Needs the scope “${of.scope}”.`,
    parameters: [...parametersOf(of.params, 'path', named), ...parametersOf(of.query, 'query', named)],
    ...(of.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(of.body, 'input', named) } },
          },
        }
      : {}),
    responses: {
      [success]: { description: 'As asked.', content: contentOf(of, named) },
      ...(of.method === 'GET' ? { '304': { description: 'Not modified since the ETag sent.' } } : {}),
      default: {
        description: 'A problem.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function contentOf({ answer, files = [] }: Operation, named: Named): object {
  if (answer) return { 'application/json': { schema: schemaOf(answer, 'output', named) } };
  return Object.fromEntries(files.map((type) => [type, {}]));
}

function parametersOf(shape: Record<string, z.ZodType>, place: 'path' | 'query', named: Named): object[] {
  return Object.entries(shape).map(([name, schema]) => {
    const required = place === 'path' || !schema.safeParse(undefined).success;
    return { name, in: place, required, schema: schemaOf(schema, 'input', named) };
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
