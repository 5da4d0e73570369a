import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, inCaseOf, replaceIn } from '../../shared/edits/edit.ts';
import { TextBuilder } from '../../shared/posting/mappedText.ts';

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

describe('edits', () => {
  it.each<[string, Edit[], string]>([
    ['are made whatever their order', [edit(3, 4, 'D'), edit(0, 1, 'A')], 'AbcDe'],
    ['may take out', [edit(1, 3, '')], 'ade'],
    ['may put in, at either end too', [edit(0, 0, '<'), edit(2, 2, '|'), edit(5, 5, '>')], '<ab|cde>'],
    ['are made where one ends and the next begins', [edit(0, 2, 'x'), edit(2, 4, 'y')], 'xye'],
    ['that overlap give way to the first', [edit(1, 3, 'x'), edit(2, 5, 'y')], 'axde'],
    ['at one place are made in their order', [edit(2, 2, '1'), edit(2, 2, '2')], 'ab12cde'],
    ['put in before what is replaced at the same place', [edit(2, 3, 'C'), edit(2, 2, '|')], 'ab|Cde'],
    ['may be none', [], 'abcde'],
  ])('%s', (_, edits, expected) => {
    expect(applyEdits('abcde', edits)).toBe(expected);
  });
});

describe('words in the place of others', () => {
  it('keep the markup between the old ones, and are written as the place wants them', () => {
    const source = 'a <b>b</b> c';
    const builder = new TextBuilder((text) => text.replaceAll('&', '&amp;'));
    builder.verbatim('a ', 0);
    builder.verbatim('b', 5);
    builder.verbatim(' c', 10);
    const replaced = (start: number, end: number): string =>
      applyEdits(source, replaceIn(builder.build(), { start, end }, 'x & y'));
    expect(replaced(0, 5)).toBe('x &amp; y<b></b>');
    expect(replaced(2, 3)).toBe('a <b>x &amp; y</b> c');
    expect(replaced(2, 5)).toBe('a <b>x &amp; y</b>');
  });
});

describe('the case of a replacement', () => {
  it.each([
    ['COMMUNITY MANAGER', 'SOCIAL MEDIA'],
    ['CM-2', 'SOCIAL MEDIA'],
    ['community manager', 'social media'],
    ['community-led', 'social media'],
    ['Community manager', 'Social media'],
    ['Community-led host', 'Social media'],
    ['(Community manager', 'Social media'],
    ['Community Manager', 'Social Media'],
    ['Community', 'Social Media'],
    ['community Manager', 'Social Media'],
    ['Community & manager', 'Social media'],
    ['42', 'social media'],
    ['C', 'Social Media'],
  ])('of %j: %j', (written, expected) => {
    expect(inCaseOf(written, 'Social Media')).toBe(expected);
  });
});
