import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../shared/index.ts';
import type { StatusParams } from '../../shared/protocol.ts';

/** What the status item says about a document; null where there is nothing to say. */
export function statusOf(document: TextDocument, analysis: Analysis | null): StatusParams | null {
  if (analysis === null) return null;
  const { uri, version } = document;
  const verdict = analysis.judged[0]?.judgement.verdict;
  if (verdict === undefined) return { uri, version, verdict: null, reason: analysis.silence?.reason ?? '' };
  const { role, shares, confidence } = verdict;
  return { uri, version, verdict: { role, shares, confidence }, reason: '' };
}
