import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { formats } from '../../shared/index.ts';

export interface InputFile {
  /** As results name it: relative to the working directory, with forward slashes. */
  readonly path: string;
  /** Named on the command line: always in the results. */
  readonly named: boolean;
}

export interface Inputs {
  readonly files: readonly InputFile[];
  /** Paths that do not exist or patterns that match nothing, as messages. */
  readonly problems: readonly string[];
}

const endings = formats.flatMap((format) => format.extensions);
const passedOver = ['**/node_modules/**', '**/.git/**'];

async function kindOf(target: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(target)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

const slashed = (target: string): string => target.split(path.sep).join('/');

/** Files that paths, folders and globs of the command line stand for, each once, in a stable order. */
export async function expand(targets: readonly string[]): Promise<Inputs> {
  const files = new Map<string, InputFile>();
  const problems: string[] = [];
  const add = (file: string, named: boolean): void => {
    const relative = slashed(path.relative('.', file)) || slashed(file);
    const known = files.get(relative);
    files.set(relative, { path: relative, named: named || (known?.named ?? false) });
  };
  for (const target of targets) {
    const kind = await kindOf(target);
    if (kind === 'file') add(target, true);
    else if (kind === 'folder') {
      const found = await glob(['**/*'], {
        cwd: target,
        ignore: passedOver,
        followSymbolicLinks: false,
      });
      for (const file of found.sort())
        if (endings.some((ending) => file.toLowerCase().endsWith(ending)))
          add(path.join(target, file), false);
    } else if (isDynamicPattern(target)) {
      const found = await glob([slashed(target)], { ignore: passedOver });
      if (found.length === 0) problems.push(`No file matches ${target}.`);
      for (const file of found.sort()) add(file, true);
    } else {
      problems.push(`${target} does not exist.`);
    }
  }
  return { files: [...files.values()], problems };
}

export type Content = { readonly text: string } | { readonly tooLarge: true } | { readonly error: string };

/** UTF-8 takes no more than three bytes for a UTF-16 unit: so many bytes are longer than the limit, whatever they say. */
const tooManyBytes = (bytes: number, maxLength: number): boolean => bytes > 3 * maxLength + 3;

/** A file's text. A file whose size says that it is above the limit is not opened. */
export async function readText(file: string, maxLength: number): Promise<Content> {
  try {
    const { size } = await stat(file);
    if (tooManyBytes(size, maxLength)) return { tooLarge: true };
    return decode(await readFile(file));
  } catch (error) {
    return { error: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Bytes as UTF-8 (or UTF-16 with a byte order mark); anything else is said to be no text. */
export function decode(bytes: Uint8Array): Content {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  try {
    return { text: new TextDecoder(wide ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { error: 'it is not text in UTF-8' };
  }
}

/** All of a stream. What is above the limit is taken, so that no writer breaks off, and not kept. */
export async function readStream(input: AsyncIterable<unknown>, maxLength: number): Promise<Content> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (tooManyBytes(size, maxLength)) chunks.length = 0;
    else chunks.push(bytes);
  }
  return tooManyBytes(size, maxLength) ? { tooLarge: true } : decode(Buffer.concat(chunks));
}
