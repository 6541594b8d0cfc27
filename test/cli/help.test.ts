import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { commands } from '../../cli/index.ts';
import { projectRoot, readConfig } from '../../config.ts';

describe('the command line', () => {
  const scripts = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')).scripts as Record<
    string,
    string
  >;

  it('has an npm script for every command, and every command in the list of help', async () => {
    const stdout = new PassThrough();
    const help = commands.find((command) => command.name === 'help');
    expect(await help?.run([], { stdout, stderr: new PassThrough(), stdin: new PassThrough() }, readConfig({}))).toBe(
      0,
    );
    const listed = String(stdout.read());
    for (const { name, summary } of commands) {
      expect(scripts[name], name).toContain(`cli.js ${name}`);
      if (name !== 'help') expect(listed).toContain(summary);
    }
  });

  it('has every command that the README shows', () => {
    const shown = [...readFileSync(join(projectRoot(), 'README.md'), 'utf8').matchAll(/npm run -s (\w+)/g)].map(
      (m) => m[1],
    );
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((name) => !commands.some((command) => command.name === name))).toEqual([]);
  });
});
