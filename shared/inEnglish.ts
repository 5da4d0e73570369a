/**
 * Numbers and lists in English, just as `Intl` writes them. Its first use takes as long as judging five postings, and in
 * English little is needed of it.
 */

/** What the core writes numbers with: how many digits, or that it is a share of a whole. */
type Digits = Pick<Intl.NumberFormatOptions, 'style' | 'minimumFractionDigits'>;

/** Null where `Intl` must be asked: below zero, from a thousand on, and where a number without digits is no whole one. */
export function englishNumber(value: number, { style, minimumFractionDigits }: Digits = {}): string | null {
  const isShare = style === 'percent';
  const digits = minimumFractionDigits ?? 0;
  if (!isShare && minimumFractionDigits === undefined && !Number.isInteger(value)) return null;
  // Rounded is what the number is written with: to a machine 0.285 is a little less, and yet it is 29 %.
  const match = /^(\d{1,3})(?:\.(\d+))?$/.exec(String(value));
  if (match === null || Object.is(value, -0)) return null;
  const [, whole = '', fraction = ''] = match;
  const kept = digits + (isShare ? 2 : 0);
  const up = (fraction[kept] ?? '0') >= '5' ? 1 : 0;
  const scaled = Number(whole + fraction.slice(0, kept).padEnd(kept, '0')) + up;
  if (scaled >= 1000 * 10 ** digits) return null;
  const written = String(scaled).padStart(digits + 1, '0');
  const point = written.length - digits;
  return `${written.slice(0, point)}${digits > 0 ? `.${written.slice(point)}` : ''}${isShare ? '%' : ''}`;
}

/** Such as: a, b, and c. */
export function englishList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  return `${parts.slice(0, -1).join(', ')}${parts.length > 2 ? ',' : ''} and ${last}`;
}
