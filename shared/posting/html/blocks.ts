import { type Block, type BlockKind, type Field, shifted } from '../blocks.ts';
import { type MappedText, TextBuilder } from '../mappedText.ts';
import { type Parts, type Reading, readParts } from '../parts.ts';
import { sectionKind } from '../sections.ts';
import type { Span } from '../span.ts';
import { escapeText } from './entities.ts';
import { type HtmlListener, tokenizeHtml } from './tokens.ts';

export interface HtmlContent {
  readonly blocks: readonly Block[];
  /** `<title>`, `og:title`, and the descriptions for search engines. */
  readonly fields: readonly Field[];
  /** Where scripts of structured data (JSON-LD) stand. */
  readonly data: readonly Span[];
}

/** Elements that begin and end a line of their own. */
const blockElements = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th
  thead tr ul`.split(/\s+/),
);

/** Elements whose text is no part of what the page says. */
const passedOver = new Set(
  'script style template noscript nav footer select option button label textarea svg math iframe object audio video canvas'.split(
    ' ',
  ),
);
/** Of these, those that people leave open; what must begin the page's own text ends them. */
const leftOpen = new Set(['nav', 'footer', 'button', 'label', 'select', 'option']);
const opensText = new Set(['h1', 'main', 'article']);

const listElements = new Set(['ul', 'ol', 'menu']);
/** Elements that say what the text in them is, each with those among which another of its kind ends it. */
const contexts: Readonly<
  Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }>
> = {
  ul: { ends: [], within: [] },
  ol: { ends: [], within: [] },
  menu: { ends: [], within: [] },
  table: { ends: [], within: [] },
  dl: { ends: [], within: [] },
  li: { ends: ['li'], within: ['ul', 'ol', 'menu'] },
  dt: { ends: ['dt', 'dd'], within: ['dl'] },
  dd: { ends: ['dt', 'dd'], within: ['dl'] },
  td: { ends: ['td', 'th'], within: ['table'] },
  th: { ends: ['td', 'th'], within: ['table'] },
  thead: { ends: ['td', 'th'], within: ['table'] },
};
const heading = /^h[1-6]$/;
const bold = new Set(['b', 'strong', 'u', 'em', 'i']);
const blank = /[ \t\r\n\f]+/g;

/** No posting nests deeper; a search for an open element goes no farther, so that hostile pages take linear time. */
const reach = 60;

/**
 * A part of a page ends where a block ends, whatever stands before it, so that after a change parts soon begin where they
 * began; but at an item only after so many letters.
 */
const partLength = 400;
const items = new Set(['li', 'dt', 'dd', 'td', 'th', 'tr', 'thead', 'tbody', 'tfoot']);

/** All that a part of a page must know of what came before. Written as JSON, so that states can be compared. */
interface State {
  /** Open elements that matter, the innermost last. */
  readonly open: string[];
  /** How many `pre` are open. */
  readonly pre: number;
  /** Where the block began that is being read, seen from the part's start. */
  readonly start: number | null;
}

class HtmlCollector implements HtmlListener {
  readonly blocks: Block[] = [];
  readonly fields: Field[] = [];
  readonly data: Span[] = [];
  readonly #html: string;
  readonly #open: string[];
  #lists: number;
  readonly #hidden: string[] = [];
  #builder = new TextBuilder(escapeText);
  #start: number | null;
  /** A blank or a line break that is written only if text follows on the same line. */
  #gap: { readonly text: string; readonly from: number; readonly to: number } | null = null;
  #bold = 0;
  #boldLetters = 0;
  #letters = 0;
  #pre: number;
  #title = false;
  #script: { start: number; end: number } | null = null;
  /** Where the part ends, once it does. */
  #end: number | null = null;

  /** @param html the part and all after it */
  constructor(html: string, { open, pre, start }: State) {
    this.#html = html;
    this.#open = open;
    this.#lists = open.filter((name) => listElements.has(name)).length;
    this.#pre = pre;
    this.#start = start;
  }

  get stopped(): boolean {
    return this.#end !== null;
  }

  /** Ends the part here, if it may: after a tag of a block nothing is half read. */
  #mayStop(end: number, always: boolean): void {
    if (
      (always || end >= partLength) &&
      this.#open.length <= reach &&
      !this.#title &&
      this.#html[end - 1] === '>'
    )
      this.#end = end;
  }

  /** What was read up to where the part ends. */
  reading(): Reading<HtmlContent> {
    const { blocks, fields, data } = this;
    const value = { blocks, fields, data };
    const end = this.#end;
    if (end === null) return { end: this.#html.length, looked: this.#html.length + 1, next: null, value };
    const start = this.#start === null ? null : this.#start - end;
    const next: State = { open: this.#open, pre: this.#pre, start };
    return { end, looked: end, next: JSON.stringify(next), value };
  }

  open(name: string, start: number, end: number, attributes: ReadonlyMap<string, MappedText>): void {
    if (name === 'script' && /\bld\+json\b/i.test(attributes.get('type')?.text ?? ''))
      this.#script = { start: end, end };
    if (passedOver.has(name)) {
      this.#hidden.push(name);
      return;
    }
    if (opensText.has(name)) while (leftOpen.has(this.#hidden.at(-1) ?? '')) this.#hidden.pop();
    if (this.#hidden.length > 0) return;
    if (name === 'meta') this.#meta(attributes);
    else if (name === 'br') this.#lineBreak(start, end);
    else if (bold.has(name)) this.#bold += 1;
    else if (name === 'title') {
      this.#flush(start);
      this.#title = true;
    } else if (blockElements.has(name)) {
      this.#openBlock(name, start);
      this.#mayStop(end, false);
    }
  }

  #openBlock(name: string, start: number): void {
    const top = this.#open.at(-1) ?? '';
    const text = this.#letters > 0;
    this.#flush(start);
    // A heading that was never closed ends where a block begins that no heading holds.
    if (heading.test(top) && text && name !== 'div') this.#open.pop();
    if (name === 'pre') this.#pre += 1;
    const context = contexts[name];
    if (context === undefined && !heading.test(name)) return;
    if (context !== undefined && context.ends.length > 0) this.#leave(context.ends, context.within);
    this.#open.push(name);
    if (listElements.has(name)) this.#lists += 1;
    this.#start = start;
  }

  close(name: string, start: number, end: number): void {
    if (passedOver.has(name)) {
      if (name === 'script' && this.#script !== null) this.data.push(this.#script);
      if (name === 'script') this.#script = null;
      const back = this.#hidden.slice(-reach).reverse().indexOf(name);
      if (back >= 0) this.#hidden.length -= back + 1;
      return;
    }
    if (this.#hidden.length > 0) return;
    if (bold.has(name)) this.#bold = Math.max(0, this.#bold - 1);
    else if (name === 'title') this.#endTitle();
    else if (name === 'br') this.#lineBreak(start, end);
    else if (blockElements.has(name)) {
      this.#flush(end);
      if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
      if (heading.test(name)) this.#leave(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], []);
      else if (contexts[name] !== undefined) this.#leave([name], name === 'li' ? ['ul', 'ol', 'menu'] : []);
      this.#mayStop(end, !items.has(name));
    }
  }

  /** Ends the innermost open element of these names, unless one of `within` lies nearer. */
  #leave(names: readonly string[], within: readonly string[]): void {
    for (let at = this.#open.length - 1; at >= Math.max(0, this.#open.length - reach); at--) {
      const name = this.#open[at] ?? '';
      if (within.includes(name)) return;
      if (!names.includes(name)) continue;
      for (const ended of this.#open.splice(at)) if (listElements.has(ended)) this.#lists -= 1;
      return;
    }
  }

  text(start: number, end: number): void {
    if (this.#script !== null) this.#script.end = end;
    if (this.#hidden.length > 0) return;
    const text = this.#html.slice(start, end);
    let done = 0;
    for (const match of text.matchAll(blank)) {
      this.#words(text.slice(done, match.index), start + done);
      done = match.index + match[0].length;
      const line = this.#pre > 0 && match[0].includes('\n');
      this.#space(line ? '\n' : ' ', start + match.index, start + done);
    }
    this.#words(text.slice(done), start + done);
  }

  entity(text: string, start: number, end: number): void {
    if (this.#hidden.length > 0) return;
    this.#settle();
    this.#begin(start);
    this.#builder.decoded(text, start, end - start);
    this.#count(text);
  }

  #words(text: string, start: number): void {
    if (text === '') return;
    this.#settle();
    this.#begin(start);
    this.#builder.verbatim(text, start);
    this.#count(text);
  }

  #begin(start: number): void {
    this.#start ??= start;
  }

  #count(text: string): void {
    const bare = text === ':' ? 0 : text.trim().length;
    this.#letters += bare;
    if (this.#bold > 0) this.#boldLetters += bare;
  }

  #space(text: string, from: number, to: number): void {
    if (this.#builder.length > 0) this.#gap ??= { text, from, to };
  }

  #settle(): void {
    if (this.#gap !== null)
      this.#builder.decoded(this.#gap.text, this.#gap.from, this.#gap.to - this.#gap.from);
    this.#gap = null;
  }

  /** One break begins a line; two begin a paragraph, and so does a line that stands for a heading. */
  #lineBreak(start: number, end: number): void {
    if (this.#builder.length === 0 || this.#title) return;
    const { text } = this.#builder;
    const alone = !text.includes('\n') && (this.#isBoldLine() || opensSection(text));
    if (alone || this.#gap?.text === '\n') this.#flush(start);
    else this.#gap = { text: '\n', from: this.#gap?.from ?? start, to: end };
  }

  #isBoldLine(): boolean {
    return (
      this.#letters > 0 &&
      this.#boldLetters >= this.#letters &&
      this.#builder.length <= 90 &&
      this.#context() === 'paragraph'
    );
  }

  #context(from = this.#open.length - 1): BlockKind {
    for (let at = from; at >= Math.max(0, this.#open.length - reach); at--) {
      const name = this.#open[at] ?? '';
      if (heading.test(name)) return 'heading';
      if (name === 'li' || name === 'dd') return 'item';
      if (name === 'td' || name === 'th') return 'cell';
      if (name === 'dt' || name === 'table') return 'paragraph';
    }
    return 'paragraph';
  }

  /** What the text is that was read. A list whose items are set as headings, for their looks, is a list. */
  #kind(text: string): BlockKind {
    const kind = this.#context();
    if (kind !== 'heading') return this.#isBoldLine() && !text.includes('\n') ? 'heading' : kind;
    const around = this.#context(this.#open.findLastIndex((name) => heading.test(name)) - 1);
    return around === 'item' && (text.length > 60 || /[.!?;]$/.test(text)) ? 'item' : 'heading';
  }

  /** Ends the block that is being read, if it has any text. */
  #flush(end: number): void {
    if (this.#title) this.#endTitle();
    const content = this.#builder.build().trim();
    if (content.text !== '' && !this.#inTableHead()) {
      const kind = this.#kind(content.text);
      const named =
        this.#context() === 'heading' ? this.#open.findLast((name) => heading.test(name)) : undefined;
      const level =
        kind === 'item' ? Math.max(1, this.#lists) : kind === 'heading' ? Number(named?.[1] ?? 6) : 0;
      const span = { start: this.#start ?? content.span.start, end: Math.max(end, content.span.end) };
      this.blocks.push({ kind, level, content, span });
    }
    this.#reset();
  }

  /** The head of a table names its columns and says nothing. */
  #inTableHead(): boolean {
    return this.#open.at(-1) === 'th' && this.#open.slice(-reach).includes('thead');
  }

  #reset(): void {
    this.#builder = new TextBuilder(escapeText);
    this.#start = null;
    this.#gap = null;
    this.#bold = this.#boldLetters = this.#letters = 0;
  }

  #endTitle(): void {
    if (!this.#title) return;
    this.#title = false;
    const value = this.#builder.build().trim();
    if (value.text !== '') this.fields.push({ key: 'title', value, place: 'page', isTitle: true });
    this.#reset();
  }

  #meta(attributes: ReadonlyMap<string, MappedText>): void {
    const key = (attributes.get('property') ?? attributes.get('name'))?.text.toLowerCase() ?? '';
    const value = attributes.get('content')?.trim();
    const named = /^(?:(?:og|twitter):)?(title|description)$/.exec(key)?.[1];
    if (named !== undefined && value !== undefined && value.text !== '')
      this.fields.push({ key, value, place: 'page', isTitle: named === 'title' });
  }

  /** The text ends. */
  finish(): void {
    this.#flush(this.#html.length);
    if (this.#script !== null) this.data.push(this.#script);
  }
}

/** A line whose words open a section, as "Responsibilities:" does before lines that are broken by hand. */
function opensSection(line: string): boolean {
  const words = line.trim();
  return (
    words.length <= 60 &&
    !/[.!?]$/.test(words) &&
    words.split(/\s+/).length <= 6 &&
    sectionKind(words) !== null
  );
}

function readPart(html: string, state: string): Reading<HtmlContent> {
  const collector = new HtmlCollector(html, JSON.parse(state) as State);
  tokenizeHtml(html, collector);
  if (!collector.stopped) collector.finish();
  return collector.reading();
}

const atStart: State = { open: [], pre: 0, start: null };

/** Reads a page part by part, again only those that a change touches. */
export function readHtmlParts(html: string, before?: Parts<HtmlContent>): Parts<HtmlContent> {
  return readParts(html, before, 0, JSON.stringify(atStart), (start, state) => {
    const { end, looked, ...rest } = readPart(html.slice(start), state);
    return { ...rest, end: start + end, looked: start + looked };
  });
}

/** What the parts say together. */
export function contentOf({ parts }: Parts<HtmlContent>): HtmlContent {
  return {
    blocks: parts.flatMap(({ start, value }) => value.blocks.map((block) => shifted(block, start))),
    fields: parts.flatMap(({ start, value }) =>
      value.fields.map((field) => ({ ...field, value: field.value.shifted(start) })),
    ),
    data: parts.flatMap(({ start: by, value }) =>
      value.data.map(({ start, end }) => ({ start: start + by, end: end + by })),
    ),
  };
}

/**
 * Reads a page or a fragment: what a reader sees as blocks, and where the page names its title and its structured data.
 * Never throws; linear time.
 */
export function readHtmlContent(html: string): HtmlContent {
  return contentOf(readHtmlParts(html));
}
