import { randomBytes } from 'node:crypto';
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts new bytes in the place of a file's, all of them or none: they are written beside it, and the new file then takes
 * the old one's name and keeps its permissions and, where the system allows it, its owner. A link is followed.
 * @param before what was read of the file
 * @returns why the file was left as it is, as a sentence; null where it was written
 */
export async function replaceFile(
  file: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<string | null> {
  let temporary: string | null = null;
  try {
    const target = await realpath(file);
    // A file that may only be read is meant to stay as it is, even where its folder would let us put another there.
    await access(target, constants.W_OK);
    const { mode, uid, gid } = await stat(target);
    const beside = path.join(
      path.dirname(target),
      `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`,
    );
    const handle = await open(beside, 'wx', mode);
    temporary = beside;
    try {
      await handle.writeFile(after);
      await handle.chown(uid, gid).catch(() => undefined);
      await handle.chmod(mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await readFile(target)).equals(before))
      return `${file} has changed since it was read, so it was not fixed. Run the fix again.`;
    await rename(temporary, target);
    temporary = null;
    return null;
  } catch (error) {
    return `${file} was not fixed: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    if (temporary !== null) await rm(temporary, { force: true });
  }
}
