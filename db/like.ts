/** Takes what a person typed; gives a pattern for `like` that finds it anywhere. SQLite's `_` and `%` are no special signs then. */
export function likeText(typed: string): string {
  // Kysely has no ESCAPE clause: the two signs are matched as "any character", which finds too much rather than too little.
  return `%${typed.trim().replace(/[%_]/g, '_')}%`;
}
