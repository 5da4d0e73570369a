import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  type DocumentConfiguration,
  type Edit,
  type Format,
  formatByLanguage,
  formatByPath,
  type OpenDocument,
} from '../../shared/index.ts';
import { FailedRules } from '../failedRules.ts';
import type { Configurations } from './configuration.ts';

interface Known {
  readonly version: number;
  readonly configured: DocumentConfiguration;
  readonly judged: OpenDocument | null;
  /** What has changed since. */
  readonly edits: Edit[];
}

/**
 * How much is kept of documents that were not asked for last, in letters: a state takes about a hundred times the bytes of
 * its text, and reading a posting anew takes milliseconds. Most editors show no more side by side.
 */
const most = { letters: 32_768, documents: 16 };

/** One analysis a document, version and configuration; every feature asks here. */
export class Analyses {
  /** Of open documents, the one asked for last at the end. */
  readonly #known = new Map<TextDocument, Known>();
  readonly #configurations: Configurations;
  readonly #isOpen: (document: TextDocument) => boolean;
  readonly #tell: (failure: string) => void;
  readonly #failedRules = new FailedRules();

  /**
   * @param isOpen whether a document is likely to be asked for again; of others nothing is kept
   * @param tell is told of each rule that throws, once
   */
  constructor(
    configurations: Configurations,
    isOpen: (document: TextDocument) => boolean,
    tell: (failure: string) => void = () => undefined,
  ) {
    this.#configurations = configurations;
    this.#isOpen = isOpen;
    this.#tell = tell;
  }

  /** Notes what changed in a document; nothing is read before somebody asks. */
  changed(document: TextDocument, edits: readonly Edit[]): void {
    const known = this.#known.get(document);
    // A client may send more at once than the stack has room for.
    if (known !== undefined) for (const edit of edits) known.edits.push(edit);
  }

  /** Nothing is kept of a document any more. */
  closed(document: TextDocument): void {
    this.#known.delete(document);
  }

  /**
   * The analysis of a document as it is when its configuration is known: of the newest version then, not of the one
   * that was there when somebody asked. Null for languages that no format reads, and for configuration files.
   */
  async of(document: TextDocument): Promise<Analysis | null> {
    const configured = await this.#configurations.of(document.uri);
    if (this.#configurations.isPart(document.uri)) return null;
    const known = this.#known.get(document);
    const same = known?.configured === configured ? known : undefined;
    if (same?.version === document.version) {
      this.#keep(document, same);
      return same.judged?.analysis ?? null;
    }
    const judged = edited(document, same) ?? opened(document, configured);
    this.#keep(document, { version: document.version, configured, judged, edits: [] });
    if (judged !== null)
      this.#failedRules.tellNew(judged.analysis, (rule, error) =>
        this.#tell(`The rule ${rule} failed and was skipped: ${error}`),
      );
    return judged?.analysis ?? null;
  }

  /** Keeps the state of a document, and lets go those that were asked for longest ago. */
  #keep(document: TextDocument, known: Known): void {
    this.#known.delete(document);
    if (!this.#isOpen(document)) return;
    this.#known.set(document, known);
    let letters = 0;
    for (const { judged } of this.#known.values()) letters += judged?.source.length ?? 0;
    for (const [other, { judged }] of this.#known) {
      if (other === document || (letters <= most.letters && this.#known.size <= most.documents)) return;
      this.#known.delete(other);
      letters -= judged?.source.length ?? 0;
    }
  }
}

/** Null where the edits do not lead to the document's text: then it is read from the start. */
function edited(document: TextDocument, known: Known | undefined): OpenDocument | null {
  if (known === undefined || known.judged === null) return null;
  try {
    const next = known.configured.lens.edit(known.judged, known.edits);
    return next.source === document.getText() ? next : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function opened(document: TextDocument, { lens, configuration }: DocumentConfiguration): OpenDocument | null {
  const format = formatOf(document);
  return format === undefined ? null : lens.open(document.getText(), format, { configuration });
}

/** The format that reads a document: by its language, else by its name; undefined where none does. */
export function formatOf({ languageId, uri }: TextDocument): Format | undefined {
  return formatByLanguage(languageId) ?? formatByPath(uri);
}
