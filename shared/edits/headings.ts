import type { Block } from '../posting/blocks.ts';
import type { Section } from '../posting/posting.ts';
import { applyEdits, type Edit, inCaseOf } from './edit.ts';

/** A key of a record that is read as the heading of its value. */
const isKey = ({ member, content }: Block): boolean =>
  member !== undefined && content.span.start - member.start <= 1;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Words as the keys of a record are written: with signs between, or each with a capital. */
function asKey(words: string, source: string, sections: readonly Section[]): string {
  const keys = sections.flatMap(({ heading }) =>
    heading !== null && isKey(heading)
      ? [source.slice(heading.content.span.start, heading.content.span.end)]
      : [],
  );
  const parts = words.toLowerCase().split(' ');
  const sign = keys.map((key) => /[a-z]([_-])[a-z]/i.exec(key)?.[1]).find((found) => found !== undefined);
  const camel = keys.some((key) => /[a-z][A-Z]/.test(key));
  if (sign !== undefined || !camel) return parts.join(sign ?? '_');
  return parts.map((part, index) => (index === 0 ? part : capital(part))).join('');
}

/** Words as a heading of the document, or a key, would write them: in its case, and with its capitals. */
function asHeading(model: Block, words: string, source: string, sections: readonly Section[]): string {
  if (isKey(model)) return asKey(words, source, sections);
  const text = model.content.text.trim();
  const titled = /\p{L}.*\s\p{Lu}/u.test(text) && !/\s\p{Ll}/u.test(text);
  return inCaseOf(text, titled ? words.split(' ').map(capital).join(' ') : words);
}

/** A stretch of the source with edits made in it, whose offsets are the source's. */
export function edited(source: string, { start, end }: Edit['span'], edits: readonly Edit[]): string {
  const moved = edits.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return applyEdits(source.slice(start, end), moved);
}

/** Puts other words in the place of a heading's. Its markup, and a colon at its end, stay. */
export function reheaded(
  heading: Block,
  words: string,
  source: string,
  sections: readonly Section[],
): Edit[] {
  const { content } = heading;
  const end = content.text.replace(/[\s:]+$/, '').length;
  const newText = content.escape(asHeading(heading, words, source, sections));
  return content
    .runs({ start: 0, end })
    .map((span, index) => ({ span, newText: index === 0 ? newText : '' }));
}
