import type { Posting, Section, Statement } from '../posting/posting.ts';

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What copies say, made ready to be searched: asked once for each place that a fix changes. */
interface Said {
  readonly byWords: ReadonlyMap<string, readonly Statement[]>;
  /** The words of all statements, each on a line of its own. */
  readonly lines: string;
}

/** A posting never changes, so what its copies say is made once. */
const known = new WeakMap<readonly Section[], Said>();

function saidBy(copies: readonly Section[]): Said {
  const before = known.get(copies);
  if (before !== undefined) return before;
  const byWords = new Map<string, Statement[]>();
  for (const statement of copies.flatMap(({ statements }) => statements)) {
    const words = plain(statement.content.text);
    const same = byWords.get(words);
    if (same === undefined) byWords.set(words, [statement]);
    else same.push(statement);
  }
  const said = { byWords, lines: `\n${[...byWords.keys()].join('\n')}\n` };
  known.set(copies, said);
  return said;
}

/** Whether the words stand within a line that says more; lines that say just one of `others` count as whole. */
function isWithin(words: string, lines: string, others: ReadonlySet<string>): boolean {
  if (words === '') return false;
  for (let at = lines.indexOf(words); at >= 0;) {
    const start = lines.lastIndexOf('\n', at) + 1;
    const end = lines.indexOf('\n', at);
    if (!others.has(lines.slice(start, end))) return true;
    at = lines.indexOf(words, end);
  }
  return false;
}

/** The statements of a posting's copies that say one of some texts; null where a copy says one within another statement. */
export function copiesOf({ copies }: Posting, texts: readonly string[]): Statement[] | null {
  if (copies.length === 0) return [];
  const { byWords, lines } = saidBy(copies);
  const said = new Set(texts.map(plain));
  if ([...said].some((words) => isWithin(words, lines, said))) return null;
  return [...said].flatMap((words) => byWords.get(words) ?? []);
}
