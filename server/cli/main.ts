import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { taxonomy } from '../../shared/index.ts';
import { version } from '../version.ts';
import { fixKinds } from './fix.ts';
import type { CheckOptions } from './options.ts';
import { reportFormats } from './reporters/reporter.ts';
import { UsageError } from './usage.ts';

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return value;
}

const [first, second] = taxonomy.roles;
const collect = (value: string, before: readonly string[]): string[] => [...before, value];

function program(): Command {
  const root = new Command('posting-lens')
    .description(`Tells whether a job posting describes a ${first.name} or a ${second.name}.`)
    .version(version)
    .exitOverride()
    .showHelpAfterError('Try posting-lens --help.');
  root
    .command('check')
    .description('judge postings: files, folders, globs, or - for standard input')
    .argument('[paths...]', 'what to check; the working directory where none is given')
    .addOption(new Option('--format <format>', 'how to print').choices(reportFormats).default('pretty'))
    .option('--stdin-filename <name>', 'what standard input would be called as a file')
    .addOption(
      new Option('--stdin-format <format>', 'read one posting a line from standard input').choices([
        'ndjson',
      ]),
    )
    .addOption(
      new Option('--fix <kind>', 'make the safe fixes; =titles: and put clear titles right').choices(
        fixKinds,
      ),
    )
    .option('--fix-dry-run', 'print the fixes as a patch and write nothing', false)
    .option('--rule <id=level>', 'change a rule: off, hint, information, warning or error', collect, [])
    .option('--config <file>', 'take this configuration file instead of the nearest .posting-lens.json')
    .option('--no-config', 'take no configuration file')
    .option('--explain-config <file>', 'print what a file is checked with and where each value comes from')
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 from this severity on')
        .choices(['error', 'warning', 'information', 'hint', 'never'])
        .default('warning'),
    )
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings', count)
    .option('--statements', 'print every statement with its side', false)
    .option('--all', 'print files found in folders even when they are no postings', false)
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('./check.ts');
      const fix = options.fix ?? (options.fixDryRun ? 'safe' : undefined);
      process.exitCode = await check(paths, { ...options, ...(fix === undefined ? {} : { fix }) });
    });
  root
    .command('lsp')
    .description('run the language server')
    .option('--stdio', 'over standard input and output')
    .action(async (options: { stdio?: boolean }) => {
      if (options.stdio !== true) throw new UsageError('say over what: posting-lens lsp --stdio');
      const { startServer } = await import('../start.ts');
      startServer();
    });
  return root;
}

/** Ends quietly when the reader of our output has gone (`| head`). */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  await program().parseAsync(
    process.argv.map((argument) => (argument === '--fix' ? '--fix=safe' : argument)),
  );
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`posting-lens: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
