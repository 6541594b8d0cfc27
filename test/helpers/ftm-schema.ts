import { createRequire } from 'node:module';
import type { FtmEntity } from '../../reports/as-ftm.ts';

interface Property {
  type: string;
  range?: string;
  stub?: boolean;
}
interface Schema {
  abstract?: boolean;
  extends?: string[];
  required?: string[];
  properties: Record<string, Property>;
}

/** The schema as its maintainers publish it. */
const { schemata, types } = createRequire(import.meta.url)('@opensanctions/followthemoney/dist/defaultModel.json') as {
  schemata: Record<string, Schema>;
  types: Record<string, { values?: Record<string, string>; maxLength?: number }>;
};

/** A schema with all those above it, itself first. */
function line(name: string): string[] {
  return [name, ...(schemata[name]?.extends ?? []).flatMap(line)];
}

const propertyOf = (schema: string, name: string) =>
  line(schema)
    .map((one) => schemata[one]?.properties[name])
    .find((found) => found !== undefined);

const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?)?)?$/;

/** Takes entities; gives everything in which they break the rules of the FollowTheMoney schema, in words. */
export function ftmProblems(entities: readonly FtmEntity[]): string[] {
  const byId = new Map(entities.map((one) => [one.id, one]));
  return entities.flatMap((entity) =>
    problemsOf(entity, byId).map((words) => `${entity.schema} ${entity.id}: ${words}`),
  );
}

function problemsOf({ schema, properties }: FtmEntity, byId: ReadonlyMap<string, FtmEntity>): string[] {
  const known = schemata[schema];
  if (!known) return ['no such schema'];
  if (known.abstract) return ['an abstract schema'];
  const required = line(schema).flatMap((one) => schemata[one]?.required ?? []);
  return [
    ...required.filter((name) => !properties[name]?.length).map((name) => `${name} is required`),
    ...Object.entries(properties).flatMap(([name, values]) => {
      const property = propertyOf(schema, name);
      if (!property || property.stub) return [`no property ${name}`];
      if (!Array.isArray(values) || values.length === 0) return [`${name} has no values`];
      return values.flatMap((value) => valueProblem(property, value, byId) ?? []).map((words) => `${name} ${words}`);
    }),
  ];
}

function valueProblem(property: Property, value: unknown, byId: ReadonlyMap<string, FtmEntity>): string | null {
  if (typeof value !== 'string' || !value) return 'is not a text';
  const { values, maxLength } = types[property.type] ?? {};
  if (maxLength && value.length > maxLength) return 'is too long';
  if (values && !Object.hasOwn(values, value)) return `cannot be ${value}`;
  if (property.type === 'date' && !DATE.test(value)) return `is no date: ${value}`;
  if (property.type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return `is no number: ${value}`;
  if (property.type === 'url' && !/^https?:\/\//.test(value)) return `is no address: ${value}`;
  if (property.type !== 'entity') return null;
  const other = byId.get(value);
  if (!other) return `leads to nothing: ${value}`;
  return property.range && !line(other.schema).includes(property.range) ? `cannot be a ${other.schema}` : null;
}
