import { Lines } from '../posting/lines.ts';
import type { Span } from '../posting/span.ts';
import type { Suppression } from '../posting/suppressions.ts';

/** What tokens may be, by LSP's own names. */
export const tokenTypes = ['comment', 'keyword', 'variable', 'string'] as const;
export type TokenType = (typeof tokenTypes)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
}

/** The colours of suppression comments: in document order, without overlaps, each on one line. */
export function semanticTokens(source: string, suppressions: readonly Suppression[]): SemanticToken[] {
  if (suppressions.length === 0) return [];
  const lines = new Lines(source);
  return suppressions
    .flatMap(tokensOf)
    .flatMap(({ span, type }) => piecesOf(span, lines).map((piece) => ({ span: piece, type })));
}

function tokensOf({ span, directive, rules, reason }: Suppression): SemanticToken[] {
  const inner: SemanticToken[] = [
    { span: directive, type: 'keyword' },
    ...rules.map((rule): SemanticToken => ({ span: rule.span, type: 'variable' })),
    ...(reason === null ? [] : [{ span: reason.span, type: 'string' } as const]),
  ];
  const tokens: SemanticToken[] = [];
  let done = span.start;
  for (const token of inner) {
    tokens.push({ span: { start: done, end: token.span.start }, type: 'comment' }, token);
    done = token.span.end;
  }
  return [...tokens, { span: { start: done, end: span.end }, type: 'comment' }];
}

/** A stretch line by line, without the blanks at its ends; what is blank goes. */
function piecesOf({ start, end }: Span, lines: Lines): Span[] {
  const pieces: Span[] = [];
  const last = lines.at(Math.max(start, end - 1));
  for (let line = lines.at(start); line <= last; line++) {
    const { start: lineStart } = lines.span(line);
    const from = Math.max(start, lineStart);
    const text = lines.text(line).slice(from - lineStart, Math.max(0, end - lineStart));
    const open = from + (text.length - text.trimStart().length);
    const length = text.trim().length;
    if (length > 0) pieces.push({ start: open, end: open + length });
  }
  return pieces;
}
