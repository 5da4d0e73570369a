import { TextDocument } from 'vscode-languageserver-textdocument';
import { findingsInFile, type LoadedConfiguration } from '../shared/index.ts';

/**
 * What could not be used of the configuration files that were read: a line each, with its place.
 * @param nameOf what people know a file by
 */
export function misconfigured(
  { files }: Pick<LoadedConfiguration, 'files'>,
  nameOf: (path: string) => string,
): string[] {
  return files.flatMap((file) => {
    const document = TextDocument.create('', '', 0, file.text);
    return findingsInFile(file).map(({ span, message }) => {
      const { line, character } = document.positionAt(span.start);
      return `${nameOf(file.path)}:${line + 1}:${character + 1}: ${message}`;
    });
  });
}
