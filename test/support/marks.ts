/**
 * Expectations in fixture text: `[[rule-id|words]]` says that this rule marks these words. Marks are taken out before
 * the text is judged; they may nest, so that two rules can mark the same place.
 */
export interface Expected {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface Marked {
  readonly text: string;
  readonly expected: readonly Expected[];
}

/** @throws where a mark is not closed */
export function readMarks(source: string): Marked {
  const expected: Expected[] = [];
  const open: { rule: string; start: number }[] = [];
  let text = '';
  for (const match of source.matchAll(/\[\[([a-z-]+)\||\]\]|[^[\]]+|[[\]]/g)) {
    const rule = match[1];
    if (rule !== undefined) open.push({ rule, start: text.length });
    else if (match[0] === ']]') {
      const mark = open.pop();
      if (mark === undefined) throw new Error('A mark is closed that was not opened.');
      expected.push({ ...mark, end: text.length });
    } else text += match[0];
  }
  if (open.length > 0) throw new Error(`The mark ${open[0]?.rule ?? ''} is not closed.`);
  return { text, expected: expected.sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule)) };
}
