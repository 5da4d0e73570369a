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
export function explainConfiguration({ origins }: ResolvedConfiguration): Explained[] {
  return [...origins].map(([key, { value, layer, span }]) => ({
    key: key.replaceAll('/', '.'),
    value,
    from: layer?.name ?? 'default',
    line: layer === null || span === null ? null : layer.text.slice(0, span.start).split('\n').length,
  }));
}

/**
 * The same for people: a table in plain text.
 * @param document what the document is called
 */
export function explanationText(document: string, resolved: ResolvedConfiguration): string {
  const { judged } = resolved.configuration;
  const fate = {
    always: 'It is always judged.',
    never: 'It is never judged.',
    'by-text': 'It is judged when its text reads as a posting.',
  }[judged.when];
  const rows = explainConfiguration(resolved).map(({ key, value, from, line }) => [
    key,
    JSON.stringify(value),
    line === null ? from : `${from}:${line}`,
  ]);
  const width = (column: number) => Math.min(44, Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(([key = '', value = '', from = '']) =>
    [key.padEnd(width(0)), value.padEnd(width(1)), from].join('  '),
  );
  const reason = judged.when === 'by-text' ? '' : ` ${judged.reason}`;
  return `Configuration of ${document}\n${fate}${reason}\n\n${lines.join('\n')}\n`;
}
