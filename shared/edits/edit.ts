import type { MappedText } from '../posting/mappedText.ts';
import type { Span } from '../posting/span.ts';

/** Text that takes the place of a stretch of the source. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A file that a fix makes beside the document. */
export interface NewFile {
  /** Put before the ending of the document's own name: "job.posting.md" and "community" make "job-community.posting.md". */
  readonly suffix: string;
  readonly text: string;
}

/** The source with the edits made. Of edits that overlap, the first in the text is made. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const { span, newText } of sorted) {
    if (span.start < done) continue;
    result += source.slice(done, span.start) + newText;
    done = span.end;
  }
  return result + source.slice(done);
}

/**
 * Puts other words in the place of a stretch of a text, written as the place wants them. Markup between the old words
 * stays: the new ones take the place of the first, the rest goes.
 * @param span in `content.text`
 */
export function replaceIn(content: MappedText, span: Span, newText: string): Edit[] {
  return content
    .runs(span)
    .map((run, index) => ({ span: run, newText: index === 0 ? content.escape(newText) : '' }));
}

/** `replacement` in the case of `written`: ALL CAPITALS, all small, Sentence case, or as it is. */
export function inCaseOf(written: string, replacement: string): string {
  const letters = written.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return replacement.toUpperCase();
  if (letters === letters.toLowerCase()) return replacement.toLowerCase();
  const words = written.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
  const capital = (word: string | undefined): boolean => word !== undefined && /^\P{L}*\p{Lu}/u.test(word);
  if (capital(words[0]) && words.length > 1 && !words.slice(1).some(capital))
    return replacement.charAt(0).toUpperCase() + replacement.slice(1).toLowerCase();
  return replacement;
}
