/** The lines that the page for teams shows for dumps, run as they stand there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute, fixture, Folder, program, type Ran, root } from '../support/commandLine.ts';
import { node20 } from '../support/node20.ts';

const page = readFileSync(path.join(root, 'server/cli/README.md'), 'utf8');
/** The line of the page that has these words. */
function lineWith(words: string): string {
  const found = page.split('\n').find((line) => line.includes(words) && line.includes('posting-lens check'));
  if (found === undefined) throw new Error(`The page has no line with ${words}.`);
  return found;
}

const hasParallel = spawnSync('parallel', ['--version']).status === 0;
if (!hasParallel)
  console.warn('SKIPPED: GNU parallel is not here (Debian: parallel); its line of the page does not run.');

const folder = new Folder();
const postings = ['mislabeled', 'right'].map((name) => fixture(`fixtures/postings/${name}.md`));
const lines = Array.from({ length: 120 }, (_, index) =>
  JSON.stringify({
    id: `n${index}`,
    text: `${postings[index % 2] ?? ''}\n\nNumber ${index}.\n`,
    format: 'markdown',
  }),
);
const answers = (text: string): string[] => text.split('\n').filter(Boolean);
let whole: string[];

/** A line in a shell, where `posting-lens` is the program that was built. */
function shell(line: string): Promise<Ran> {
  const PATH = `${folder.at('bin')}${path.delimiter}${process.env['PATH'] ?? ''}`;
  return execute('sh', ['-c', line], { cwd: folder.path, env: { PATH, HOME: folder.path } });
}

beforeAll(() => {
  mkdirSync(folder.at('bin'));
  const shim = folder.write('bin/posting-lens', `#!/bin/sh\nexec "${node20}" "${program}" "$@"\n`);
  chmodSync(shim, 0o755);
  folder.write('dump.ndjson', lines.map((line) => `${line}\n`).join(''));
  const input = readFileSync(folder.at('dump.ndjson'));
  const check = [program, 'check', '-', '--stdin-format', 'ndjson', '--fail-on', 'never'];
  whole = answers(
    execFileSync(node20, check, { input, encoding: 'utf8', cwd: folder.path, maxBuffer: 1 << 26 }),
  );
});
afterAll(() => folder.dispose());

describe('a dump', () => {
  it('is judged by the line of the page, one answer a line', async () => {
    await shell(lineWith('< dump.ndjson > judged.ndjson'));
    expect(answers(readFileSync(folder.at('judged.ndjson'), 'utf8'))).toEqual(whole);
    expect(whole).toHaveLength(lines.length);
  });

  it('goes on where a run was cut off', async () => {
    folder.write(
      'judged.ndjson',
      whole
        .slice(0, 41)
        .map((line) => `${line}\n`)
        .join(''),
    );
    await shell(lineWith('tail -n +'));
    expect(answers(readFileSync(folder.at('judged.ndjson'), 'utf8'))).toEqual(whole);
  });

  it.skipIf(!hasParallel)('is judged by several programs under GNU parallel, in order', async () => {
    folder.write('.parallel/will-cite', '');
    // Blocks as small as that make several of this dump.
    const { stderr } = await shell(lineWith('parallel').replace('10M', '30k'));
    expect(stderr).toBe('');
    expect(answers(readFileSync(folder.at('judged.ndjson'), 'utf8'))).toEqual(whole);
  });

  it('is judged as an engine pipes it: each partition to a program of its own', async () => {
    const command = /\.pipe\("([^"]+)"\)/.exec(lineWith('.pipe('))?.[1] ?? '';
    const partitions = [lines.slice(0, 50), lines.slice(50)];
    const parts = await Promise.all(
      partitions.map(async (part, index) => {
        folder.write(`part-${index}`, part.map((line) => `${line}\n`).join(''));
        return (await shell(`${command} < part-${index}`)).stdout;
      }),
    );
    expect(parts.flatMap(answers)).toEqual(whole);
  });
});
