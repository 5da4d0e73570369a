import type { Analysis } from '../analysis.ts';
import type { Side } from '../judgement/weights.ts';
import { namedPhrases } from '../judgement/statement.ts';
import { Lines } from '../posting/lines.ts';
import type { Span } from '../posting/span.ts';
import type { Suppression } from '../posting/suppressions.ts';

/** What tokens may be: those of comments by LSP's own names, those of postings by ours, which nothing colours by itself. */
export const tokenTypes = [
  ...(['comment', 'keyword', 'variable', 'string'] as const),
  ...(['postingTitle', 'postingDuty', 'postingPhrase'] as const),
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** Whose a title, duty or phrase is, in the order of the taxonomy's roles. */
export const tokenModifiers = ['firstRole', 'secondRole', 'bothRoles'] as const;
export type TokenModifier = (typeof tokenModifiers)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
}

/** The tokens of suppression comments and postings: in document order, without overlaps, each on one line. */
export function semanticTokens(
  analysis: Pick<Analysis, 'source' | 'suppressions' | 'judged' | 'taxonomy'>,
): SemanticToken[] {
  const lines = new Lines(analysis.source);
  const tokens = [...analysis.suppressions.flatMap(tokensOf), ...postingTokens(analysis)];
  tokens.sort((a, b) => a.span.start - b.span.start);
  let done = 0;
  return tokens
    .filter(({ span }) => {
      const isFree = span.start >= done && span.end > span.start;
      if (isFree) done = span.end;
      return isFree;
    })
    .flatMap((token) => piecesOf(token.span, lines).map((span) => ({ ...token, span })));
}

/** Titles, duties, and the phrases in statements that the taxonomy names. */
function postingTokens({ judged, taxonomy }: Pick<Analysis, 'judged' | 'taxonomy'>): SemanticToken[] {
  const [first, second] = taxonomy.roles;
  const token = (span: Span, type: TokenType, side: Side | null): SemanticToken => {
    if (side === first.id) return { span, type, modifier: 'firstRole' };
    if (side === second.id) return { span, type, modifier: 'secondRole' };
    return side === 'shared' || side === 'both' ? { span, type, modifier: 'bothRoles' } : { span, type };
  };
  return judged.flatMap(({ posting, judgement }) => [
    ...posting.titles.map(({ span, reading }) => token(span, 'postingTitle', reading.role)),
    ...judgement.statements.flatMap((judged) => {
      const { statement, side } = judged;
      const { content, span } = statement;
      const phrases = namedPhrases(judged)
        .map(({ signal, span: at }) => token(content.toSource(at), 'postingPhrase', signal.role ?? 'shared'))
        .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
      if (side === 'none') return phrases;
      const tokens: SemanticToken[] = [];
      let done = span.start;
      for (const phrase of phrases) {
        if (phrase.span.start < done) continue;
        tokens.push(token({ start: done, end: phrase.span.start }, 'postingDuty', side), phrase);
        done = phrase.span.end;
      }
      return [...tokens, token({ start: done, end: span.end }, 'postingDuty', side)];
    }),
  ]);
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
