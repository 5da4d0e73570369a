import { commands, Disposable, EventEmitter, type TextDocument, Uri, window, workspace } from 'vscode';
import { isCandidate } from './selector.ts';

/** Scheme of the documents that explain a configuration: made when they are shown, and not for editing. */
const scheme = 'posting-lens-configuration';

/** Who knows what a document is checked with: the language server. */
export interface Explainer {
  /** @param uri of a document or file */
  explainConfiguration(uri: string): Promise<string>;
}

function explanationOf({ uri }: TextDocument): Uri {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return Uri.from({ scheme, path: `/${name}.txt`, query: uri.toString() });
}

/**
 * The command that shows for the document in front every value that it is checked with and where it comes from.
 * @param launch starts the server, or gives the one that runs; null where there can be none
 */
export function registerExplainConfiguration(launch: () => Promise<Explainer | null>): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async ({ query }) => (await launch())?.explainConfiguration(query),
    }),
    commands.registerCommand('postingLens.explainConfiguration', async () => {
      const document = window.activeTextEditor?.document;
      if (document === undefined || !isCandidate(document)) return;
      const uri = explanationOf(document);
      // What an open explanation says may have been true some time ago.
      changed.fire(uri);
      // As a preview it would take the place of the document, where that is shown as one.
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
    }),
  );
}
