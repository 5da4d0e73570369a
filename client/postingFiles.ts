import {
  type CancellationToken,
  FileType,
  RelativePattern,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import { sniff } from '../shared/sniff.ts';
import { extensions, isCandidate, namedPosting } from './selector.ts';

/** Folders of other people's files, and of what builds make. */
const elsewhere = [
  ...['node_modules', 'bower_components', 'vendor'],
  ...['.git', '.hg', '.svn', 'dist', 'out', 'build', 'target'],
];

const endings = new RegExp(`\\.(?:${extensions.join('|')})$`);

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
  const folders = workspace.workspaceFolders ?? [];
  const found = (await Promise.all(folders.map((folder) => filesIn(folder, token)))).flat();
  const uris = [...new Set([...open, ...found.map((uri) => uri.toString())])].sort();
  for (const [index, written] of uris.entries()) {
    if (token.isCancellationRequested) return;
    const uri = Uri.parse(written);
    const text = open.has(written) ? null : await readPosting(uri);
    if (text !== undefined) yield { uri, text };
    report(index + 1, uris.length);
  }
}

/** File systems with a search of files. Where there is none, VS Code waits for one and does not say so. */
const searched = ['file', 'vscode-remote', 'vscode-vfs'];

/** A folder's files that a format reads, by VS Code's search where there is one, else by a walk. */
async function filesIn(folder: WorkspaceFolder, token: CancellationToken): Promise<Uri[]> {
  if (!searched.includes(folder.uri.scheme)) return walk(folder.uri, token);
  const pattern = new RelativePattern(folder, `**/*.{${extensions.join(',')}}`);
  return workspace.findFiles(pattern, `**/{${elsewhere.join(',')}}/**`, undefined, token);
}

async function walk(folder: Uri, token: CancellationToken): Promise<Uri[]> {
  const found: Uri[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined && !token.isCancellationRequested; next = folders.pop())
    for (const [name, type] of await entriesOf(next)) {
      const uri = Uri.joinPath(next, name);
      // A link to a folder, which has both flags, may lead around in circles.
      if (type === FileType.Directory && !elsewhere.includes(name)) folders.push(uri);
      else if ((type & FileType.File) !== 0 && endings.test(name)) found.push(uri);
    }
  return found;
}

/** What a folder holds; nothing where it cannot be read. */
async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
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
