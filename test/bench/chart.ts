import type { Measure } from './measure.ts';

const left = 330;
const width = 860;
const row = 20;
const ink = '#1f2328';
const faint = '#d0d7de';
const good = '#1a7f37';
const poor = '#bc4c00';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const at = (value: number): string => value.toFixed(1);

interface Group {
  readonly title: string;
  readonly measures: readonly Measure[];
}

/**
 * All ratios on one logarithmic scale, with their quartiles as a line and their targets as a mark. What misses its target
 * is hollow, so that colour is not all that tells it.
 */
export function chart(groups: readonly Group[], machine: string): string {
  const values = groups.flatMap(({ measures }) =>
    measures.flatMap(({ ratio, target }) => [ratio.low, ratio.high, target ?? 1]),
  );
  const from = Math.log10(Math.min(0.5, ...values));
  const to = Math.log10(Math.max(10, ...values));
  const x = (value: number): number =>
    left + ((Math.log10(Math.max(value, 1e-3)) - from) / (to - from)) * (width - left - 70);
  const lines: string[] = [];
  let y = 52;
  for (const { title, measures } of groups) {
    lines.push(`<text x="12" y="${y}" font-weight="600">${escape(title)}</text>`);
    y += row;
    for (const { name, ratio, target, better } of measures) {
      const reached =
        target === undefined || (better === 'less' ? ratio.median <= target : ratio.median >= target);
      const colour = reached ? good : poor;
      const middle = y - 4;
      lines.push(
        `<text x="24" y="${y}">${escape(name)}</text>`,
        `<line x1="${at(x(ratio.low))}" x2="${at(x(ratio.high))}" y1="${middle}" y2="${middle}" stroke="${colour}" stroke-width="2"/>`,
        `<circle cx="${at(x(ratio.median))}" cy="${middle}" r="4" stroke="${colour}" stroke-width="1.5" fill="${reached ? colour : '#fff'}"/>`,
        `<text x="${at(x(Math.max(ratio.high, ratio.median)) + 9)}" y="${y}" fill="${colour}">${ratio.median.toPrecision(3)}</text>`,
      );
      if (target !== undefined)
        lines.push(
          `<path d="M${at(x(target))} ${middle - 7}v14" stroke="${ink}" stroke-width="1.5"><title>target ${better === 'less' ? 'at most' : 'at least'} ${target}</title></path>`,
        );
      y += row;
    }
    y += 8;
  }
  const ticks = [0.1, 0.5, 1, 2, 5, 10, 50, 100, 500]
    .filter((tick) => Math.log10(tick) >= from && Math.log10(tick) <= to)
    .map(
      (tick) =>
        `<line x1="${at(x(tick))}" x2="${at(x(tick))}" y1="34" y2="${y - row}" stroke="${faint}"/><text x="${at(x(tick))}" y="${y - 4}" text-anchor="middle" fill="#59636e">${tick}</text>`,
    );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 8}" width="${width}" font-family="system-ui, sans-serif" font-size="12" fill="${ink}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="12" y="22">Ratios of one run, logarithmic: median, quartiles, target (upright mark). ${escape(machine)}</text>
${ticks.join('\n')}
${lines.join('\n')}
</svg>
`;
}
