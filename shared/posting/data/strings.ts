import { type Escape, type MappedText, TextBuilder } from '../mappedText.ts';

const named: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '0': '\0',
  e: '\x1b',
  _: '\u00a0',
};

/** What a backslash and the signs after it stand for, in JSON, YAML and TOML alike. */
export function decodeEscape(written: string): string {
  const letter = written[1] ?? '';
  if (/[uUx]/.test(letter) && written.length > 2) {
    const code = Number.parseInt(written.slice(2), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  return named[letter] ?? letter;
}

/**
 * A string's words with the way back.
 * @param pattern finds what stands for something else; `decode` says for what
 */
export function decodeString(
  inner: string,
  at: number,
  pattern: RegExp,
  decode: (written: string) => string,
  escape?: Escape,
): MappedText {
  const builder = new TextBuilder(escape);
  let done = 0;
  for (const match of inner.matchAll(pattern)) {
    builder.verbatim(inner.slice(done, match.index), at + done);
    builder.decoded(decode(match[0]), at + match.index, match[0].length);
    done = match.index + match[0].length;
  }
  builder.verbatim(inner.slice(done), at + done);
  return builder.build();
}
