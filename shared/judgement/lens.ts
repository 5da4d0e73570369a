import type { Misnomer, OtherField, Signal, Taxonomy } from '../taxonomy/index.ts';
import { parsePattern, PatternIndex } from './patterns.ts';

/** A taxonomy made ready for reading: its patterns compiled once. Immutable. */
export interface Lens {
  readonly taxonomy: Taxonomy;
  /** Ids of responsibilities. */
  readonly duties: ReadonlySet<string>;
  readonly signals: PatternIndex<Signal>;
  readonly masks: PatternIndex<null>;
  readonly fields: PatternIndex<{ readonly field: OtherField; readonly cue: string }>;
  readonly misnomers: PatternIndex<Misnomer>;
}

/** Throws where a pattern of the taxonomy cannot be read. */
export function lensOf(taxonomy: Taxonomy): Lens {
  const { vocabulary } = taxonomy;
  return {
    taxonomy,
    duties: new Set(taxonomy.responsibilities.map((entry) => entry.id)),
    signals: new PatternIndex(
      taxonomy.signals.flatMap((signal) =>
        signal.patterns.map((pattern) => parsePattern(pattern, vocabulary, signal)),
      ),
    ),
    masks: new PatternIndex(taxonomy.masks.map((pattern) => parsePattern(pattern, vocabulary, null))),
    fields: new PatternIndex(
      taxonomy.fields.flatMap((field) =>
        field.patterns.map((cue) => parsePattern(cue, vocabulary, { field, cue })),
      ),
    ),
    misnomers: new PatternIndex(
      taxonomy.misnomers.flatMap((misnomer) =>
        misnomer.patterns.map((pattern) => parsePattern(pattern, vocabulary, misnomer)),
      ),
    ),
  };
}
