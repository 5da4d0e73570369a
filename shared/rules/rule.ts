import type { ConfigurationProblem } from '../configuration/problem.ts';
import type { OptionTable, OptionValues } from '../configuration/options.ts';
import type { Severity } from '../configuration/severity.ts';
import type { Edit, NewFile } from '../edits/edit.ts';
import type { Judgement } from '../judgement/judge.ts';
import type { Lens } from '../judgement/lens.ts';
import type { FormatId } from '../posting/blocks.ts';
import type { Posting } from '../posting/posting.ts';
import type { UnheardComment, UnusedSuppression } from '../posting/suppressions.ts';
import type { Span } from '../posting/span.ts';
import type { Phrase } from '../say.ts';

/** A place that helps to understand a finding. */
export interface Related<Words = string> {
  readonly span: Span;
  readonly message: Words;
}

/** What may be done about a finding. */
export interface Fix<Words = string> {
  /** What it will do, as a menu shows it. */
  readonly title: Words;
  /** May be applied without a look (`--fix`, fix all). */
  readonly safe: boolean;
  /** The one to take first. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
  /** Files to make beside this one. */
  readonly creates?: readonly NewFile[];
  /** The posting's title as it will read, where the fix changes it. */
  readonly newTitle?: string;
}

/** What a rule found, before severity and language are decided. */
export interface RawFinding {
  readonly span: Span;
  readonly message: Phrase;
  readonly related?: readonly Related<Phrase>[];
  readonly fixes?: readonly Fix<Phrase>[];
}

/** What a rule has to say about a document, and what may be done about it. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** A rule that threw: what it would have said is not known, and the others are not kept from speaking. */
export interface RuleFailure {
  readonly rule: string;
  /** What was thrown, for those who mend it. */
  readonly error: string;
}

/** What a rule about postings sees. */
export interface RuleContext<Options = unknown> {
  /** The whole document. */
  readonly source: string;
  readonly posting: Posting;
  readonly judgement: Judgement;
  readonly lens: Lens;
  /** The document holds no other posting. */
  readonly alone: boolean;
  readonly options: Options;
}

/** What can be told of a rule without running it. */
export interface RuleFacts<Table extends OptionTable = OptionTable> {
  /** Never changes. */
  readonly id: string;
  /** The one sentence that says what it finds. */
  readonly says: string;
  /** Unless configuration says otherwise. */
  readonly severity: Severity;
  /** What can be chosen for it beside the level. */
  readonly options: Table;
}

/** A rule about postings. It reads the finished judgement and never judges by itself. */
export interface PostingRule extends RuleFacts {
  readonly about: 'posting';
  /** Where this rule finds something, no other rule about the posting says anything. */
  readonly silencesOthers: boolean;
  readonly check: (context: RuleContext) => readonly RawFinding[];
}

/** What a rule about comments sees. */
export interface SuppressionContext {
  /** The whole document. */
  readonly source: string;
  readonly format: FormatId;
  readonly unused: readonly UnusedSuppression[];
  readonly unheard: readonly UnheardComment[];
}

/** A rule about the comments that switch rules off. */
export interface SuppressionRule extends RuleFacts {
  readonly about: 'suppressions';
  readonly check: (context: SuppressionContext) => readonly RawFinding[];
}

/** A rule about configuration files. */
export interface ConfigurationRule extends RuleFacts {
  readonly about: 'configuration';
  readonly check: (problems: readonly ConfigurationProblem[]) => readonly RawFinding[];
}

export type Rule = PostingRule | SuppressionRule | ConfigurationRule;

interface Definition<Table extends OptionTable> extends Omit<RuleFacts<Table>, 'options'> {
  readonly options?: Table;
  readonly silencesOthers?: boolean;
  readonly check: (context: RuleContext<OptionValues<Table>>) => readonly RawFinding[];
}

// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- no options unless some are given
export function defineRule<const Table extends OptionTable = {}>(rule: Definition<Table>): PostingRule {
  const { options = {}, silencesOthers = false } = rule;
  // The values that reach `check` were made from this very table.
  return { ...rule, about: 'posting', options, silencesOthers, check: rule.check as PostingRule['check'] };
}

export function defineSuppressionRule(rule: Omit<SuppressionRule, 'about' | 'options'>): SuppressionRule {
  return { ...rule, about: 'suppressions', options: {} };
}

export function defineConfigurationRule(
  rule: Omit<ConfigurationRule, 'about' | 'options'>,
): ConfigurationRule {
  return { ...rule, about: 'configuration', options: {} };
}
