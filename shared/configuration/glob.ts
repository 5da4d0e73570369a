import { type Phrase, say } from '../say.ts';

/**
 * Patterns of file paths: `*` and `?` within a name, `[a-z]` and `[!a-z]`, `{a,b}`, and `**` for any number of folders. A
 * pattern without a slash is one of file names in every folder; one that ends with a slash is of all that a folder holds.
 *
 * Libraries turn patterns into regular expressions, which take very long on some paths when a pattern has many stars
 * (`*a*a*a*a*b`), and a configuration file may come from anywhere. Here a step goes back to the last star only: time is
 * bounded by the product of the lengths.
 */
export interface Pattern {
  /** @param path relative to the pattern's folder, with forward slashes */
  matches(path: string): boolean;
}

/** Most ways that the braces of one pattern spell out. */
const mostSpellings = 64;

type Test = ((character: string) => boolean) | 'star';
type Segment = readonly Test[] | 'globstar';

/** A pattern made ready, or why it cannot be used. */
export function readPattern(text: string): Pattern | Phrase {
  if (text.includes('\\'))
    return say`“${text}” has a backslash, and patterns work with forward slashes on every system. Write / between folders.`;
  if (text.startsWith('!'))
    return say`“${text}” begins with “!”, and patterns cannot say what they leave out. Name those files in “exclude”.`;
  if (text.startsWith('/') || /^[a-z]:/i.test(text) || text.split('/').includes('..'))
    return say`“${text}” leads out of the folder of this file. Write it relative to that folder.`;
  const spellings = spell(text);
  if (spellings === null)
    return say`“${text}” has braces that are not closed, are nested, or stand for more than ${mostSpellings} names. Write several patterns.`;
  const all = spellings.map(segmentsOf);
  return { matches: (path) => all.some((segments) => matchesAll(segments, path.split('/'), step)) };
}

/** The pattern of one file. @param path relative to the pattern's folder */
export function patternOf(path: string): string {
  const literal = path.replace(/[*?[{}]/g, '[$&]').replaceAll('\\', '?');
  // Without a slash it would be one of names in every folder.
  return literal.includes('/') && !/^(?:!|[a-z]:)/i.test(literal) ? literal : `./${literal}`;
}

/** What a pattern with braces stands for, without braces. */
function spell(text: string): string[] | null {
  let spellings = [''];
  for (const [part] of text.matchAll(/\[!?[^\]]+\]|\{[^{}]*\}|[^{}[]+|[{}[]/g)) {
    if (part === '{' || part === '}') return null;
    const choices = part.startsWith('{') ? part.slice(1, -1).split(',') : [part];
    spellings = spellings.flatMap((before) => choices.map((choice) => before + choice));
    if (spellings.length > mostSpellings) return null;
  }
  return spellings;
}

function segmentsOf(spelling: string): Segment[] {
  const whole = spelling.endsWith('/') ? `${spelling}**` : spelling;
  const everywhere = /\/./.test(spelling) || spelling === '**' ? whole : `**/${whole}`;
  return everywhere
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .map((name) => (name === '**' ? 'globstar' : testsOf(name)));
}

function testsOf(name: string): Test[] {
  return Array.from(name.matchAll(/\*+|\[!?[^\]]+\]|[^]/gu), ([token]) => {
    if (token.startsWith('*')) return 'star';
    if (token === '?') return () => true;
    if (token.length > 1 && token.startsWith('[')) return classOf(token.slice(1, -1));
    return (character) => character === token;
  });
}

function classOf(text: string): (character: string) => boolean {
  const negated = text.startsWith('!');
  const ranges = Array.from(
    (negated ? text.slice(1) : text).matchAll(/([^])-([^])|([^])/gu),
    ([, from, to, single]) => [from ?? single ?? '', to ?? single ?? ''] as const,
  );
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== negated;
}

const step = (segment: Segment | undefined, name: string): boolean | 'any' => {
  if (segment === undefined) return false;
  if (segment === 'globstar') return 'any';
  return matchesAll(segment, Array.from(name), (test, character) =>
    test === undefined ? false : test === 'star' ? 'any' : test(character),
  );
};

/**
 * Whether a sequence of tests fits a sequence of things, where a test that says 'any' fits any number of them. It goes
 * back to the last of those only, since what an earlier one could give the last one can give, too.
 */
function matchesAll<T, Thing>(
  tests: readonly T[],
  things: readonly Thing[],
  fits: (test: T | undefined, thing: Thing) => boolean | 'any',
): boolean {
  let test = 0;
  let thing = 0;
  let back: { test: number; thing: number } | null = null;
  for (;;) {
    const at = things[thing];
    if (at === undefined) break;
    const fit = fits(tests[test], at);
    if (fit === 'any') {
      back = { test, thing };
      test += 1;
    } else if (fit) {
      test += 1;
      thing += 1;
    } else if (back !== null) {
      back = { test: back.test, thing: back.thing + 1 };
      test = back.test + 1;
      thing = back.thing;
    } else return false;
  }
  return tests.slice(test).every((rest) => rest === 'star' || rest === 'globstar');
}
