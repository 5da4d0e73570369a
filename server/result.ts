import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  type Finding,
  type JudgedPosting,
  type Posting,
  responsibilityOf,
  type Severity,
  type Silence,
  type Span,
  type Taxonomy,
} from '../shared/index.ts';

/** Counted from 0; characters in UTF-16 units, as in LSP. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface DiagnosticResult {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
    /** Files made beside this one: what is added to its name, and what stands in them. */
    readonly creates?: readonly { readonly suffix: string; readonly text: string }[];
  }[];
}

/** One posting of one document, as the contract prints it. */
export interface Result {
  readonly path: string;
  readonly index: number;
  /** As the line of a dump has it. */
  readonly id?: string | number;
  readonly posting: boolean;
  readonly language: string | null;
  readonly silent: string | null;
  readonly reason?: string;
  readonly title: { readonly text: string; readonly role: string | null; readonly range: Range } | null;
  readonly verdict: {
    readonly role: string;
    readonly shares: Readonly<Record<string, number>>;
    readonly confidence: number;
  } | null;
  readonly prior: number | null;
  readonly gates: readonly { readonly id: string; readonly says: string }[];
  readonly evidence: readonly unknown[];
  readonly statements?: readonly unknown[];
  readonly diagnostics: readonly DiagnosticResult[];
}

export interface Named {
  readonly path: string;
  readonly id?: string | number | undefined;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** What most of a result is made of, for those who read it. */
export interface Wanted {
  readonly statements: boolean;
  /** Left empty where nobody does. */
  readonly evidence: boolean;
}

/** Results of a document: one a posting, or one that says why there is none. */
export function toResults(named: Named, analysis: Analysis, wanted: Wanted): Result[] {
  const document = TextDocument.create('', '', 0, analysis.source);
  const range = (span: Span): Range => ({
    start: document.positionAt(span.start),
    end: document.positionAt(span.end),
  });
  const head = { path: named.path, ...(named.id === undefined ? {} : { id: named.id }) };
  const common = (posting: Posting | null, language: string | null) => ({
    posting: analysis.isPosting,
    language,
    title: titleOf(posting?.title ?? null, range),
  });
  const silent = (posting: Posting | null, language: string | null, { kind, reason }: Silence): Result => ({
    ...head,
    index: posting?.index ?? 0,
    ...common(posting, language),
    silent: kind,
    reason,
    verdict: null,
    prior: null,
    gates: [],
    evidence: [],
    diagnostics: [],
  });
  if (analysis.silence !== null && analysis.unjudged.length === 0)
    return [silent(analysis.posting, analysis.language, analysis.silence)];
  const judged = analysis.judged.map((each) => ({
    ...head,
    index: each.posting.index,
    ...common(each.posting, each.language),
    silent: null,
    ...judgementOf(each),
    evidence: wanted.evidence ? evidenceOf(each, analysis.taxonomy, range) : [],
    ...(wanted.statements ? { statements: statementsOf(each, range) } : {}),
    diagnostics: each.findings.map((finding) => diagnosticOf(finding, range)),
  }));
  const unjudged = analysis.unjudged.map((each) => silent(each.posting, each.language, each.silence));
  return [...judged, ...unjudged].sort((a, b) => a.index - b.index);
}

function titleOf(title: Posting['title'], range: (span: Span) => Range): Result['title'] {
  if (title === null) return null;
  return { text: title.content.text, role: title.reading.role, range: range(title.span) };
}

function judgementOf({ judgement }: JudgedPosting) {
  const { verdict, prior } = judgement;
  return {
    verdict: {
      role: verdict.role,
      shares: Object.fromEntries(Object.entries(verdict.shares).map(([role, share]) => [role, round(share)])),
      confidence: round(verdict.confidence),
    },
    prior,
    gates: verdict.gates,
  };
}

function evidenceOf({ judgement }: JudgedPosting, { roles }: Taxonomy, range: (span: Span) => Range) {
  return judgement.evidence.map(({ statement, signals, entry, weight }) => ({
    role: (weight > 0 ? roles[0] : roles[1]).id,
    responsibility: entry,
    weight: round(weight),
    range: range(statement.span),
    text: statement.content.text,
    signals: signals
      .filter(({ weight: own }) => own !== 0)
      .map(({ signal, span, weight: own }) => ({
        id: signal.id,
        weight: round(own),
        range: range(statement.content.toSource(span)),
      })),
  }));
}

function statementsOf({ judgement }: JudgedPosting, range: (span: Span) => Range) {
  return judgement.statements.map((judged) => ({
    range: range(judged.statement.span),
    text: judged.statement.content.text,
    section: judged.statement.section,
    side: judged.side,
    responsibility: responsibilityOf(judged),
    weight: round(judged.weight),
  }));
}

function diagnosticOf(finding: Finding, range: (span: Span) => Range): DiagnosticResult {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: range(finding.span),
    related: finding.related.map((related) => ({ range: range(related.span), message: related.message })),
    fixes: finding.fixes.map((fix) => ({
      title: fix.title,
      safe: fix.safe,
      edits: fix.edits.map((edit) => ({ range: range(edit.span), newText: edit.newText })),
      ...(fix.creates === undefined ? {} : { creates: fix.creates }),
    })),
  };
}
