import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, semanticTokens, tokenTypes } from '../../shared/index.ts';
import type { Positions } from './positions.ts';

export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [] };

/** The tokens of a document, as the protocol packs them. */
export function packedTokens(
  document: TextDocument,
  analysis: Analysis,
  positions: Positions,
): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type } of semanticTokens(analysis.source, analysis.suppressions)) {
    const { start, end } = positions.range(document, span);
    builder.push(start.line, start.character, end.character - start.character, tokenTypes.indexOf(type), 0);
  }
  return builder.build();
}
