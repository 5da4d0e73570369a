import { describe, expect, it } from 'vitest';
import { createPostingLens, type FormatId, formats } from '../../shared/index.ts';
import { formatOf } from '../support/postings.ts';

const lens = createPostingLens();

describe('hostile text', () => {
  const repeat: readonly string[] = [
    ...[
      '<div>',
      '<li>',
      '<ul><li>a',
      '<b>',
      '<',
      '&amp',
      '<!--',
      '<title>',
      '<h1>a',
      '<button>',
      '</td>',
      '<p title="',
    ],
    ...[
      '[',
      '{',
      '{"a":',
      '"',
      "'",
      '\\"',
      '"\\n',
      '`',
      '*a',
      '_a ',
      '- ',
      'a: ',
      '&a ',
      '{a: [',
      '\t',
      ' ',
      '\n',
      '.',
    ],
    ...[
      '\u0001',
      '\ud800',
      '\u200b',
      '\u00a0',
      '<script type="application/ld+json">',
      '+++\n',
      '---\n',
      '|',
      '> ',
      '\\n',
    ],
  ];
  const run = (source: string, format: FormatId): number => {
    const begun = process.hrtime.bigint();
    lens.analyze(source, formatOf(format), { always: true });
    return Number(process.hrtime.bigint() - begun) / 1e6;
  };
  const ratio = (text: (count: number) => string, format: FormatId, count: number): number => {
    const small = run(text(count), format);
    return run(text(8 * count), format) / Math.max(3, small);
  };

  it.each(formats)('$id: 10,000 of anything neither throw nor take more than linear time', ({ id }) => {
    for (const part of repeat)
      for (const before of ['', 'title: "']) {
        const text = (count: number): string => before + part.repeat(count);
        // Eight times the text: 8 where time is linear, 64 where it is quadratic. What takes no time at first, or is
        // slowed down by other programs, is tried again at four times the size.
        const ratios = [ratio(text, id, 1250)];
        while (ratios.length < 4 && Math.min(...ratios) >= 40) ratios.push(ratio(text, id, 5000));
        expect(Math.min(...ratios), JSON.stringify([before, part])).toBeLessThan(40);
      }
  });
});
