import type { Analysis, DocumentConfiguration, FormatId } from '../../shared/index.ts';
import type { FailedRules } from '../failedRules.ts';
import type { Schema } from './schema.ts';

/**
 * Why a tool did not do what it was asked. Where a document was read, its reason to be silent (see `Silence` in the core) is
 * the reason; these are for requests that never came so far.
 */
export const refusalCodes = ['input', 'outside', 'not-found', 'unknown-id'] as const;

/** What could not be done, and in a sentence or two why and what to do instead. */
export interface Refusal {
  readonly refusal: (typeof refusalCodes)[number];
  readonly says: string;
}

/** The answer to an input that points at nothing, or at two things. */
export const eitherOr: Refusal = {
  refusal: 'input',
  says: 'Give either the text of a posting or the path of its file.',
};

/** What a text is checked with that comes without a file: patterns of files say nothing about it. */
export function withoutPatterns(configured: DocumentConfiguration): DocumentConfiguration {
  return { ...configured, configuration: { ...configured.configuration, judged: { when: 'by-text' } } };
}

/** What tools about a posting are asked about. */
export interface PostingInput {
  readonly text?: string;
  readonly path?: string;
  readonly format?: FormatId;
  readonly title?: string;
}

/** The document that was pointed at, judged. */
export interface Opened {
  /** As results name it; empty for a text. */
  readonly path: string;
  /** What could not be used of the configuration that it is judged with, a line each. */
  readonly misconfigured: readonly string[];
  readonly analysis: Analysis;
  /** Judges another state of it. */
  readonly analyze: (source: string) => Analysis;
}

/**
 * An opened document with each new failure of a rule told, those in its other states too.
 * @param tell gets a sentence
 */
export function telling(opened: Opened, failedRules: FailedRules, tell: (failure: string) => void): Opened {
  const told = (analysis: Analysis): Analysis => {
    failedRules.tellNew(analysis, (rule, error) => tell(`The rule ${rule} failed and was skipped: ${error}`));
    return analysis;
  };
  return { ...opened, analysis: told(opened.analysis), analyze: (source) => told(opened.analyze(source)) };
}

/** How tools come to what only the program around them knows. */
export interface Surroundings {
  readonly open: (input: PostingInput) => Promise<Opened | Refusal>;
  /** The page of a rule, in Markdown; empty where there is none. */
  readonly rulePage: (id: string) => string;
}

/** What a tool answers: the same as data and in words, since some agents are shown only one of them. */
export interface Answer {
  /** Fits the tool's output schema. */
  readonly structured: Readonly<Record<string, unknown>>;
  readonly texts: readonly string[];
  /** It was asked for something that cannot be done, and should ask differently. */
  readonly isError: boolean;
}

/** Something that agents can ask of us: all only read, and none needs a network. */
export interface Tool<Input = Readonly<Record<string, unknown>>> {
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** For the model that chooses among tools. */
  readonly description: string;
  readonly input: Schema;
  readonly output: Schema;
  /** What its output has beside the refusal where it was refused. */
  readonly nothing: Readonly<Record<string, unknown>>;
  /** @param input fits the input schema */
  run(input: Input, surroundings: Surroundings): Promise<Answer>;
}
