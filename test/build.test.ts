import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const run = promisify(execFile);
let root: string;
const build = () => run(process.execPath, [join(root, 'bin', 'build.cjs')]);
const built = () => readFile(join(root, 'dist', 'main.js'), 'utf8');
const source = (text: string) => writeFile(join(root, 'main.ts'), text);
/** Dates have milliseconds, and a test is quicker than a person who saves twice. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 50));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dealwatch-build-'));
  const settings = { compilerOptions: { outDir: 'dist', tsBuildInfoFile: 'dist/.tsbuildinfo', incremental: true } };
  await writeFile(join(root, 'tsconfig.json'), JSON.stringify({ ...settings, include: ['*.ts'] }));
  await cp('bin', join(root, 'bin'), { recursive: true });
  await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  await source('export const edition: number = 1;\n');
  await build();
  await aMoment();
});

afterEach(() => rm(root, { recursive: true, force: true }));

test('builds what was never built, and leaves alone what has not changed', async () => {
  expect(await built()).toContain('edition = 1');
  await writeFile(join(root, 'dist', 'main.js'), 'untouched');
  await build();
  expect(await built()).toBe('untouched');
});

test('builds again after a change, even one that bears an old date', async () => {
  await source('export const edition: number = 2;\n');
  await utimes(join(root, 'main.ts'), new Date('2020-01-01'), new Date('2020-01-01'));
  await build();
  expect(await built()).toContain('edition = 2');
});

test('builds again when a source was taken away or added', async () => {
  await writeFile(join(root, 'second.ts'), 'export const second = true;\n');
  await build();
  expect((await stat(join(root, 'dist', 'second.js'))).isFile()).toBe(true);
});

test('stops with the message of the compiler, and again until it is mended', async () => {
  await source('export const edition: number = "three";\n');
  await expect(build()).rejects.toMatchObject({ stdout: expect.stringContaining('TS2322') });
  await expect(build()).rejects.toMatchObject({ stdout: expect.stringContaining('TS2322') });
  await source('export const edition: number = 3;\n');
  await build();
  expect(await built()).toContain('edition = 3');
});
