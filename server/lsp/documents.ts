import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  formatByLanguage,
  formatByPath,
  isAlwaysJudged,
  type PostingLens,
} from '../../shared/index.ts';

interface Known {
  readonly version: number;
  readonly analysis: Analysis | null;
}

/** One analysis a document and version; every feature asks here. */
export class Analyses {
  readonly #known = new WeakMap<TextDocument, Known>();
  readonly #lens: PostingLens;

  constructor(lens: PostingLens) {
    this.#lens = lens;
  }

  /** Null for languages that no format reads. */
  of(document: TextDocument): Analysis | null {
    const known = this.#known.get(document);
    if (known !== undefined && known.version === document.version) return known.analysis;
    const format = formatByLanguage(document.languageId) ?? formatByPath(document.uri);
    const always = isAlwaysJudged(decodeURIComponent(safe(document.uri)));
    const analysis = format === undefined ? null : this.#lens.analyze(document.getText(), format, { always });
    this.#known.set(document, { version: document.version, analysis });
    return analysis;
  }
}

/** A URI whose escapes can be decoded; stray percent signs stand for themselves. */
function safe(uri: string): string {
  return uri.replace(/%(?![0-9a-fA-F]{2})/g, '%25').replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    try {
      decodeURIComponent(run);
      return run;
    } catch {
      return '';
    }
  });
}
