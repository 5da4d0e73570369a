import type { InterfaceLanguage } from './say.ts';
import type { WordedPair, WordedVerdict } from './taxonomy/wording.ts';

/** What client and server say to each other beyond LSP, and names that both must spell alike. */

/** Source of all diagnostics. */
export const diagnosticSource = 'posting-lens';

/** Scheme of the rules' pages in VS Code: documents of the extension, which open offline. */
export const rulePagesScheme = 'posting-lens-docs';

/** Kinds of quick fixes by what they are for, for clients that ask for one: `quickfix.posting-lens.fix`, `.rename`, ... */
export const quickFixKind = 'quickfix.posting-lens';

/** Kind of the action that makes all safe fixes of a document. */
export const fixAllKind = 'source.fixAll.posting-lens';

/** What teams keep with their postings. */
export const configurationFileName = '.posting-lens.json';

export interface InitializationOptions {
  /** Where the pages of the rules are: a URI that `RULE.md` is appended to. */
  readonly rulePages?: string;
  /** The client applies the schema of configuration files by itself. */
  readonly appliesSchema?: boolean;
  /** The client answers `readFileRequest`. */
  readonly readsFiles?: boolean;
  /** What the client's user reads, with the translations for it. Without it the server goes by `locale`. */
  readonly interfaceLanguage?: InterfaceLanguage;
}

/** Asked by the server that cannot read a file itself: its text, or null. */
export const readFileRequest = 'posting-lens/readFile';

/** Asked by the client: every value that a document is checked with and where it came from, as text. */
export const explainConfigurationRequest = 'posting-lens/explainConfiguration';

/** A document or a file. */
export interface UriParams {
  readonly uri: string;
}

/** Sent by the server after each analysis of an open document. */
export const statusNotification = 'posting-lens/status';

export interface StatusParams extends WordedPair {
  readonly uri: string;
  readonly version: number;
  /** Null where nothing is judged; then the reason is a sentence. */
  readonly verdict: WordedVerdict | null;
  readonly reason: string;
}

/** A place as LSP counts it. */
export interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Asks which job an open document describes, at a glance; answered with `ProfileResult`. */
export const profileRequest = 'posting-lens/profile';

export interface ProfileRequest {
  readonly uri: string;
}

export interface ProfileStatementResult {
  readonly range: Place;
  readonly text: string;
  /** How strongly it speaks, in words. */
  readonly strength: string;
  /** The same in log-odds, without its direction; 0 or more. */
  readonly weight: number;
}

export interface ProfileEntryResult {
  readonly id: string;
  readonly name: string;
  /** What the article says of it, in our words; may be empty. */
  readonly explanation: string;
  readonly statements: readonly ProfileStatementResult[];
}

export interface ProfileGroupResult {
  readonly id: string;
  readonly name: string;
  /** The share of the duties that it makes up, 0 to 1; null for what is no role. */
  readonly share: number | null;
  readonly count: number;
  readonly entries: readonly ProfileEntryResult[];
  readonly missing: readonly ProfileEntryResult[];
}

export interface PostingProfileResult {
  readonly title: string;
  readonly titleRange: Place;
  /** What the duties describe, in words, and how sure that is, 0 to 1. */
  readonly verdict: string;
  readonly confidence: number;
  /** What else changed the answer: one sentence each. */
  readonly gates: readonly string[];
  readonly groups: readonly ProfileGroupResult[];
  /** The strongest first. */
  readonly deciding: readonly ProfileStatementResult[];
  /** The duties without which the verdict would be another; null where no few of them decide. */
  readonly turn: {
    readonly without: readonly ProfileStatementResult[];
    readonly verdict: string;
    readonly confidence: number;
  } | null;
}

export interface ProfileResult {
  readonly version: number;
  /** Why there are no postings here; empty where there are. */
  readonly silence: string;
  readonly postings: readonly PostingProfileResult[];
}

/** Asks for a posting to start from; answered with its text, or null where there is no such role. */
export const newPostingRequest = 'posting-lens/newPosting';

export interface NewPostingParams {
  readonly role: string;
  readonly format: 'markdown' | 'text' | 'html' | 'json' | 'yaml' | 'posting';
  readonly title: string;
  readonly organisation: string;
}

/** Asked by the client: the titles of a document that can be put right without asking about each. */
export const retitleRequest = 'posting-lens/retitle';

/** How sure a verdict must be for that. */
export const retitleConfidence = 0.9;

export interface RetitleParams {
  readonly uri: string;
  /** The text of a document that is not open; null for one that is, whose newest text the server knows. */
  readonly text: string | null;
}

/** A title before and after, and the changes that lead there; positions in the negotiated encoding. */
export interface RetitledPosting {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly {
    readonly range: Place;
    readonly newText: string;
  }[];
}

/** Asks for a document with its first posting made one of a role; answered with its text, or null where nothing is to do. */
export const remakeRequest = 'posting-lens/remake';

export interface RemakeParams {
  readonly uri: string;
  readonly role: string;
}

/** Asks what is found in a document, open or not; answered with `CheckResult`. */
export const checkRequest = 'posting-lens/check';

export interface CheckParams {
  readonly uri: string;
  /** The text of a document that is not open; null for one that is. */
  readonly text: string | null;
}

/** A posting of a checked document, as a report lists it; see `ReportedPosting` in the core. */
export interface CheckedPosting {
  readonly title: string;
  readonly verdict: WordedVerdict | null;
  readonly reason: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly message: string;
    readonly line: number;
  }[];
}

export interface CheckResult {
  readonly postings: readonly CheckedPosting[];
  /** As LSP writes them. */
  readonly diagnostics: readonly unknown[];
}

/** Asks for a report on what was checked; answered with `ReportResult`. */
export const reportRequest = 'posting-lens/report';

export interface ReportParams {
  readonly name: string;
  /** How many files were no postings. */
  readonly others: number;
  readonly postings: readonly (CheckedPosting & { readonly path: string })[];
}

export interface ReportResult {
  readonly markdown: string;
  readonly html: string;
  readonly csv: string;
}

/** Asks one of the tools that agents have, where the editor itself offers them; answered with `ToolResult`. */
export const toolRequest = 'posting-lens/tool';

/** The tools; the editor knows each by its name with `toolPrefix` before it. */
export const toolNames = ['judge_posting', 'check_posting', 'fix_posting', 'explain'] as const;
export const toolPrefix = 'posting-lens_';

export interface ToolParams {
  readonly tool: (typeof toolNames)[number];
  /** What the agent gave. */
  readonly input: unknown;
  /** The page of the rule that the input names, in Markdown; empty where it names none. */
  readonly rulePage: string;
}

export interface ToolResult {
  /** Fits the tool's output schema. */
  readonly structured: Readonly<Record<string, unknown>>;
  /** The same in words. */
  readonly texts: readonly string[];
}
