/**
 * The main job, to be seen: judges the sample postings, or the paths given, in the terminal, and then opens VS Code with
 * the extension on their folder. Findings are what there is to see here, so they are no failure.
 * @remarks Run by `npm start [-- PATH...] [--once]`. Without a terminal, in CI or with `--once` it ends after the
 * terminal part.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const args = process.argv.slice(2);
const given = args.filter((arg) => arg !== '--once');
const once = args.includes('--once') || process.env['CI'] !== undefined || !process.stdout.isTTY;
const samples = path.join(root, 'test/samples');
// npm starts scripts in the project; paths are meant from where the person stands.
const cwd = given.length > 0 ? (process.env['INIT_CWD'] ?? process.cwd()) : samples;
const targets = given.length > 0 ? given : readdirSync(samples).sort();

/** The folder to open: the first that was given, or the one that holds the first file. */
function folderOf(target: string): string {
  const full = path.resolve(cwd, target);
  return statSync(full, { throwIfNoEntry: false })?.isDirectory() === true ? full : path.dirname(full);
}

const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'dist/cli/posting-lens.mjs'), 'check', '--fail-on', 'never', ...targets],
  { cwd, stdio: 'inherit' },
);
if (status !== 0) process.exitCode = status ?? 1;
else if (!once) {
  const { openVsCode } = await import('./open.ts');
  await openVsCode(folderOf(targets[0] ?? '.'));
  process.exit();
}
