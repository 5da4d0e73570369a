import type { Signal, Taxonomy } from '../taxonomy/index.ts';
import { english, type InterfaceLanguage } from '../say.ts';
import type { Numbers } from '../taxonomy/numbers.ts';
import { translatedTaxonomy } from '../taxonomy/translated.ts';
import { indexOf, type TaxonomyIndex } from './taxonomyIndex.ts';
import { numbersFor } from './numbers.ts';

/** A taxonomy made ready for reading: its patterns read once, its numbers beside it. Immutable. */
export interface Lens {
  /** Its texts for people are in the interface language. */
  readonly taxonomy: Taxonomy;
  readonly interfaceLanguage: InterfaceLanguage;
  readonly numbers: Numbers;
  /** A signal's learned weight, or the one it brings along. */
  readonly weightOf: (signal: Signal) => number;
  /** Ids of responsibilities. */
  readonly duties: ReadonlySet<string>;
  /** All that the taxonomy looks for. */
  readonly index: TaxonomyIndex;
}

/** Throws where a pattern of the taxonomy cannot be read. */
export function lensOf(
  original: Taxonomy,
  numbers: Numbers = numbersFor(original),
  interfaceLanguage: InterfaceLanguage = english,
): Lens {
  const taxonomy = translatedTaxonomy(original, interfaceLanguage.translations);
  return {
    taxonomy,
    interfaceLanguage,
    ...weighed(numbers),
    duties: new Set(taxonomy.responsibilities.map((entry) => entry.id)),
    index: indexOf(taxonomy),
  };
}

function weighed(numbers: Numbers): Pick<Lens, 'numbers' | 'weightOf'> {
  return { numbers, weightOf: (signal) => numbers.signals[signal.id] ?? signal.weight };
}

/** The same taxonomy with other numbers; its patterns are not compiled again. */
export function withNumbers(lens: Lens, numbers: Numbers): Lens {
  return { ...lens, ...weighed(numbers) };
}
