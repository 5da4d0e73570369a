import type { Analysis, FormatId, Severity } from '../../shared/index.ts';
import { toResults } from '../result.ts';

/** A posting that somebody wants judged. */
export interface Request {
  readonly id: string | number;
  readonly text: string;
  readonly format: FormatId;
  readonly title?: string;
}

const formatIds: readonly string[] = ['markdown', 'text', 'html', 'json', 'yaml', 'posting'];

/** A line as a request, or what is wrong with it. */
export function parseRequest(line: string): Request | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { error: 'not an object' };
  const { id, text, format, title } = value as Record<string, unknown>;
  // A larger number would come back as another one.
  if (typeof id !== 'string' && !Number.isSafeInteger(id))
    return { error: '"id" must be a string or a whole number of at most 15 digits' };
  if (typeof text !== 'string') return { error: '"text" must be a string' };
  if (typeof format !== 'string' || !formatIds.includes(format))
    return { error: `"format" must be one of ${formatIds.join(', ')}` };
  if (title !== undefined && typeof title !== 'string') return { error: '"title" must be a string' };
  return {
    id: id as Request['id'],
    text,
    format: format as FormatId,
    ...(title === undefined ? {} : { title }),
  };
}

/** A line of a dump: its number, from 1, and its text, or why it was not taken. */
export type Line =
  { readonly number: number; readonly text: string } | { readonly number: number; readonly error: string };

export interface AnsweredLine {
  /** Lines of JSON: a result a posting, or an error; nothing for a line of blanks alone. */
  readonly text: string;
  readonly malformed: boolean;
  readonly severities: readonly Severity[];
}

/** Answers what stands on a line. @param judge gets the number of the line, too */
export function judgeLine(
  line: Line,
  judge: (request: Request, number: number) => Analysis,
  statements: boolean,
): AnsweredLine {
  if ('text' in line && /^[ \t\r]*$/.test(line.text)) return { text: '', malformed: false, severities: [] };
  const request = 'error' in line ? line : parseRequest(line.text);
  if ('error' in request) {
    const text = `${JSON.stringify({ line: line.number, error: request.error })}\n`;
    return { text, malformed: true, severities: [] };
  }
  const { id } = request;
  const results = toResults({ path: String(id), id }, judge(request, line.number), {
    statements,
    evidence: true,
  });
  return {
    text: results.map((result) => `${JSON.stringify(result)}\n`).join(''),
    malformed: false,
    severities: results.flatMap(({ diagnostics }) => diagnostics.map(({ severity }) => severity)),
  };
}
