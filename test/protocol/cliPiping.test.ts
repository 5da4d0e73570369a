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

/** The lines in a shell that the page shows together, by words that they have. */
function blockWith(words: string): string {
  const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, lines = '']) => lines);
  const found = blocks.find((lines) => lines.includes(words));
  if (found === undefined) throw new Error(`The page shows nothing with ${words}.`);
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

  it('goes on where a run was cut off, wherever that was', async () => {
    const two = fixture('fixtures/several/careers.md');
    const texts = [two, postings[0], postings[1], two, postings[1]];
    const input = texts.map((text, id) => `${JSON.stringify({ id, text, format: 'markdown' })}\n`);
    folder.write('odd.ndjson', `${input.slice(0, 2).join('')}\n \t\r\n{\n${input.slice(2).join('')}\n`);
    const all = (await shell('posting-lens check - --stdin-format ndjson < odd.ndjson')).stdout;
    const answered = answers(all);
    expect(answered.length).toBeGreaterThan(texts.length + 2);
    expect(answered.filter((line) => line.startsWith('{"line":5,'))).toHaveLength(1);
    const after = (count: number): number => answered.slice(0, count).join('\n').length;
    // Nothing, a line answered in part, whole lines, half an answer, and all.
    for (const cut of [0, after(1), after(3), after(4) + 40, all.length]) {
      folder.write('judged.ndjson', all.slice(0, cut));
      const { stderr } = await shell(blockWith('kept.ndjson').replace('dump.ndjson', 'odd.ndjson'));
      expect(stderr).not.toContain('awk');
      expect(folder.read('kept.ndjson'), `cut at ${cut}`).toBe(all);
    }
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
