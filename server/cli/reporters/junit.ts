import type { DiagnosticResult, Result } from '../../result.ts';
import type { CheckOptions } from '../options.ts';
import { fails } from '../outcome.ts';
import type { Reporter } from './reporter.ts';

/** Text in XML 1.0: what the standard has no place for is shown as a replacement character. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A test suite a document, a test a posting, a failure a finding that fails the run; others are advice. */
export class JunitReporter implements Reporter {
  readonly #suites: string[] = [];
  #tests = 0;
  #failures = 0;
  readonly #failOn: CheckOptions['failOn'];

  constructor(failOn: CheckOptions['failOn']) {
    this.#failOn = failOn;
  }

  result({ path, index, title, diagnostics, reason }: Result): string {
    const fail = ({ severity }: DiagnosticResult): boolean => fails(severity, this.#failOn);
    const failures = diagnostics.filter(fail);
    const advice = diagnostics.filter((diagnostic) => !fail(diagnostic));
    const name = title === null ? `posting ${index + 1}` : title.text;
    const body = [
      ...failures.map(
        ({ rule, severity, message, range: { start } }) =>
          `      <failure type="${xml(rule)}" message="${xml(message)}">${xml(
            `${path}:${start.line + 1}:${start.character + 1} ${severity} ${rule}: ${message}`,
          )}</failure>`,
      ),
      ...(reason === undefined ? [] : [`      <skipped message="${xml(reason)}"/>`]),
      ...(advice.length === 0
        ? []
        : [
            `      <system-out>${xml(
              advice
                .map(
                  ({ rule, severity, message, range }) =>
                    `${range.start.line + 1}: ${severity} ${rule}: ${message}`,
                )
                .join('\n'),
            )}</system-out>`,
          ]),
    ];
    this.#tests += 1;
    this.#failures += failures.length;
    const skipped = reason === undefined ? 0 : 1;
    this.#suites.push(
      [
        `  <testsuite name="${xml(path)}" tests="1" failures="${failures.length}" errors="0" skipped="${skipped}">`,
        `    <testcase classname="${xml(path)}" name="${xml(name)}">`,
        ...body,
        '    </testcase>',
        '  </testsuite>',
      ].join('\n'),
    );
    return '';
  }

  end(): string {
    const head = `<testsuites name="posting-lens" tests="${this.#tests}" failures="${this.#failures}" errors="0">`;
    return `${['<?xml version="1.0" encoding="UTF-8"?>', head, ...this.#suites, '</testsuites>'].join('\n')}\n`;
  }
}
