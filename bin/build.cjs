// Builds when a source has changed since the last build that succeeded. The compiler itself needs half a second to find
// that nothing did, a quarter of what a second start may take; looking at the dates of a thousand files, a twentieth.
require('./require-node.cjs');
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..');
const stamp = join(root, 'dist', '.built');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

const isSource = (name) => name.endsWith('.ts') || name.endsWith('.json');
/** By the time of change, not of modification: unpacking an archive sets the latter to days gone by. */
const changedAfter = (path, time) => statSync(path).ctimeMs > time;

/** Whether a source within the folder, or the list of its files, changed after `time`. */
function folderChangedAfter(folder, time) {
  if (changedAfter(folder, time)) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? folderChangedAfter(path, time) : isSource(entry.name) && changedAfter(path, time);
  });
}

function isBuilt() {
  if (!existsSync(stamp) || !existsSync(join(root, 'dist', 'main.js'))) return false;
  const time = statSync(stamp).mtimeMs;
  const { include } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  const folders = include.filter((entry) => !entry.includes('*'));
  const files = readdirSync(root).filter(isSource);
  return (
    !folders.some((folder) => folderChangedAfter(join(root, folder), time)) &&
    !files.some((file) => changedAfter(join(root, file), time))
  );
}

if (!isBuilt()) {
  const begun = new Date();
  const { status } = spawnSync(process.execPath, [compiler, '-b', '--force'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
  // What was saved while the compiler ran belongs to the next build.
  utimesSync(stamp, begun, begun);
}
