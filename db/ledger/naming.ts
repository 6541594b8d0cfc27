import { type Naming, namingOf } from '../../model/naming.ts';
import type { Database } from '../open.ts';
import { builtOnce } from '../prepared.ts';

const STANDING = builtOnce((db) =>
  db
    .selectFrom('name_rulings')
    .select(['id', 'kind', 'name', 'document_id as documentId', 'into_name as into'])
    .where('ended_at', 'is', null),
);

/** How names are to be taken now. */
export async function currentNaming(db: Database): Promise<Naming> {
  return namingOf(await STANDING(db));
}
