import { build, type BuildOptions } from 'esbuild';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'out/bench');

/** The programs of a server: for Node, and for a worker. */
export interface Programs {
  readonly node: string;
  /** Scripts, in the order in which they are loaded. */
  readonly worker: readonly string[];
}

/** What is shipped. */
export const ours: Programs = {
  node: path.join(root, 'dist/server/main.mjs'),
  worker: ['core.js', 'worker.js'].map((name) => path.join(root, 'dist/server', name)),
};

/** A server that does nothing. */
export const nothing: Programs = {
  node: path.join(folder, 'null.mjs'),
  worker: [path.join(folder, 'null.worker.js')],
};

/** Bundles the server that does nothing as ours is bundled. */
export async function buildNullServer(): Promise<void> {
  const common: BuildOptions = {
    bundle: true,
    minify: true,
    legalComments: 'none',
    mainFields: ['module', 'main'],
  };
  const here = (name: string): string[] => [path.join(import.meta.dirname, name)];
  await build({
    ...common,
    entryPoints: here('nullServer.node.ts'),
    outfile: nothing.node,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  await build({
    ...common,
    entryPoints: here('nullServer.browser.ts'),
    outfile: path.join(folder, 'null.worker.js'),
    platform: 'browser',
    target: 'es2023',
    format: 'iife',
  });
}
