import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Span } from '../../shared/index.ts';

/** How positions count characters, as negotiated at start. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** UTF-16 unless the client offers others only. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  if (offered === undefined || offered.includes('utf-16')) return 'utf-16';
  if (offered.includes('utf-8')) return 'utf-8';
  return offered.includes('utf-32') ? 'utf-32' : 'utf-16';
}

function unitsOf(text: string, encoding: Encoding): number {
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (encoding === 'utf-32') units += 1;
    else units += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return units;
}

/** UTF-16 length of the stretch at the head of `line` that is `units` long in the encoding. */
function lengthOf(line: string, units: number, encoding: Encoding): number {
  let counted = 0;
  let length = 0;
  for (const character of line) {
    if (counted >= units) break;
    counted += unitsOf(character, encoding);
    length += character.length;
  }
  return length;
}

/** Turns offsets into LSP positions and back: the only place that knows both. */
export class Positions {
  readonly #encoding: Encoding;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  position(document: TextDocument, offset: number): Position {
    const position = document.positionAt(offset);
    if (this.#encoding === 'utf-16') return position;
    const before = document.getText({ start: { line: position.line, character: 0 }, end: position });
    return { line: position.line, character: unitsOf(before, this.#encoding) };
  }

  range(document: TextDocument, span: Span): Range {
    return { start: this.position(document, span.start), end: this.position(document, span.end) };
  }

  /** An offset in UTF-16 units; positions past a line's or the document's end are drawn back to it. */
  offset(document: TextDocument, position: Position): number {
    if (this.#encoding === 'utf-16') return document.offsetAt(position);
    const start = { line: position.line, character: 0 };
    const line = document.getText({ start, end: { line: position.line + 1, character: 0 } });
    return document.offsetAt({
      line: position.line,
      character: lengthOf(line, position.character, this.#encoding),
    });
  }

  /**
   * Makes changes whose ranges are in the negotiated encoding.
   * @returns the document, and the changes as edits one after the other
   */
  update(
    document: TextDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): { readonly document: TextDocument; readonly edits: readonly Edit[] } {
    const edits: Edit[] = [];
    let current = document;
    for (const change of changes) {
      if (!('range' in change)) {
        edits.push({ span: { start: 0, end: current.getText().length }, newText: change.text });
        current = TextDocument.update(current, [change], version);
        continue;
      }
      const from = this.offset(current, change.range.start);
      const to = this.offset(current, change.range.end);
      // A range that ends before it starts is taken the other way round, as TextDocument does.
      const span = { start: Math.min(from, to), end: Math.max(from, to) };
      edits.push({ span, newText: change.text });
      const range = { start: current.positionAt(span.start), end: current.positionAt(span.end) };
      current = TextDocument.update(current, [{ range, text: change.text }], version);
    }
    return { document: current, edits };
  }
}
