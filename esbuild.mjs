// Makes every bundle. `--watch` keeps them fresh.
import { build, context } from 'esbuild';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const watch = process.argv.includes('--watch');

/** The Lezer parsers carry a library that colours text in an editor of their own. Nothing here is coloured by it: 5 KB less. */
const withoutColours = {
  name: 'without-colours',
  setup(build) {
    build.onResolve({ filter: /^@lezer\/highlight$/ }, () => ({
      path: 'highlight',
      namespace: 'without-colours',
    }));
    build.onLoad({ filter: /.*/, namespace: 'without-colours' }, () => ({
      contents: `const tag = new Proxy(() => tag, { get: () => tag });
export const tags = tag;
export const Tag = tag;
export const styleTags = () => () => null;`,
    }));
  },
};

const common = {
  // Packages that say only in the old way that they are modules, too.
  mainFields: ['module', 'main'],
  plugins: [withoutColours],
  // Its main file hides what it requires from bundlers.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  bundle: true,
  minify: true,
  sourcemap: false,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { POSTING_LENS_VERSION: JSON.stringify(version) },
};
// Packages in CommonJS ask for `require` even inside a module.
const require =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
const node = { ...common, platform: 'node', target: 'node20', format: 'esm', banner: { js: require } };

export const bundles = {
  server: { ...node, entryPoints: ['server/main.node.ts'], outfile: 'dist/server/main.mjs' },
  cli: {
    ...node,
    entryPoints: { 'posting-lens': 'server/cli/main.ts', worker: 'server/cli/worker.ts' },
    outdir: 'dist/cli',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: 'chunk-[hash]',
    banner: { js: require },
  },
  client: {
    ...common,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/main.node.ts'],
    outfile: 'dist/client/extension.cjs',
  },
  worker: {
    ...common,
    platform: 'browser',
    target: 'es2023',
    format: 'iife',
    entryPoints: ['server/main.browser.ts'],
    outfile: 'dist/server/worker.js',
  },
  // For the programs of others: readable, and nothing in it that only one kind of host has.
  library: {
    ...common,
    minify: false,
    platform: 'neutral',
    target: 'es2023',
    format: 'esm',
    entryPoints: ['shared/library.ts'],
    outfile: 'dist/npm/index.js',
  },
};

/** The extension tests, for VS Code's own module loader. */
const tests = {
  ...common,
  minify: false,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  entryPoints: ['test/vscode/suite/index.ts'],
  outfile: 'out/vscode-tests/index.cjs',
};

/** The page of each rule, beside the bundles, so that links open offline. */
function copyRulePages() {
  mkdirSync('dist/rules', { recursive: true });
  for (const id of readdirSync('shared/rules'))
    if (existsSync(`shared/rules/${id}/rule.md`)) cpSync(`shared/rules/${id}/rule.md`, `dist/rules/${id}.md`);
}

if (process.argv.includes('--tests')) {
  await build(tests);
  process.exit();
}
if (!watch) rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/meta', { recursive: true });
copyRulePages();
for (const [name, options] of Object.entries(bundles)) {
  if (watch) await (await context(options)).watch();
  else {
    const { metafile } = await build(options);
    writeFileSync(`dist/meta/${name}.json`, JSON.stringify(metafile));
  }
}
