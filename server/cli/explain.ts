import leven from 'leven';
import { type Role, rules, roleOf, type Taxonomy, type TaxonomyEntry } from '../../shared/index.ts';
import { rulePage } from './rulePages.ts';
import { UsageError } from './usage.ts';

const entriesOf = ({ responsibilities, traits, contexts }: Taxonomy): TaxonomyEntry[] => [
  ...responsibilities,
  ...traits,
  ...contexts,
];

/** Everything that `explain` has a page of. */
export function explainableIds(taxonomy: Taxonomy): string[] {
  return [...rules, ...taxonomy.roles, ...entriesOf(taxonomy)].map(({ id }) => id);
}

function cited({ author, date, title, part, link }: TaxonomyEntry['citation']): string {
  return `Source: ${author}, “${title}” (${date.slice(0, 4)}), ${part}\n<${link}>`;
}

const kinds = { responsibility: 'A responsibility', trait: 'A trait', context: 'A context' } as const;

function entryPage(entry: TaxonomyEntry, taxonomy: Taxonomy): string {
  const owners = entry.roles.map((id) => roleOf(taxonomy, id)?.name ?? id);
  const whose =
    owners.length > 1
      ? `${kinds[entry.kind]} of both roles alike, so it decides nothing.`
      : `${kinds[entry.kind]} that speaks for a ${owners[0] ?? ''}.`;
  const examples = entry.examples.map((example) => `- ${example}`).join('\n');
  return [
    `# ${entry.name} (${entry.id})`,
    whose,
    entry.explanation,
    `## What it is not\n\n${entry.isNot}`,
    `## Examples\n\n${examples}`,
    cited(entry.citation),
  ].join('\n\n');
}

function rolePage(role: Role, taxonomy: Taxonomy): string {
  const own = entriesOf(taxonomy).filter(({ roles }) => roles.includes(role.id));
  return [
    `# ${role.title} (${role.id})`,
    role.essence,
    `## What speaks for it\n\n${own.map(({ id, name }) => `- ${name} (${id})`).join('\n')}`,
    cited(role.citation),
  ].join('\n\n');
}

/** Up to three names that a misspelt one may stand for, the likeliest first. */
export function nearestTo(written: string, names: readonly string[]): string[] {
  const asked = written.toLowerCase();
  return names
    .map((name) => ({ name, distance: name.includes(asked) ? 0 : leven(asked, name, { maxDistance: 40 }) }))
    .filter(({ name, distance }) => distance * 2 <= Math.max(4, name.length))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

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
  const rule = rules.find((each) => each.id === id);
  if (rule !== undefined) return `${(rulePage(id) || `# ${id}\n\n${rule.says}`).trimEnd()}\n`;
  const entry = entriesOf(taxonomy).find((each) => each.id === id);
  if (entry !== undefined) return `${entryPage(entry, taxonomy)}\n`;
  const role = roleOf(taxonomy, id);
  if (role !== undefined) return `${rolePage(role, taxonomy)}\n`;
  throw unknown('rule, responsibility or trait', id, explainableIds(taxonomy));
}
