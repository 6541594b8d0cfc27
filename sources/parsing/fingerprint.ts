import { createHash } from 'node:crypto';

/** Takes the fields that matter; gives 32 hexadecimal digits that change when one of them does. */
export function fingerprint(fields: readonly (string | null | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 32);
}
