import { type BackfillProgress, backfill } from '../jobs/backfill.ts';
import { prepare } from '../jobs/schedule.ts';
import { parseDay } from '../model/day.ts';
import { InvalidInput } from '../model/errors.ts';
import type { Command, Io } from './command.ts';
import { withContext } from './with-context.ts';

const USAGE = 'SOURCE_ID --since YYYY-MM-DD';
const WIDTH = 24;

/** `npm run -s backfill -- SOURCE_ID --since DAY`: reads a source's past; broken off, it goes on where it stood. */
export const backfillCommand: Command = {
  name: 'backfill',
  summary: "Read a source's past back to a day; what is read is stored, and a run that was broken off goes on.",
  usage: USAGE,
  async run(args, io, config) {
    const [sourceId, flag, written = ''] = args;
    const since = parseDay(written);
    if (!sourceId || flag !== '--since' || !since || args.length > 3) {
      throw new InvalidInput(`npm run -s backfill -- ${USAGE}`);
    }
    return withContext(config, async (context) => {
      await prepare(context);
      const onProgress = (progress: BackfillProgress) => show(progress, io);
      const signal = new AbortController().signal;
      const { counts, warnings, error } = await backfill(context, { sourceId, since }, { signal, onProgress });
      io.stderr.write('\n');
      for (const warning of new Set(warnings)) io.stderr.write(`${warning}\n`);
      if (error) io.stderr.write(`${error}\n`);
      const said = Object.entries(counts).map(([what, n]) => `${n} ${what}`);
      io.stdout.write(`${sourceId} since ${since}: ${said.join(', ')}\n`);
      return error ? 1 : 0;
    });
  },
};

/** One line that is written over on a terminal, and a line each where nobody watches. */
function show(progress: BackfillProgress, io: Io): void {
  const isTerminal = (io.stderr as { isTTY?: boolean }).isTTY === true;
  io.stderr.write(isTerminal ? `\r\u001b[2K${progressLine(progress)}` : `${progressLine(progress)}\n`);
}

/** Takes how far it is; gives "[######------] 12 of 40 lists · 31 documents · 7 waiting". */
export function progressLine({ lists, of, documents, waiting }: BackfillProgress): string {
  const done = of === 0 ? WIDTH : Math.round((WIDTH * lists) / of);
  const bar = `[${'#'.repeat(done)}${'-'.repeat(WIDTH - done)}]`;
  return `${bar} ${lists} of ${of} lists · ${documents} documents · ${waiting} waiting`;
}
