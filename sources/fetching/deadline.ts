/**
 * Runs something that takes a signal; the signal fires after `ms`, with an error named TimeoutError, or when `closing`
 * fires. Timer and listener are gone when the work is done, however long `closing` lives.
 */
export async function withDeadline<T>(
  ms: number,
  closing: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const close = () => controller.abort(closing.reason);
  const timer = setTimeout(() => controller.abort(new DOMException('The deadline has passed.', 'TimeoutError')), ms);
  closing.addEventListener('abort', close, { once: true });
  if (closing.aborted) close();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    closing.removeEventListener('abort', close);
  }
}
