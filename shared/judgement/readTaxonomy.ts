import { readTitle } from '../posting/titleRole.ts';
import { say } from '../say.ts';
import { checkShape, Problems, type TaxonomyValue, type ValueProblem } from '../taxonomy/check.ts';
import { checkReferences } from '../taxonomy/references.ts';
import { taxonomyShape } from '../taxonomy/shape.ts';
import type { Taxonomy } from '../taxonomy/index.ts';
import { parsePattern, PatternError } from './patterns.ts';

/** A taxonomy that can be used, or why there is none. */
export type TaxonomyReading =
  | { readonly taxonomy: Taxonomy }
  /** At most `mostProblems`, never none. */
  | { readonly problems: readonly ValueProblem[] };

/** More patterns that begin with one word would make texts slow that use the word often. */
const mostOfOneWord = 300;
const mostElements = 12;
const mostGaps = 4;

/**
 * Reads the taxonomy of another pair of roles, as a file holds it: nothing is believed, everything is bounded, and what
 * cannot be used is explained with its place. Never throws.
 * @param value what JSON holds; `$schema` may stand at the top
 */
export function readTaxonomy(value: unknown): TaxonomyReading {
  const problems = new Problems();
  const bare = withoutSchema(value);
  checkShape(bare, taxonomyShape, [], problems);
  if (problems.all.length > 0) return { problems: problems.all };
  // Every key and value has been checked against the shape that this type is made of.
  const checked = bare as TaxonomyValue;
  const taxonomy: Taxonomy = checked;
  checkReferences(checked, problems);
  checkPatterns(taxonomy, problems);
  checkTitles(taxonomy, problems);
  return problems.all.length > 0 ? { problems: problems.all } : { taxonomy };
}

/** Editors find the schema of a file by this key; it says nothing about the roles. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '$schema')) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema'));
}

function checkPatterns(taxonomy: Taxonomy, problems: Problems): void {
  const { vocabulary } = taxonomy;
  const beginnings = new Map<number, number>();
  const check = (patterns: readonly string[], path: ValueProblem['path']): void => {
    patterns.forEach((pattern, index) => {
      try {
        const elements = parsePattern(pattern, vocabulary);
        const gaps = elements.filter(({ kind }) => kind === 'gap').length;
        if (elements.length > mostElements || gaps > mostGaps)
          problems.add(
            [...path, index],
            say`A pattern may have ${mostElements} parts, ${mostGaps} of them gaps. Make two of this one.`,
          );
        const [first] = elements;
        for (const word of first?.kind === 'words' ? first.options.keys() : []) {
          const count = (beginnings.get(word) ?? 0) + 1;
          beginnings.set(word, count);
          if (count === mostOfOneWord + 1)
            problems.add(
              [...path, index],
              say`This is one pattern too many that begins with the same word: there may be ${mostOfOneWord}.`,
            );
        }
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        problems.add([...path, index], error.says);
      }
    });
  };
  taxonomy.signals.forEach(({ patterns }, index) => check(patterns, ['signals', index, 'patterns']));
  check(taxonomy.masks, ['masks']);
  taxonomy.fields.forEach(({ patterns }, index) => check(patterns, ['fields', index, 'patterns']));
  taxonomy.telltales.forEach(({ patterns }, index) => check(patterns, ['telltales', index, 'patterns']));
  taxonomy.misnomers.forEach((misnomer, index) => {
    for (const key of ['patterns', 'hints', 'exceptions'] as const)
      check(misnomer[key], ['misnomers', index, key]);
  });
}

/** The plain title of a role, and what a retitle writes, must be titles of the role: else a fix would not cure. */
function checkTitles({ roles, titles }: Taxonomy, problems: Problems): void {
  roles.forEach(({ id, title }, index) => {
    if (readTitle(title, titles).role !== id)
      problems.add(
        ['roles', index, 'title'],
        say`“${title}” is no title of this role by the grammar in “titles”. Add its words there.`,
      );
  });
  titles.forms.forEach(({ role, modifier }, index) => {
    const written = `${modifier} ${titles.plainNoun}`;
    if (readTitle(written, titles).role !== role)
      problems.add(
        ['titles', 'forms', index, 'modifier'],
        say`A changed title would read “${written}”, and by this grammar that is no title of the role. Add its words to “modifiers” and “nouns”.`,
      );
  });
}
