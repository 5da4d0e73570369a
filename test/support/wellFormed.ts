import { parseAllDocuments } from 'yaml';
import type { FormatId } from '../../shared/index.ts';
import { readFrontMatter } from '../../shared/posting/markdown/frontMatter.ts';

const scripts = /ld\+json">([^]*?)<\/script>/g;

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

const isYaml = (text: string): boolean =>
  parseAllDocuments(text.replace(/^\uFEFF/, '')).every(({ errors }) => errors.length === 0);

/** How many elements of each name are opened more often than closed, in tags however they are escaped. */
function openTags(text: string): string {
  const balance = new Map<string, number>();
  const plain = text
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\+\//g, '/')
    .replace(/&(?:amp;)*lt;/g, '<')
    .replace(/&(?:amp;)*gt;/g, '>');
  for (const match of plain.matchAll(
    /<(\/?)(ul|ol|li|p|div|b|strong|em|span|h[1-6]|section|table|tr|td)\b[^<>]*>/gi,
  )) {
    const name = match[2]?.toLowerCase() ?? '';
    balance.set(name, (balance.get(name) ?? 0) + (match[1] === '/' ? -1 : 1));
  }
  // HTML lets items and paragraphs end without a tag of their own.
  const mayStayOpen = (name: string, count: number): boolean => count > 0 && (name === 'li' || name === 'p');
  return JSON.stringify(
    [...balance].filter(([name, count]) => count !== 0 && !mayStayOpen(name, count)).sort(),
  );
}

const headKeys = (text: string): string[] => readFrontMatter(text).fields.map(({ key }) => key);

/** What of a document's form is no more after a change; empty where it is as sound as it was. */
export function broken(before: string, after: string, format: FormatId): string[] {
  const faults: string[] = [];
  const compare = (what: string, of: (text: string) => unknown): void => {
    if (JSON.stringify(of(before)) !== JSON.stringify(of(after))) faults.push(what);
  };
  compare('tags', openTags);
  if (format === 'json') compare('JSON', isJson);
  if (format === 'yaml') compare('YAML', isYaml);
  if (format === 'markdown' || format === 'posting') compare('front matter', headKeys);
  if (format === 'html')
    compare('scripts', (text) => [...text.matchAll(scripts)].map((match) => isJson(match[1] ?? '')));
  if (/\r\n/.test(before) && /(?<!\r)\n/.test(before) !== /(?<!\r)\n/.test(after)) faults.push('line breaks');
  if (before.startsWith('\uFEFF') !== after.startsWith('\uFEFF')) faults.push('byte order mark');
  return faults;
}
