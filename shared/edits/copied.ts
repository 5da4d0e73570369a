import type { Posting, Statement } from '../posting/posting.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The statements of a posting's copies that say one of some texts; null where a copy says one within another statement. */
export function copiesOf({ copies }: Posting, texts: readonly string[]): Statement[] | null {
  const said = new Set(texts.map(plain));
  const same: Statement[] = [];
  for (const statement of copies.flatMap(({ statements }) => statements)) {
    const words = plain(statement.content.text);
    if (said.has(words)) same.push(statement);
    else if ([...said].some((each) => words.includes(each))) return null;
  }
  return same;
}
