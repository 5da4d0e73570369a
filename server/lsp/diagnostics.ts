import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Finding, Severity } from '../../shared/index.ts';
import { diagnosticSource } from '../../shared/protocol.ts';
import type { Positions } from './positions.ts';

const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** All findings of a document. */
export function findingsOf(analysis: Analysis): Finding[] {
  return analysis.judged.flatMap((judged) => judged.findings);
}

export function toDiagnostic(
  finding: Finding,
  document: TextDocument,
  positions: Positions,
  rulePages: string | undefined,
): Diagnostic {
  return {
    range: positions.range(document, finding.span),
    severity: severityOf[finding.severity],
    code: finding.rule,
    ...(rulePages === undefined ? {} : { codeDescription: { href: `${rulePages}${finding.rule}.md` } }),
    source: diagnosticSource,
    message: finding.message,
    relatedInformation: finding.related.map((related) => ({
      location: { uri: document.uri, range: positions.range(document, related.span) },
      message: related.message,
    })),
  };
}
