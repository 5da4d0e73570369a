import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { patternOf, readPattern } from '../../shared/configuration/glob.ts';

function matches(text: string, path: string): boolean {
  const pattern = readPattern(text);
  if (!('matches' in pattern)) throw new Error(pattern.template);
  return pattern.matches(path);
}

describe('patterns', () => {
  it.each([
    ['*.md', 'a.md', true],
    ['*.md', 'deep/down/a.md', true],
    ['./*.md', 'deep/a.md', false],
    ['jobs/*.md', 'jobs/a.md', true],
    ['jobs/*.md', 'jobs/deep/a.md', false],
    ['jobs/**/*.md', 'jobs/a.md', true],
    ['drafts/', 'drafts/deep/a.md', true],
    ['drafts/', 'jobs/drafts/a.md', true],
    ['jobs/drafts/', 'x/jobs/drafts/a.md', false],
    ['**', '.hidden/a.md', true],
    ['a[0-9].{md,txt}', 'a7.txt', true],
    ['a[!0-9].md', 'a7.md', false],
    ['*.*', 'a.', true],
    ['?.md', '🪐.md', true],
    ['a.md', 'b.md', false],
  ])('%s and %s: %s', (pattern, path, fits) => {
    expect(matches(pattern, path)).toBe(fits);
  });

  it.each(['a\\b', '!a', '/a', '../a', 'a/../b', 'c:/a', '{a', 'a}', '{a,{b}}', '{a,b}'.repeat(7)])(
    'are refused with a reason: %s',
    (text) => {
      expect(readPattern(text)).toHaveProperty('template');
    },
  );

  it('mean what they mean to the library that most tools use', () => {
    const letters = fc.constantFrom('a', 'b', '.', '-');
    const name = fc.array(letters, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
    const piece = fc.oneof(letters, fc.constantFrom('*', '?', '[ab]', '[!a]', '{a,b-}', 'a'));
    const segment = fc.oneof(
      { weight: 3, arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join('')) },
      { weight: 1, arbitrary: fc.constant('**') },
    );
    const pattern = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map((all) => all.join('/'))
      // The library takes these for something else: names of dots are folders, runs of stars vary, and what ends with
      // two stars is sometimes the folder itself.
      .filter(
        (text) =>
          !/[*?\]}]\/\*\*$|\*\*[^/]|[^/]\*\*|(?:^|\/)[.?*[\]!a{},-]*\.\.|(?:^|\/)\.(?:\/|$)/.test(text),
      )
      // More names than we allow.
      .filter((text) => text.split('{').length <= 7);
    const path = fc
      .array(name, { minLength: 1, maxLength: 5 })
      .map((all) => all.join('/'))
      .filter((text) => !/(?:^|\/)\.{1,2}(?:\/|$)/.test(text));
    fc.assert(
      fc.property(pattern, path, (text, file) => {
        // Its shortcuts for common patterns want a letter where its own rules do not: after the point of `*.*`.
        const rules = { dot: true, posix: true, fastpaths: false };
        const reference = picomatch(text, { ...rules, basename: !text.includes('/') });
        expect(matches(text, file), `${text} and ${file}`).toBe(reference(file));
      }),
      { numRuns: 3000 },
    );
  });

  it('of one file match it and nothing else', () => {
    const name = fc.string({ minLength: 1, maxLength: 6 }).filter((text) => !/[/\\\0]|^\.+$/.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), name, (names, other) => {
        const path = names.join('/');
        expect(matches(patternOf(path), path)).toBe(true);
        if (other !== path) expect(matches(patternOf(path), other)).toBe(false);
        expect(matches(patternOf(path), `x/${path}`)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('take steps in proportion to the lengths, however many stars there are', () => {
    const path = `${'a'.repeat(2000)}/`.repeat(20);
    // A regular expression of this would take longer than the universe has.
    expect(matches(`${'*a'.repeat(120)}b`, path)).toBe(false);
    expect(matches(`${'**/*a*/'.repeat(30)}b`, path)).toBe(false);
  });
});
