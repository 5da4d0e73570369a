import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from '../shared/index.ts';

/** More than the core reads of a configuration: it says then that the file is too long. */
const mostBytes = 2 ** 20;

/** Whether a file lies in a folder, by their paths, or is it. */
export function isBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/**
 * The text of a file that a configuration names.
 * @param root the folder that it must lie in when all links are followed
 * @param most bytes; what comes after them is left out
 * @returns null where there is no such file, or it cannot be read
 */
export async function readBelow(file: string, root: string, most = mostBytes): Promise<string | null> {
  try {
    const real = await realpath(file);
    if (!isBelow(real, await realpath(root))) return null;
    const handle = await open(real);
    try {
      const stat = await handle.stat();
      if (!stat.isFile()) return null;
      const length = Math.min(stat.size, most);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

/** The same for URIs. */
export async function readUriBelow(uri: string, root: string, most?: number): Promise<string | null> {
  return readBelow(fileURLToPath(uri), fileURLToPath(root), most);
}

/** As the core names files: absolute, with forward slashes, `/C:/…` on Windows. */
export function corePath(file: string): string {
  const slashed = path.resolve(file).split(path.sep).join('/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}

/** As Node names them. */
export const nativePath = (file: string): string => (path.sep === '/' ? file : file.slice(1));

/** How configurations come to the files that they name. */
export const files: Files = { read: (file, root) => readBelow(nativePath(file), nativePath(root)) };
