import { rebuildCommand } from '../cli/rebuild.ts';
import { readConfig } from '../config.ts';
import { peakMemoryMb, processorSeconds } from './measure.ts';

/** Rebuilds the ledger of DATABASE as the command line does, and prints what it took: `{"seconds","processor","memory"}`. */
const began = performance.now();
const io = { stdin: process.stdin, stdout: process.stderr, stderr: process.stderr };
const processor = await processorSeconds(() => rebuildCommand.run([], io, readConfig(process.env)));
const seconds = (performance.now() - began) / 1000;
process.stdout.write(`${JSON.stringify({ seconds, processor, memory: peakMemoryMb() })}\n`);
