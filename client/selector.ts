import type { TextDocument } from 'vscode';

/** Languages that a format reads; the manifest's `onLanguage` events name the same. */
export const languages = ['markdown', 'plaintext', 'job-posting', 'html', 'json', 'jsonc', 'yaml'] as const;

/** Where documents that people write live; git, diff and output views are not among them. */
const schemes = [
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  'vscode-userdata-untitled',
  'tmp',
] as const;

export const selector: { language: string; scheme: string }[] = languages.flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
);

/** Whether a document is one that could be judged. */
export function isCandidate(document: TextDocument): boolean {
  const { languageId, uri } = document;
  return (
    languages.some((language) => language === languageId) && schemes.some((scheme) => scheme === uri.scheme)
  );
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
