import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, sharesText, type Taxonomy, verdictText } from '../../shared/index.ts';
import type { StatusParams } from '../../shared/protocol.ts';

/** What the status item says about a document; null where there is nothing to say. */
export function statusOf(
  document: TextDocument,
  analysis: Analysis | null,
  taxonomy: Taxonomy,
): StatusParams | null {
  if (analysis === null) return null;
  const { uri, version } = document;
  const [judged] = analysis.judged;
  if (judged === undefined)
    return {
      uri,
      version,
      text: analysis.silence?.reason ?? '',
      detail: null,
      isPosting: analysis.isPosting,
    };
  return {
    uri,
    version,
    text: verdictText(judged, taxonomy),
    detail: sharesText(judged, taxonomy),
    isPosting: true,
  };
}
