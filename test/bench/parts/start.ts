/** Cold starts: the command line on one posting beside a Node that does nothing, the server beside one that does nothing. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { node20 } from '../../support/node20.ts';
import { inTurn, type Measure, median, milliseconds, type Part, ratios } from '../measure.ts';
import { buildNullServer, nothing, ours, type Programs } from '../servers.ts';
import { overStreams } from '../session.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Node reads certificates that this names before all else, which would hide what we take. */
const env = { ...process.env, NODE_EXTRA_CA_CERTS: '' };

function run(node: string, args: readonly string[]): void {
  const { status } = spawnSync(node, args, { stdio: 'ignore', cwd: root, env });
  if (status !== 0) throw new Error(`${node} ${args.join(' ')} ended with ${status}.`);
}

/** A server from its start to its end, first answer between. */
const session =
  ({ node }: Programs, program: string) =>
  async (): Promise<void> => {
    const begun = await overStreams(node, program);
    await begun.end();
  };

export const start: Part = {
  id: 'start',
  title: 'Cold starts',
  measure: async ({ quick }) => {
    await buildNullServer();
    const rounds = quick ? 7 : 15;
    const measures: Measure[] = [];
    for (const node of new Set([process.execPath, node20])) {
      const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
      const check = ['dist/cli/posting-lens.mjs', 'check', 'test/fixtures/postings/right.md'];
      const tasks = [
        () => run(node, check),
        () => run(node, ['-e', '0']),
        session(ours, node),
        session(nothing, node),
      ];
      // The first run fills Node's compile cache, where it has one.
      const [checked = [], nothingDone = [], served = [], idle = []] = await inTurn(tasks, rounds, 1);
      const pair = (name: string, first: number[], second: number[], target?: number): Measure => ({
        name: `${name}, Node ${version.slice(1).split('.')[0] ?? ''}`,
        ratio: ratios(first, second),
        better: 'less',
        ...(target === undefined ? {} : { target }),
        detail: `${milliseconds(median(first))}; ${milliseconds(median(second))}`,
      });
      measures.push(
        pair('check of one posting / node -e 0', checked, nothingDone, 1.8),
        pair('server / server that does nothing', served, idle),
      );
    }
    return measures;
  },
};
