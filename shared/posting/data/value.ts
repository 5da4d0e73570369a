import type { MappedText } from '../mappedText.ts';
import type { Span } from '../span.ts';

/** A value of JSON, YAML or TOML, with its place. Keys keep their order, and all that were written. */
export type DataValue = DataObject | DataArray | DataScalar;

export interface DataObject {
  readonly kind: 'object';
  readonly entries: readonly DataEntry[];
  readonly span: Span;
}

export interface DataEntry {
  readonly key: MappedText;
  readonly value: DataValue;
  /** From its key to the end of its value. */
  readonly span: Span;
}

export interface DataArray {
  readonly kind: 'array';
  readonly items: readonly DataValue[];
  readonly span: Span;
}

export interface DataScalar {
  readonly kind: 'scalar';
  /** Text between quotes, or plain text where the syntax has such; else a number, true, false or null. */
  readonly isText: boolean;
  readonly content: MappedText;
  readonly span: Span;
}

/** Values nested deeper than this are not read; no posting nests so deep, hostile documents do. */
export const maxDepth = 60;

/** The value of the first key of this name, whatever its case. */
export function entryOf(object: DataObject, name: string): DataEntry | undefined {
  return object.entries.find(({ key }) => key.text.toLowerCase() === name);
}

/** The text under a key, or an empty string. */
export function textUnder(object: DataObject, name: string): string {
  const value = entryOf(object, name)?.value;
  return value?.kind === 'scalar' ? value.content.text : '';
}
