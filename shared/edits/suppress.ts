import type { DocumentBlocks, Format } from '../posting/blocks.ts';
import type { CommentPlace } from '../posting/comments.ts';
import { aboutSuppressions, Reach } from '../posting/reach.ts';
import { contains, type Span } from '../posting/span.ts';
import { readSuppressions, type Suppression } from '../posting/suppressions.ts';
import { applyEdits, type Edit } from './edit.ts';

/** A comment that switches a rule off, as edits. */
export interface Suppressing {
  readonly edits: readonly Edit[];
  /** The placeholder for the reason, in the text that the edits make; null where a comment that was there is used. */
  readonly reason: Span | null;
}

/** What is to be suppressed: a finding's rule and place. */
interface Found {
  readonly rule: string;
  readonly span: Span;
}

const placeholder = 'reason';

/**
 * Suppresses a finding by a comment for its line. Where one stands for that line and names rules, the rule is added.
 * @param source the whole document
 * @returns null where the format has no comments, where none can stand before the line (in a string, in code), and for
 *   findings about comments
 */
export function suppressLine(source: string, format: Format, finding: Found): Suppressing | null {
  if (format.comments === undefined || finding.rule === aboutSuppressions) return null;
  const offset = finding.span.start;
  const blocks = blocksOf(format.read(source));
  const suppressions = readSuppressions(source, format);
  const reach = new Reach(source, suppressions, blocks);
  const known = suppressions.all.find(
    (each) => each.kind === 'disable-next-line' && each.rules.length > 0 && reach.covers(each, offset),
  );
  if (known !== undefined) return checked(source, format, finding, withName(source, known, finding.rule));
  const block = blocks.find((span) => contains(span, { start: offset, end: offset + 1 }))?.start ?? offset;
  const place = format.comments.above(source, block, offset);
  return checked(source, format, finding, written(place, 'disable-next-line', finding.rule));
}

/**
 * Suppresses a rule in the whole document, by a comment at its top: after front matter, after the document type of HTML.
 * Where such a comment names rules, the rule is added.
 * @returns null where the format has no comments
 */
export function suppressFile(source: string, format: Format, finding: Found): Suppressing | null {
  if (format.comments === undefined) return null;
  const known = readSuppressions(source, format).all.find(
    ({ kind, rules }) => kind === 'disable-file' && rules.length > 0,
  );
  if (known !== undefined) return checked(source, format, finding, withName(source, known, finding.rule));
  return checked(source, format, finding, written(format.comments.top(source), 'disable-file', finding.rule));
}

/** A new comment with a place for its reason. */
function written(
  { at, before, after, marks }: CommentPlace,
  directive: Suppression['kind'],
  rule: string,
): Suppressing {
  const words = `posting-lens-${directive} ${rule} -- ${placeholder}`;
  const newText = `${before}${marks === 'angles' ? `<!-- ${words} -->` : `# ${words}`}${after}`;
  const start = at + newText.lastIndexOf(placeholder);
  return {
    edits: [{ span: { start: at, end: at }, newText }],
    reason: { start, end: start + placeholder.length },
  };
}

/** Adds a rule's name to a comment that names others, set apart as those are. */
function withName(source: string, { rules }: Suppression, rule: string): Suppressing | null {
  const [beforeLast, last] = rules.slice(-2);
  const end = (last ?? beforeLast)?.span.end;
  if (end === undefined) return null;
  const between = last === undefined ? ',' : source.slice(beforeLast?.span.end, last.span.start);
  const newText = `${between.includes(',') ? ',' : ''} ${rule}`;
  return { edits: [{ span: { start: end, end }, newText }], reason: null };
}

/** The stretches of all blocks of a document. */
const blocksOf = (read: readonly DocumentBlocks[]): Span[] =>
  read.flatMap(({ blocks, copies }) => [...blocks, ...copies].map(({ span }) => span));

/** All that a document says, without places. */
const wordsOf = (read: readonly DocumentBlocks[]): string =>
  JSON.stringify(
    read.map(({ fields, blocks, copies }) => [
      fields.map(({ key, value, place }) => [key, value.text, place]),
      ...[blocks, copies].map((list) => list.map(({ kind, level, content }) => [kind, level, content.text])),
    ]),
  );

/** The comment, if the document still says the same with it, and if it suppresses what it should. */
function checked(
  source: string,
  format: Format,
  { rule, span }: Found,
  suppressing: Suppressing | null,
): Suppressing | null {
  if (suppressing === null) return null;
  const after = applyEdits(source, suppressing.edits);
  const read = format.read(after);
  if (wordsOf(read) !== wordsOf(format.read(source))) return null;
  const moved = suppressing.edits
    .filter((edit) => edit.span.end <= span.start)
    .reduce((sum, { newText }) => sum + newText.length, 0);
  const reach = new Reach(after, readSuppressions(after, format), blocksOf(read));
  return reach.causes(rule, span.start + moved).length === 0 ? null : suppressing;
}
