import { existsSync, statSync } from 'node:fs';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { fixKinds, type FormatId, formats, taxonomy } from '../../shared/index.ts';
import { version } from '../version.ts';
import type { Shell } from './completion.ts';
import type { CheckOptions } from './options.ts';
import { complain, print } from './output.ts';
import { reportFormats } from './reporters/reporter.ts';
import { UsageError } from './usage.ts';

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return value;
}

const [first, second] = taxonomy.roles;
const roleIds = taxonomy.roles.map(({ id }) => id);
const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** What stands on the command line: what has no default is there only when it was given. */
type GivenOptions = Pick<CheckOptions, 'format' | 'failOn'> & Partial<CheckOptions>;

function addCheck(root: Command): void {
  // Each line fits beside its option on a screen of 80 columns, and all of them on one of 24 lines.
  root
    .command('check')
    .description('judge postings: paths, folders, globs, - for standard input; default: this folder')
    .argument('[paths...]')
    .addOption(
      new Option('--format <format>', 'pretty, json, ndjson, sarif, github or junit')
        .choices(reportFormats)
        .default('pretty'),
    )
    .option('--stdin-filename <name>', 'what standard input would be called as a file')
    .addOption(
      new Option('--stdin-format <format>', 'ndjson: {"id", "text", "format", "title"?} a line').choices([
        'ndjson',
      ]),
    )
    .addOption(
      new Option('--fix [=titles]', 'write safe (and clear title) fixes; with -: print').choices(fixKinds),
    )
    .option('--fix-dry-run', 'print fixes as a patch; the report goes to stderr')
    .option('--rule <id=level>', 'set to off, hint, information, warning or error', collect)
    .option('--config <file>', 'take this file, not the nearest .posting-lens.json')
    .option('--no-config', 'take no configuration file')
    .option('--explain-config <file>', 'print what a file is checked with, and why')
    .addOption(
      new Option('--fail-on <level>', 'exit 1 from this level on, or never; else warning')
        .choices(['error', 'warning', 'information', 'hint', 'never'])
        .default('warning'),
    )
    .option('--max-warnings <n>', 'exit with 1 when there are more warnings', count)
    .option('--statements', 'print every statement with its side')
    .option('--all', 'print files of folders that are no postings, too')
    .action(async (paths: string[], given: GivenOptions) => {
      const { check } = await import('./check.ts');
      const { rule = [], fixDryRun = false, statements = false, all = false } = given;
      const fix = given.fix ?? (fixDryRun ? 'safe' : undefined);
      const options = { ...given, rule, fixDryRun, statements, all, ...(fix === undefined ? {} : { fix }) };
      process.exitCode = await check(paths, options);
    });
}

function addWriting(root: Command): void {
  root
    .command('explain')
    .description('print the page of a rule, a responsibility or a trait')
    .argument('<id>', 'such as title-mismatch, moderation or trait-agility')
    .action(async (id: string) => {
      const { explain } = await import('./explain.ts');
      await print(explain(id, taxonomy));
    });
  root
    .command('init')
    .description('write a .posting-lens.json that explains every setting')
    .action(async () => {
      const { init } = await import('./init.ts');
      await print(`${await init()} is written.\n`);
    });
  root
    .command('new')
    .description('print a posting to start from')
    .argument('<role>', roleIds.join(' or '))
    .addOption(
      new Option('--format <format>', 'how it is written')
        .choices(formats.map(({ id }) => id))
        .default('markdown'),
    )
    .option('--title <title>', 'the title of the job')
    .option('--organisation <name>', 'who hires')
    .action(async (role: string, options: { format: FormatId; title?: string; organisation?: string }) => {
      const { lensFor } = await import('../../shared/index.ts');
      const posting = lensFor().newPosting({ role, ...options });
      if (posting === null) throw (await import('./explain.ts')).unknown('role', role, roleIds);
      await print(posting);
    });
}

function addServers(root: Command): void {
  root
    .command('lsp')
    .description('run the language server')
    .option('--stdio', 'over standard input and output')
    .action(async (options: { stdio?: boolean }) => {
      if (options.stdio !== true) throw new UsageError('say over what: posting-lens lsp --stdio');
      const { startServer } = await import('../start.ts');
      startServer();
    });
  root
    .command('mcp')
    .description('serve agents over the Model Context Protocol, on standard input and output')
    .argument('[folders...]', 'where files may be read; else only where the client works')
    .action(async (folders: string[]) => {
      for (const folder of folders) {
        if (!existsSync(folder)) throw new UsageError(`${folder} does not exist.`);
        if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is no folder.`);
      }
      const { serveMcp } = await import('../mcp/serve.ts');
      serveMcp(folders);
    });
}

function program(): Command {
  const root = new Command('posting-lens')
    .description(`Tells whether a job posting describes a ${first.name} or a ${second.name}.`)
    .version(version)
    .exitOverride()
    .showHelpAfterError('Try posting-lens --help.')
    .configureHelp({
      showGlobalOptions: false,
      optionTerm: ({ flags }) => flags.replace(' [=', '[='),
      optionDescription: ({ description }) => description,
    });
  addCheck(root);
  addWriting(root);
  addServers(root);
  root
    .command('completion')
    .description('print a script that completes this command line in a shell')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: Shell) => {
      const { completionScript, shells } = await import('./completion.ts');
      const { explainableIds } = await import('../pages.ts');
      const values = { explain: explainableIds(taxonomy), new: roleIds, completion: shells, init: [] };
      await print(completionScript(shell, root, values));
    });
  return root;
}

/** What a shell calls the end of a program whose reader has gone. */
const unread = 141;

/** Ends quietly when the reader of our output has gone (`| head`): what was not looked at is not right for that. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? unread);
  throw error;
});

/** Runs the program as it was called. `--fix` by itself never takes the next word, which is a path. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    const given = argv.map((argument) => (argument === '--fix' ? '--fix=safe' : argument));
    await program().parseAsync(given);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      complain(error instanceof Error ? error.message : String(error));
      process.exitCode = 2;
    }
  }
}
