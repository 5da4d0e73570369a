import { type TextDocument, workspace } from 'vscode';

/** Languages that a format reads; the manifest's `onLanguage` events name the same. */
export const languages = ['markdown', 'plaintext', 'job-posting', 'html', 'json', 'jsonc', 'yaml'] as const;

/**
 * Where documents that people write live: the usual places, and the file systems of the workspace's folders, whoever
 * provides them. Git, diff and output views are not among them.
 */
function schemes(): string[] {
  const usual = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-userdata-untitled'];
  const folders = workspace.workspaceFolders?.map(({ uri }) => uri.scheme) ?? [];
  return [...new Set([...usual, ...folders])];
}

/** What is ours to judge, as the workspace's folders are now. */
export function selector(): { language: string; scheme: string }[] {
  return languages.flatMap((language) => schemes().map((scheme) => ({ language, scheme })));
}

/** Whether a document is one that could be judged. */
export function isCandidate(document: TextDocument): boolean {
  const { languageId, uri } = document;
  return languages.some((language) => language === languageId) && schemes().includes(uri.scheme);
}

/** Endings of the files that a format reads, without the dot. */
export const extensions = [
  ...['md', 'markdown', 'mdown'],
  ...['txt', 'text'],
  ...['posting', 'jobposting'],
  ...['html', 'htm', 'xhtml'],
  ...['json', 'jsonld', 'jsonc'],
  ...['yaml', 'yml'],
] as const;

/** File names that say "posting" before any text is read. */
export const namedPosting = /\.(?:posting|job)\.md$|\.(?:posting|jobposting)$/i;
