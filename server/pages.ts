import leven from 'leven';
import { type Role, rules, roleOf, type Taxonomy, type TaxonomyEntry } from '../shared/index.ts';

/** What there is a page of. */
export const pageKinds = ['rule', 'role', 'verdict', 'responsibility', 'trait', 'context'] as const;

/** The page of a rule or of a part of the taxonomy. */
export interface Page {
  readonly id: string;
  readonly kind: (typeof pageKinds)[number];
  /** What people call it; a rule's is its id. */
  readonly name: string;
  /** What it is in a sentence. */
  readonly says: string;
  readonly markdown: string;
}

const entriesOf = ({ responsibilities, traits, contexts }: Taxonomy): TaxonomyEntry[] => [
  ...responsibilities,
  ...traits,
  ...contexts,
];

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

/** What a verdict means that is none of the roles. */
function verdicts({ roles: [first, second] }: Taxonomy): Pick<Page, 'id' | 'name' | 'says'>[] {
  const pair = `${first.name} and ${second.name}`;
  return [
    {
      id: 'both',
      name: 'Two jobs in one',
      says: `The duties are those of ${pair} alike, each enough for a job of its own.`,
    },
    {
      id: 'neither',
      name: 'Another job',
      says: `The duties are those of another job than ${pair}, or of one of these names in another field. The title may still be right.`,
    },
    {
      id: 'unclear',
      name: 'Too little to tell',
      says: `The text has too few duties that tell ${pair} apart, or they point both ways. That speaks for no role and against none.`,
    },
  ];
}

/**
 * Every page there is, in Markdown.
 * @param rulePage the page of a rule by its id; empty where there is none
 */
export function* pages(taxonomy: Taxonomy, rulePage: (id: string) => string): Generator<Page> {
  for (const { id, says } of rules)
    yield {
      ...{ id, kind: 'rule', name: id, says },
      get markdown() {
        return `${(rulePage(id) || `# ${id}\n\n${says}`).trimEnd()}\n`;
      },
    };
  for (const role of taxonomy.roles)
    yield {
      ...{ id: role.id, kind: 'role', name: role.title, says: role.essence },
      get markdown() {
        return `${rolePage(role, taxonomy)}\n`;
      },
    };
  for (const verdict of verdicts(taxonomy))
    yield {
      ...{ ...verdict, kind: 'verdict' },
      get markdown() {
        return `# ${verdict.name} (${verdict.id})\n\n${verdict.says}\n`;
      },
    };
  for (const entry of entriesOf(taxonomy))
    yield {
      ...{ id: entry.id, kind: entry.kind, name: entry.name, says: entry.explanation },
      get markdown() {
        return `${entryPage(entry, taxonomy)}\n`;
      },
    };
}

/** Everything that there is a page of. */
export function explainableIds(taxonomy: Taxonomy): string[] {
  return [...pages(taxonomy, () => '')].map(({ id }) => id);
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
