/** Control characters but for line breaks and tabs, and those that turn the direction of what is read. */
const treacherous =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const byNumber = (mark: string): string =>
  `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/**
 * Text of a document with what nobody sees made visible, for wherever people read it outside of the document: a title may
 * not read otherwise than it is written (Boucher and Anderson, “Trojan Source”, 2021).
 * @param shown what stands for each; by its number where nothing is said
 */
export function inert(text: string, shown: (mark: string) => string = byNumber): string {
  return text.replace(treacherous, shown);
}
