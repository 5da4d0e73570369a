import { applyEdits, type Edit } from '../../shared/index.ts';

/**
 * Edits of a text, and edits of what they leave, as edits of the text alone: those that touch become one.
 * @param before none of them touches another, in the order of the text
 * @param next none of them touches another
 */
export function composed(source: string, before: readonly Edit[], next: readonly Edit[]): readonly Edit[] {
  let edits = before;
  let text = applyEdits(source, before);
  // The last first: the places of those before it stay as they are.
  for (const edit of [...next].sort((a, b) => b.span.start - a.span.start)) {
    edits = withEdit(text, edits, edit);
    text = applyEdits(text, [edit]);
  }
  return edits;
}

function withEdit(text: string, edits: readonly Edit[], { span, newText }: Edit): readonly Edit[] {
  const earlier: Edit[] = [];
  const later: Edit[] = [];
  let { start, end } = span;
  // By how much the text is ahead of the source: where the edit begins, and where it ends.
  let atStart = 0;
  let atEnd = 0;
  for (const each of edits) {
    const ahead = each.newText.length - (each.span.end - each.span.start);
    const from = each.span.start + atEnd;
    const to = from + each.newText.length;
    if (to < span.start) {
      earlier.push(each);
      atStart += ahead;
      atEnd += ahead;
    } else if (from <= span.end) {
      start = Math.min(start, from);
      end = Math.max(end, to);
      atEnd += ahead;
    } else later.push(each);
  }
  const whole = text.slice(start, span.start) + newText + text.slice(span.end, end);
  return [...earlier, { span: { start: start - atStart, end: end - atEnd }, newText: whole }, ...later];
}
