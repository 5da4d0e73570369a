import { createInterface } from 'node:readline';
import { type DocumentConfiguration, formatById, type FormatId } from '../../shared/index.ts';
import { judgeContent } from './judgeFile.ts';
import { type Result, toResults } from './result.ts';

interface Request {
  readonly id: string;
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
  if (typeof id !== 'string') return { error: '"id" must be a string' };
  if (typeof text !== 'string') return { error: '"text" must be a string' };
  if (typeof format !== 'string' || !formatIds.includes(format))
    return { error: `"format" must be one of ${formatIds.join(', ')}` };
  if (title !== undefined && typeof title !== 'string') return { error: '"title" must be a string' };
  return { id, text, format: format as FormatId, ...(title === undefined ? {} : { title }) };
}

function judgeRequest(request: Request, configured: DocumentConfiguration, statements: boolean): Result[] {
  const analysis = judgeContent('', { text: request.text }, configured, {
    format: formatById(request.format),
    title: request.title,
  });
  return toResults({ path: request.id, id: request.id }, analysis, statements);
}

export interface NdjsonOutcome {
  readonly malformed: number;
}

/**
 * Judges one request a line, in order, holding one line at a time.
 * @param onResult called for each result, so that the caller can count findings
 */
export async function judgeLines(
  input: NodeJS.ReadableStream,
  write: (line: string) => Promise<void>,
  configured: DocumentConfiguration,
  statements: boolean,
  onResult: (result: Result) => void,
): Promise<NdjsonOutcome> {
  let number = 0;
  let malformed = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const request = parseRequest(line);
    if ('error' in request) {
      malformed += 1;
      await write(`${JSON.stringify({ line: number, error: request.error })}\n`);
      continue;
    }
    for (const result of judgeRequest(request, configured, statements)) {
      onResult(result);
      await write(`${JSON.stringify(result)}\n`);
    }
  }
  return { malformed };
}
