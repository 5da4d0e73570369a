import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  type Edit,
  formatByLanguage,
  formatByPath,
  isNamedPosting,
  type OpenDocument,
  type PostingLens,
} from '../../shared/index.ts';

interface Known {
  readonly version: number;
  readonly judged: OpenDocument | null;
  /** What has changed since. */
  readonly edits: Edit[];
}

/** One analysis a document and version; every feature asks here. */
export class Analyses {
  readonly #known = new WeakMap<TextDocument, Known>();
  readonly #lens: PostingLens;

  constructor(lens: PostingLens) {
    this.#lens = lens;
  }

  /** Notes what changed in a document; nothing is read before somebody asks. */
  changed(document: TextDocument, edits: readonly Edit[]): void {
    this.#known.get(document)?.edits.push(...edits);
  }

  /** Null for languages that no format reads. */
  of(document: TextDocument): Analysis | null {
    const known = this.#known.get(document);
    if (known !== undefined && known.version === document.version) return known.judged?.analysis ?? null;
    const judged = this.#edited(document, known) ?? this.#opened(document);
    this.#known.set(document, { version: document.version, judged, edits: [] });
    return judged?.analysis ?? null;
  }

  /** Null where the edits do not lead to the document's text: then it is read from the start. */
  #edited(document: TextDocument, known: Known | undefined): OpenDocument | null {
    if (known === undefined || known.judged === null) return null;
    try {
      const edited = this.#lens.edit(known.judged, known.edits);
      return edited.source === document.getText() ? edited : null;
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  #opened(document: TextDocument): OpenDocument | null {
    const format = formatByLanguage(document.languageId) ?? formatByPath(document.uri);
    const always = isNamedPosting(decodeURIComponent(safe(document.uri)));
    return format === undefined ? null : this.#lens.open(document.getText(), format, { always });
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
