import type { Block } from './blocks.ts';
import { readsAsDuty } from './duty.ts';
import type { MappedText } from './mappedText.ts';
import type { SectionKind, Statement } from './posting.ts';

/** Words whose full stop ends no sentence. */
const abbreviation =
  /(?:\b(?:e\.g|i\.e|etc|inc|ltd|llc|co|corp|sr|jr|mr|mrs|ms|dr|st|vs|no|approx|dept|u\.s|u\.k|ca|p\.m|a\.m|incl)|\b[A-Z])\.$/i;

/** A bullet that stands in the text itself, as pasted from a word processor. */
const bullet = /^\s*(?:[•▪‣·●○◦⁃∙*+–—-]|o(?=\s{2,}))\s+/;

/** Where a text may be cut. */
const boundary =
  /\n+|(?:\\[nr])+(?=[\s\p{Lu}\p{N}•*-]|$)|(?<![.!?…])[.!?…]+["”’)\]]*(?=\s+["“‘(]?[\p{Lu}\p{N}])|[.!?](?=[A-Z][a-z])|\s[•▪●]\s/gu;

/** Cuts text at sentence ends and line breaks, those too that were escaped once too often and stand there as "\n". Pieces are trimmed and never empty. */
export function sentences(content: MappedText): MappedText[] {
  const { text } = content;
  const pieces: MappedText[] = [];
  let start = 0;
  const cut = (end: number, next = end): void => {
    const piece = content.slice(start, end).trim();
    const open = bullet.exec(piece.text)?.[0].length ?? 0;
    const bare = open > 0 ? piece.slice(open, piece.text.length) : piece;
    if (/[\p{L}\p{N}]/u.test(bare.text)) pieces.push(bare);
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
  return pieces;
}

/** Sections whose statements never say what the person will do, whatever their words. */
const neverDuty: ReadonlySet<SectionKind> = new Set([
  'requirements',
  'about',
  'benefits',
  'apply',
  'equal-opportunity',
  'works-with',
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
    duty: section === 'duties' || (!neverDuty.has(section) && readsAsDuty(content.text)),
  }));
}
