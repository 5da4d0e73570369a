// Makes every bundle. `--watch` keeps them fresh.
import { build, context } from 'esbuild';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

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

/** The parser of arguments could start other programs as commands of its own. Ours has none, and cannot get any. */
const withoutPrograms = {
  name: 'without-programs',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer)
        ? { path: 'none', namespace: 'without-programs' }
        : null,
    );
    build.onLoad({ filter: /.*/, namespace: 'without-programs' }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};

/** The protocol for agents checks schemas by a library that writes code, and takes 150 KB. It comes with a small one that reads them, too. */
const smallValidator = {
  name: 'small-validator',
  setup(build) {
    build.onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, () => ({
      path: 'shims',
      namespace: 'small-validator',
    }));
    build.onLoad({ filter: /.*/, namespace: 'small-validator' }, () => ({
      resolveDir: import.meta.dirname,
      contents: `export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker';
export { default as process } from 'node:process';`,
    }));
  },
};

/**
 * The language client is a file of its own, which is read when a posting is open: a start-up without one is five times
 * as fast as with it in the same bundle, where it costs its parsing though nothing of it is called.
 */
const languageClientLater = {
  name: 'language-client-later',
  setup(build) {
    build.onResolve({ filter: /^\.\/startNode\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './startNode.cjs', external: true } : null,
    );
  },
};

/** The core comes in a file of its own, which Node's server and the worker's load: twice, it would be a quarter of the package. */
const coreOnce = {
  name: 'core-once',
  setup(build) {
    build.onResolve({ filter: /\/shared\/index\.ts$/ }, () => ({ path: 'core', namespace: 'core-once' }));
    build.onLoad({ filter: /.*/, namespace: 'core-once' }, () => ({
      contents: 'module.exports = globalThis.postingLensCore;',
    }));
  },
};

/** The command line starts for a single posting often: it brings our patterns along as they come out of reading them. */
const patternsRead = {
  name: 'patterns-read',
  setup(build) {
    build.onLoad({ filter: /[\\/]shared[\\/]judgement[\\/]written\.ts$/ }, async () => {
      const { writtenPatterns } = await import('./shared/judgement/taxonomyIndex.ts');
      return { contents: `export const written = ${JSON.stringify(writtenPatterns())};` };
    });
  },
};

/**
 * What packages unpack while they are loaded: the grammars of YAML, JSON and TOML are unpacked when a document needs
 * them, and HTML's table of character references is unpacked here.
 */
const unpackedLate = {
  name: 'unpacked-late',
  setup(build) {
    build.onLoad(
      { filter: /[\\/](@lezer[\\/](yaml|json)|lezer-toml)[\\/]dist[\\/]index(\.es)?\.js$/ },
      ({ path: file }) => {
        const grammar = /^const parser = ([\s\S]*?^\}\));$/m;
        const text = readFileSync(file, 'utf8');
        if (!grammar.test(text)) throw new Error(`${file} does not unpack its grammar as it did.`);
        return {
          contents: text.replace(
            grammar,
            (_, unpacked) => `let unpacked;
const parser = { parse: (...given) => (unpacked ??= ${unpacked}).parse(...given) };`,
          ),
        };
      },
    );
    build.onLoad(
      { filter: /[\\/]entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/ },
      async ({ path: file }) => {
        const { htmlDecodeTree } = await import(pathToFileURL(file).href);
        const bytes = Buffer.alloc(2 * htmlDecodeTree.length);
        htmlDecodeTree.forEach((value, at) => bytes.writeUInt16LE(value, 2 * at));
        return {
          contents: `import { endianness } from 'node:os';
const bytes = Buffer.from('${bytes.toString('base64')}', 'base64');
if (endianness() === 'BE') bytes.swap16();
export const htmlDecodeTree = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);`,
        };
      },
    );
  },
};

