import type { RoleId, Signal } from '../types.ts';

/** Signals of one entry: id to its weight before training and its patterns. */
export type SignalRows = Readonly<Record<string, readonly [weight: number, ...patterns: string[]]>>;

/** Makes signals of rows, all of them for one entry and one role (null where they tell nothing apart). */
export function signalsOf(entry: string | null, role: RoleId | null, rows: SignalRows): Signal[] {
  return Object.entries(rows).map(([id, [weight, ...patterns]]) => ({ id, entry, role, weight, patterns }));
}

/** A word or a pair of words that the corpus of our own ties to an entry: weak by itself. */
export function wordSignal(entry: string | null, role: RoleId | null, stems: string): Signal {
  return { id: `word.${stems.replace(' ', '-')}`, entry, role, weight: 0.3, patterns: [stems] };
}
