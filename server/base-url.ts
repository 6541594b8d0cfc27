import type { Context } from '../context.ts';

/** Where people reach the dashboard, from PUBLIC_URL; never from a request, which anybody can make up. */
export function baseUrl({ config }: Pick<Context, 'config'>): string {
  return config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`;
}
