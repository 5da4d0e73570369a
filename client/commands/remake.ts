import {
  commands,
  type Disposable,
  l10n,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { remakeRequest, type RemakeParams } from '../../shared/protocol.ts';
import type { Running } from '../activation.ts';
import { roleChoices } from '../roleChoices.ts';
import { isCandidate } from '../selector.ts';

/** Scheme of the other side of the comparison: what the document would become. */
const scheme = 'posting-lens-remade';

/** A change that is being looked at. */
interface Proposal {
  readonly document: TextDocument;
  /** The document's version that the change was made for. */
  readonly version: number;
  readonly text: string;
}

let proposal: Proposal | null = null;
let provider: Disposable | undefined;

/** Asks for a role and shows what the posting would become beside what it is. */
export async function remake(running: Running): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isCandidate(document)) {
    void window.showInformationMessage(l10n.t('Open a job posting first.'));
    return;
  }
  const role = await window.showQuickPick(roleChoices(), {
    title: l10n.t('Make this a posting for'),
    matchOnDetail: true,
  });
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
  await close();
  proposal = { document, version, text };
  provider ??= workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: () => proposal?.text ?? '',
  });
  await commands.executeCommand('setContext', 'postingLens.remaking', true);
  // Each proposal has an address of its own, so that no editor shows an older one.
  const right = Uri.from({ scheme, path: document.uri.path, query: `${role.id}-${Date.now()}` });
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  await commands.executeCommand('vscode.diff', document.uri, right, l10n.t('{0} as {1}', name, role.label));
  const apply = l10n.t('Apply');
  void window
    .showInformationMessage(l10n.t('Make this a posting for a {0}?', role.label), apply, l10n.t('Leave it'))
    .then((answer) =>
      answer === undefined ? undefined : answer === apply ? applyRemake() : discardRemake(),
    );
}

/** Closes the comparison, if one is open, and forgets the proposal. */
async function close(): Promise<void> {
  proposal = null;
  await commands.executeCommand('setContext', 'postingLens.remaking', false);
  const open = window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => (input as { modified?: Uri } | undefined)?.modified?.scheme === scheme);
  if (open.length > 0) await window.tabGroups.close(open);
}

/** Makes the change that is being looked at. */
export async function applyRemake(): Promise<void> {
  if (proposal === null) return;
  const { document, version, text } = proposal;
  await close();
  if (document.version !== version) {
    void window.showWarningMessage(l10n.t('The posting was edited meanwhile and was left as it is.'));
    return;
  }
  const all = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, all, text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
}

/** Leaves the posting as it is. */
export async function discardRemake(): Promise<void> {
  await close();
}
