import type { Taxonomy } from '../../shared/index.ts';
import { explainableIds, pages } from '../pages.ts';
import { rulePage } from '../rulePages.ts';
import { insteadOf, UsageError } from './usage.ts';

/** Says that there is no such thing, and what there is instead. */
export function unknown(kind: string, written: string, names: readonly string[]): UsageError {
  return new UsageError(`There is no ${kind} “${written}”. ${insteadOf(written, names)}`);
}

/**
 * The page of a rule, responsibility, trait, context or role, in Markdown.
 * @throws UsageError where there is no such thing
 */
export function explain(id: string, taxonomy: Taxonomy): string {
  for (const page of pages(taxonomy, rulePage)) if (page.id === id) return page.markdown;
  throw unknown('rule, responsibility or trait', id, explainableIds(taxonomy));
}
