import { type Disposable, Uri, workspace } from 'vscode';
import { rulePagesScheme } from '../shared/protocol.ts';

/** The page of a rule. */
export function rulePage(rule: string): Uri {
  return Uri.parse(`${rulePagesScheme}:/${rule}.md`);
}

/** Serves the pages of the rules from the package, so that a diagnostic's link opens offline and rendered. */
export function registerRulePages(extensionUri: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(rulePagesScheme, {
    provideTextDocumentContent: async ({ path }) => {
      const name = /^\/?([a-z-]+)\.md$/.exec(path)?.[1];
      if (name === undefined) return null;
      const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'rules', `${name}.md`));
      return new TextDecoder().decode(bytes);
    },
  });
}
