import { sql } from 'kysely';
import type { Database } from './open.ts';

/**
 * Files what flags of a pair can be filtered by: kinds and certainties of its deals, its layer, the authorities before
 * which it is and their statuses, the classes of its sources. Joins the transaction it is called in.
 */
export async function insertFacets(db: Database, pairId: string): Promise<void> {
  await sql`insert or ignore into pair_facets (facet, value, pair_id)
    select 'layer', layer, id from pairs where id = ${pairId} and layer is not null
    union select 'kind', kind, pair_id from deals where pair_id = ${pairId}
    union select 'certainty', certainty, pair_id from deals where pair_id = ${pairId}
    union select 'authority', authority, pair_id from pair_scrutiny where pair_id = ${pairId} and established = 1
    union select 'status', status, pair_id from pair_scrutiny where pair_id = ${pairId} and established = 1
    union select 'source', d.source_class, p.id
      from pairs p, json_each(p.body, '$.documentIds') j join documents d on d.id = j.value where p.id = ${pairId}
  `.execute(db);
}
