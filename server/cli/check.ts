import {
  type Analysis,
  type Configuration,
  createPostingLens,
  defaults,
  type Level,
  levels,
  type RuleSetting,
  rules,
  severities,
  type Severity,
} from '../../shared/index.ts';
import { type Content, expand, readStream, readText } from './inputs.ts';
import { judgeContent } from './judgeFile.ts';
import { judgeLines } from './ndjson.ts';
import { prettyResult, prettySummary, type PrettyOptions } from './pretty.ts';
import { type Result, toResults } from './result.ts';

export interface CheckOptions {
  readonly format: 'pretty' | 'json' | 'ndjson';
  readonly stdinFilename?: string;
  readonly stdinFormat?: 'ndjson';
  readonly rule: readonly string[];
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly statements: boolean;
  readonly all: boolean;
}

/** Something wrong with how the program was called. */
export class UsageError extends Error {}

/** `ID=LEVEL` options as a configuration. */
export function configurationOf(options: readonly string[]): Configuration {
  const own: Record<string, RuleSetting> = {};
  for (const option of options) {
    const [id = '', level = ''] = option.split('=');
    if (!rules.some((rule) => rule.id === id))
      throw new UsageError(
        `--rule ${option}: there is no rule “${id}”. The rules are ${rules.map((rule) => rule.id).join(', ')}.`,
      );
    if (!levels.includes(level as Level))
      throw new UsageError(`--rule ${option}: “${level}” is no level. The levels are ${levels.join(', ')}.`);
    own[id] = { severity: level as Level };
  }
  return { ...defaults, rules: own };
}

/** Standard output that waits when the reader is slow, and ends quietly when the reader has gone. */
function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once('drain', resolve);
  });
}

function complain(message: string): void {
  process.stderr.write(`posting-lens: ${message}\n`);
}

class Tally {
  #atOrAbove = 0;
  #warnings = 0;
  readonly #failOn: CheckOptions['failOn'];

  constructor(failOn: CheckOptions['failOn']) {
    this.#failOn = failOn;
  }

  readonly add = (result: Result): void => {
    for (const { severity } of result.diagnostics) {
      if (severity === 'warning') this.#warnings += 1;
      if (this.#failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(this.#failOn))
        this.#atOrAbove += 1;
    }
  };

  failed(maxWarnings: number | undefined): boolean {
    return this.#atOrAbove > 0 || (maxWarnings !== undefined && this.#warnings > maxWarnings);
  }
}

/**
 * Runs `check`.
 * @returns the exit code: 0 nothing at or above `--fail-on`, 1 findings, 2 something could not be read
 */
export async function check(targets: readonly string[], options: CheckOptions): Promise<number> {
  const configuration = configurationOf(options.rule);
  const lens = createPostingLens();
  const tally = new Tally(options.failOn);
  if (options.stdinFormat === 'ndjson') {
    if (targets.length !== 1 || targets[0] !== '-')
      throw new UsageError('--stdin-format goes with - as the only path.');
    const outcome = await judgeLines(
      process.stdin,
      write,
      lens,
      configuration,
      options.statements,
      tally.add,
    );
    if (outcome.malformed > 0)
      complain(`${outcome.malformed} of the input lines could not be read; see their "error".`);
    return outcome.malformed > 0 ? 2 : tally.failed(options.maxWarnings) ? 1 : 0;
  }
  const paths = targets.filter((target) => target !== '-');
  const inputs = await expand(targets.length === 0 ? ['.'] : paths);
  let unreadable = inputs.problems.length > 0;
  inputs.problems.forEach(complain);
  const printer = new Printer(options);
  const visit = async (path: string, content: Content, named: boolean): Promise<void> => {
    const analysis = judgeContent(path, content, lens, configuration);
    if (analysis.silence?.kind === 'unreadable' && named) {
      unreadable = true;
      complain(`${path}: ${analysis.silence.reason}`);
    }
    if (!named && !options.all && !analysis.isPosting) return;
    for (const result of toResults({ path }, analysis, options.statements)) {
      tally.add(result);
      await printer.print(result, analysis);
    }
  };
  if (targets.includes('-'))
    await visit(
      options.stdinFilename ?? 'stdin.md',
      await readStream(process.stdin, configuration.maxLength),
      true,
    );
  for (const file of inputs.files)
    await visit(file.path, await readText(file.path, configuration.maxLength), file.named);
  await printer.end();
  return unreadable ? 2 : tally.failed(options.maxWarnings) ? 1 : 0;
}

/** Prints results as they come, in the format asked for. */
class Printer {
  readonly #results: Result[] = [];
  readonly #format: CheckOptions['format'];
  readonly #pretty: PrettyOptions = {
    color: process.stdout.isTTY && !process.env['NO_COLOR'],
    width: process.stdout.columns || 100,
  };

  constructor(options: CheckOptions) {
    this.#format = options.format;
  }

  async print(result: Result, analysis: Analysis): Promise<void> {
    if (this.#format === 'ndjson') return write(`${JSON.stringify(result)}\n`);
    this.#results.push(result);
    if (this.#format === 'pretty') await write(`${prettyResult(result, analysis, this.#pretty)}\n`);
  }

  async end(): Promise<void> {
    if (this.#format === 'json') await write(`${JSON.stringify({ version: 1, results: this.#results })}\n`);
    if (this.#format === 'pretty') await write(prettySummary(this.#results, this.#pretty));
  }
}
