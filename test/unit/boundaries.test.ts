import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../shared/index.ts';
import { generated } from '../tools/generate/main.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Metafile {
  readonly outputs: Readonly<
    Record<
      string,
      {
        readonly entryPoint?: string;
        readonly inputs: Readonly<Record<string, unknown>>;
        readonly imports: readonly { path: string; kind: string; external?: boolean }[];
      }
    >
  >;
}
const meta = (name: string): Metafile =>
  JSON.parse(readFileSync(path.join(root, `dist/meta/${name}.json`), 'utf8')) as Metafile;
const inputs = (name: string): string[] =>
  Object.values(meta(name).outputs).flatMap((output) => Object.keys(output.inputs));
/** What is loaded when an entry point is: its file and the chunks that it imports at once. */
function loaded(name: string, entry: string): { readonly files: string[]; readonly inputs: string[] } {
  const { outputs } = meta(name);
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file) || outputs[file] === undefined) return;
    files.add(file);
    for (const { path: next, kind } of outputs[file].imports) if (kind === 'import-statement') add(next);
  };
  add(entry);
  return {
    files: [...files],
    inputs: [...files].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {})),
  };
}
const externals = (name: string): string[] =>
  Object.values(meta(name).outputs).flatMap((output) =>
    output.imports.filter((each) => each.external === true).map((each) => each.path),
  );

describe('what was shipped', () => {
  it('keeps client and server apart', () => {
    for (const name of ['core', 'server', 'cli', 'worker'])
      expect(inputs(name).filter((file) => file.startsWith('client/') || file.startsWith('test/'))).toEqual(
        [],
      );
  });
  it('needs nothing but Node in the server and the command line', () => {
    for (const name of ['server', 'cli'])
      expect(externals(name).filter((each) => !/^(node:)?[a-z_/]+$/.test(each))).toEqual([]);
  });
  it('needs nothing at all in the worker, and has no command line in it', () => {
    expect(externals('worker')).toEqual([]);
    expect(externals('core')).toEqual([]);
    expect(
      inputs('worker').filter((file) => /\/(cli|mcp)\/|commander|modelcontextprotocol/.test(file)),
    ).toEqual([]);
  });
  it('has the protocol for agents only where agents are served', () => {
    const ofAgents = (file: string): boolean =>
      /^server\/mcp\/|node_modules\/(@modelcontextprotocol|zod|@cfworker)\//.test(file);
    expect(loaded('server', 'dist/server/mcp.mjs').inputs.some(ofAgents)).toBe(true);
    expect(loaded('server', 'dist/server/main.mjs').inputs.filter(ofAgents)).toEqual([]);
    for (const name of ['worker', 'client']) expect(inputs(name).filter(ofAgents)).toEqual([]);
    // The command line comes to it only when it is asked for.
    expect(inputs('cli').some(ofAgents)).toBe(true);
    expect(Object.keys(meta('cli').outputs)).toContain('dist/cli/posting-lens.mjs');
    for (const [file, { entryPoint }] of Object.entries(meta('cli').outputs))
      if (entryPoint !== undefined && !entryPoint.startsWith('server/mcp/'))
        expect(loaded('cli', file).inputs.filter(ofAgents), entryPoint).toEqual([]);
  });
  it.each(['client', 'webClient'])(
    'gives the %s of the core the taxonomy, the sniffing, the sentences and the protocol, and only VS Code from outside',
    (name) => {
      const core = inputs(name).filter((file) => file.startsWith('shared/'));
      expect(
        core.filter(
          (file) =>
            !/^shared\/(taxonomy\/|sniff\.ts|say\.ts|inEnglish\.ts|inert\.ts|protocol\.ts)/.test(file),
        ),
      ).toEqual([]);
      expect(core.some((file) => file.startsWith('shared/taxonomy/'))).toBe(true);
      expect(inputs(name).filter((file) => /^(server|test)\//.test(file))).toEqual([]);
      const node = name === 'client' ? /^(node:)?[a-z_/]+$|^\.\/startNode\.cjs$/ : /^vscode$/;
      expect(externals(name).filter((each) => each !== 'vscode' && !node.test(each))).toEqual([]);
    },
  );
  it('has nothing for Node in what a browser loads', () => {
    for (const name of ['webClient', 'core', 'worker'])
      expect(inputs(name).filter((file) => /\/lib\/node\/|[./]node\.ts$|Node\.ts$/.test(file))).toEqual([]);
  });
  it('starts without the language client, which is in a file of its own', () => {
    const entry = Object.keys(meta('client').outputs['dist/client/extension.cjs']?.inputs ?? {});
    expect(entry).toContain('client/activation.ts');
    expect(entry.filter((file) => /node_modules|startNode/.test(file))).toEqual([]);
    expect(inputs('client').some((file) => file.includes('vscode-languageclient'))).toBe(true);
  });
  it('has the page of every rule, for diagnostics to point at', () => {
    for (const { id } of rules)
      expect(readFileSync(path.join(root, `dist/rules/${id}.md`), 'utf8')).toBe(
        readFileSync(path.join(root, `shared/rules/${id}/rule.md`), 'utf8'),
      );
  });
  it('keeps its size', () => {
    // Bytes; a growth beyond these is a decision, to be told in the commit. Configuration took 32 KB, 11 of them the parser
    // of JSON with comments, and 6 more when fixes write into configuration files; rules, suppression and completion took 40 KB more,
    // texts as whole sentences and tools for agents 4 KB; what a mention of the title stands in, neighbours of a title's words,
    // texts about jobs, and others' work 16 KB.
    const size = (name: string): number => statSync(path.join(root, 'dist/server', name)).size;
    const loadedSize = loaded('server', 'dist/server/main.mjs').files.reduce(
      (sum, file) => sum + statSync(path.join(root, file)).size,
      size('core.js'),
    );
    expect(loadedSize).toBeLessThan(815 * 1024);
    expect(size('worker.js')).toBeLessThan(size('core.js') / 2);
  });
});

describe('the source', () => {
  it('names our two roles in the taxonomy only', () => {
    const places = ['*.ts', ':!shared/taxonomy', ':!test'];
    const named = spawnSync('git', ['grep', '-iE', 'social.?media|community.?manag', '--', ...places], {
      cwd: root,
      encoding: 'utf8',
    });
    // 1 is git's word for nothing found; it says other numbers when it cannot look.
    expect([named.stdout, named.stderr, named.status]).toEqual(['', '', 1]);
  });
  it('is generated afresh', async () => {
    for (const [file, content] of await generated()) expect(readFileSync(file, 'utf8'), file).toBe(content);
  });
});
