import type { MappedText } from '../posting/mappedText.ts';
import type { Span } from '../posting/span.ts';
import type { Misnomer } from '../taxonomy/index.ts';
import { type Edit, inCaseOf, replaceIn } from './edit.ts';

/** Words that agree with a singular before or after the word; a plural in its place would break them. */
const singularBefore = /\b(a|an|this|that|each|every|one)\s+(?:[\p{L}-]+\s+){0,2}$/iu;
const singularAfter = /^(?:\s+(?:is|has|was|grows|loves|needs|wants|trusts|knows)\b|\s+of\b)/i;

/**
 * Ways to say what is meant, with the grammar kept: only words that fit the place are offered.
 * @param span the misnomer in `content.text`
 */
export function misnomerEdits(
  content: MappedText,
  span: Span,
  misnomer: Misnomer,
): { word: string; edits: Edit[] }[] {
  const { text } = content;
  const written = text.slice(span.start, span.end);
  const before = text.slice(0, span.start);
  const singular = singularBefore.test(before) || singularAfter.test(text.slice(span.end));
  const plural = written.toLowerCase() === misnomer.plural;
  return misnomer.meant
    .filter((word) => !(singular && word.endsWith('s')))
    .map((word) => {
      const noun = plural && !word.endsWith('s') ? `${word}s` : word;
      const article = /\b(a)(\s+)$/i.exec(before);
      const edits: Edit[] = [];
      if (article !== null && /^[aeiou]/i.test(noun)) {
        const at = article.index + 1;
        edits.push({ span: content.toSource({ start: at, end: at }), newText: 'n' });
      }
      edits.push(...replaceIn(content, span, inCaseOf(written, noun)));
      return { word: noun, edits };
    });
}
