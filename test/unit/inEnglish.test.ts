import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishList, englishNumber } from '../../shared/inEnglish.ts';

/** Numbers that are written short and fall on halves, too. */
const number = fc.oneof(
  fc.double({ min: 0, max: 1100, noNaN: true }),
  fc.double({ min: 0, max: 1.1, noNaN: true }),
  fc.integer({ min: 0, max: 2000 }).map((thousandths) => thousandths / 1000),
  fc.integer({ min: 0, max: 1100 }),
);
const formats: readonly Intl.NumberFormatOptions[] = [
  {},
  { style: 'percent', maximumFractionDigits: 0 },
  ...[0, 1, 2, 3].map((digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })),
];

describe('numbers and lists in English', () => {
  it.each(formats)('are written as Intl writes them: %o', (format) => {
    const byIntl = new Intl.NumberFormat('en', format);
    fc.assert(
      fc.property(number, (value) => {
        const written = englishNumber(value, format);
        if (written !== null) expect(written).toBe(byIntl.format(value));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [0, {}, '0'],
    [999, {}, '999'],
    [0.285, { style: 'percent' }, '29%'],
    [0.9951, { style: 'percent' }, '100%'],
    [1.005, { minimumFractionDigits: 2 }, '1.01'],
    [29.349999999999998, { minimumFractionDigits: 1 }, '29.3'],
  ] as const)('%d %o is %s', (value, format, written) => {
    expect(englishNumber(value, format)).toBe(written);
  });

  it.each([-1, -0, 1000, 999.5, 0.5, 1e21, Number.NaN, Infinity])('leaves %d to Intl', (value) => {
    expect(englishNumber(value)).toBeNull();
  });

  it('lists', () => {
    const byIntl = new Intl.ListFormat('en');
    for (const parts of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd and e']])
      expect(englishList(parts)).toBe(byIntl.format(parts));
  });
});
