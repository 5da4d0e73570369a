const isBlank = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0xa0 ||
  (unit >= 0x1680 && /\s/.test(String.fromCharCode(unit)));

/** How many words blanks make of a text: as many as `text.split(/\s+/)` has, without making them. */
export function countWords(text: string): number {
  let count = 1;
  let wasBlank = false;
  for (let at = 0; at < text.length; at++) {
    const blank = isBlank(text.charCodeAt(at));
    if (blank && !wasBlank) count += 1;
    wasBlank = blank;
  }
  return count;
}
