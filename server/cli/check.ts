import { severities, type Severity } from '../../shared/index.ts';
import { type ConfigurationOptions, Configurations } from './configuration.ts';
import { type Content, expand, readStream, readText } from './inputs.ts';
import { judgeContent } from './judgeFile.ts';
import { judgeLines } from './ndjson.ts';
import { type ReportFormat, reporterOf } from './reporters/reporter.ts';
import { type Result, toResults } from './result.ts';
import { UsageError } from './usage.ts';

export interface CheckOptions extends ConfigurationOptions {
  readonly format: ReportFormat;
  readonly stdinFilename?: string;
  readonly stdinFormat?: 'ndjson';
  readonly explainConfig?: string;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly statements: boolean;
  readonly all: boolean;
}

/** Takes what is to be judged, up to a length in UTF-16 units. */
type Read = (maxLength: number) => Promise<Content>;

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
  const configurations = new Configurations(options, complain);
  if (options.explainConfig !== undefined) {
    await write(await configurations.explain(options.explainConfig));
    return configurations.invalid ? 2 : 0;
  }
  const tally = new Tally(options.failOn);
  if (options.stdinFormat === 'ndjson') {
    if (targets.length !== 1 || targets[0] !== '-')
      throw new UsageError('--stdin-format goes with - as the only path.');
    const configured = await configurations.ofNoFile();
    const outcome = await judgeLines(process.stdin, write, configured, options.statements, tally.add);
    if (outcome.malformed > 0)
      complain(`${outcome.malformed} of the input lines could not be read; see their "error".`);
    return outcome.malformed > 0 || configurations.invalid ? 2 : tally.failed(options.maxWarnings) ? 1 : 0;
  }
  const paths = targets.filter((target) => target !== '-');
  const inputs = await expand(targets.length === 0 ? ['.'] : paths);
  let unreadable = inputs.problems.length > 0;
  inputs.problems.forEach(complain);
  const reporter = await reporterOf(options.format);
  const visit = async (path: string, named: boolean, read: Read): Promise<void> => {
    const configured = await configurations.of(path);
    const { judged, maxLength } = configured.configuration;
    const content = judged.when === 'never' ? { text: '' } : await read(maxLength);
    const analysis = judgeContent(path, content, configured);
    if (analysis.silence?.kind === 'unreadable' && named) {
      unreadable = true;
      complain(`${path}: ${analysis.silence.reason}`);
    }
    if (!named && !options.all && !analysis.isPosting) return;
    for (const result of toResults({ path }, analysis, options.statements)) {
      tally.add(result);
      await write(reporter.result(result, analysis));
    }
  };
  if (targets.includes('-'))
    await visit(options.stdinFilename ?? 'stdin.md', true, (most) => readStream(process.stdin, most));
  for (const { path, named } of inputs.files) await visit(path, named, (most) => readText(path, most));
  await write(reporter.end());
  return unreadable || configurations.invalid ? 2 : tally.failed(options.maxWarnings) ? 1 : 0;
}
