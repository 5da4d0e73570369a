/** Chance that comes out the same on every machine: a seed in, a row of numbers out. */

/** The seed of everything here that needs chance: folds, resamples. */
export const seed = 20251;

/** Hash of a text (FNV-1a with a final mix), an unsigned 32 bit number. */
export function hash(text: string, start = seed): number {
  let value = (2166136261 ^ start) >>> 0;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 2246822507);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Numbers from 0 (included) to 1 (excluded), by mulberry32. */
export function randomNumbers(start = seed): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
