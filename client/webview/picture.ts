import type { BalanceGroup } from './messages.ts';

/** Makes an SVG element with its attributes. */
function draw<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly Element[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** A picture of the balance, redrawn in place. */
export interface Scale {
  readonly element: SVGElement;
  /** Draws the groups; `summary` says the same in words. */
  update(groups: readonly BalanceGroup[], summary: string): void;
}

/** The heaviest weight's height, and how far the beam leans at most, in degrees. */
const [tallest, steepest] = [44, 9];

const weight = (className: string, x: number): SVGRectElement =>
  draw('rect', { class: className, x, y: 74, width: 56, height: 0, rx: 2, 'stroke-width': 1.5 });

function patterns(): SVGDefsElement {
  const stripes = { id: 'stripes', width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  const dots = { id: 'dots', width: 5, height: 5, patternUnits: 'userSpaceOnUse' };
  return draw(
    'defs',
    {},
    draw(
      'pattern',
      { ...stripes, patternTransform: 'rotate(45)' },
      draw('path', { class: 'stripe', d: 'M0 0V6' }),
    ),
    draw('pattern', dots, draw('circle', { class: 'dot', cx: 2, cy: 2, r: 1 })),
  );
}

/** A pair of scales: each role's weight at its end, what is of neither in the middle; fill, outline and side differ. */
export function scale(): Scale {
  const weights = {
    first: weight('first', 12),
    middle: weight('middle', 122),
    second: weight('second', 232),
  };
  const line = draw('path', { class: 'line', d: 'M4 75H296' });
  const beam = draw('g', { class: 'beam' }, ...Object.values(weights), line);
  const foot = draw('path', { class: 'line', d: 'M150 76L136 104H164Z' });
  const element = draw(
    'svg',
    { class: 'scale', viewBox: '0 18 300 90', role: 'img' },
    patterns(),
    beam,
    foot,
  );
  return {
    element,
    update: (groups, summary) => {
      const part = (side: BalanceGroup['side']): number =>
        groups.filter((group) => group.side === side).reduce((sum, group) => sum + group.part, 0);
      for (const side of ['first', 'middle', 'second'] as const) {
        const height = part(side) * tallest;
        weights[side].setAttribute('y', String(74 - height));
        weights[side].setAttribute('height', String(height));
      }
      beam.style.transform = `rotate(${(part('second') - part('first')) * steepest}deg)`;
      element.setAttribute('aria-label', summary);
    },
  };
}

/** A bar that grows from the middle to its role's side, or both ways where it belongs to neither. */
export function drawBar(side: BalanceGroup['side']): {
  readonly element: SVGElement;
  /** Takes a length, 0 to 1. */
  update(length: number): void;
} {
  const bar = draw('rect', { class: side, y: 1, height: 6, width: 0, 'stroke-width': 1 });
  const axis = draw('line', { class: 'axis', x1: '50%', x2: '50%', y1: 0, y2: 8 });
  const element = draw('svg', { 'aria-hidden': 'true' }, bar, axis);
  return {
    element,
    update: (length) => {
      const half = Math.max(1, length * 49);
      bar.setAttribute('width', `${half}%`);
      bar.setAttribute('x', `${side === 'first' ? 50 - half : side === 'second' ? 50 : 50 - half / 2}%`);
    },
  };
}
