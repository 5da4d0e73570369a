import { describe, expect, it } from 'vitest';
import { formats } from '../../shared/index.ts';
import { growth, mostGrowth } from '../support/growth.ts';
import { formatOf } from '../support/postings.ts';

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
  it.each(formats)('$id: 10,000 of anything neither throw nor take more than linear time', ({ id }) => {
    for (const part of repeat)
      for (const before of ['', 'title: "']) {
        const text = (count: number): string => before + part.repeat(count);
        expect(growth(text, formatOf(id)), JSON.stringify([before, part])).toBeLessThan(mostGrowth);
      }
  });
});
