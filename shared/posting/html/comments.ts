import {
  type Comment,
  type CommentPlace,
  type CommentSyntax,
  lineAbove,
  lineEndOf,
  lineStart,
  type Remarks,
} from '../comments.ts';
import { aboveInHead, topOfBody, withFrontMatter } from '../markdown/frontMatter.ts';
import type { Span } from '../span.ts';
import { tokenizeHtml } from './tokens.ts';

/** Elements that speak of the job and hold no other elements. */
const leaves: ReadonlySet<string> = new Set(['title', 'script', 'meta']);

/** The comments of HTML, and the elements without words of the page that one may stand before. Linear time. */
export function readHtmlRemarks(html: string): Remarks {
  const comments: Comment[] = [];
  const wholes: Span[] = [];
  let open: { readonly name: string; readonly start: number } | null = null;
  tokenizeHtml(html, {
    stopped: false,
    comment: (span, body) => comments.push({ span, body }),
    open: (name, start, end) => {
      if (name === 'meta') wholes.push({ start, end });
      else if (leaves.has(name)) open = { name, start };
    },
    close: (name, _, end) => {
      if (open?.name !== name) return;
      wholes.push({ start: open.start, end });
      open = null;
    },
    text: () => undefined,
    entity: () => undefined,
  });
  return { comments, wholes };
}

/** Tags right before a text that open what holds it; a paragraph begins with its words to the reader of blocks. */
const openingTags = /(?:<(?!(?:br|hr|img|input|link|meta|wbr)\b)[a-z][a-z\d-]*(?:\s[^<>]*)?>)+$/i;

/**
 * Before the tags that open what begins at an offset: on a line above where they begin their own, else right before
 * them, so that they begin one.
 */
export function beforeTag(source: string, offset: number): CommentPlace {
  const tags = openingTags.exec(source.slice(Math.max(0, offset - 300), offset));
  const at = offset - (tags?.[0].length ?? 0);
  const opensLine = source.slice(lineStart(source, at), at).trim() === '';
  return opensLine
    ? lineAbove(source, at, 'angles')
    : { at, before: '', after: lineEndOf(source), marks: 'angles' };
}

function above(source: string, block: number, offset: number): CommentPlace {
  const leaf = readHtmlRemarks(source).wholes.find(({ start, end }) => start <= offset && offset < end);
  return aboveInHead(source, offset) ?? beforeTag(source, leaf?.start ?? block);
}

const documentType = /\s*(?:<\?xml[^>]*>\s*)?<!doctype[^>]*>/iy;

/** After the document type, before which some browsers allow nothing. */
function top(source: string): CommentPlace {
  const body = topOfBody(source);
  documentType.lastIndex = body.at;
  const found = documentType.exec(source);
  if (found === null) return body;
  const at = body.at + found[0].length;
  const endsLine = /^[ \t]*[\r\n]/.test(source.slice(at, at + 200));
  return { ...body, at, before: lineEndOf(source), after: endsLine ? '' : lineEndOf(source) };
}

export const htmlComments: CommentSyntax = {
  read: (source) => withFrontMatter(source, readHtmlRemarks),
  above,
  top,
};
