import type { Tree } from '@lezer/common';
import type { Comment } from '../comments.ts';

/** The comments of a syntax in which a number sign opens them and the line's end closes them. */
export function lineComments(tree: Tree, text: string): Comment[] {
  const comments: Comment[] = [];
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (name !== 'Comment') return;
      const end = from + text.slice(from, to).trimEnd().length;
      comments.push({ span: { start: from, end }, body: { start: from + 1, end } });
    },
  });
  return comments;
}
