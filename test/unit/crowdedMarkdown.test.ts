import { describe, expect, it } from 'vitest';
import { readPosting } from '../support/postings.ts';

/** Whether the bold words at the beginning are read without their marks. */
function readsPairs(more: string): boolean {
  const [first] = readPosting(`**Bold** ${more}\n`).sections.flatMap(({ blocks }) => blocks);
  return first?.content.text.startsWith('Bold') === true;
}
const signs = (count: number): string => '[ '.repeat(count);

describe('a paragraph of Markdown with very many signs', () => {
  it('is read with their pairs up to 2,000 of them, and as it stands from there on', () => {
    expect(readsPairs(signs(1996))).toBe(true);
    expect(readsPairs(signs(1997))).toBe(false);
    expect(readsPairs('word '.repeat(1000))).toBe(true);
  });

  it.each(['*', '_', '~', '[', ']', '`', '<'])('counts the sign %s', (sign) => {
    expect(readsPairs(`${sign} `.repeat(2100))).toBe(false);
  });

  it.each(['\n\n', '\n \n', '\n- ', '\n  * ', '\n+ ', '\n| ', '\n# ', '\n<', '\n7. ', '\n12) '])(
    'is another where a block may begin: %j',
    (between) => {
      expect(readsPairs(signs(1500) + between + signs(1500))).toBe(true);
    },
  );

  it.each(['\n', '\nand - ', '\n7 ', '\nx. ', '\n7x) '])('goes on over the lines of one: %j', (between) => {
    expect(readsPairs(signs(1500) + between + signs(1500))).toBe(false);
  });
});
