import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Something that checks prose, too. */
export interface Peer {
  readonly name: string;
  readonly check: (text: string) => unknown;
}

const folder = import.meta.dirname;

/** The peers, fetched from npm where they are not here yet; null, with a line that says so, where that cannot be done. */
export async function loadPeers(): Promise<readonly Peer[] | null> {
  try {
    if (!existsSync(path.join(folder, 'node_modules')))
      execFileSync('npm', ['ci', '--silent', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
    const { peers } = (await import(path.join(folder, 'peers.mjs'))) as { peers: readonly Peer[] };
    return peers;
  } catch (error) {
    console.warn(`SKIPPED: the peers could not be fetched (${String(error)}).`);
    return null;
  }
}
