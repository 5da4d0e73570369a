import { type CancellationToken, type Uri, Uri as Uris, workspace } from 'vscode';
import { sniff } from '../shared/sniff.ts';
import { extensions, isCandidate, namedPosting } from './selector.ts';

/** Folders of other people's files, and of what builds make. */
const elsewhere = '**/{node_modules,bower_components,vendor,.git,.hg,.svn,dist,out,build,target}/**';

/** Files beyond this are no postings; in bytes. */
const mostBytes = 1024 * 1024;

/** A file that may hold a posting. */
export interface PostingFile {
  readonly uri: Uri;
  /** Null for a document that is open: its newest text is with the server. */
  readonly text: string | null;
}

/**
 * All documents, open or in the workspace's folders, that may be postings, one after the other.
 * @param report how many files were looked at, of how many
 */
export async function* postingFiles(
  token: CancellationToken,
  report: (done: number, all: number) => void,
): AsyncGenerator<PostingFile> {
  const open = new Set(workspace.textDocuments.filter(isCandidate).map(({ uri }) => uri.toString()));
  const found = await workspace.findFiles(`**/*.{${extensions.join(',')}}`, elsewhere, undefined, token);
  const uris = [...new Set([...open, ...found.map((uri) => uri.toString())])].sort();
  for (const [index, written] of uris.entries()) {
    if (token.isCancellationRequested) return;
    const uri = Uris.parse(written);
    const text = open.has(written) ? null : await readPosting(uri);
    if (text !== undefined) yield { uri, text };
    report(index + 1, uris.length);
  }
}

/** The text of a file that may be a posting. */
async function readPosting(uri: Uri): Promise<string | undefined> {
  try {
    if ((await workspace.fs.stat(uri)).size > mostBytes) return undefined;
    const text = await workspace.decode(await workspace.fs.readFile(uri), { uri });
    const ending = uri.path.slice(uri.path.lastIndexOf('.') + 1);
    return namedPosting.test(uri.path) || sniff(text, ending) ? text : undefined;
  } catch {
    // Gone meanwhile, not ours to read, or no text.
    return undefined;
  }
}
