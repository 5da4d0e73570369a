import { createScanner, type Node } from 'jsonc-parser';
import type { Edit } from '../edits/edit.ts';

/** The value of an object's member; where the name stands there twice, of the last one, which is the one that counts. */
export function memberOf(node: Node, name: string): Node | undefined {
  if (node.type !== 'object') return undefined;
  return node.children?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

/** Another value in the place of one. */
export function replaced({ offset, length }: Node, value: string): Edit[] {
  return [{ span: { start: offset, end: offset + length }, newText: JSON.stringify(value) }];
}

/**
 * One more member at the end of an object or a list, on a line of its own where the last one has one. `modify` of jsonc-parser
 * would put it between the last member and the comment beside that.
 * @param name of the member; undefined in a list
 */
export function inserted(source: string, container: Node, value: unknown, name?: string): Edit[] {
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const unit = /^([ \t]+)\S/m.exec(source)?.[1] ?? '  ';
  const label = name === undefined ? '' : `${JSON.stringify(name)}: `;
  const onLines = (indent: string): string =>
    `${eol}${indent}${label}${JSON.stringify(value, null, unit).replaceAll('\n', eol + indent)}`;
  const last = container.children?.at(-1);
  if (last === undefined) return first(source, container, unit, eol, onLines);
  const after = last.offset + last.length;
  const { comma, comments } = whatFollows(source, after);
  const indent = lineBefore(source, last.offset);
  const own = indent.trim() === '';
  const member = own ? onLines(indent) : ` ${label}${JSON.stringify(value, null, 1).replace(/\n */g, ' ')}`;
  const at = own ? comments : (comma ?? after);
  if (comma !== null) return [insertion(at, `${member},`)];
  return at === after ? [insertion(at, `,${member}`)] : [insertion(after, ','), insertion(at, member)];
}

/** The first member: comments that stand in the braces stay before it. */
function first(
  source: string,
  { offset, length }: Node,
  unit: string,
  eol: string,
  onLines: (indent: string) => string,
): Edit[] {
  const end = offset + length - 1;
  const inner = source.slice(offset + 1, end).trimEnd();
  const outer = /^[ \t]*/.exec(lineBefore(source, offset))?.[0] ?? '';
  const span = { start: offset + 1 + inner.length, end };
  return [{ span, newText: `${onLines(outer + unit)}${eol}${outer}` }];
}

const insertion = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });

const lineBefore = (source: string, at: number): string =>
  source.slice(source.lastIndexOf('\n', at - 1) + 1, at);

/** Where the comma after a member ends, if it has one, and where the last comment ends that begins on its line. */
function whatFollows(source: string, after: number): { comma: number | null; comments: number } {
  const scanner = createScanner(source, false);
  const token = { comma: 5, lineComment: 12, blockComment: 13, lineBreak: 14, blank: 15 };
  scanner.setPosition(after);
  let comma: number | null = null;
  let comments = after;
  let onLine = true;
  for (;;) {
    const kind: number = scanner.scan();
    const end = scanner.getPosition();
    if (kind === token.comma) comma = end;
    else if (kind === token.lineBreak) onLine = false;
    else if (kind !== token.lineComment && kind !== token.blockComment && kind !== token.blank) break;
    if (onLine && kind !== token.blank) comments = end;
    if (!onLine && comma !== null) break;
  }
  return { comma, comments: Math.max(comments, comma ?? 0) };
}
