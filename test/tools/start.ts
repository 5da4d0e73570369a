/**
 * The main job in a terminal: judges the sample postings, or the paths given. Findings are what there is to see here, so
 * they are no failure.
 * @remarks Run by `npm start [-- PATH...]`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const given = process.argv.slice(2);
// npm starts scripts in the project; paths are meant from where the person stands.
const from = process.env['INIT_CWD'] ?? process.cwd();
const samples = path.join(root, 'test/samples');
const [cwd, targets] = given.length > 0 ? [from, given] : [samples, readdirSync(samples).sort()];
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'dist/cli/posting-lens.mjs'), 'check', '--fail-on', 'never', ...targets],
  { cwd, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
