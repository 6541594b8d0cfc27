import type { Config } from '../config.ts';
import { type Context, closeContext, openContext } from '../context.ts';
import { isDiskFull, sentenceOf } from '../jobs/failure.ts';
import { DealwatchError } from '../model/errors.ts';

/** Opens what a command needs, and closes it however the work ends. The log is silent: a command speaks for itself. */
export async function withContext<T>(config: Config, work: (context: Context) => Promise<T>): Promise<T> {
  const context = await openContext({ ...config, LOG_LEVEL: 'silent' });
  try {
    return await work(context);
  } catch (cause) {
    throw isDiskFull(cause) ? new DealwatchError(sentenceOf(cause), { cause }) : cause;
  } finally {
    await closeContext(context);
  }
}
