import { describe, expect, it } from 'vitest';
import { MappedText, TextBuilder } from '../../shared/posting/mappedText.ts';

/** `a &amp; <b>bc</b>d` from offset 10 on, as a reader sees it. */
const source = `0123456789a &amp; <b>bc</b>d`;
const html = (): MappedText => {
  const builder = new TextBuilder((text) => text.replaceAll('&', '&amp;'));
  builder.verbatim('a ', 10);
  builder.decoded('&', 12, 5);
  builder.verbatim(' ', 17);
  builder.verbatim('bc', 21);
  builder.verbatim('d', 27);
  return builder.build();
};
const of = (span: { start: number; end: number }, text = source): string => text.slice(span.start, span.end);

describe('a text that is mapped to its source', () => {
  it('is what a reader sees', () => {
    expect(html().text).toBe('a & bcd');
    expect(source.slice(21, 23)).toBe('bc');
  });

  it.each([
    [0, 1, 'a'],
    [0, 2, 'a '],
    [2, 3, '&amp;'],
    [1, 3, ' &amp;'],
    [4, 5, 'b'],
    [5, 6, 'c'],
    [4, 6, 'bc'],
    [5, 7, 'c</b>d'],
    [0, 7, 'a &amp; <b>bc</b>d'],
    [6, 7, 'd'],
  ])('shows where %d to %d stands: %s', (start, end, written) => {
    expect(of(html().toSource({ start, end }))).toBe(written);
    expect(of(html().slice(start, end).span)).toBe(written);
    expect(html().slice(start, end).text).toBe(html().text.slice(start, end));
  });

  it('stands between letters where the stretch is empty', () => {
    for (const [at, place] of [
      [0, 10],
      [1, 11],
      [5, 22],
      [7, 28],
    ] as const)
      expect(html().toSource({ start: at, end: at })).toEqual({ start: place, end: place });
    expect(html().slice(3, 3).text).toBe('');
  });

  it('shows the stretches without the markup between them', () => {
    const runs = (start: number, end: number) =>
      html()
        .runs({ start, end })
        .map((run) => of(run));
    expect(runs(0, 7)).toEqual(['a &amp; ', 'bc', 'd']);
    expect(runs(1, 3)).toEqual([' &amp;']);
    expect(runs(5, 7)).toEqual(['c', 'd']);
    expect(html().runs({ start: 5, end: 5 })).toEqual([{ start: 22, end: 22 }]);
  });

  it('may be cut again and again', () => {
    const cut = html().slice(2, 7).slice(2, 5);
    expect(cut.text).toBe('bcd');
    expect(of(cut.span)).toBe('bc</b>d');
    expect(of(cut.slice(2, 3).span)).toBe('d');
    expect(html().slice(2, 3).escape('&')).toBe('&amp;');
  });

  it('is trimmed with its source', () => {
    const text = MappedText.verbatim('  ab ', 5);
    expect(text.trim().text).toBe('ab');
    expect(text.trim().span).toEqual({ start: 7, end: 9 });
    expect(MappedText.verbatim(' \n', 5).trim().text).toBe('');
    const bare = MappedText.verbatim('ab', 5);
    expect(bare.trim()).toBe(bare);
    expect(MappedText.verbatim('ab ', 5).trim().text).toBe('ab');
    expect(MappedText.verbatim(' ab', 5).trim().text).toBe('ab');
  });

  it('moves as a whole', () => {
    const moved = html().shifted(100);
    expect(moved.text).toBe(html().text);
    expect(moved.span).toEqual({ start: 110, end: 128 });
    expect(moved.slice(4, 6).span).toEqual({ start: 121, end: 123 });
    expect(moved.runs({ start: 4, end: 7 })).toEqual([
      { start: 121, end: 123 },
      { start: 127, end: 128 },
    ]);
    expect(moved.shifted(-100).span).toEqual(html().span);
    const still = html();
    expect(still.shifted(0)).toBe(still);
  });

  it('is nothing where there is no text', () => {
    expect(new TextBuilder().build().span).toEqual({ start: 0, end: 0 });
    expect(new TextBuilder().build().runs({ start: 0, end: 0 })).toEqual([{ start: 0, end: 0 }]);
  });
});

describe('a text in a text', () => {
  // {"x": "a \u0026amp; b"}: JSON that holds HTML.
  const json = '"a \\u0026amp; b"';
  const string = new TextBuilder((text) => text.replaceAll('"', '\\"'));
  string.verbatim('a ', 1);
  string.decoded('&', 3, 6);
  string.verbatim('amp; b', 9);
  const inner = new TextBuilder((text) => text.replaceAll('&', '&amp;'));
  inner.verbatim('a ', 0);
  inner.decoded('&', 2, 5);
  inner.verbatim(' b', 7);
  const both = inner.build().through(string.build());

  it('knows its place in the outermost', () => {
    expect(both.text).toBe('a & b');
    expect(of(both.toSource({ start: 2, end: 3 }), json)).toBe('\\u0026amp;');
    expect(of(both.toSource({ start: 4, end: 5 }), json)).toBe('b');
    expect(of(both.toSource({ start: 0, end: 3 }), json)).toBe('a \\u0026amp;');
    expect(of(both.shifted(0).span, json)).toBe('a \\u0026amp; b');
  });

  it('that runs over an escape of the outer one is mapped piece by piece', () => {
    const plain = MappedText.verbatim('a &amp; b', 0).through(string.build());
    expect(of(plain.toSource({ start: 2, end: 3 }), json)).toBe('\\u0026');
    expect(of(plain.toSource({ start: 3, end: 4 }), json)).toBe('a');
    expect(of(plain.toSource({ start: 8, end: 9 }), json)).toBe('b');
    const part = MappedText.verbatim('b', 8).through(string.build());
    expect(of(part.span, json)).toBe('b');
    const moved = MappedText.verbatim('b', 5).shifted(3).through(string.build());
    expect(of(moved.span, json)).toBe('b');
  });

  it('is escaped for both, the inner one first', () => {
    expect(both.escape('"Q&A"')).toBe('\\"Q&amp;A\\"');
  });
});

describe('signs that nobody sees', () => {
  const read = (text: string) => {
    const builder = new TextBuilder();
    builder.verbatim(text, 0);
    return builder.build();
  };

  it.each([
    ['a\u00a0b', 'a b'],
    ['a\u202f\u2007b', 'a  b'],
    ['so\u00adci\u200bal', 'social'],
    ['\ufeffab', 'ab'],
    ['ab\u200f', 'ab'],
    ['\u200b', ''],
  ])('are left out, and unusual blanks are blanks: %j', (text, seen) => {
    expect(read(text).text).toBe(seen);
    const builder = new TextBuilder();
    builder.decoded(text, 0, 9);
    expect(builder.text).toBe(seen.replace('  ', ' '));
    expect(builder.length).toBe(builder.text.length);
  });

  it('keep what is around them at its place', () => {
    const text = 'so\u00adci\u00a0al';
    const seen = read(text);
    expect(seen.text).toBe('soci al');
    for (const [index, letter] of Array.from(seen.text).entries()) {
      const { start, end } = seen.toSource({ start: index, end: index + 1 });
      expect(text.slice(start, end)).toBe(letter === ' ' ? '\u00a0' : letter);
    }
    expect(seen.runs({ start: 0, end: 4 })).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ]);
  });
});
