import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, semanticTokens, tokenModifiers, tokenTypes } from '../../shared/index.ts';
import type { Positions } from './positions.ts';

export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};

/** The tokens of a document, as the protocol packs them. */
export function packedTokens(
  document: TextDocument,
  analysis: Analysis,
  positions: Positions,
): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifier } of semanticTokens(analysis)) {
    const { start, end } = positions.range(document, span);
    const modifiers = modifier === undefined ? 0 : 1 << tokenModifiers.indexOf(modifier);
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      tokenTypes.indexOf(type),
      modifiers,
    );
  }
  return builder.build();
}
