import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { openPromise } from 'yauzl';
import { stage } from './stage.ts';

/** A file in a package. */
export interface Packed {
  readonly path: string;
  /** Bytes, compressed. */
  readonly size: number;
}

/** When the last commit was made, in seconds: the time of every file in the package, so that the same source gives the same bytes. */
function timeOfCommit(root: string): string {
  return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim();
}

/**
 * Packs the extension as it is built in `dist`.
 * @param root the checkout
 * @param file where the package goes, absolute
 * @param version another than that of package.json
 */
export async function makeVsix(root: string, file: string, version?: string): Promise<void> {
  process.env['SOURCE_DATE_EPOCH'] ??= timeOfCommit(root);
  // Archives hold local time.
  process.env['TZ'] = 'UTC';
  const folder = mkdtempSync(path.join(tmpdir(), 'posting-lens-package-'));
  try {
    stage(root, folder);
    mkdirSync(path.dirname(file), { recursive: true });
    await createVSIX({
      ...{ cwd: folder, packagePath: file, dependencies: false, allowMissingRepository: true },
      ...(version === undefined ? {} : { version, updatePackageJson: false }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a package holds, in its order. */
export async function packed(file: string): Promise<Packed[]> {
  const zip = await openPromise(file);
  const entries: Packed[] = [];
  for await (const entry of zip.eachEntry())
    entries.push({ path: entry.fileName, size: entry.compressedSize });
  return entries;
}
