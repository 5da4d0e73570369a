import type { SyntaxNode, Tree } from '@lezer/common';

/** Labels meet without regard to case and to how many blanks stand in them. */
const plainLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();

/** The labels that a document defines (`[label]: address`), each in its plain form. */
export function linkLabels(source: string, tree: Tree): ReadonlySet<string> {
  const labels = new Set<string>();
  if (!source.includes(']:')) return labels;
  tree.iterate({
    enter: ({ name, node }) => {
      if (name === 'Paragraph') return false;
      if (name !== 'LinkReference') return true;
      const label = node.firstChild;
      if (label !== null) labels.add(plainLabel(source.slice(label.from + 1, label.to - 1)));
      return false;
    },
  });
  return labels;
}

/**
 * Whether a link or picture refers to a label that nothing defines, which the parser does not ask: "[Company]" is no link,
 * and people see its brackets.
 */
export function refersToNothing(node: SyntaxNode, source: string, labels: ReadonlySet<string>): boolean {
  if (node.name !== 'Link' && node.name !== 'Image') return false;
  const last = node.lastChild;
  if (last === null || source[last.from] === ')') return false;
  const label = last.name === 'LinkLabel' && last.to - last.from > 2 ? last : null;
  const words =
    label === null
      ? source.slice(node.firstChild?.to ?? node.from, node.getChildren('LinkMark')[1]?.from ?? node.to)
      : source.slice(label.from + 1, label.to - 1);
  return !labels.has(plainLabel(words));
}
