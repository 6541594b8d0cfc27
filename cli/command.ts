import type { Readable, Writable } from 'node:stream';
import type { Config } from '../config.ts';

/** Where a command reads and writes, so that tests can hand in their own. */
export interface Io {
  stdout: Writable;
  stderr: Writable;
  stdin: Readable;
}

/** One word of the command line: `npm run -s NAME -- ARGUMENTS`. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** The arguments, e.g. `PATH…`; empty when there are none. */
  usage: string;
  /** Takes the arguments after the name; gives the exit status. Throws DealwatchError with a sentence for people. */
  run(args: string[], io: Io, config: Config): Promise<number>;
}
