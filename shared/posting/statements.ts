import type { Block } from './blocks.ts';
import { readsAsDuty } from './duty.ts';
import { KnownText } from './knownText.ts';
import type { MappedText } from './mappedText.ts';
import type { SectionKind, Statement } from './posting.ts';
import type { Span } from './span.ts';

/** Words whose full stop ends no sentence. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|etc|inc|ltd|llc|co|corp|sr|jr|mr|mrs|ms|dr|st|vs|no|approx|dept|u\.s|u\.k|ca|p\.m|a\.m|incl)|\b[A-Z])\.$/i;

/** A bullet that stands in the text itself, as pasted from a word processor. */
const bullet = /^\s*(?:[•▪‣·●○◦⁃∙*+–—-]|o(?=\s{2,}))\s+/;

/** Where a text may be cut. */
const boundary =
  /\n+|(?:\\[nr])+(?=[\s\p{Lu}\p{N}•*-]|$)|(?<![.!?…])[.!?…]+["”’)\]]*(?=\s+["“‘(]?[$€£]?[\p{Lu}\p{N}])|[.!?](?=[A-Z][a-z])|\s[•▪●]\s/gu;

/** Where the sentences of a text stand: cut at sentence ends and line breaks, those too that were escaped once too often and stand there as "\n". */
function sentenceSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  const cut = (end: number, next = end): void => {
    const piece = text.slice(start, end);
    const bare = piece.trim();
    const open = bullet.exec(bare)?.[0].length ?? 0;
    const from = start + piece.length - piece.trimStart().length + open;
    if (/[\p{L}\p{N}]/u.test(bare.slice(open))) spans.push({ start: from, end: from + bare.length - open });
    start = next;
  };
  // Most items have none of these, and are whole.
  const ends = /[\n\\.!?…•▪●]/.test(text) ? text.matchAll(boundary) : [];
  for (const match of ends) {
    const end = match.index + match[0].length;
    if (
      match[0].startsWith('.') &&
      abbreviation.test(text.slice(Math.max(0, match.index - 8), match.index + 1))
    )
      continue;
    if (match[0].startsWith('\\')) cut(match.index, end);
    else cut(/[•▪●]/.test(match[0]) ? match.index : end);
  }
  cut(text.length);
  return spans;
}

const sentencesIn = (text: string): readonly (readonly [Span, KnownText])[] =>
  sentenceSpans(text).map((span) => [span, new KnownText(text.slice(span.start, span.end))]);

/** A text's sentences, trimmed and never empty. */
export function sentences(content: MappedText): MappedText[] {
  return content.once(sentencesIn).map(([{ start, end }, known]) => content.slice(start, end, known));
}

/** The sentences of those blocks that are prose. */
export const prose = (blocks: readonly Block[]): KnownText[] =>
  blocks.flatMap(({ kind, content }) =>
    kind === 'paragraph' ? content.once(sentencesIn).map(([, known]) => known) : [],
  );

/** Sections whose statements never say what the person will do, whatever their words. */
const neverDuty: ReadonlySet<SectionKind> = new Set([
  'requirements',
  'about',
  'benefits',
  'apply',
  'equal-opportunity',
  'works-with',
  'excluded',
]);

/**
 * The statements of one block: a list item or a cell is one, unless it holds several sentences; a paragraph is as many
 * as it has sentences.
 */
export function statementsOf(block: Block, section: SectionKind): Statement[] {
  const form = block.kind === 'item' ? 'item' : block.kind === 'cell' ? 'cell' : 'sentence';
  return sentences(block.content).map((content) => ({
    content,
    span: content.span,
    form,
    section,
    block,
    duty: section === 'duties' || (!neverDuty.has(section) && content.once(readsAsDuty)),
  }));
}
