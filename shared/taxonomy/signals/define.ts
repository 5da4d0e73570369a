import type { RoleId, Signal } from '../types.ts';

/** Signals of one entry: id to its weight before training and its patterns. */
export type SignalRows = Readonly<Record<string, readonly [weight: number, ...patterns: string[]]>>;

/** Makes signals of rows, all of them for one entry and one role (null where they tell nothing apart). */
export function signalsOf(entry: string | null, role: RoleId | null, rows: SignalRows): Signal[] {
  return Object.entries(rows).map(([id, [weight, ...patterns]]) => ({ id, entry, role, weight, patterns }));
}

/** Begins the ids of learned words. */
const learned = 'word.';

/**
 * Whether a signal is a word or two that a corpus happens to tie to an entry. It helps to weigh a statement; what the
 * entry means explains nothing about the word.
 */
export function isLearned({ id }: Pick<Signal, 'id'>): boolean {
  return id.startsWith(learned);
}

/**
 * Words and pairs of words that the corpus of our own ties to an entry, each weak by itself. They are thousands and made
 * at each start, so all of an entry at once.
 * @param words their stems, parted by commas
 */
export function wordSignals(entry: string | null, role: RoleId | null, words: string): Signal[] {
  const names = words.replaceAll(' ', '-').split(',-');
  return words.split(', ').map((stems, index) => ({
    id: `${learned}${names[index] ?? ''}`,
    entry,
    role,
    weight: 0.3,
    patterns: [stems],
  }));
}
