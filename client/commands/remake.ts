import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { remakeRequest, type RemakeParams } from '../../shared/protocol.ts';
import { taxonomy } from '../../shared/taxonomy/index.ts';
import type { Running } from '../activation.ts';
import { isCandidate } from '../selector.ts';

/** Scheme of the other side of the comparison: what the document would become. */
const scheme = 'posting-lens-remade';

/** Shows one text under an address, for as long as it is looked at. */
class Shown implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #registration = workspace.registerTextDocumentContentProvider(scheme, this);
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  provideTextDocumentContent(): string {
    return this.#text;
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/** Asks for a role, shows what the posting would become beside what it is, and changes it when told to. */
export async function remake(running: Running): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isCandidate(document)) {
    void window.showInformationMessage(l10n.t('Open a job posting first.'));
    return;
  }
  const role = await window.showQuickPick(
    taxonomy.roles.map(({ id, title, essence }) => ({ label: title, detail: essence, id })),
    { title: l10n.t('Make this a posting for'), matchOnDetail: true },
  );
  if (role === undefined) return;
  const params: RemakeParams = { uri: document.uri.toString(), role: role.id };
  const { version } = document;
  const text = await running.request<string | null>(remakeRequest, params);
  if (text === null) {
    void window.showInformationMessage(
      l10n.t('There is nothing to change: this is a posting for a {0}.', role.label),
    );
    return;
  }
  const shown = new Shown(text);
  try {
    const right = Uri.from({ scheme, path: document.uri.path });
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    await commands.executeCommand('vscode.diff', document.uri, right, l10n.t('{0} as {1}', name, role.label));
    const change = l10n.t('Change it');
    const answer = await window.showInformationMessage(
      l10n.t('Make this a posting for a {0}? The right side shows what it becomes.', role.label),
      change,
      l10n.t('Leave it'),
    );
    await commands.executeCommand('workbench.action.closeActiveEditor');
    if (answer !== change) return;
    if (document.version !== version) {
      void window.showWarningMessage(l10n.t('The posting was edited meanwhile and was left as it is.'));
      return;
    }
    const edit = new WorkspaceEdit();
    edit.replace(
      document.uri,
      new Range(document.positionAt(0), document.positionAt(document.getText().length)),
      text,
    );
    await workspace.applyEdit(edit);
    await window.showTextDocument(document);
  } finally {
    shown.dispose();
  }
}
