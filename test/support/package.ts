import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Folder, root } from './commandLine.ts';

/** The package as it is assembled before it is packed. */
export const assembled = path.join(root, 'dist/npm');

/** Runs npm on this machine alone: no registry, and a cache that holds nothing. */
function npm(args: readonly string[], folder: Folder): string {
  const quiet = [
    '--offline',
    '--cache',
    folder.at('empty cache'),
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  return execFileSync('npm', [...args, ...quiet], { cwd: folder.path, encoding: 'utf8' });
}

/** Packs a folder. @returns the tarball */
export function pack(source: string, folder: Folder): string {
  return folder.at(npm(['pack', source], folder).trim());
}

/** Installs a tarball in a folder that is a project with nothing else. @returns where the package is then */
export function install(tarball: string, folder: Folder): string {
  folder.write('package.json', '{ "name": "somebody", "type": "module", "private": true }');
  npm(['install', tarball], folder);
  return folder.at('node_modules/posting-lens');
}

/** The blocks of a language in a page, in order. */
export function blocksIn(page: string, language: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8');
  const fences = text.matchAll(/^```(\S+)\n([\s\S]*?)^```$/gm);
  return Array.from(fences, ([, name, block]) => (name === language ? [block ?? ''] : [])).flat();
}
