import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../shared/judgement/dutyCues.ts';
import '../../shared/posting/detection/score.ts';
import { gated, gatedExpressions, matchesGated, possibleIn } from '../../shared/posting/firstWords.ts';
import { fixtures } from '../support/fixtures.ts';
import { shelf, shelfIsHere } from '../support/shelf.ts';

const own = [
  gated(/\b(we|our (team|job)s?) (will|shall)\b/i),
  gated(/^(strong|\d+ years?)/i),
  gated(/[$€]\s?\d|\bper hour\b/),
  gated(/\?\s*$/),
  gated(/mid|\bword/),
  gated(/(?<=\w)\(\)|\b(?:full|part)[- ]time\b/i),
  gated(/\b(skill|know)s?\b/iu),
  gated(/\bback to |(?<=x)é/i),
  gated(/\b(?<again>la)\k<again>/i),
];
const [offer, opens, pay, asks, anywhere, code, skill, accent, twice] = own;
const isGated = (each: ReturnType<typeof gated> | undefined, text: string): boolean | undefined =>
  each && ((possibleIn(text)[each.number >> 5] ?? 0) & (1 << (each.number & 31))) === 0;

/** Those that match and would not be run. */
const missed = (text: string): string[] => {
  const possible = possibleIn(text);
  return gatedExpressions
    .filter((pattern, number) => pattern.test(text) && !matchesGated({ pattern, number }, text, possible))
    .map(({ source }) => `${source} in ${text}`);
};

describe('an expression that is run only where its first words stand', () => {
  it('is not run where none of them stands', () => {
    expect(isGated(offer, 'Write captions')).toBe(true);
    expect(isGated(offer, 'Ask our members')).toBe(true);
    expect(isGated(opens, 'Weak skills')).toBe(true);
    expect(isGated(pay, 'Paid by the hour')).toBe(true);
    expect(isGated(asks, 'Questions.')).toBe(true);
    expect(isGated(code, 'In time')).toBe(true);
    expect(isGated(skill, 'Skilled')).toBe(true);
  });

  it.each([
    ['Our teams will', offer],
    ['all—we shall', offer],
    ['don’t/WE will', offer],
    ['3 years', opens],
    ['$ 20', pay],
    ['20 € or €30', pay],
    ['Why? ', asks],
    ['amid', anywhere],
    ['run()', code],
    ['Full-time', code],
    ['éwe will', offer],
    ['_we will; we will', offer],
    ['\u017fkill', skill],
    ['\u212anows', skill],
    ['Back to us', accent],
    ['xÉ', accent],
    ['lala', twice],
  ])('is run on %j', (text, expression) => {
    expect(expression?.pattern.test(text)).toBe(true);
    expect(isGated(expression, text)).toBe(false);
  });

  it('is run wherever it matches', () => {
    // Texts made of the words and signs that the expressions themselves are made of.
    const pieces = [
      ...new Set(gatedExpressions.flatMap(({ source }) => source.match(/[\p{L}]+|[^\p{L}\\]/gu) ?? [])),
    ];
    const between = fc.constantFrom(
      ' ',
      ' ',
      ' ',
      '',
      '-',
      '’',
      "'",
      '  ',
      '\n',
      '_',
      '/',
      '1',
      'é',
      '(',
      ')',
    );
    const text = fc
      .array(fc.tuple(fc.constantFrom(...pieces), between, fc.boolean()), { maxLength: 12 })
      .map((all) => all.map(([piece, gap, loud]) => (loud ? piece.toUpperCase() : piece) + gap).join(''));
    fc.assert(
      fc.property(text, (each) => {
        expect(missed(each)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('is run wherever it matches in postings', () => {
    const texts = shelfIsHere
      ? shelf('postings.dev.jsonl').map(({ text }) => text)
      : fixtures.map(({ marked }) => marked);
    const lines = texts.flatMap((each) => each.split('\n'));
    expect(lines.length).toBeGreaterThan(500);
    expect(lines.flatMap(missed)).toEqual([]);
  });
});
