import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { adviceOn } from './advice.ts';
import { type Config, projectRoot, readConfig } from './config.ts';
import { type Context, closeContext, openContext } from './context.ts';
import { createSetupToken } from './db/people/setup.ts';
import { countUsers } from './db/people/users.ts';
import { queueIndex } from './db/review/queue-index.ts';
import { loadStarterLibrary } from './jobs/library.ts';
import { type Schedule, startSchedule } from './jobs/schedule.ts';
import { DealwatchError } from './model/errors.ts';
import { paths } from './model/paths.ts';
import { createApp } from './server/app.ts';

/** How long work that has begun may take to finish after Ctrl-C. */
const DRAIN_MS = 10_000;
/**
 * How long an idle connection is kept. Well beyond the pause of a person between two pages, and of the 60 s that proxies keep theirs: a
 * request sent at the moment its connection is closed has no answer.
 */
const KEEP_ALIVE_MS = 75_000;

try {
  await start();
} catch (error) {
  if (!(error instanceof DealwatchError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const envFile = join(projectRoot(), '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const config = readConfig(process.env);
  // What is written holds what only this account may see: database, log beside it, backups.
  process.umask(0o077);
  const context = await openContext(config, { serving: true });
  const server = await listen(context).catch(async (error: unknown) => {
    await closeContext(context);
    throw error;
  });
  const address = baseUrl(config, server);
  for (const sentence of adviceOn(config)) context.log.warn(sentence);
  process.stdout.write(`Dealwatch is on ${address}\n`);
  if ((await countUsers(context.db)) === 0) {
    const token = await createSetupToken(context.db, context.now());
    process.stdout.write(`Set up your account, once, at ${address}${paths.setup(token)}\n`);
  }
  // The first person to open the queue finds it counted.
  queueIndex(context.db).catch((cause: unknown) => context.log.warn({ err: cause }, 'queue not counted yet'));
  if (config.STARTER_LIBRARY) await loadStarterLibrary(context);
  const schedule = config.SCHEDULE === 'on' ? startSchedule(context) : null;
  stopOnSignal(context, server, schedule);
  lastResort(context);
}

function listen(context: Context): Promise<Server> {
  const { HOST, PORT } = context.config;
  return new Promise((resolve, reject) => {
    const server = createServer(createApp(context)).listen(PORT, HOST);
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.once('listening', () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenProblem(error, HOST, PORT)));
  });
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const advice: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop it, or set PORT to another number.`,
    EACCES: `This account may not listen on port ${port}. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has, such as 127.0.0.1.`,
  };
  const sentence = advice[error.code ?? ''];
  return sentence ? new DealwatchError(sentence, { cause: error }) : error;
}

function baseUrl(config: Config, server: Server): string {
  return config.PUBLIC_URL ?? `http://${config.HOST}:${(server.address() as AddressInfo).port}`;
}

/** The first signal stops new work and finishes what has begun; a second one ends at once. */
function stopOnSignal(context: Context, server: Server, schedule: Schedule | null): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), DRAIN_MS).unref();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await schedule?.stop();
    server.closeAllConnections();
    await closed;
    await closeContext(context);
    process.stdout.write('Dealwatch has stopped.\n');
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** What nobody caught is logged, never silent. A lost promise costs its own work alone; anything else ends the program. */
function lastResort({ log }: Context): void {
  process.on('unhandledRejection', (cause) => log.error({ err: cause }, 'a failure that nobody waited for'));
  process.on('uncaughtExceptionMonitor', (cause) => log.fatal({ err: cause }, 'a failure that nobody caught'));
}
