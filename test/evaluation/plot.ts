/** Draws how often answers of a confidence are right, as SVG of our own: one panel for each set of postings. */
import type { Bin, Calibration } from './calibration.ts';

const side = 240;
const margin = { left: 52, top: 40, right: 18, bottom: 96 };
const histogram = 34;
const width = margin.left + side + margin.right;
const height = margin.top + side + margin.bottom;
const ink = '#1f2328';
const faint = '#d0d7de';
const blue = '#0969da';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const at = (value: number): string => (Math.round(value * 100) / 100).toString();

function text(x: number, y: number, words: string, more = ''): string {
  return `<text x="${at(x)}" y="${at(y)}" ${more}>${escape(words)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string, more = ''): string {
  return `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${colour}" ${more}/>`;
}

/** Where a part of right answers among so many may truly lie (Wilson, 95 %). */
export function wilson(part: number, count: number): readonly [number, number] {
  const z = 1.96;
  const middle = (part + (z * z) / (2 * count)) / (1 + (z * z) / count);
  const half =
    (z / (1 + (z * z) / count)) * Math.sqrt((part * (1 - part)) / count + (z * z) / (4 * count * count));
  return [middle - half, middle + half];
}

function dot(bin: Bin): string {
  const x = bin.confidence * side;
  const [low, high] = wilson(bin.accuracy, bin.count);
  return [
    line(x, (1 - low) * side, x, (1 - high) * side, blue, 'stroke-width="1.5" stroke-opacity="0.5"'),
    `<circle cx="${at(x)}" cy="${at((1 - bin.accuracy) * side)}" r="4" fill="${blue}"><title>${bin.count} answers, confidence ${at(bin.confidence)}, right ${at(bin.accuracy)}</title></circle>`,
  ].join('');
}

function bar(bin: Bin, most: number): string {
  const tall = (bin.count / most) * histogram;
  const wide = (bin.to - bin.from) * side;
  const foot = side + 22 + histogram;
  return (
    `<rect x="${at(bin.from * side + 1)}" y="${at(foot - tall)}" width="${at(wide - 2)}" height="${at(tall)}" fill="${faint}"/>` +
    text((bin.from + bin.to) * (side / 2), foot + 10, String(bin.count), 'text-anchor="middle" font-size="9"')
  );
}

function panel(name: string, { bins, expectedError, brierReduction }: Calibration): string {
  const used = bins.filter((bin) => bin.count > 0);
  const most = Math.max(1, ...used.map((bin) => bin.count));
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((tick) => [
    line(0, (1 - tick) * side, side, (1 - tick) * side, faint, 'stroke-width="0.5"'),
    text(-8, (1 - tick) * side + 3.5, tick.toFixed(1), 'text-anchor="end"'),
    text(tick * side, side + 14, tick.toFixed(1), 'text-anchor="middle"'),
  ]);
  const figures = `calibration error ${expectedError.toFixed(3)}, Brier score reduced by ${(brierReduction * 100).toFixed(0)} %`;
  return [
    text(0, -22, name, 'font-weight="600" font-size="12"'),
    text(0, -8, figures, 'font-size="10"'),
    ...ticks,
    `<rect width="${side}" height="${side}" fill="none" stroke="${ink}"/>`,
    line(0, side, side, 0, ink, 'stroke-dasharray="4 4" stroke-opacity="0.6"'),
    ...used.map((bin) => bar(bin, most)),
    ...used.map(dot),
    text(side / 2, side + 84, 'confidence (bars: number of answers)', 'text-anchor="middle"'),
    text(-side / 2, -36, 'answers that are right', 'text-anchor="middle" transform="rotate(-90)"'),
  ].join('\n');
}

/** @returns an SVG document with a panel for each set, side by side */
export function reliabilityPlot(
  sets: readonly { readonly name: string; readonly calibration: Calibration }[],
): string {
  const panels = sets.map(
    ({ name, calibration }, index) =>
      `<g transform="translate(${margin.left + index * width} ${margin.top})">\n${panel(name, calibration)}\n</g>`,
  );
  const all = Math.max(1, sets.length) * width;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${all}" height="${height}" viewBox="0 0 ${all} ${height}" font-family="system-ui, sans-serif" font-size="10" fill="${ink}">`,
    `<rect width="${all}" height="${height}" fill="#ffffff"/>`,
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}