const common = {
  // Packages that say only in the old way that they are modules, too.
  mainFields: ['module', 'main'],
  plugins: [withoutColours, withoutPrograms, smallValidator],
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
  // Loaded for its effect, a global name, it is a module to Node and a script to a worker.
  core: {
    ...common,
    platform: 'browser',
    target: ['node20', 'es2023'],
    format: 'iife',
    globalName: 'postingLensCore',
    footer: { js: 'globalThis.postingLensCore = postingLensCore;' },
    entryPoints: ['shared/index.ts'],
    outfile: 'dist/server/core.js',
  },
  server: {
    ...node,
    plugins: [...common.plugins, coreOnce],
    banner: { js: `import './core.js'; ${require}` },
    entryPoints: { main: 'server/main.node.ts', mcp: 'server/main.mcp.ts' },
    outdir: 'dist/server',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: 'chunk-[hash]',
  },
  cli: {
    ...node,
    plugins: [...common.plugins, patternsRead, unpackedLate],
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
    plugins: [...common.plugins, languageClientLater],
    // VS Code hands itself to what is required, not to what is imported.
    supported: { 'dynamic-import': false },
    entryPoints: { extension: 'client/main.node.ts', startNode: 'client/startNode.ts' },
    outdir: 'dist/client',
    outExtension: { '.js': '.cjs' },
  },
  // By `.js` VS Code would take it for a module, as the package says of its scripts, and its web worker loads none.
  webClient: {
    ...common,
    platform: 'browser',
    target: 'es2023',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/main.browser.ts'],
    outfile: 'dist/client/extension.browser.cjs',
  },
  // What the balance of the roles runs in its page: a script and a style sheet.
  webview: {
    ...common,
    platform: 'browser',
    target: 'es2023',
    format: 'iife',
    entryPoints: ['client/webview/balance.ts', 'client/webview/balance.css'],
    outdir: 'dist/client',
  },
  worker: {
    ...common,
    plugins: [...common.plugins, coreOnce],
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

/** The extension tests, for VS Code's own module loaders. In a web worker they bring the samples with them. */
const suites = { ...common, minify: false, format: 'cjs', external: ['vscode'], outdir: 'out/vscode-tests' };
const samples = () =>
  Object.fromEntries(
    readdirSync('test/samples').map((name) => [name, readFileSync(`test/samples/${name}`, 'utf8')]),
  );
const translations = () =>
  Object.fromEntries(
    readdirSync('shared/l10n').map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(`shared/l10n/${name}`, 'utf8')),
    ]),
  );
const tests = () => [
  {
    ...suites,
    platform: 'node',
    target: 'node20',
    entryPoints: ['index', 'restricted', 'translatedNode'].map((name) => `test/vscode/suite/${name}.ts`),
    outExtension: { '.js': '.cjs' },
    define: { TEST_TRANSLATIONS: JSON.stringify(translations()) },
  },
  {
    ...suites,
    platform: 'browser',
    target: 'es2023',
    entryPoints: ['test/vscode/suite/web.ts', 'test/vscode/suite/translatedWeb.ts'],
    outExtension: { '.js': '.cjs' },
    define: {
      TEST_SAMPLES: JSON.stringify(samples()),
      TEST_TRANSLATIONS: JSON.stringify(translations()),
    },
  },
];

/** The page of each rule, beside the bundles, so that links open offline. */
function copyRulePages() {
  mkdirSync('dist/rules', { recursive: true });
  for (const id of readdirSync('shared/rules'))
    if (existsSync(`shared/rules/${id}/rule.md`)) cpSync(`shared/rules/${id}/rule.md`, `dist/rules/${id}.md`);
}

/** The translations as VS Code and the server read them. What is not translated is left out: then English is said. */
function copyTranslations() {
  mkdirSync('dist/l10n', { recursive: true });
  for (const name of readdirSync('shared/l10n')) {
    const all = Object.entries(JSON.parse(readFileSync(`shared/l10n/${name}`, 'utf8')));
    const bundle = Object.fromEntries(all.filter(([, text]) => text !== ''));
    writeFileSync(`dist/l10n/bundle.l10n.${name}`, JSON.stringify(bundle));
  }
}

if (process.argv.includes('--tests')) {
  for (const suite of tests()) await build(suite);
  process.exit();
}
if (!watch) rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/meta', { recursive: true });
copyRulePages();
copyTranslations();
for (const [name, options] of Object.entries(bundles)) {
  if (watch) await (await context(options)).watch();
  else {
    const { metafile } = await build(options);
    writeFileSync(`dist/meta/${name}.json`, JSON.stringify(metafile));
  }
}
