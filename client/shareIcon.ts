import { Uri } from 'vscode';

const radius = 5;
const around = 2 * Math.PI * radius;

function ring(share: number, track: string, line: string): Uri {
  const length = (Math.min(1, Math.max(0, share)) * around).toFixed(2);
  const circle = `cx="8" cy="8" r="${radius}" fill="none" stroke-width="4"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle ${circle} stroke="${track}"/><circle ${circle} stroke="${line}" stroke-dasharray="${length} ${around.toFixed(2)}" transform="rotate(-90 8 8)"/></svg>`;
  return Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}

/** A share, 0 to 1, as a ring that is filled so far: the balance of the roles at a glance. Its number stands beside it. */
export function shareIcon(share: number): { readonly light: Uri; readonly dark: Uri } {
  return { light: ring(share, '#c8c8c8', '#0b6e80'), dark: ring(share, '#4a4a4a', '#4fc1d6') };
}
