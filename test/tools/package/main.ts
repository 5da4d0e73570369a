/**
 * Packs the extension for VS Code.
 * @remarks Run by `npm run package`, after the build. Takes where to write (else `out/`) and another version than package.json's.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { makeVsix, packed } from './vsix.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};
const file = path.resolve(process.argv[2] ?? path.join(root, `out/${name}-${version}.vsix`));

await makeVsix(root, file, process.argv[3]);
for (const { path: inside, size } of await packed(file))
  console.log(`${String(size).padStart(8)}  ${inside}`);
console.log(`${String(statSync(file).size).padStart(8)}  ${path.relative(process.cwd(), file)}`);
