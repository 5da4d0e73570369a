import { english, type InterfaceLanguage, say, worded } from '../say.ts';
import type { ResolvedConfiguration } from './resolve.ts';

/** One value of a document's configuration and where it came from. */
export interface Explained {
  /** As it would be written: `rules.title-mismatch.severity`. */
  readonly key: string;
  readonly value: unknown;
  /** “default”, “settings”, or the path of a file. */
  readonly from: string;
  /** Line in that file, counted from 1; null where it is none. */
  readonly line: number | null;
}

/** Every value that a document is checked with, and the layer it came from. */
export function explainConfiguration(
  { origins }: ResolvedConfiguration,
  language: InterfaceLanguage = english,
): Explained[] {
  return [...origins].map(([key, { value, layer, span }]) => ({
    key: key.replaceAll('/', '.'),
    value,
    from: layer?.name ?? worded(say`default`, language),
    line: layer === null || span === null ? null : layer.text.slice(0, span.start).split('\n').length,
  }));
}

/**
 * The same for people: a table in plain text.
 * @param document what the document is called
 */
export function explanationText(
  document: string,
  resolved: ResolvedConfiguration,
  language: InterfaceLanguage = english,
): string {
  const { judged } = resolved.configuration;
  const fate = {
    always: say`It is always judged.`,
    never: say`It is never judged.`,
    'by-text': say`It is judged when its text reads as a posting.`,
  }[judged.when];
  const rows = explainConfiguration(resolved, language).map(({ key, value, from, line }) => [
    key,
    JSON.stringify(value),
    line === null ? from : `${from}:${line}`,
  ]);
  const width = (column: number) => Math.min(44, Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(([key = '', value = '', from = '']) =>
    [key.padEnd(width(0)), value.padEnd(width(1)), from].join('  '),
  );
  const why = judged.when === 'by-text' ? [fate] : [fate, judged.reason];
  const head = [
    worded(say`Configuration of ${document}`, language),
    why.map((each) => worded(each, language)).join(' '),
  ];
  return `${head.join('\n')}\n\n${lines.join('\n')}\n`;
}
