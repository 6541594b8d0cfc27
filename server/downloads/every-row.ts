const PAGE_SIZE = 1_000;

/**
 * Takes a paged list; gives all of its rows, each key once. Rows that move between two pages while the list is read are
 * neither doubled nor a reason to start again.
 */
export async function everyRow<Row>(
  list: (page: { page: number; pageSize: number }) => Promise<{ rows: Row[] }>,
  keyOf: (row: Row) => string,
  pageSize = PAGE_SIZE,
): Promise<Row[]> {
  const all = new Map<string, Row>();
  for (let page = 1; ; page += 1) {
    const { rows } = await list({ page, pageSize });
    for (const row of rows) if (!all.has(keyOf(row))) all.set(keyOf(row), row);
    if (rows.length < pageSize) return [...all.values()];
  }
}

/** The keys alone of a paged list, each once: for a file whose rows are read again, piece by piece, while it is sent. */
export async function everyKey<Row>(
  list: (page: { page: number; pageSize: number }) => Promise<{ rows: Row[] }>,
  keyOf: (row: Row) => string,
  pageSize = PAGE_SIZE,
): Promise<string[]> {
  const keys = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { rows } = await list({ page, pageSize });
    for (const row of rows) keys.add(keyOf(row));
    if (rows.length < pageSize) return [...keys];
  }
}
