/** Below SQLite's limit of 32,766 values in one statement, with room for several a row. */
const MOST = 500;

/** Cuts a list into pieces that fit into one statement. */
export function chunks<T>(list: readonly T[], size = MOST): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
