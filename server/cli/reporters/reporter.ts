import type { Analysis } from '../../../shared/index.ts';
import type { Result } from '../result.ts';

/** Prints results as they come. What it returns is written to standard output as it is. */
export interface Reporter {
  /** @param analysis what the result was made from */
  result(result: Result, analysis: Analysis): string;
  /** What comes after the last result. */
  end(): string;
}

/** Ways to print that `--format` chooses from. */
export const reportFormats = ['pretty', 'json', 'ndjson', 'sarif', 'github', 'junit'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Makes a reporter; what it needs is loaded only now. */
export async function reporterOf(format: ReportFormat): Promise<Reporter> {
  switch (format) {
    case 'pretty': {
      const { PrettyReporter } = await import('./pretty.ts');
      const color = Boolean(process.env['FORCE_COLOR']) || (process.stdout.isTTY && !process.env['NO_COLOR']);
      return new PrettyReporter({ color, width: process.stdout.columns || 100 });
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
      return new (await import('./junit.ts')).JunitReporter();
  }
}
