import { type Naming, namingOf } from '../model/naming.ts';
import type { Database } from './open.ts';

/** How names are to be taken now. */
export async function currentNaming(db: Database): Promise<Naming> {
  const rows = await db
    .selectFrom('name_rulings')
    .select(['id', 'kind', 'name', 'document_id as documentId', 'into_name as into'])
    .where('ended_at', 'is', null)
    .execute();
  return namingOf(rows);
}
