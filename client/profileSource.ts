import { type Disposable, EventEmitter, window } from 'vscode';
import type { ProfileResult } from '../shared/protocol.ts';
import { isCandidate } from './selector.ts';

/** Where profiles come from: the server's answer for a document, null where it knows nothing of it. */
export type AskProfile = (uri: string) => Promise<ProfileResult | null>;

/** The profile on show. */
export interface ShownProfile {
  readonly uri: string;
  readonly result: ProfileResult | null;
}

/** The profile of the document that is being edited, for every view of it. Asks only while somebody sees one of them. */
export class ProfileSource implements Disposable {
  readonly #changed = new EventEmitter<ShownProfile>();
  readonly onDidChange = this.#changed.event;
  readonly #watchers: (() => boolean)[] = [];
  readonly #follow = window.onDidChangeActiveTextEditor(() => void this.refresh());
  #ask: AskProfile | null = null;
  #shown: ShownProfile = { uri: '', result: null };
  #asked = 0;

  /** The newest profile. */
  get shown(): ShownProfile {
    return this.#shown;
  }

  /** The server is there. */
  connect(ask: AskProfile): void {
    this.#ask = ask;
    void this.refresh();
  }

  /** A view says how to find out whether somebody sees it. */
  watch(isSeen: () => boolean): void {
    this.#watchers.push(isSeen);
  }

  /** A document was judged again; others than the one on show do not matter. */
  judged(uri: string): void {
    if (uri === window.activeTextEditor?.document.uri.toString()) void this.refresh();
  }

  /** Asks for the profile of the document that is being edited, and tells the views what is new. */
  async refresh(): Promise<void> {
    const document = window.activeTextEditor?.document;
    // Beside a preview or the log the last profile stays.
    if (this.#ask === null || !this.#watchers.some((isSeen) => isSeen())) return;
    if (document === undefined || !isCandidate(document)) return;
    const turn = ++this.#asked;
    const uri = document.uri.toString();
    let result: ProfileResult | null;
    try {
      result = await this.#ask(uri);
    } catch {
      // The server is gone, which the status item tells; the last profile stays.
      return;
    }
    // A later question is on its way. One version can have several answers: configurations change, too.
    if (turn !== this.#asked) return;
    this.#shown = { uri, result };
    this.#changed.fire(this.#shown);
  }

  dispose(): void {
    this.#follow.dispose();
    this.#changed.dispose();
  }
}
