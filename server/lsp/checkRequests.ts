import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  formatByLanguage,
  formatByPath,
  type PostingLens,
  ReportWriter,
} from '../../shared/index.ts';
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

/** What requests about whole documents need to know. */
export interface CheckServices {
  readonly documents: TextDocuments<TextDocument>;
  readonly analysisOf: (document: TextDocument) => Analysis | null;
  readonly lens: PostingLens;
  readonly lensOf: (document: TextDocument) => PostingLens;
  readonly diagnosticsOf: (document: TextDocument) => readonly Diagnostic[];
}

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
export function registerChecks(connection: Connection, services: CheckServices): void {
  const { documents, lens } = services;
  connection.onRequest(checkRequest, ({ uri, text }: CheckParams): CheckResult => {
    const document = text === null ? documents.get(uri) : TextDocument.create(uri, '', 0, text);
    const analysis = document === undefined ? null : services.analysisOf(document);
    if (document === undefined || analysis === null) return { postings: [], diagnostics: [] };
    return {
      postings: checkedPostings(document, analysis),
      diagnostics: services.diagnosticsOf(document),
    };
  });
  connection.onRequest(reportRequest, (report: ReportParams): ReportResult => {
    const writer = new ReportWriter(lens.taxonomy);
    return { markdown: writer.markdown(report, '/'), html: writer.html(report), csv: writer.csv(report) };
  });
  connection.onRequest(newPostingRequest, (params: NewPostingParams) => lens.newPosting(params));
  connection.onRequest(remakeRequest, ({ uri, role }: RemakeParams) => {
    const document = documents.get(uri);
    const format =
      document === undefined ? undefined : (formatByLanguage(document.languageId) ?? formatByPath(uri));
    return document === undefined || format === undefined
      ? null
      : services.lensOf(document).remadeAs(document.getText(), format, role);
  });
}
