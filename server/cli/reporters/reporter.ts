import type { Role } from '../../../shared/index.ts';
import type { Result } from '../../result.ts';
import type { CheckOptions } from '../options.ts';

/** What results were made from, as far as reports show it. */
export interface Reported {
  readonly source: string;
  readonly roles: readonly Role[];
}

/** Prints results as they come. What it returns is written to standard output as it is. */
export interface Reporter {
  result(result: Result, reported: Reported): string;
  /** What comes after the last result. */
  end(): string;
}

/** Ways to print that `--format` chooses from. */
export const reportFormats = ['pretty', 'json', 'ndjson', 'sarif', 'github', 'junit'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Whether colours are wanted: FORCE_COLOR, then NO_COLOR (no-color.org), then whether people read it on a terminal. */
export function wantsColor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
  if (force) return force !== '0' && force !== 'false';
  return !no && stream.isTTY === true && terminal !== 'dumb';
}

/** Makes a reporter; what it needs is loaded only now. @param stream where its text will go */
export async function reporterOf(
  { format, failOn }: Pick<CheckOptions, 'format' | 'failOn'>,
  stream: NodeJS.WriteStream,
): Promise<Reporter> {
  switch (format) {
    case 'pretty': {
      const { PrettyReporter } = await import('./pretty.ts');
      const width = stream.columns || Number(process.env['COLUMNS']) || 100;
      return new PrettyReporter({ color: wantsColor(stream, process.env), width });
    }
    case 'json':
      return new (await import('./json.ts')).JsonReporter();
    case 'ndjson':
      return { result: (result) => `${JSON.stringify(result)}\n`, end: () => '' };
    case 'sarif':
      return new (await import('./sarif.ts')).SarifReporter();
    case 'github':
      return new (await import('./github.ts')).GithubReporter();
    case 'junit':
      return new (await import('./junit.ts')).JunitReporter(failOn);
  }
}
