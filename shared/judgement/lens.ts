import type { Misnomer, OtherField, Signal, Taxonomy, Telltale } from '../taxonomy/index.ts';
import { english, type InterfaceLanguage } from '../say.ts';
import type { Numbers } from '../taxonomy/numbers.ts';
import { translatedTaxonomy } from '../taxonomy/translated.ts';
import { numbersFor } from './numbers.ts';
import { parsePattern, PatternIndex } from './patterns.ts';

type MisnomerCue = 'patterns' | 'hints' | 'exceptions';
const misnomerCues: readonly MisnomerCue[] = ['patterns', 'hints', 'exceptions'];

/** A taxonomy made ready for reading: its patterns compiled once, its numbers beside it. Immutable. */
export interface Lens {
  /** Its texts for people are in the interface language. */
  readonly taxonomy: Taxonomy;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly numbers: Numbers;
  /** A signal's learned weight, or the one it brings along. */
  readonly weightOf: (signal: Signal) => number;
  /** Ids of responsibilities. */
  readonly duties: ReadonlySet<string>;
  readonly signals: PatternIndex<Signal>;
  readonly masks: PatternIndex<null>;
  readonly fields: PatternIndex<{ readonly field: OtherField; readonly cue: string }>;
  /** What a misnomer is known by, and where it is none. */
  readonly misnomers: PatternIndex<{ readonly misnomer: Misnomer; readonly by: MisnomerCue }>;
  readonly telltales: PatternIndex<Telltale>;
}

/** Throws where a pattern of the taxonomy cannot be read. */
export function lensOf(
  original: Taxonomy,
  numbers: Numbers = numbersFor(original),
  interfaceLanguage: InterfaceLanguage = english,
): Lens {
  const taxonomy = translatedTaxonomy(original, interfaceLanguage.translations);
  const { vocabulary } = taxonomy;
  return {
    taxonomy,
    interfaceLanguage,
    ...weighed(numbers),
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
        misnomerCues.flatMap((by) =>
          misnomer[by].map((pattern) => parsePattern(pattern, vocabulary, { misnomer, by })),
        ),
      ),
    ),
    telltales: new PatternIndex(
      taxonomy.telltales.flatMap((telltale) =>
        telltale.patterns.map((pattern) => parsePattern(pattern, vocabulary, telltale)),
      ),
    ),
  };
}

function weighed(numbers: Numbers): Pick<Lens, 'numbers' | 'weightOf'> {
  return { numbers, weightOf: (signal) => numbers.signals[signal.id] ?? signal.weight };
}

/** The same taxonomy with other numbers; its patterns are not compiled again. */
export function withNumbers(lens: Lens, numbers: Numbers): Lens {
  return { ...lens, ...weighed(numbers) };
}
