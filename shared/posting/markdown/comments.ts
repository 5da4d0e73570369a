import type { SyntaxNode } from '@lezer/common';
import {
  type Comment,
  type CommentPlace,
  type CommentSyntax,
  lineEndOf,
  lineStart,
  type Remarks,
} from '../comments.ts';
import { beforeTag, readHtmlRemarks } from '../html/comments.ts';
import { forgetful } from '../memory.ts';
import type { Span } from '../span.ts';
import { aboveInHead, blanked, readFrontMatter, topOfBody, withFrontMatter } from './frontMatter.ts';
import { type Parsed, parseMarkdown } from './parser.ts';

/** Nodes that are HTML to Markdown, and so may hold comments; code holds none. */
const holdsHtml: ReadonlySet<string> = new Set(['CommentBlock', 'HTMLBlock', 'Comment']);

/** A source whose comments were read. */
export interface MarkdownRemarks {
  readonly parsed: Parsed;
  readonly remarks: Remarks;
}

/** Reads the comments of Markdown, between blocks and within lines. Tables are one thing to them. */
export function readMarkdownRemarks(source: string, before?: MarkdownRemarks): MarkdownRemarks {
  const parsed = parseMarkdown(source, before?.parsed);
  const comments: Comment[] = [];
  const wholes: Span[] = [];
  parsed.tree.iterate({
    enter: ({ name, from, to }) => {
      if (name === 'Table') wholes.push({ start: from, end: to });
      if (!holdsHtml.has(name)) return;
      const within = ({ start, end }: Span): Span => ({ start: start + from, end: end + from });
      for (const { span, body } of readHtmlRemarks(source.slice(from, to)).comments)
        comments.push({ span: within(span), body: within(body) });
    },
  });
  return { parsed, remarks: { comments, wholes } };
}

const isList = ({ name }: SyntaxNode): boolean => name === 'BulletList' || name === 'OrderedList';
const marks: ReadonlySet<string> = new Set(['ListMark', 'QuoteMark']);

/** Whether nothing but marks stands before a node in what holds it. */
function isFirst(node: SyntaxNode): boolean {
  for (let before = node.prevSibling; before !== null; before = before.prevSibling)
    if (!marks.has(before.name)) return false;
  return true;
}

/** How far the content of a list item stands to the right of its mark. */
function contentIndent(item: SyntaxNode): number {
  const mark = item.getChild('ListMark');
  const content = mark?.nextSibling?.from ?? (mark?.to ?? item.from) + 1;
  return content - item.from;
}

/**
 * Above the block, with the marks of quotes and the indentation of what holds it. Between two items of a list it goes
 * into the first of them: at the margin it would end the list.
 */
function above(source: string, block: number, offset: number): CommentPlace {
  const inHead = aboveInHead(source, offset);
  if (inHead !== null) return inHead;
  const { tree } = parseMarkdown(blanked(source, readFrontMatter(source).end));
  let node: SyntaxNode = tree.resolveInner(offset, 1);
  const holds = (parent: SyntaxNode | null): boolean =>
    parent === null || ['Document', 'ListItem', 'Blockquote'].includes(parent.name);
  while (node.parent !== null && !holds(node.parent)) node = node.parent;
  if (node.name === 'HTMLBlock') return beforeTag(source, block);
  for (let parent = node.parent; parent !== null && isFirst(node); parent = node.parent) {
    if (isList(parent)) {
      node = parent;
      continue;
    }
    if (parent.name === 'Document') break;
    const previous = parent.name === 'ListItem' ? parent.prevSibling : null;
    if (previous?.name === 'ListItem') {
      const start = lineStart(source, parent.from);
      const before = source.slice(start, parent.from) + ' '.repeat(contentIndent(previous));
      return { at: start, before, after: lineEndOf(source), marks: 'angles' };
    }
    node = parent;
  }
  const start = lineStart(source, node.from);
  return { at: start, before: source.slice(start, node.from), after: lineEndOf(source), marks: 'angles' };
}

export const markdownComments: CommentSyntax = {
  read: (source, memory = forgetful) =>
    withFrontMatter(source, (body) => memory.renew(readMarkdownRemarks, body).remarks),
  above,
  top: topOfBody,
};
