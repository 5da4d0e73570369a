import { readStream } from '../content.ts';
import { expand, type InputFile } from './inputs.ts';
import { inOrder } from './inOrder.ts';
import { type Answer, Judge, type JudgedFile, type Task } from './judge.ts';
import { Judges } from './judges.ts';
import type { CheckOptions } from './options.ts';
import { Outcome } from './outcome.ts';
import { endOnInterrupt, print, writerTo } from './output.ts';
import { inputSize, Progress } from './progress.ts';
import { reporterOf } from './reporters/reporter.ts';
import { UsageError } from './usage.ts';

/**
 * Runs `check`.
 * @returns the exit code: 0 nothing at or above `--fail-on`, 1 findings, 2 something could not be read
 * @throws UsageError where the options make no sense together
 */
export async function check(targets: readonly string[], options: CheckOptions): Promise<number> {
  const judge = new Judge(options);
  if (options.explainConfig !== undefined) {
    const outcome = new Outcome(options, new Progress('files'));
    await print(await judge.explain(options.explainConfig));
    outcome.tell(judge.notes());
    return outcome.code;
  }
  if (options.stdinFormat === 'ndjson') {
    if (targets.length !== 1 || targets[0] !== '-')
      throw new UsageError('--stdin-format goes with - as the only path.');
    if (options.fix !== undefined) throw new UsageError('--fix goes with files, not with --stdin-format.');
    return checkLines(options, judge);
  }
  return checkFiles(targets, options, judge);
}

/** Answers a dump on standard input, line by line. */
async function checkLines(options: CheckOptions, judge: Judge): Promise<number> {
  endOnInterrupt();
  const total = inputSize();
  const progress = new Progress('lines', total);
  const outcome = new Outcome(options, progress);
  const judges = new Judges(options, judge, total);
  const { linesOf } = await import('./lines.ts');
  let malformed = 0;
  async function* tasks(): AsyncGenerator<Task> {
    for await (const lines of linesOf(process.stdin)) yield { kind: 'lines', lines };
  }
  try {
    await inOrder(
      tasks(),
      judges.most,
      async (task) => ({ task, answer: await judges.answer(task) }),
      async ({ task, answer }) => {
        outcome.tell(answer);
        if (answer.kind !== 'lines' || task.kind !== 'lines') return;
        malformed += answer.malformed;
        outcome.count(answer.severities);
        progress.clear();
        await print(answer.text);
        const size = task.lines.reduce((sum, line) => sum + ('text' in line ? line.text.length + 1 : 0), 0);
        progress.add(task.lines.length, size);
      },
    );
  } finally {
    await judges.end();
  }
  if (malformed > 0) outcome.problem(`${malformed} of the input lines could not be read; see their "error".`);
  progress.clear();
  return outcome.code;
}

async function checkFiles(targets: readonly string[], options: CheckOptions, judge: Judge): Promise<number> {
  const progress = new Progress('files');
  const outcome = new Outcome(options, progress);
  const fromStdin = targets.includes('-');
  if (options.fix !== undefined && fromStdin && targets.length > 1)
    throw new UsageError('- with --fix prints the fixed text, so it goes alone.');
  // The fixed text, or what would change, takes standard output: what is left to say goes beside it.
  const stream =
    options.fix !== undefined && (fromStdin || options.fixDryRun) ? process.stderr : process.stdout;
  const write = writerTo(stream);
  const reporter = await reporterOf(options, stream);
  const report = async (judged: JudgedFile): Promise<void> => {
    if (judged.unread !== null) outcome.problem(judged.unread);
    progress.clear();
    for (const result of judged.results) {
      outcome.count(result.diagnostics.map(({ severity }) => severity));
      await write(reporter.result(result, judged));
    }
    progress.add(1);
  };
  const fixer =
    options.fix === undefined
      ? null
      : new (await import('./fixFile.ts')).Fixer(judge, options.fix, options.fixDryRun, outcome.problem);

  if (fromStdin) {
    const file: InputFile = { path: options.stdinFilename ?? 'stdin.md', named: true };
    const opened = await judge.open(file.path, (most) => readStream(process.stdin, most));
    await report(judge.judged(file, fixer === null ? opened : await fixer.text(file.path, opened)));
    outcome.tell(judge.notes());
  }
  const paths = targets.filter((target) => target !== '-');
  const files = expand(targets.length === 0 ? ['.'] : paths, outcome.problem);
  if (fixer !== null) {
    for await (const file of files) {
      await report(judge.judged(file, await fixer.file(file.path)));
      outcome.tell(judge.notes());
    }
  } else {
    const judges = new Judges(options, judge);
    async function* tasks(): AsyncGenerator<Task | Answer> {
      for await (const file of files) yield judge.look(file);
    }
    try {
      await inOrder(
        tasks(),
        judges.most,
        async (task) => ('complaints' in task ? task : judges.answer(task)),
        async (answer) => {
          outcome.tell(answer);
          if (answer.kind === 'file') await report(answer);
        },
        // An answer holds next to nothing where nothing is said.
        (task) => ('complaints' in task && task.kind === 'file' && task.results.length === 0 ? 0.01 : 1),
      );
    } finally {
      await judges.end();
    }
  }
  progress.clear();
  await write(reporter.end());
  return outcome.code;
}
