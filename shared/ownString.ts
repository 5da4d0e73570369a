/** V8 makes shorter slices by copying. */
const longestCopied = 12;

/**
 * A text of its own. V8 makes a slice by pointing into the whole, which so stays in memory as long as the slice: what is
 * kept beyond its document, or from one state of it to the next, must not hold on to it.
 */
export function ownString(slice: string): string {
  if (slice.length <= longestCopied) return slice;
  const whole = ` ${slice}`;
  // Joined strings become one when they are looked into.
  whole.charCodeAt(0);
  return whole.slice(1);
}
