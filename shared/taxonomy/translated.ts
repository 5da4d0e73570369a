import { translated, type Translations } from '../say.ts';
import type { Citation, Entry, Role, Taxonomy } from './types.ts';

/**
 * A taxonomy with another text in each place that people read in the product. What fixes write into postings (titles,
 * examples, words for the people meant) and what is looked for in them belongs to the language of the postings and stays.
 */
function withTexts(taxonomy: Taxonomy, text: (english: string) => string): Taxonomy {
  const citation = <Cited extends { readonly citation: Citation }>(cited: Cited): Cited => ({
    ...cited,
    citation: { ...cited.citation, part: text(cited.citation.part) },
  });
  const role = (each: Role): Role => ({
    ...citation(each),
    name: text(each.name),
    shortName: text(each.shortName),
    workName: text(each.workName),
    essence: text(each.essence),
  });
  const entry = <Known extends Entry>(each: Known): Known => ({
    ...citation(each),
    name: text(each.name),
    explanation: text(each.explanation),
    isNot: text(each.isNot),
  });
  const named = <Named extends { readonly name: string }>(each: Named): Named => ({
    ...each,
    name: text(each.name),
  });
  const [first, second] = taxonomy.roles;
  return {
    ...citation(taxonomy),
    roles: [role(first), role(second)],
    responsibilities: taxonomy.responsibilities.map(entry),
    traits: taxonomy.traits.map(entry),
    contexts: taxonomy.contexts.map(entry),
    fields: taxonomy.fields.map(named),
    misnomers: taxonomy.misnomers.map((each) => ({
      ...each,
      meantName: text(each.meantName),
      difference: text(each.difference),
    })),
    telltales: taxonomy.telltales.map(named),
  };
}

/** The taxonomy as people read it in another language. What has no translation stays as it is. */
export function translatedTaxonomy(taxonomy: Taxonomy, translations: Translations): Taxonomy {
  if (Object.keys(translations).length === 0) return taxonomy;
  return withTexts(taxonomy, (text) => translated(text, translations));
}

/** The texts of a taxonomy that people read in the product, each once. */
export function textsOf(taxonomy: Taxonomy): string[] {
  const texts = new Set<string>();
  withTexts(taxonomy, (text) => {
    texts.add(text);
    return text;
  });
  return [...texts];
}
