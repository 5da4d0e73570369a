import type { DocumentBlocks, Field } from '../blocks.ts';
import { givenTitle, type Posting } from '../posting.ts';
import { countWords } from '../countWords.ts';
import { readsAsDuty } from '../duty.ts';
import { type Gated, possibleIn } from '../firstWords.ts';
import type { KnownText } from '../knownText.ts';
import { anyJobTitle } from './jobTitle.ts';

/** A statement as the cues look at it. */
export class SeenStatement {
  /** Without addresses and stray tags. */
  readonly text: string;
  readonly words: number;
  readonly duty: boolean;
  /** The label that opens it, as a heading. */
  readonly label: string | null;
  /** The patterns that may be in it, and those that are. */
  readonly #possible: number[];
  readonly #found: number[];

  constructor(statement: string, known: KnownText) {
    this.text = statement.slice(0, 600).replace(noise, ' ').trim();
    this.#possible = [...(this.text === statement ? known.once(possibleIn) : possibleIn(this.text))];
    this.#found = this.#possible.map(() => 0);
    this.words = wordCount(this.text);
    const isDuty = this.text === statement ? known.once(readsAsDuty) : readsAsDuty(this.text);
    this.duty = isDuty && !pastTense.test(this.text);
    const opens = label.exec(this.text)?.[1];
    this.label = opens === undefined ? null : plain(opens);
  }

  /** Whether a pattern is found in it; looked for once. */
  has({ pattern, number }: Gated): boolean {
    const place = number >> 5;
    const bit = 1 << (number & 31);
    const found = this.#found[place] ?? 0;
    const possible = this.#possible[place] ?? 0;
    if ((found & bit) !== 0) return true;
    if ((possible & bit) === 0) return false;
    const has = pattern.test(this.text);
    if (has) this.#found[place] = found | bit;
    else this.#possible[place] = possible & ~bit;
    return has;
  }
}

const seen = (statement: string, _: unknown, known: KnownText): SeenStatement =>
  new SeenStatement(statement, known);

/** A document as the cues look at it: words a reader sees, whatever the format. */
export interface View {
  /** What may be the title, the likeliest first. */
  readonly titles: readonly string[];
  /** How clearly each of them is the title of a job, 0 to 1. */
  readonly named: readonly number[];
  readonly fields: readonly Field[];
  /** Headings, and labels that open a line ("Requirements: patience"), in lower case with straight apostrophes. */
  readonly headings: readonly string[];
  readonly statements: readonly SeenStatement[];
  /** Of all statements the share that are list items. */
  readonly items: number;
  /** Of the statements the share that say what somebody will do. */
  readonly duties: number;
  readonly words: number;
  /** The first lines after the title, where postings name place, pay and contract. */
  readonly opening: string;
}

/** Enough to know a posting by; longer documents are judged by their beginning. */
const maxStatements = 500;
const openingLength = 600;
const titleLength = 200;
const label = /^([^:–—\n]{3,50})(?:[:–—]| -)(?=\s|$)/;

/** Addresses and stray tags, which say nothing about the kind of text. */
const noise = /\bhttps?:\/\/[^\s<>"]+|<[^<>]{1,200}>/g;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .trim();

function headingsOf(posting: Posting, statements: readonly SeenStatement[]): string[] {
  const headings = posting.sections.flatMap(({ heading }) =>
    heading === null ? [] : [heading.content.once(plain)],
  );
  for (const statement of statements) if (statement.label !== null) headings.push(statement.label);
  return headings.map((text) => text.slice(0, 80));
}

/** "Title:" on a line of its own: what it labels comes after. */
const titleLabel = /^(?:job |position )?(?:title|position|role|vacancy)\s*:?$/i;

/** The titles that were read, and the first line whatever it is, in document order; a title that was given stands above all. */
function titlesOf(read: DocumentBlocks, posting: Posting): string[] {
  const given = givenTitle(posting);
  if (given !== null) return [given, ...posting.titles.map(({ content }) => content.text)].map(shortened);
  const [first, second] = read.blocks;
  const labelled = first !== undefined && titleLabel.test(first.content.text);
  const top = (labelled ? second : first)?.content.text ?? '';
  const start = first?.span.start ?? 0;
  const head = posting.titles.filter(({ span }) => span.start < start);
  const body = posting.titles.filter(({ span }) => span.start >= start);
  const texts = [...head.map(({ content }) => content.text), top, ...body.map(({ content }) => content.text)];
  return [...new Set(texts.map(shortened))].filter((text) => text !== '');
}

const shortened = (text: string): string => text.trim().slice(0, titleLength);

const anyUnspaced = /[\u3040-\u9fff\uac00-\ud7af]/;
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Words; where a script sets no blanks between them, two letters count for one. */
function wordCount(text: string): number {
  const plain = countWords(text);
  return anyUnspaced.test(text) ? plain + (text.match(unspaced)?.length ?? 0) / 2 : plain;
}

/** A past tense opens the lines of a life or a report, not of a job: "Managed a forum". */
export const pastTense =
  /^(?!(?:requir|preferr|need|experienc|skill|demonstrat|advanc|certifi|licens|detail|motivat|dedicat|relat|establish|bas|interest|qualifi|unlimit|limit|subsidi|guarante|includ|unus|prov|want|apply|embed|fe|ne|spe|excee|succee|procee|see)ed\b)\p{L}{2,}ed\b/iu;

/** What a reader sees of a document, once for all cues. */
export function viewOf(read: DocumentBlocks, posting: Posting): View {
  const titles = titlesOf(read, posting);
  const all = posting.statements.slice(0, maxStatements);
  const statements = all.map(({ content }) => content.once(seen));
  const count = Math.max(1, all.length);
  const duties = statements.filter(({ duty }) => duty).length;
  return {
    titles,
    named: titles.map(anyJobTitle),
    fields: read.fields,
    headings: headingsOf(posting, statements),
    statements,
    items: all.filter(({ form }) => form !== 'sentence').length / count,
    duties: duties / count,
    words: Math.round(statements.reduce((sum, { words }) => sum + words, 0)),
    opening: [titles.join('\n'), ...statements.slice(0, 12).map(({ text }) => text)]
      .join('\n')
      .slice(0, openingLength),
  };
}
