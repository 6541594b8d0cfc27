import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();
const KNOWN = /^[\w.-]{8,64}$/;

/** The number of the request that is being answered, for every line logged meanwhile; empty outside of one. */
export function requestFields(): { requestId?: string } {
  const requestId = current.getStore();
  return requestId ? { requestId } : {};
}

/** Takes the number that a trusted proxy gave, or null; gives that or a new one. Random numbers for UUIDs are made in store. */
export function requestNumber(given: string | null): string {
  return given && KNOWN.test(given) ? given : randomUUID().replaceAll('-', '').slice(0, 16);
}

/** Runs the rest of a request under its number. */
export function underNumber(number: string, work: () => void): void {
  current.run(number, work);
}

/** The number of the request that is being answered, or a new one outside of any. */
export function currentNumber(): string {
  return current.getStore() ?? requestNumber(null);
}
