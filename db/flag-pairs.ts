import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { FlagFilter } from './flag-filter.ts';
import { nameWords, withNames } from './names.ts';
import type { PairFacet, Schema } from './schema.ts';

type Wide = Schema & { f: Schema['flags'] };
// biome-ignore lint/complexity/noBannedTypes: Kysely's own way to say "nothing selected yet"
type FlagQuery = SelectQueryBuilder<Wide, 'f', {}>;

/** The filters by facet that are in force, each with what takes it out. */
export function pairFacetFilters(filter: FlagFilter): Partial<Record<PairFacet, Partial<FlagFilter>>> {
  const { kinds, layers, certainties, authority, authorities, statuses, sourceClasses } = filter;
  return {
    ...(kinds?.length ? { kind: { kinds: [] } } : {}),
    ...(layers?.length ? { layer: { layers: [] } } : {}),
    ...(certainties?.length ? { certainty: { certainties: [] } } : {}),
    ...(authority || authorities?.length ? { authority: { authority: undefined, authorities: [] } } : {}),
    ...(statuses?.length ? { status: { statuses: [] } } : {}),
    ...(sourceClasses?.length ? { source: { sourceClasses: [] } } : {}),
  };
}

/** True when the filter asks for anything that only the pair can tell. */
export function narrows(filter: FlagFilter): boolean {
  const { q, target, from, to, least, most, changedSince } = filter;
  const given = [from, to, least, most, changedSince].some((value) => value !== undefined);
  return given || Boolean(q?.trim()) || Boolean(target?.trim()) || Object.keys(pairFacetFilters(filter)).length > 0;
}

/** Narrows flags to those of the pairs that the filter names. */
export function filteredByPair(query: FlagQuery, filter: FlagFilter): FlagQuery {
  return byColumns(byNames(byFacets(byScrutiny(query, filter), filter), filter), filter);
}

function byFacets(query: FlagQuery, { kinds, layers, certainties, sourceClasses }: FlagFilter): FlagQuery {
  const asked: [PairFacet, readonly string[]][] = [
    ['kind', kinds ?? []],
    ['layer', layers ?? []],
    ['certainty', certainties ?? []],
    ['source', sourceClasses ?? []],
  ];
  return asked
    .filter(([, values]) => values.length > 0)
    .reduce(
      (some, [facet, values]) =>
        some.where('f.pair_id', 'in', (eb) =>
          eb
            .selectFrom('pair_facets')
            .select('pair_id')
            .where('facet', '=', facet)
            .where('value', 'in', [...values]),
        ),
      query,
    );
}

/** An authority and a status asked for together mean one row: that authority with that status. */
function byScrutiny(query: FlagQuery, { authority, authorities = [], statuses = [] }: FlagFilter): FlagQuery {
  const names = authority ? [...authorities, authority] : [...authorities];
  if (names.length === 0 && statuses.length === 0) return query;
  return query.where('f.pair_id', 'in', (eb) =>
    eb
      .selectFrom('pair_scrutiny')
      .select('pair_id')
      .where('established', '=', 1)
      .$if(names.length > 0, (some) => some.where('authority', 'in', names))
      .$if(statuses.length > 0, (some) => some.where('status', 'in', statuses)),
  );
}

function byNames(query: FlagQuery, { q, target }: FlagFilter): FlagQuery {
  let narrowed = query;
  for (const word of nameWords(q)) {
    narrowed = narrowed.where('f.pair_id', 'in', (eb) =>
      withNames(eb.selectFrom('pairs'), word, 'either').select('id'),
    );
  }
  for (const word of nameWords(target)) {
    narrowed = narrowed.where('f.pair_id', 'in', (eb) =>
      withNames(eb.selectFrom('pairs'), word, 'target').select('id'),
    );
  }
  return narrowed;
}

function byColumns(query: FlagQuery, filter: FlagFilter): FlagQuery {
  const { from, to, least, most, changedSince } = filter;
  const given = [from, to, least, most, changedSince].some((value) => value !== undefined);
  if (!given) return query;
  return query.where('f.pair_id', 'in', (eb) =>
    eb
      .selectFrom('pairs as p')
      .select('p.id')
      .$if(from !== undefined, (some) => some.where('p.latest_day', '>=', from as string))
      .$if(to !== undefined, (some) => some.where('p.latest_day', '<=', to as string))
      .$if(least !== undefined, (some) => some.where(largestSum, '>=', least as number))
      .$if(most !== undefined, (some) => some.where(largestSum, '<=', most as number))
      .$if(changedSince !== undefined, (some) =>
        some.where('p.updated_at', '>', changedSince as FlagFilter['changedSince'] & string),
      ),
  );
}

/** The larger of what was put in and what is to be spent back; nothing when neither is known in dollars. */
const largestSum = (_: ExpressionBuilder<Schema & { p: Schema['pairs'] }, 'p'>) =>
  sql<number>`nullif(max(coalesce(p.paid_usd, 0), coalesce(p.committed_usd, 0)), 0)`;
