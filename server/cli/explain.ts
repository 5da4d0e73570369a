import type { Taxonomy } from '../../shared/index.ts';
import { explainableIds, nearestTo, pages } from '../pages.ts';
import { rulePage } from '../rulePages.ts';
import { UsageError } from './usage.ts';

/** Says that there is no such thing, and what there is instead. */
export function unknown(kind: string, written: string, names: readonly string[]): UsageError {
  const near = nearestTo(written, names);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${names.join(', ')}.`;
  return new UsageError(`There is no ${kind} “${written}”. ${hint}`);
}

/**
 * The page of a rule, responsibility, trait, context or role, in Markdown.
 * @throws UsageError where there is no such thing
 */
export function explain(id: string, taxonomy: Taxonomy): string {
  for (const page of pages(taxonomy, rulePage)) if (page.id === id) return page.markdown;
  throw unknown('rule, responsibility or trait', id, explainableIds(taxonomy));
}
