import { type Disposable, l10n, languages, LanguageStatusSeverity, window } from 'vscode';
import type { StatusParams } from '../shared/protocol.ts';
import { selector } from './selector.ts';

/** The language status item: verdict and shares, or the reason for silence, or a problem. Never a notification. */
export class StatusItem implements Disposable {
  readonly #item = languages.createLanguageStatusItem('postingLens.status', selector);
  readonly #known = new Map<string, StatusParams>();
  readonly #follow: Disposable;
  #problem: string | null = null;

  constructor() {
    this.#item.name = 'Posting Lens';
    this.#follow = window.onDidChangeActiveTextEditor(() => this.#show());
    this.#show();
  }

  /** What the server found out about a document. */
  update(params: StatusParams): void {
    this.#problem = null;
    this.#known.set(params.uri, params);
    this.#show();
  }

  forget(uri: string): void {
    this.#known.delete(uri);
  }

  /** The server starts (again); what it said before is gone. */
  starting(): void {
    this.#problem = null;
    this.#known.clear();
    this.#show();
    this.#item.busy = true;
    this.#item.text = `Posting Lens: ${l10n.t('starting …')}`;
  }

  /** Something is wrong, and restart and log are one click away. */
  failed(problem: string): void {
    this.#problem = problem;
    this.#show();
  }

  #show(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const known = uri === undefined ? undefined : this.#known.get(uri);
    this.#item.busy = false;
    if (this.#problem !== null) {
      this.#item.severity = LanguageStatusSeverity.Error;
      this.#item.text = `Posting Lens: ${this.#problem}`;
      this.#item.detail = l10n.t('The log says more.');
      this.#item.command = { command: 'postingLens.restartServer', title: l10n.t('Restart') };
    } else {
      this.#item.severity = LanguageStatusSeverity.Information;
      this.#item.text = `Posting Lens: ${known?.text ?? l10n.t('no posting')}`;
      this.#item.detail = known?.detail ?? '';
      this.#item.command = { command: 'postingLens.showLog', title: l10n.t('Show log') };
    }
    this.#item.accessibilityInformation = {
      label: `${this.#item.text}${this.#item.detail === '' ? '' : `, ${this.#item.detail ?? ''}`}`,
    };
  }

  get shown(): { text: string; command: string } {
    return { text: this.#item.text, command: this.#item.command?.command ?? '' };
  }

  dispose(): void {
    this.#follow.dispose();
    this.#item.dispose();
  }
}
