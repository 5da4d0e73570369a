import type { Dirent } from 'node:fs';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The patterns of one `.gitignore`, and the folder that they are relative to. */
interface Patterns {
  readonly folder: string;
  readonly patterns: Ignore;
}

export interface FoundFile {
  /** The folder that was walked, joined with the way to the file. */
  readonly path: string;
  /** Set where a folder could not be looked into; then `path` is the folder. */
  readonly problem?: string;
}

const slashed = (file: string): string => file.split(path.sep).join('/');

async function patternsIn(folder: string, file = '.gitignore'): Promise<Patterns[]> {
  try {
    const patterns = ignore().add(await readFile(path.join(folder, file), 'utf8'));
    return [{ folder, patterns }];
  } catch {
    return [];
  }
}

/** Whether git would pass over it: the nearest `.gitignore` that says anything decides. @param file absolute */
function isIgnored(file: string, isFolder: boolean, chain: readonly Patterns[]): boolean {
  for (const { folder, patterns } of chain) {
    const relative = slashed(path.relative(folder, file));
    // No pattern is about the folder that it stands in.
    if (relative === '') continue;
    const { ignored, unignored } = patterns.test(relative + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** The patterns that hold for a folder from the repository above it, the nearest first. */
async function patternsAbove(folder: string): Promise<readonly Patterns[]> {
  const above: string[] = [];
  for (let at = folder; ; at = path.dirname(at)) {
    if (at !== folder) above.push(at);
    if (existsSync(path.join(at, '.git'))) {
      const chain = await Promise.all(above.map((each) => patternsIn(each)));
      return [...chain.flat(), ...(await patternsIn(at, '.git/info/exclude'))];
    }
    // No repository: only what lies in the folder itself counts.
    if (at === path.dirname(at)) return [];
  }
}

/** What an entry is when links to files are followed. Links to folders are not: they may lead in circles. */
async function kindOf(entry: Dirent, file: string): Promise<'file' | 'folder' | null> {
  if (entry.isDirectory()) return 'folder';
  if (entry.isFile()) return 'file';
  if (!entry.isSymbolicLink()) return null;
  try {
    return (await stat(file)).isFile() ? 'file' : null;
  } catch {
    return null;
  }
}

/**
 * The files in a folder and below, in the order of their paths, without hidden ones, `node_modules` and what git ignores.
 * What the folder itself is ignored by does not count: it was asked for.
 */
export async function* findFiles(folder: string): AsyncGenerator<FoundFile> {
  const absolute = path.resolve(folder);
  const above = await patternsAbove(absolute);
  yield* walk(folder, absolute, isIgnored(absolute, true, above) ? [] : above);
}

async function* walk(
  folder: string,
  absolute: string,
  above: readonly Patterns[],
): AsyncGenerator<FoundFile> {
  let entries: Dirent[];
  try {
    entries = await readdir(absolute, { withFileTypes: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield { path: folder, problem: `${slashed(folder)} cannot be looked into: ${reason}` };
    return;
  }
  const chain = [...(await patternsIn(absolute)), ...above];
  const keyed = entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .map((entry) => ({ entry, key: entry.isDirectory() ? `${entry.name}/` : entry.name }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { entry } of keyed) {
    const file = path.join(absolute, entry.name);
    const kind = await kindOf(entry, file);
    if (kind === null || isIgnored(file, kind === 'folder', chain)) continue;
    const found = path.join(folder, entry.name);
    if (kind === 'folder') yield* walk(found, file, chain);
    else yield { path: found };
  }
}
