import {
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  window,
} from 'vscode';
import type { StatusParams } from '../shared/protocol.ts';
import { sharesText, verdictText } from '../shared/taxonomy/wording.ts';
import { selector } from './selector.ts';
import { inWords } from './words.ts';

/** A verdict with its shares, or the reason for silence. */
function wordsOf(params: StatusParams): { text: string; detail: string } {
  const { verdict, reason } = params;
  if (verdict === null) return { text: reason, detail: '' };
  return { text: inWords(verdictText(verdict, params)), detail: inWords(sharesText(verdict, params)) };
}

/** With our name before it, as the other items have theirs. */
const named = (text: string): string => l10n.t('Posting Lens: {0}', text);

/** The language status item: verdict and shares, or the reason for silence, or a problem. Never a notification. */
export class StatusItem implements Disposable {
  readonly #item = languages.createLanguageStatusItem('postingLens.status', selector());
  readonly #known = new Map<string, StatusParams>();
  readonly #follow: Disposable;
  readonly #updated = new EventEmitter<string>();
  /** Fires with the URI of a document that was judged. */
  readonly onDidUpdate = this.#updated.event;
  #problem: string | null = null;
  #log: LanguageStatusItem | undefined;

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
    this.#updated.fire(params.uri);
  }

  /** A document was closed. */
  forget(uri: string): void {
    this.#known.delete(uri);
  }

  /** The server starts (again); what it said before is gone. */
  starting(): void {
    this.#problem = null;
    this.#known.clear();
    this.#show();
    this.#item.busy = true;
    this.#item.text = named(l10n.t('starting …'));
  }

  /** The server is there; of some documents it says nothing. */
  started(): void {
    this.#show();
  }

  /** Something is wrong, and restart and log are one click away. */
  failed(problem: string): void {
    this.#problem = problem;
    this.#show();
  }

  #show(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const known = uri === undefined ? undefined : this.#known.get(uri);
    const wording = known === undefined ? undefined : wordsOf(known);
    this.#item.busy = false;
    this.#offerLog(this.#problem !== null);
    if (this.#problem !== null) {
      this.#item.severity = LanguageStatusSeverity.Error;
      this.#item.text = named(this.#problem);
      this.#item.detail = '';
      this.#item.command = { command: 'postingLens.restartServer', title: l10n.t('Restart') };
    } else {
      this.#item.severity = LanguageStatusSeverity.Information;
      this.#item.text = named(wording?.text ?? l10n.t('no posting'));
      this.#item.detail = wording?.detail ?? '';
      this.#item.command = { command: 'postingLens.showMenu', title: l10n.t('More') };
    }
    this.#item.accessibilityInformation = {
      label: `${this.#item.text}${this.#item.detail === '' ? '' : `, ${this.#item.detail ?? ''}`}`,
    };
  }

  /** An item has one command; while something is wrong a second one offers the log beside the restart. */
  #offerLog(offered: boolean): void {
    if (!offered) {
      this.#log?.dispose();
      this.#log = undefined;
    } else if (this.#log === undefined) {
      this.#log = languages.createLanguageStatusItem('postingLens.log', selector());
      this.#log.name = 'Posting Lens';
      this.#log.severity = LanguageStatusSeverity.Error;
      this.#log.text = l10n.t('Posting Lens: the log says why');
      this.#log.command = { command: 'postingLens.showLog', title: l10n.t('Show log') };
    }
  }

  /** Its words, for the menu that it opens. */
  get words(): { readonly text: string; readonly detail: string } {
    return { text: this.#item.text, detail: this.#item.detail ?? '' };
  }

  get shown(): { text: string; command: string } {
    return { text: this.#item.text, command: this.#item.command?.command ?? '' };
  }

  dispose(): void {
    this.#offerLog(false);
    this.#follow.dispose();
    this.#updated.dispose();
    this.#item.dispose();
  }
}
