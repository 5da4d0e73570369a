import type { WrittenPatterns } from './taxonomyIndex.ts';

/**
 * The patterns of our taxonomy as an index of them was written; null where they are read when a lens is made. A bundle of
 * a program that starts often has them in place of this file.
 */
export const written: WrittenPatterns | null = null;
