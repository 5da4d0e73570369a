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
 * How many times as long a text takes that is eight times as long. Other programs run on the machine: the least of some
 * tries where the first is too much.
 * @param text made of some part that is repeated so many times
 */
export function growth(text: (count: number) => string, format: Format, most = 10_000): number {
  const ratio = (): number => {
    const small = time(text(most / 8), format);
    return time(text(most), format) / Math.max(3, small);
  };
  const ratios = [ratio()];
  while (ratios.length < 4 && Math.min(...ratios) >= mostGrowth) ratios.push(ratio());
  return Math.min(...ratios);
}
