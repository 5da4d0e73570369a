import { createPostingLens, type Format } from '../../shared/index.ts';

const lens = createPostingLens();

/** Eight times the text takes 8 times as long where time is linear, 64 times where it is quadratic. */
export const mostGrowth = 40;

function time(source: string, format: Format): number {
  const begun = process.hrtime.bigint();
  lens.analyze(source, format, { always: true });
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

/**
 * How many times as long a text takes that is eight times as long. What takes no time at first, or is slowed down by other
 * programs, is tried again at four times the size; the least counts.
 * @param text made of some part that is repeated so many times
 */
export function growth(text: (count: number) => string, format: Format): number {
  const ratio = (count: number): number => {
    const small = time(text(count), format);
    return time(text(8 * count), format) / Math.max(3, small);
  };
  const ratios = [ratio(1250)];
  while (ratios.length < 4 && Math.min(...ratios) >= mostGrowth) ratios.push(ratio(5000));
  return Math.min(...ratios);
}
