import type { Severity } from '../../../shared/index.ts';
import type { Result } from '../../result.ts';
import type { Reporter } from './reporter.ts';

/** GitHub knows three kinds of annotations. */
const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

const escapeData = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Workflow commands that GitHub shows beside the lines of a pull request. Lines and columns count from 1. */
export class GithubReporter implements Reporter {
  result({ path, diagnostics }: Result): string {
    return diagnostics
      .map(({ rule, severity, message, range: { start, end } }) => {
        const properties = {
          file: path,
          line: start.line + 1,
          endLine: end.line + 1,
          // GitHub takes columns only where a finding stands on one line.
          ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
          title: `posting-lens ${rule}`,
        };
        const written = Object.entries(properties).map(
          ([key, value]) => `${key}=${escapeProperty(String(value))}`,
        );
        return `::${commands[severity]} ${written.join(',')}::${escapeData(message)}\n`;
      })
      .join('');
  }

  end(): string {
    return '';
  }
}
