import { stat } from 'node:fs/promises';
import path from 'node:path';
import { formats } from '../../shared/index.ts';

export interface InputFile {
  /** As results name it: relative to the working directory, with forward slashes. */
  readonly path: string;
  /** Named on the command line: always in the results. */
  readonly named: boolean;
}

const endings = formats.flatMap((format) => format.extensions);

async function kindOf(target: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(target)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

const slashed = (target: string): string => target.split(path.sep).join('/');
const shown = (file: string): string => slashed(path.relative('.', file)) || slashed(file);

interface Target {
  readonly folder: string | null;
  readonly files: readonly string[];
}

/** What a path or pattern of the command line stands for; a message where it stands for nothing. */
async function resolveTarget(target: string): Promise<Target | string> {
  const kind = await kindOf(target);
  if (kind === 'file') return { folder: null, files: [shown(target)] };
  if (kind === 'folder') return { folder: target, files: [] };
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(target)) return `${target} does not exist.`;
  const found = await glob([slashed(target)], {
    ignore: ['**/node_modules/**', '**/.git/**'],
    followSymbolicLinks: false,
  });
  return found.length === 0 ? `No file matches ${target}.` : { folder: null, files: found.sort().map(shown) };
}

/**
 * Files that paths, folders and globs of the command line stand for, each once, in a stable order. Folders are walked
 * while the files are taken, so that nothing is held of them.
 * @param complain told of what does not exist or cannot be looked into
 */
export async function* expand(
  targets: readonly string[],
  complain: (message: string) => void,
): AsyncGenerator<InputFile> {
  const resolved: Target[] = [];
  for (const target of targets) {
    const found = await resolveTarget(target);
    if (typeof found === 'string') complain(found);
    else resolved.push(found);
  }
  const named = new Set(resolved.flatMap(({ files }) => files));
  // One folder by itself has each file once; only what may meet is remembered.
  const seen = resolved.length > 1 ? new Set<string>() : null;
  const fresh = (file: string): boolean => {
    if (seen === null) return true;
    const known = seen.has(file);
    seen.add(file);
    return !known;
  };
  for (const { folder, files } of resolved) {
    for (const file of files) if (fresh(file)) yield { path: file, named: true };
    if (folder === null) continue;
    const { findFiles } = await import('./findFiles.ts');
    for await (const found of findFiles(folder)) {
      if (found.problem !== undefined) complain(found.problem);
      else if (endings.some((ending) => found.path.toLowerCase().endsWith(ending))) {
        const file = shown(found.path);
        if (fresh(file)) yield { path: file, named: named.has(file) };
      }
    }
  }
}
