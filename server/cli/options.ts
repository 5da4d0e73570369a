import type { FixKind, Severity } from '../../shared/index.ts';
import type { ConfigurationOptions } from './configuration.ts';
import type { ReportFormat } from './reporters/reporter.ts';

/** What `check` is asked for. Plain data: workers get it too. */
export interface CheckOptions extends ConfigurationOptions {
  readonly format: ReportFormat;
  readonly stdinFilename?: string;
  readonly stdinFormat?: 'ndjson';
  readonly explainConfig?: string;
  readonly fix?: FixKind;
  readonly fixDryRun: boolean;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly statements: boolean;
  readonly all: boolean;
}
