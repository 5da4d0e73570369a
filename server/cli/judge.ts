import {
  type Analysis,
  type DocumentConfiguration,
  formatById,
  formatByPath,
  type Role,
  type Severity,
} from '../../shared/index.ts';
import { sniff } from '../../shared/sniff.ts';
import { Configurations } from './configuration.ts';
import { type Content, readText } from '../content.ts';
import { FailedRules } from '../failedRules.ts';
import type { InputFile } from './inputs.ts';
import { judgeContent } from '../judgeContent.ts';
import { type Line, judgeLine, type Request } from './ndjson.ts';
import type { CheckOptions } from './options.ts';
import { type Result, toResults } from '../result.ts';

/** Something to judge: a file, or some lines of a dump. Plain data. */
export type Task =
  /** `text` is what was read of it, where it was. */
  | { readonly kind: 'file'; readonly file: InputFile; readonly text?: string }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] };

/** A document's results, with what else a report shows. Plain data. */
export interface JudgedFile {
  readonly results: readonly Result[];
  readonly source: string;
  readonly roles: readonly Role[];
  /** Why a file that was named could not be read. */
  readonly unread: string | null;
}

/** Lines of a dump, answered. */
export interface JudgedLines {
  /** Lines of JSON, ready to be printed. */
  readonly text: string;
  readonly malformed: number;
  /** One for each finding. */
  readonly severities: readonly Severity[];
}

/** A rule that threw, and where it did first. */
type FailedRule = Analysis['failures'][number] & { readonly where: string };

/** What there is to tell beside results. Plain data. */
export interface Notes {
  /** What is wrong with configuration files, and what could not be judged. */
  readonly complaints: readonly string[];
  /** Rules that threw, as far as this judge has not told of them. */
  readonly failures: readonly FailedRule[];
}

/** An answer, and what came up on the way to it. */
export type Answer = Notes &
  (({ readonly kind: 'file' } & JudgedFile) | ({ readonly kind: 'lines' } & JudgedLines));

/** A document that was read and judged. */
export interface Opened {
  readonly content: Content;
  readonly configured: DocumentConfiguration;
  readonly analysis: Analysis;
}

const nothing = { text: '', encoding: 'utf-8', bytes: Buffer.alloc(0) } satisfies Content;
const unsaid: JudgedFile = { results: [], source: '', roles: [], unread: null };

/** Whether what could not be read as text may be a posting, in an encoding of one byte a letter as far as one can see. */
function mayBePosting(path: string, content: Content): boolean {
  if (!('error' in content)) return false;
  const { bytes } = content;
  return bytes === null || (!bytes.includes(0) && sniff(bytes.toString('latin1'), formatByPath(path)?.id));
}

/** Judges files and lines one at a time, each with the configuration that holds for it. */
export class Judge {
  readonly #options: CheckOptions;
  readonly #configurations: Configurations;
  readonly #failedRules = new FailedRules();
  #complaints: string[] = [];
  #failures: FailedRule[] = [];

  /** @throws UsageError where an option makes no sense */
  constructor(options: CheckOptions) {
    this.#options = options;
    this.#configurations = new Configurations(options, (message) => this.#complaints.push(message));
  }

  async answer(task: Task): Promise<Answer> {
    if (task.kind === 'lines') {
      const judged = await this.#lines(task.lines);
      return { kind: 'lines', ...judged, ...this.notes() };
    }
    const { file, text } = task;
    const opened = await this.open(file.path, (most) =>
      text === undefined ? readText(file.path, most) : { ...nothing, text },
    );
    return { kind: 'file', ...this.judged(file, opened), ...this.notes() };
  }

  /**
   * Reads a file and looks whether it has to be judged.
   * @returns the answer where nothing will be said of it, else what is to be done
   */
  async look(file: InputFile): Promise<Answer | Task> {
    const task: Task = { kind: 'file', file };
    const { judged, maxLength } = (await this.#configurations.of(file.path)).configuration;
    if (file.named || this.#options.all || judged.when === 'never') return this.answer(task);
    const content = await readText(file.path, maxLength);
    if (!('text' in content)) return this.answer(task);
    const { text } = content;
    if (judged.when === 'always' || sniff(text, formatByPath(file.path)?.id)) return { ...task, text };
    return { kind: 'file', ...unsaid, ...this.notes() };
  }

  /** What a file is checked with and why, for people. */
  explain(file: string): Promise<string> {
    return this.#configurations.explain(file);
  }

  /** What came up, as far as no one was told yet. */
  notes(): Notes {
    const notes = { complaints: this.#complaints, failures: this.#failures };
    this.#complaints = [];
    this.#failures = [];
    return notes;
  }

  /**
   * Reads a document and judges it.
   * @param path the file's, or what standard input is called
   * @param read takes what there is, up to a length in UTF-16 units
   */
  async open(path: string, read: (maxLength: number) => Promise<Content> | Content): Promise<Opened> {
    const configured = await this.#configurations.of(path);
    const { judged, maxLength } = configured.configuration;
    // What is not to be judged is not read either.
    const content = judged.when === 'never' ? nothing : await read(maxLength);
    return { content, configured, analysis: this.#judge(path, path, content, configured) };
  }

  /**
   * Judges another text of a document.
   * @throws what judging it throws: a text that nobody could judge is none to go on with
   */
  again(path: string, text: string, configured: DocumentConfiguration): Analysis {
    return this.#noted(path, judgeContent(path, { text }, configured));
  }

  /** Where judging throws, that document is told of, and the others are judged. @param where for people */
  #judge(where: string, ...judging: Parameters<typeof judgeContent>): Analysis {
    try {
      return this.#noted(where, judgeContent(...judging));
    } catch (error) {
      const reason = `it could not be judged: ${error instanceof Error ? error.message : String(error)}`;
      this.#complaints.push(`${where}: ${reason}`);
      const [path, , configured] = judging;
      return judgeContent(path, { error: reason }, configured);
    }
  }

  #noted(where: string, analysis: Analysis): Analysis {
    this.#failedRules.tellNew(analysis, (rule, error) => this.#failures.push({ rule, error, where }));
    return analysis;
  }

  /** What there is to report of a document. */
  judged({ path, named }: InputFile, { content, analysis }: Omit<Opened, 'configured'>): JudgedFile {
    const { source, taxonomy, silence, isPosting } = analysis;
    // A picture in a folder is no posting, and that is all; what cannot be read may be one.
    const told = silence?.kind === 'unreadable' && (named || mayBePosting(path, content));
    const unread = told ? `${path}: ${silence.reason}` : null;
    const { all, statements, format } = this.#options;
    const wanted = { statements, evidence: format === 'json' || format === 'ndjson' };
    const results = named || all || isPosting ? toResults({ path }, analysis, wanted) : [];
    return { results, source, roles: taxonomy.roles, unread };
  }

  async #lines(lines: readonly Line[]): Promise<JudgedLines> {
    const configured = await this.#configurations.ofNoFile();
    const judge = ({ text, format, title }: Request, number: number): Analysis =>
      this.#judge(`line ${number} of the input`, '', { text }, configured, {
        format: formatById(format),
        title,
      });
    const answers = lines.map((line) => judgeLine(line, judge, this.#options.statements));
    return {
      text: answers.map(({ text }) => text).join(''),
      malformed: answers.filter(({ malformed }) => malformed).length,
      severities: answers.flatMap(({ severities }) => severities),
    };
  }
}
