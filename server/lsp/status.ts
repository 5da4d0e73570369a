import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, wordedPair } from '../../shared/index.ts';
import type { StatusParams } from '../../shared/protocol.ts';

/** What the status item says about a document; null where there is nothing to say. */
export function statusOf(document: TextDocument, analysis: Analysis | null): StatusParams | null {
  if (analysis === null) return null;
  const { uri, version } = document;
  const { roles } = wordedPair(analysis.taxonomy);
  const verdict = analysis.judged[0]?.judgement.verdict;
  if (verdict === undefined)
    return { uri, version, roles, verdict: null, reason: analysis.silence?.reason ?? '' };
  const { role, shares, confidence } = verdict;
  return { uri, version, roles, verdict: { role, shares, confidence }, reason: '' };
}
