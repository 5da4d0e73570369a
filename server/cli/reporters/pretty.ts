import { inert, type Role, type Severity } from '../../../shared/index.ts';
import type { DiagnosticResult, Result } from '../../result.ts';
import type { Reported, Reporter } from './reporter.ts';

export interface PrettyOptions {
  readonly color: boolean;
  readonly width: number;
}

type Paint = (text: string) => string;
const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

function painter(color: boolean): (name: keyof typeof codes) => Paint {
  return (name) => (text) => (color ? `\u001b[${codes[name]}m${text}\u001b[0m` : text);
}

const severityColor: Readonly<Record<Severity, keyof typeof codes>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

const plurals: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  information: 'information',
  hint: 'hints',
};

const unknown = '\ufffd';

/** A document's words on one line with a sign for each that nobody sees: a posting cannot drive the terminal, and frames stay aligned. */
function onLine(text: string): string {
  return inert(text, () => unknown).replace(/[\t\r\n]/g, unknown);
}

/** @param indent before every line @param hang before every line but the first, too */
function wrap(text: string, width: number, indent: string, hang = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width - indent.length) {
      lines.push(line);
      line = hang + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => indent + each).join('\n');
}

/** How what belongs to a finding is set off. */
const below = ['      ', '  '] as const;

function verdictLine(result: Result, roles: readonly Role[]): string {
  if (result.verdict === null) return result.reason ?? '';
  const { role, shares, confidence } = result.verdict;
  const words: Readonly<Record<string, string>> = {
    both: 'two jobs in one',
    neither: 'another job',
    unclear: 'cannot tell',
  };
  const name = roles.find(({ id }) => id === role)?.name ?? words[role] ?? role;
  const parts = roles.map((each) => `${each.shortName} ${Math.round((shares[each.id] ?? 0) * 100)} %`);
  return `${name} (confidence ${confidence.toFixed(2)}; duties: ${parts.join(', ')})`;
}

function frame(
  diagnostic: DiagnosticResult,
  source: readonly string[],
  paint: ReturnType<typeof painter>,
  width: number,
): string {
  const { start, end } = diagnostic.range;
  const text = source[start.line];
  if (text === undefined) return '';
  const gutter = `${start.line + 1} | `;
  const room = Math.max(20, width - gutter.length - 4);
  const shift = start.character > room ? start.character - 10 : 0;
  const shown = onLine(text.slice(shift, shift + room));
  const last = end.line === start.line ? end.character : text.length;
  const length = Math.max(1, Math.min(last - start.character, shown.length - (start.character - shift)));
  const marker = `${' '.repeat(gutter.length + start.character - shift)}${'~'.repeat(length)}`;
  return `    ${paint('dim')(gutter)}${shown}\n    ${paint(severityColor[diagnostic.severity])(marker)}`;
}

/** A result for people: verdict, then each finding with the place it is about. */
function prettyResult(result: Result, { source, roles }: Reported, options: PrettyOptions): string {
  const paint = painter(options.color);
  const width = Math.min(options.width, 110);
  const lines = source.split(/\r\n|\r|\n/);
  const out = [
    `${paint('bold')(onLine(result.path))}${result.title === null ? '' : `  “${onLine(result.title.text)}”`}`,
    wrap(onLine(verdictLine(result, roles)), width, '  '),
  ];
  for (const diagnostic of result.diagnostics) {
    const { start } = diagnostic.range;
    const level = paint(severityColor[diagnostic.severity])(diagnostic.severity);
    out.push(`  ${start.line + 1}:${start.character + 1}  ${level}  ${paint('dim')(diagnostic.rule)}`);
    out.push(wrap(onLine(diagnostic.message), width, '    '));
    const framed = frame(diagnostic, lines, paint, width);
    if (framed !== '') out.push(framed);
    for (const related of diagnostic.related)
      out.push(
        paint('dim')(wrap(`${related.range.start.line + 1}: ${onLine(related.message)}`, width, ...below)),
      );
    for (const fix of diagnostic.fixes)
      out.push(paint('cyan')(wrap(`fix: ${onLine(fix.title)}`, width, ...below)));
  }
  return `${out.join('\n')}\n`;
}

/** Code frames and a summary, for people. */
export class PrettyReporter implements Reporter {
  readonly #options: PrettyOptions;
  readonly #found = new Map<Severity, number>();
  #postings = 0;
  #documents = 0;
  #last: string | null = null;

  constructor(options: PrettyOptions) {
    this.#options = options;
  }

  result(result: Result, reported: Reported): string {
    if (result.posting) this.#postings += 1;
    // Results of a document come one after the other.
    if (result.path !== this.#last) this.#documents += 1;
    this.#last = result.path;
    for (const { severity } of result.diagnostics)
      this.#found.set(severity, (this.#found.get(severity) ?? 0) + 1);
    return `${prettyResult(result, reported, this.#options)}\n`;
  }

  /** How many postings, how many findings of each severity. */
  end(): string {
    const paint = painter(this.#options.color);
    const parts = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
      const count = this.#found.get(severity);
      return count === undefined
        ? []
        : [paint(severityColor[severity])(`${count} ${count === 1 ? severity : plurals[severity]}`)];
    });
    const postings = `${this.#postings} ${this.#postings === 1 ? 'posting' : 'postings'}`;
    const documents = `${this.#documents} ${this.#documents === 1 ? 'document' : 'documents'}`;
    return `${postings} in ${documents}: ${parts.length === 0 ? 'nothing to say' : parts.join(', ')}\n`;
  }
}
