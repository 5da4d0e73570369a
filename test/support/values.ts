import type { DataScalar, DataValue } from '../../shared/posting/data/value.ts';

/** All scalars of a value in document order, without keys. */
export function scalars(value: DataValue): DataScalar[] {
  if (value.kind === 'scalar') return [value];
  return value.kind === 'array'
    ? value.items.flatMap(scalars)
    : value.entries.flatMap((entry) => scalars(entry.value));
}

/** Text as readers see it: blanks of all kinds are blanks, and what has no width is not there. */
export const asShown = (text: string): string =>
  text.replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]/g, '');
