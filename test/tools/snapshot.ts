/**
 * Keeps what is said of the corpus, so that a change that is to make things faster can be proven to change nothing:
 * diagnostics and verdicts to the letter, numbers to 1e-9. Our own documents are kept in git, and a test compares them;
 * those of ../shared/data in `out/`.
 *
 *   npm run snapshot -- --write    keeps what is said now
 *   npm run snapshot -- --check    compares
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPostingLens } from '../../shared/index.ts';
import { shelfIsHere } from '../support/shelf.ts';
import {
  differs,
  ownSnapshots,
  ownSnapshotsFile,
  readSnapshots,
  shelfDocuments,
  type Snapshot,
  snapshotOf,
  written,
} from '../support/snapshot.ts';

const shelfFile = path.resolve(import.meta.dirname, '../../out/snapshot.tsv');
const write = process.argv.includes('--write');

/** Whether they read as postings, and all as if they did. */
function shelfSnapshots(): Map<string, Snapshot> {
  const lens = createPostingLens();
  const all = new Map<string, Snapshot>();
  for (const document of shelfDocuments())
    for (const always of [false, true])
      all.set(`${document.name}${always ? '!' : ''}`, snapshotOf(document, lens, always));
  return all;
}

function compare(file: string, now: ReadonlyMap<string, Snapshot>): void {
  if (write) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, [...now].map(([name, each]) => `${written(name, each)}\n`).join(''));
    console.log(`${now.size} kept in ${file}`);
    return;
  }
  if (!existsSync(file)) {
    console.log(`SKIPPED: ${file} is not here; write it at the commit to compare with.`);
    return;
  }
  const before = readSnapshots(readFileSync(file, 'utf8'));
  const wrong = [...now].flatMap(([name, each]) => {
    const known = before.get(name);
    const difference = known === undefined ? 'is new' : differs(known, each);
    return difference === null ? [] : [`${name} ${difference}`];
  });
  console.log(`${now.size - wrong.length} of ${now.size} the same as in ${file}`);
  if (wrong.length === 0) return;
  console.error(wrong.slice(0, 20).join('\n'));
  process.exitCode = 1;
}

compare(ownSnapshotsFile, ownSnapshots());
if (shelfIsHere) compare(shelfFile, shelfSnapshots());
