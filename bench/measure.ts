import { performance } from 'node:perf_hooks';

type Work = () => unknown;

/**
 * Takes several ways to do one thing; runs them in turn, some rounds each after some to warm up, and gives the median
 * milliseconds of processor time of each. In turn, so that a slow moment of the machine strikes all of them; processor
 * time, so that what else it does counts little. Short work wants more rounds: the first ones are what compiling takes.
 */
export async function medians<K extends string>(
  ways: Record<K, Work>,
  rounds = 9,
  warmUps = 1,
): Promise<Record<K, number>> {
  const names = Object.keys(ways) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const name of names) {
      const millis = (await processorSeconds(ways[name])) * 1000;
      if (round >= 0) times[name].push(millis);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<K, number>;
}

/** Milliseconds that some work takes, once. */
export async function timed(work: Work): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Seconds of processor time that some work takes: the same whether the machine is busy with other things or not. */
export async function processorSeconds(work: Work): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The middle value; of an even number the lower one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** The most memory that this process has held so far, in MB. */
export function peakMemoryMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}
