import { createHash } from 'node:crypto';
import type { Log, ReportingDescriptor, Result as SarifResult } from 'sarif';
import { rules, type Severity } from '../../../shared/index.ts';
import { version } from '../../version.ts';
import type { DiagnosticResult, Range, Result } from '../../result.ts';
import { rulePage } from '../../rulePages.ts';
import type { Reported, Reporter } from './reporter.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Lines and columns count from 1; the end of a region is the first column after it. */
const regionOf = ({ start, end }: Range) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

/** A path as a relative reference of RFC 3986. */
const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const placeOf = (path: string, range: Range) => ({
  physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: regionOf(range) },
});

/** Plain words of a page's Markdown. */
const plain = (markdown: string): string => markdown.replace(/[*_`#]/g, '').trim();

function descriptorOf(rule: (typeof rules)[number]): ReportingDescriptor {
  const page = rulePage(rule.id);
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: { text: rule.says },
    fullDescription: { text: rule.says },
    help: { text: plain(page) || rule.says, ...(page === '' ? {} : { markdown: page }) },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

/** The same as long as rule, place in the file's words and posting stay the same, wherever the lines move. */
function fingerprint(
  { path, index }: Result,
  { rule, range }: DiagnosticResult,
  lines: readonly string[],
): string {
  const line = (lines[range.start.line] ?? '').trim().replace(/\s+/g, ' ');
  return createHash('sha256').update([path, index, rule, line].join('\0')).digest('hex').slice(0, 32);
}

/** SARIF 2.1.0: one run, with the page of every rule. */
export class SarifReporter implements Reporter {
  readonly #results: SarifResult[] = [];
  readonly #unread: { readonly path: string; readonly reason: string }[] = [];

  result(result: Result, { source }: Reported): string {
    const lines = source.split(/\r\n|\r|\n/);
    if (result.silent === 'unreadable') this.#unread.push({ path: result.path, reason: result.reason ?? '' });
    for (const diagnostic of result.diagnostics) {
      const { rule, severity, message, range, related } = diagnostic;
      // A fix in SARIF modifies artifacts and makes none: half of one that moves text into a new file would delete it.
      const fixes = diagnostic.fixes.filter(({ creates }) => creates === undefined);
      this.#results.push({
        ruleId: rule,
        ruleIndex: rules.findIndex(({ id }) => id === rule),
        level: levels[severity],
        message: { text: message },
        locations: [placeOf(result.path, range)],
        ...(related.length === 0
          ? {}
          : {
              relatedLocations: related.map((each, id) => ({
                id,
                ...placeOf(result.path, each.range),
                message: { text: each.message },
              })),
            }),
        ...(fixes.length === 0
          ? {}
          : {
              fixes: fixes.map(({ title, edits }) => ({
                description: { text: title },
                artifactChanges: [
                  {
                    artifactLocation: { uri: uriOf(result.path) },
                    replacements: edits.map((edit) => ({
                      deletedRegion: regionOf(edit.range),
                      insertedContent: { text: edit.newText },
                    })),
                  },
                ],
              })),
            }),
        partialFingerprints: { 'postingLens/v1': fingerprint(result, diagnostic, lines) },
      });
    }
    return '';
  }

  end(): string {
    const log: Log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'Posting Lens', semanticVersion: version, rules: rules.map(descriptorOf) },
          },
          columnKind: 'utf16CodeUnits',
          invocations: [
            {
              executionSuccessful: this.#unread.length === 0,
              toolExecutionNotifications: this.#unread.map(({ path, reason }) => ({
                level: 'error',
                message: { text: reason },
                locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
              })),
            },
          ],
          results: this.#results,
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  }
}
