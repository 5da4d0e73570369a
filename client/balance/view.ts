import {
  type Disposable,
  env,
  l10n,
  Range,
  Uri,
  type Webview,
  type WebviewView,
  type WebviewViewProvider,
  window,
} from 'vscode';
import type { PostingProfileResult } from '../../shared/protocol.ts';
import type { ProfileSource } from '../profileSource.ts';
import type { Asked, Balance, Told } from '../webview/messages.ts';
import { balanceOf, silent, statementsOf } from './model.ts';

/** The balance of the two roles as a picture: a page that is loaded once and told what changes. */
export class BalanceView implements Disposable, WebviewViewProvider {
  readonly #source: ProfileSource;
  readonly #folder: Uri;
  readonly #follow: Disposable[];
  #view: WebviewView | null = null;
  /** The bar that was pressed last, and which of its statements is on show. */
  #revealed = { bar: '', index: -1 };

  constructor(source: ProfileSource, extension: Uri) {
    this.#source = source;
    this.#folder = Uri.joinPath(extension, 'dist/client');
    source.watch(() => this.#view?.visible === true);
    this.#follow = [
      window.registerWebviewViewProvider('postingLens.balance', this),
      source.onDidChange(() => this.#show()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document.uri.toString() === source.shown.uri && this.#several) this.#show();
      }),
    ];
  }

  resolveWebviewView(view: WebviewView): void {
    this.#view = view;
    view.webview.options = { enableScripts: true, localResourceRoots: [this.#folder] };
    view.webview.onDidReceiveMessage((asked: Asked) => {
      if (asked.type === 'ready') this.#show();
      else void this.#reveal(asked.bar);
    });
    view.onDidChangeVisibility(() => void this.#source.refresh());
    view.onDidDispose(() => (this.#view = null));
    view.webview.html = this.#page(view.webview);
    void this.#source.refresh();
  }

  dispose(): void {
    for (const each of this.#follow) each.dispose();
  }

  get #several(): boolean {
    return (this.#source.shown.result?.postings.length ?? 0) > 1;
  }

  /** The posting at the cursor: the last one that has begun. */
  get #posting(): PostingProfileResult | undefined {
    const { uri, result } = this.#source.shown;
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
    const line = editor?.selection.active.line ?? 0;
    const postings = result?.postings ?? [];
    return postings.findLast(({ titleRange }) => titleRange.start.line <= line) ?? postings[0];
  }

  #show(): void {
    if (this.#view?.visible !== true) return;
    const posting = this.#posting;
    const silence = this.#source.shown.result?.silence ?? '';
    const balance: Balance =
      posting === undefined
        ? silent(silence === '' ? l10n.t('Open a job posting to see how its duties balance.') : silence)
        : balanceOf(posting);
    this.#tell({ type: 'balance', balance });
  }

  #tell(message: Told): void {
    void this.#view?.webview.postMessage(message);
  }

  /** Shows a statement of a bar in the editor; the next one when the bar is pressed again. The focus stays. */
  async #reveal(bar: string): Promise<void> {
    const posting = this.#posting;
    const statements = posting === undefined ? [] : statementsOf(posting, bar);
    const index =
      (bar === this.#revealed.bar ? this.#revealed.index + 1 : 0) % Math.max(1, statements.length);
    const statement = statements[index];
    if (statement === undefined) return;
    this.#revealed = { bar, index };
    const { start, end } = statement.range;
    const selection = new Range(start.line, start.character, end.line, end.character);
    await window.showTextDocument(Uri.parse(this.#source.shown.uri), { selection, preserveFocus: true });
    this.#tell({
      type: 'revealed',
      says: l10n.t('{0} of {1}: {2}', index + 1, statements.length, statement.text),
    });
  }

  #page(webview: Webview): string {
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(this.#folder, name)).toString();
    return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${l10n.t('Balance of the Roles')}</title>
<link rel="stylesheet" nonce="${nonce}" href="${file('balance.css')}">
</head>
<body><script nonce="${nonce}" src="${file('balance.js')}"></script></body>
</html>`;
  }
}
