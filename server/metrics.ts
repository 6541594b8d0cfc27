import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Context } from '../context.ts';
import { countsForWatching } from '../db/watching.ts';

/** What one answered request was. */
export interface Answered {
  method: string;
  /** The route's path, not the request's: few values, none of them personal. */
  route: string;
  status: number;
  seconds: number;
}

export interface Metrics {
  answered(request: Answered): void;
  /** Everything, in the text format of Prometheus. */
  text(): Promise<string>;
  type: string;
}

const known = new WeakMap<Context, Metrics>();
/** Of the process, whichever app is asked: memory, event loop, garbage collection. */
const ofProcess = new Registry();

/** The metrics of the server that works with this context. */
export function metricsOf(context: Context): Metrics {
  const metrics = known.get(context) ?? createMetrics(context);
  known.set(context, metrics);
  return metrics;
}

function createMetrics(context: Context): Metrics {
  const registry = new Registry();
  const seconds = new Histogram({
    name: 'dealwatch_http_request_seconds',
    help: 'Time to answer a request, by method, route and kind of status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const failed = new Counter({
    name: 'dealwatch_http_failures_total',
    help: 'Requests that ended with a failure of ours (5xx).',
    registers: [registry],
  });
  const fill = addGauges(context, registry);
  return {
    type: registry.contentType,
    answered: ({ method, route, status, seconds: taken }) => {
      seconds.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, taken);
      if (status >= 500) failed.inc();
    },
    text: async () => {
      if (!ofProcess.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics({ register: ofProcess });
      await fill();
      return `${await ofProcess.metrics()}\n${await registry.metrics()}`;
    },
  };
}

const GAUGES = {
  dealwatch_documents: ['Documents, by state.', 'state'],
  dealwatch_flags: ['Flags, by state.', 'state'],
  dealwatch_outbox: ['Mails, by state.', 'state'],
  dealwatch_outbox_oldest_seconds: ['Age of the mail that has waited longest.', null],
  dealwatch_sources: ['Sources switched on, by health.', 'health'],
  dealwatch_job_ok_age_seconds: ['Time since a job last went well; -1 when it never did.', 'job'],
  dealwatch_job_failures: ['Failures in a row.', 'job'],
  dealwatch_database_bytes: ['Size of the database, of its log beside it, and of the room inside it.', 'part'],
  dealwatch_disk_free_bytes: ['Room on the disk that holds the database.', null],
  dealwatch_backup_age_seconds: ['Time since the last verified backup; -1 when there is none.', null],
  dealwatch_facts_without_evidence: [
    'Facts that their documents did not bear out when last checked; -1 before the first check.',
    null,
  ],
  dealwatch_sessions: ['Sessions that may still be used.', null],
} as const;

/** One question to the database for all of them, asked when they are. */
function addGauges({ db, now }: Context, registry: Registry): () => Promise<void> {
  const gauges = new Map(
    Object.entries(GAUGES).map(([name, [help, label]]) => {
      return [name, new Gauge({ name, help, labelNames: label ? [label] : [], registers: [registry] })] as const;
    }),
  );
  return async () => {
    for (const gauge of gauges.values()) gauge.reset();
    for (const { metric, label, value } of await countsForWatching(db, now())) {
      const name = GAUGES[metric as keyof typeof GAUGES]?.[1];
      if (name) gauges.get(metric)?.set({ [name]: label ?? '' }, value);
      else gauges.get(metric)?.set(value);
    }
  };
}
