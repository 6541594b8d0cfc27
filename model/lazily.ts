import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Takes the name of an installed library; gives a function that loads it when first asked. For large libraries that a
 * starting server does not need, above all those that parse in the workers: half of a second start was loading them.
 */
export function lazily<T>(library: string): () => T {
  return () => require(library) as T;
}
