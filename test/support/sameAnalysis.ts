import { MappedText } from '../../shared/posting/mappedText.ts';

/** What a place must write in another way, if any does. */
const sample = `\\ " ' < > & * [ ] \` \n`;

/** Where two values differ, as a path with both values; null where they are the same to the last field. */
export function difference(a: unknown, b: unknown): string | null {
  const seen = new Map<object, object>();
  const compare = (left: unknown, right: unknown, path: string): string | null => {
    if (Object.is(left, right)) return null;
    // Written only where it is told: most of a run's time went into writing what is the same.
    const both = (): string => `${path}: ${short(left)} and ${short(right)}`;
    if (typeof left === 'function' && typeof right === 'function') {
      const said = [left, right].map((escape) => (escape as (text: string) => unknown)(sample));
      return said[0] === said[1] ? null : both();
    }
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
      return both();
    if (seen.get(left) === right) return null;
    seen.set(left, right);
    if (left instanceof MappedText && right instanceof MappedText) return mapped(left, right, path);
    if (Object.getPrototypeOf(left) !== Object.getPrototypeOf(right)) return both();
    const entries = Object.entries(left);
    const others = right as Record<string, unknown>;
    if (entries.length !== Object.keys(right).length) return both();
    for (const [key, value] of entries) {
      if (!(key in others)) return `${path}.${key} is missing`;
      const found = compare(value, others[key], `${path}.${key}`);
      if (found !== null) return found;
    }
    return null;
  };
  return compare(a, b, '');
}

/** Texts are the same when they say the same and every letter stands at the same place. */
function mapped(left: MappedText, right: MappedText, path: string): string | null {
  if (left.text !== right.text) return `${path}: ${short(left.text)} and ${short(right.text)}`;
  if (left.escape(sample) !== right.escape(sample)) return `${path}.escape`;
  const { length } = left.text;
  for (let start = 0; start <= length; start++)
    for (const end of [start, start + 1, length]) {
      const [one, other] = [left, right].map((text) => text.toSource({ start, end }));
      if (one?.start !== other?.start || one?.end !== other?.end)
        return `${path}.toSource(${start}, ${end}): ${short(one)} and ${short(other)}`;
    }
  const runs = [left, right].map((text) => short(text.runs({ start: 0, end: length })));
  return runs[0] === runs[1] ? null : `${path}.runs: ${runs.join(' and ')}`;
}

function short(value: unknown): string {
  const written = JSON.stringify(value) as string | undefined;
  if (written === undefined) return typeof value;
  return written.length > 200 ? `${written.slice(0, 200)}…` : written;
}
