import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../config.ts';

/** A Dealwatch process of its own, as a person would start it. */
export interface Running {
  child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Waits until the output matches; throws with the output when the process ends first. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Exit status once it has ended. */
  ended: Promise<number | null>;
}

/** Starts a compiled entry (`main.js`, `cli.js`) with just these settings. */
export function launch(entry: string, args: string[], settings: Record<string, string>): Running {
  const child = spawn(process.execPath, [join(projectRoot(), 'dist', entry), ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'silent', ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const until = async (pattern: RegExp) => {
    let over = false;
    void ended.then(() => (over = true));
    for (;;) {
      const match = pattern.exec(output);
      if (match) return match;
      if (over) throw new Error(`ended before ${pattern}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, output: () => output, until, ended };
}
