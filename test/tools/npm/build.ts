/**
 * Assembles the npm package in `dist/npm` from the bundles, which must have been made: the library, the command line and
 * what both need. `--api` renews the report of what the library exports, too.
 */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shippedPackages, thirdPartyNotices } from '../package/notices.ts';
import { writeTypes } from './types.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const target = path.join(root, 'dist/npm');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly keywords: readonly string[];
}
const { name, version, license, keywords } = JSON.parse(read('package.json')) as Manifest;
// What VS Code shows as the extension's description.
const { description } = JSON.parse(read('package.nls.json')) as { readonly description: string };

/** Everything is bundled: nothing is installed beside it, and it judges with the very versions it was measured with. */
const manifest = {
  name,
  version,
  description,
  keywords,
  license,
  type: 'module',
  engines: { node: '>=20' },
  sideEffects: false,
  bin: { [name]: 'cli/posting-lens.mjs' },
  types: './index.d.ts',
  exports: {
    '.': { types: './index.d.ts', default: './index.js' },
    './schemas/posting-lens.schema.json': './schemas/posting-lens.schema.json',
    './schemas/taxonomy.schema.json': './schemas/taxonomy.schema.json',
    './rules/*.md': './rules/*.md',
    './package.json': './package.json',
  },
};

if (!existsSync(path.join(target, 'index.js')))
  throw new Error('The bundles are missing: run `npm run build`.');
const copies = {
  'dist/cli': 'cli',
  'dist/rules': 'rules',
  'dist/l10n': 'l10n',
  'shared/configuration/posting-lens.schema.json': 'schemas/posting-lens.schema.json',
  'shared/taxonomy/taxonomy.schema.json': 'schemas/taxonomy.schema.json',
  'shared/README.md': 'README.md',
  LICENSE: 'LICENSE',
};
for (const [from, to] of Object.entries(copies))
  cpSync(path.join(root, from), path.join(target, to), { recursive: true });
writeFileSync(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
const shipped = shippedPackages(root, (output) => /^dist\/(?:npm|cli)\//.test(output));
writeFileSync(path.join(target, 'ThirdPartyNotices.txt'), thirdPartyNotices(shipped));
writeTypes(path.join(target, 'index.d.ts'), process.argv.includes('--api'));
