import type { CancellationToken, Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, lensFor, ReportWriter } from '../../shared/index.ts';
import {
  type CheckedPosting,
  type CheckParams,
  checkRequest,
  type CheckResult,
  type NewPostingParams,
  newPostingRequest,
  type RemakeParams,
  remakeRequest,
  type ReportParams,
  reportRequest,
  type ReportResult,
} from '../../shared/protocol.ts';

import { findingsOf, toDiagnostic } from './diagnostics.ts';
import { formatOf } from './documents.ts';
import type { DocumentServices } from './structureRequests.ts';

function checkedPostings(document: TextDocument, analysis: Analysis): CheckedPosting[] {
  const checked = analysis.judged.map(({ posting, judgement, findings }): [number, CheckedPosting] => {
    const { role, shares, confidence } = judgement.verdict;
    const title = posting.title?.content.text ?? '';
    const told = findings.map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      line: document.positionAt(span.start).line + 1,
    }));
    return [posting.index, { title, verdict: { role, shares, confidence }, reason: '', findings: told }];
  });
  for (const { posting, isPosting, silence } of analysis.unjudged) {
    const title = posting.title?.content.text ?? '';
    if (isPosting)
      checked.push([posting.index, { title, verdict: null, reason: silence.reason, findings: [] }]);
  }
  return checked.sort(([a], [b]) => a - b).map(([, posting]) => posting);
}

/** Registers the requests behind commands: check a document, report, write a new posting, remake one. */
export function registerChecks(connection: Connection, services: DocumentServices): void {
  const { documents } = services;
  const check = async ({ uri, text }: CheckParams, token: CancellationToken): Promise<CheckResult> => {
    await services.configurationOf(uri);
    // Nobody waits any more for what is yet to be judged.
    if (token.isCancellationRequested) return { postings: [], diagnostics: [] };
    const document = text === null ? documents.get(uri) : TextDocument.create(uri, '', 0, text);
    const analysis = document === undefined ? null : await services.analysisOf(document);
    if (document === undefined || analysis === null) return { postings: [], diagnostics: [] };
    return {
      postings: checkedPostings(document, analysis),
      diagnostics: findingsOf(analysis).map((finding) =>
        toDiagnostic(finding, document, services.positions(), services.rulePages()),
      ),
    };
  };
  connection.onRequest(checkRequest, check);
  connection.onRequest(reportRequest, (report: ReportParams): ReportResult => {
    const { taxonomy, interfaceLanguage } = lensFor(undefined, undefined, services.interfaceLanguage());
    const writer = new ReportWriter(taxonomy, interfaceLanguage);
    return { markdown: writer.markdown(report, '/'), html: writer.html(report), csv: writer.csv(report) };
  });
  connection.onRequest(newPostingRequest, (params: NewPostingParams) => lensFor().newPosting(params));
  connection.onRequest(remakeRequest, async ({ uri, role }: RemakeParams) => {
    const document = documents.get(uri);
    const format = document === undefined ? undefined : formatOf(document);
    if (document === undefined || format === undefined) return null;
    const { lens, configuration } = await services.configurationOf(uri);
    return lens.remadeAs(document.getText(), format, role, { configuration });
  });
}
